// Keeps marks and styles of ours out of what the reader writes with an editor of the page.
// Not for annotations, which refuse such places by themselves (annotated-text.ts).
import type { Page, PageChange, Root } from '../page/page';
import type { Edits } from './edits';
import { EDITOR, isDesigned, isEdited, isEditor } from './editor';
import { COPY_MARK, overriddenOn } from './inline-styles';
import { MARK_PREFIX } from './marker';

/**
 * The same edits, but that they set no mark and no style in an editor, and take away those in what becomes one, or comes into one.
 * @param page where editors come and go; it is watched from the first mark or style on
 */
export function outsideEditors(edits: Edits, page: Page, signal: AbortSignal): Edits {
  /** Asking each element for what is above it is dear, and pages with an editor are rare. */
  let areAny = false;
  let isWatching = false;

  function look(nodes: readonly (Node | Root)[]): void {
    areAny ||= nodes.some((node) => node.nodeType !== 3 && ((node as Partial<Element>).matches?.(EDITOR) || (node as ParentNode).querySelector(EDITOR)));
  }

  const mayHold = ({ ownerDocument }: Element | Text): boolean => areAny || isDesigned(ownerDocument);

  function free(element: Element): void {
    for (const property of overriddenOn(element)) edits.style(element, property, null);
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      if (name.startsWith(MARK_PREFIX) && name !== COPY_MARK) edits.mark(element, name.slice(MARK_PREFIX.length), null);
    }
  }

  function freeIn(top: Element): void {
    if (isEdited(top)) free(top);
    top.querySelectorAll(isDesigned(top.ownerDocument) ? 'body *' : `${EDITOR} *`).forEach(free);
  }

  function onChange({ added, restyled }: PageChange): void {
    look(added);
    const editors = restyled.filter(isEditor);
    areAny ||= editors.length > 0;
    for (const top of [...added, ...editors]) if (top.nodeType === 1 && mayHold(top)) freeIn(top as Element);
  }

  function mayChange(element: Element): boolean {
    if (!isWatching) {
      isWatching = true;
      page.roots.watch(look, signal);
      page.onChange(onChange, signal);
    }
    return !mayHold(element) || !isEdited(element);
  }

  return {
    ...edits,
    mark(element, name, value) {
      if (value === null || mayChange(element)) edits.mark(element, name, value);
    },
    style(element, property, value) {
      if (value === null || mayChange(element)) edits.style(element, property, value);
    },
  };
}
