// The ledger of what we changed in the page, as one aid sees it: every verb here is undone when the aid stops.
// Not for reading the page (page/) and not for our own interface's insides (toolbar/, panels/).

import type { CreateAnnotations } from './annotations';
import type { Media } from './sheets';

/** A style sheet's name within its aid, an inline property, … are all undone by the ledger; there is no undo to write by hand. */
export interface Edits {
  /**
   * Puts a style sheet of this aid into the document, every open shadow root and every reached frame, now and later, in the cascade
   * layer of ours, in which `!important` beats all that the page says but inline `!important`. The same name replaces; '' removes.
   * Declarations need `!important` to win (a layered normal declaration loses to the page's).
   * @param media where it holds; on the screen alone unless said otherwise
   */
  sheet(name: string, css: string, media?: Media): void;
  /** Appends one rule to a named sheet without restyling the page anew. */
  rule(name: string, rule: string): void;
  /** Sets or takes away (null) the attribute `data-mingdu-x-<name>` on a page's element. */
  mark(element: Element, name: string, value: string | null): void;
  /** The value of a mark that is now on an element, or null. */
  marked(element: Element, name: string): string | null;
  /**
   * Overrides one property where the cascade was lost; null gives it back. In the extension by a rule of USER origin, the attribute
   * `style` untouched; else inline with `!important`, and the attribute comes back byte for byte, unless the page changed the same
   * property meanwhile.
   */
  style(element: Element, property: string, value: string | null): void;
  /** In the extension overrides come a moment later: resolves when all are in force; null when they are. */
  coming(): Promise<void> | null;
  /**
   * A layer above the page and below the toolbar, in a shadow root of ours, fixed to the viewport, never taking a click.
   * One for each name; gone with the aid.
   * @param css the sheet of the layer's own shadow root
   * @param above over the toolbar too (a pointer of ours)
   */
  overlay(name: string, css: string, above?: boolean): ShadowRoot;
  /**
   * Shows text nodes with an annotation of the aid's: see annotations.ts.
   * @param create `createAnnotations` of that file, so that its code comes with the aid; the document has one book, made at the first call
   */
  annotations(create: CreateAnnotations): Annotations;
  /**
   * Paints ranges with a CSS custom highlight `mingdu-<name>`; an empty list ends it. False where the browser has none.
   * @param priority of two highlights on the same text the one with the higher number is seen; 0 unless said otherwise
   */
  highlight(name: string, ranges: readonly AbstractRange[], priority?: number): boolean;
  /** Runs a change of sheets or marks without the page's own transitions, which would draw it out over time. */
  atOnce(run: () => void): void;
  /** Takes back with the rest what is neither markup nor style: a film that was stopped plays on. */
  onUndo(run: () => void): void;
  /** Runs many edits as one, so that our observer is silenced once for all. Edits outside it do this by themselves. */
  batch(run: () => void): void;
}

/** Our stand-ins for text nodes. The page's own node stays where it is, emptied, and the wrapper right after it. */
export interface Annotations {
  /**
   * Empties a text node and puts a wrapper after it that `fill` has filled so that its textContent equals the node's data.
   * Annotating again replaces the wrapper's content. Refused (false) in places where a wrapper cannot stand.
   */
  set(text: Text, fill: (wrapper: Element, data: string) => void): boolean;
  /** Puts the text back and removes the wrapper. */
  clear(text: Text): void;
  has(text: Text): boolean;
  /** Tells of text nodes whose annotation the page's own write or move undid, in the observer's microtask: annotate anew if wanted. */
  onLost(run: (texts: readonly Text[]) => void): void;
}

/** Thrown by every edit after the aid was stopped; the runtime takes it for an ordinary stop. */
export function stopped(): DOMException {
  return new DOMException('The aid was stopped', 'AbortError');
}
