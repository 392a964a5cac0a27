// Goes to a place of the page, with the real focus: what takes none of itself is lent `tabindex="-1"` until the focus leaves it. For zones,
// blocks and the page as the article view leaves it; not for reading there.
import type { Edits } from './edits';
import { isOurs } from './marker';

const FOCUSABLE = 'a[href], button, input:not([type="hidden" i]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Makes an element able to take the focus, for as long as it has it. */
export type Lend = (element: Element) => void;

/** What has the focus in a document, inside shadow roots too; null for nothing. */
export function focusedIn(document: Document): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at && at !== document.body && at !== document.documentElement ? (at as HTMLElement) : null;
}

/**
 * @param edits gives back with the aid's end what is lent then
 * @param listen the context's
 */
export function createLend(edits: Pick<Edits, 'onUndo'>, listen: (target: EventTarget, type: string, run: () => void) => void): Lend {
  let lent: Element | null = null;
  const known = new WeakSet<Element>();

  function giveBack(): void {
    // What the site wrote meanwhile stays.
    if (lent?.getAttribute('tabindex') === '-1') lent.removeAttribute('tabindex');
    lent = null;
  }

  edits.onUndo(giveBack);
  return (element) => {
    if (element === lent) return;
    giveBack();
    if (element.hasAttribute('tabindex')) return;
    element.setAttribute('tabindex', '-1');
    lent = element;
    if (known.has(element)) return;
    known.add(element);
    listen(element, 'blur', () => {
      // A window that loses the focus keeps its place for when it is looked at again.
      if (element === lent && (element.getRootNode() as Document | ShadowRoot).activeElement !== element) giveBack();
    });
  };
}

/**
 * Shows an element at the top of the window, clear of our bar, and gives it the focus, or else its first control; where neither takes it,
 * Tab goes on from there all the same.
 * @param lend absent: the element is left as it is
 */
export function goTo(element: Element, lend?: Lend, block: ScrollLogicalPosition = 'start'): void {
  element.scrollIntoView({ block, behavior: 'instant' });
  const takers = [element, ...element.querySelectorAll(FOCUSABLE)].filter((one) => (one === element || one.matches(FOCUSABLE)) && !isOurs(one));
  if (lend && !element.matches(FOCUSABLE)) lend(element);
  for (const taker of takers) {
    (taker as HTMLElement).focus?.({ preventScroll: true });
    if ((taker.getRootNode() as Document | ShadowRoot).activeElement === taker) return;
  }
  element.ownerDocument.getSelection()?.collapse(element, 0);
}
