// What there is to read, and when it changes; the read-only side of the page. Not for changing anything (dom/edits.ts).
// Blocks, sentences and positions in them are pure helpers beside this file (blocks.ts, sentences.ts, text-map.ts).
import type { Live } from '../live';
import type { PageHints } from './hints';

/** Where elements, rules and observers live: the document, an open shadow root, the document of a same-origin frame. */
export type Root = Document | ShadowRoot;

/** What changed in one turn of the observer; nothing of ours is ever in it. */
export interface PageChange {
  /** Elements and text nodes that came in, each the top of what came; still connected. */
  readonly added: readonly (Element | Text)[];
  /** Elements and text nodes that went out, each the top of what went. */
  readonly removed: readonly (Element | Text)[];
  /** Text nodes whose data the page wrote. */
  readonly texts: readonly Text[];
  /** Elements whose class, style or other presentational attribute the page changed. */
  readonly restyled: readonly Element[];
}

/** When all is done. */
export interface Waiting {
  /** `settled` waits for this work. */
  pending(work: Promise<unknown>): void;
  /** After one rendering opportunity, resolves when nothing is pending. */
  settled(): Promise<void>;
}

/** Slices work by measured frame cost, so that no task passes 50 ms, and knows when nothing is pending. */
export interface Schedule extends Waiting {
  /**
   * Calls `step` once a frame with how many units of work it may do, until it returns 0 (units done) or the signal aborts.
   * The allowance follows the measured cost of the frames (layout included).
   * @param first units for the first frame
   */
  slice(step: (allowance: number) => number, first: number, signal: AbortSignal): Promise<void>;
}

/** The page as the aids read it. */
export interface Page {
  readonly document: Document;
  /** The document first, then every open shadow root and reached frame known now. Live only while somebody watches or observes. */
  readonly roots: Live<readonly Root[]>;
  readonly schedule: Schedule;
  /** What the site's owner says of the page's parts; may change. */
  readonly hints?: PageHints | undefined;
  /**
   * Tells of changes in all roots, synchronously in the one MutationObserver's microtask (before the next paint), until the signal
   * aborts. The observer exists only while somebody listens.
   */
  onChange(run: (change: PageChange) => void, signal: AbortSignal): void;
  /** A text node's data as the page wrote it, also while annotated (the node itself is then empty). */
  textOf(text: Text): string;
  /** Where an offset in `textOf(text)` really is now: in the node itself, or in its annotation's wrapper. */
  pointAt(text: Text, offset: number): { readonly node: Text; readonly offset: number };
  /** The other way: the page's text node and offset that a DOM point stands for; null for a point in no text of the page. */
  sourceOf(node: Node, offset: number): { readonly text: Text; readonly offset: number } | null;
}

/** The page before any aid: work in slices comes with the first. */
export type BarePage = Omit<Page, 'schedule'> & { readonly schedule: Waiting };
