// How we tell what the reader writes with an editor of the page: it is saved with all that it bears, so nothing of ours may be on it.
// Pure; not for keeping it so (outside-editors.ts).
import { up } from './marker';

/** Selects what can be edited as a whole, by its attribute. */
export const EDITOR = '[contenteditable]:not([contenteditable="false" i])';
/** Whether a whole document can be edited. */
export const isDesigned = ({ designMode }: Document): boolean => designMode === 'on';

/** Whether all in an element can be edited (HTML, "editing host"): what it bears itself is not saved with it. */
export function isEditor(element: Element): boolean {
  return element.hasAttribute('contenteditable') ? element.matches(EDITOR) : element.localName === 'body' && isDesigned(element.ownerDocument);
}

/** Whether an element stands in an editor, also where it cannot be edited itself: it is saved with the rest. */
export function isEdited(element: Element): boolean {
  const above = up(element);
  return Boolean(above?.closest(isDesigned(element.ownerDocument) ? `${EDITOR},body` : EDITOR));
}
