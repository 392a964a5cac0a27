// Where readings are wanted: on the whole page, as the setting says, or on what the reader selected and nowhere else. Not for what gets a reading
// there (painter.ts).
import { HAN } from '../../page/han';
import type { Page } from '../../page/page';
import { spanIn, type Stretch } from '../../page/selected';
import type { Sentence } from './sentences';

export interface Scope {
  readonly isWhole: boolean;
  /** Nothing is in. */
  readonly isEmpty: boolean;
  /** From now on the whole page. */
  widen(): void;
  /** One stretch more; its texts with Han characters, to be annotated. */
  add(stretch: Stretch): readonly Text[];
  /** Whether any of a stretch is in. */
  meets(stretch: Stretch): boolean;
  touches(sentence: Sentence): boolean;
  /** Readings of a sentence, one entry per UTF-16 unit, without those that are not wanted. */
  within(sentence: Sentence, readings: readonly string[]): readonly string[];
}

/** @param isWhole at first; else nothing is in before `add` */
export function createScope(page: Pick<Page, 'textOf'>, isWhole: boolean): Scope {
  let stretches: Stretch[] = [];
  const spansOf = (text: Text) => stretches.flatMap((one) => spanIn(page, one, text) ?? []);

  return {
    get isWhole() {
      return isWhole;
    },
    get isEmpty() {
      return !isWhole && stretches.length === 0;
    },
    widen() {
      isWhole = true;
      stretches = [];
    },
    add(stretch) {
      const texts = textsOf(stretch).filter((text) => {
        const span = spanIn(page, stretch, text);
        return span !== null && HAN.test(page.textOf(text).slice(span.from, span.to));
      });
      if (texts.length > 0) stretches.push(stretch);
      return texts;
    },
    meets: (stretch) =>
      textsOf(stretch).some((text) => {
        const span = spanIn(page, stretch, text);
        return span !== null && spansOf(text).some(({ from, to }) => from < span.to && span.from < to);
      }),
    touches: ({ parts }) => isWhole || parts.some((part) => spansOf(part.text).some(({ from, to }) => from < part.to && part.from < to)),
    within({ parts }, readings) {
      if (isWhole) return readings;
      const wanted = readings.map(() => '');
      for (const part of parts) {
        for (const { from, to } of spansOf(part.text)) {
          const first = Math.max(from, part.from);
          const last = Math.min(to, part.to);
          for (let unit = first; unit < last; unit += 1) wanted[part.at + unit - part.from] = readings[part.at + unit - part.from] ?? '';
        }
      }
      return wanted;
    },
  };
}

/** All text nodes from the first to the last, what we put between them included. */
function textsOf({ start, end }: Stretch): Text[] {
  const root = start.text.getRootNode();
  if (!root.contains(end.text)) return [];
  const walker = (start.text.ownerDocument as Document).createTreeWalker(root, 4 /* SHOW_TEXT */);
  walker.currentNode = start.text;
  const texts = [start.text];
  while (texts.at(-1) !== end.text && walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
