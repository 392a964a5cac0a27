// Writes the marks by which boxes give way, and their rules as values come up. Not for deciding which box gets which.
import { MARK_PREFIX } from '../dom/marker';
import type { Edits } from '../dom/edits';
import type { Root } from '../page/page';
import { REMEDY_MARKS, roomRule } from './room-rules';

/** A mark to set on an element; see room-rules.ts for what each does. */
export interface Remedy {
  readonly element: Element;
  readonly mark: string;
  /** null takes the mark away. */
  readonly value: string | null;
}

export interface RemedyBook {
  /** @returns how many marks have changed */
  write(remedies: readonly Remedy[]): number;
  marked(element: Element, mark: string): string | null;
  /** Takes marks away everywhere: those named, or all. */
  clear(marks?: Iterable<string>): void;
  /** Takes all marks away from one element. */
  clearOf(element: Element): void;
}

/** Marks whose value follows from how large text is now; a change of size begins them anew. */
export const MEASURED: ReadonlySet<string> = new Set(['high', 'hold', 'label', 'field', 'unpad', 'inward', 'frame']);

/** @param prefix begins the names of the marks: each aid has its own */
export function createRemedyBook(edits: Edits, roots: () => readonly Root[], prefix: string): RemedyBook {
  const known = new Set<string>();
  const nameOf = (mark: string): string => `${prefix}-${mark}`;

  function change({ element, mark, value }: Remedy): boolean {
    const now = edits.marked(element, nameOf(mark));
    if (value === null) {
      if (now !== null) edits.mark(element, nameOf(mark), null);
      return now !== null;
    }
    // A minimum once set stays: read again, it would grow with every round. What is measured afresh may rise.
    if (now !== null && (!MEASURED.has(mark) || Number(now) >= Number(value))) return false;
    const key = `${mark}=${value}`;
    if (!known.has(key)) edits.rule('room', roomRule(prefix, mark, value));
    known.add(key);
    edits.mark(element, nameOf(mark), value);
    return true;
  }

  return {
    write(remedies) {
      let count = 0;
      edits.batch(() => {
        for (const remedy of remedies) if (change(remedy)) count += 1;
      });
      return count;
    },
    marked: (element, mark) => edits.marked(element, nameOf(mark)),
    clear(marks = REMEDY_MARKS) {
      edits.batch(() => {
        for (const mark of marks) {
          for (const root of roots()) {
            for (const element of root.querySelectorAll(`[${MARK_PREFIX}${nameOf(mark)}]`)) edits.mark(element, nameOf(mark), null);
          }
        }
      });
    },
    clearOf(element) {
      edits.batch(() => {
        for (const mark of REMEDY_MARKS) if (edits.marked(element, nameOf(mark)) !== null) edits.mark(element, nameOf(mark), null);
      });
    },
  };
}
