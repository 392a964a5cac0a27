// Whether a key pressed in the page may be the cursor's: not in what is written in or has arrows of its own, not in our interface, and not when
// the page has used it. Not for which keys there are (keys.ts).
import { isElement, isOurs } from '../../dom/marker';

/** Where keys have work of their own. */
const OWN_KEYS = [
  'input, textarea, select, option, audio, video, embed, object, iframe, frame',
  ...['listbox', 'option', 'menu', 'menubar', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'slider', 'spinbutton', 'scrollbar', 'tree', 'treeitem', 'grid', 'treegrid']
    .concat(['gridcell', 'radio', 'radiogroup', 'tablist', 'tab', 'combobox', 'textbox', 'searchbox', 'toolbar', 'application'])
    .map((role) => `[role="${role}"]`),
].join(', ');

/**
 * Whether an event's target leaves the keys to the cursor.
 * @param given what the cursor itself gave the focus to: in a list of choices that it walks through, it must find out again
 */
export function isFree(event: Event, given: Element | null): boolean {
  if (event.defaultPrevented) return false;
  const target = event.composedPath()[0];
  if (!isElement(target)) return true;
  if (isOurs(target) || (target as HTMLElement).isContentEditable === true || target.ownerDocument.designMode === 'on') return false;
  if (target === given) return true;
  // Through shadow trees: a component's inner part lies in what the component is.
  return !event.composedPath().some((one) => isElement(one) && one.matches(OWN_KEYS));
}
