// Real focus for what the cursor stands on. An element that cannot take it is lent `tabindex="-1"`, taken back when the focus leaves it, not
// before: the browser would drop the focus. No other attribute of the page is ever written.
import type { FeatureContext } from '../../feature';
import { MARK_PREFIX } from '../../dom/marker';
import { selectedIn } from '../../dom/selected-in';
import { focusedIn } from '../../page/focused';
import type { cursorDescriptor } from './descriptor';

/** On what is lent, so that copies of it are known. */
const LENT = 'cursor-lent';

export interface Focus {
  /** Brings the focus to an element without scrolling. */
  to(element: Element): void;
  /** Whether the focus comes from us now. */
  readonly isMoving: boolean;
  /** Whether an element can take the focus only because we lent it that. */
  isLent(element: Element): boolean;
  /** What has the focus from us; null once the reader moved it. */
  readonly given: Element | null;
  /** The reader moved the focus. */
  left(): void;
  /** The reader has gone on from where they came in: the focus stays with them at the end. Until then it goes back where it was. */
  keep(): void;
  /** What the page took out gets nothing to keep. */
  dropGone(): void;
}

export function createFocus({ page, edits, listen, signal }: FeatureContext<typeof cursorDescriptor.settings>): Focus {
  // A form's fields stand in place of its methods where they bear their names.
  const { setAttribute, removeAttribute, getAttribute } = Element.prototype;
  const lent = new Set<Element>();
  let hasLent = false;
  let isMoving = false;
  /** What had the focus before us, and what we gave it to. */
  let origin: Element | null = null;
  let given: Element | null = null;
  let keeps = false;
  let putSelectionBack: () => void = () => undefined;
  let hadNoSelection = false;

  function remove(element: Element): void {
    if (!signal.aborted) edits.mark(element, LENT, null);
    // The page may have made it its own meanwhile.
    if (getAttribute.call(element, 'tabindex') === '-1') removeAttribute.call(element, 'tabindex');
  }

  function takeBack(element: Element): void {
    if (lent.delete(element)) edits.batch(() => remove(element));
  }

  /** @returns whether it has the focus now */
  function tryIt(element: Element): boolean {
    isMoving = true;
    (element as HTMLElement).focus({ preventScroll: true });
    isMoving = false;
    return focusedIn(page.document) === element;
  }

  /** Also to what had the focus and could not take it: a link that has lost its address, a dialog. */
  function giveBack(element: Element): void {
    if (tryIt(element) || element.hasAttribute('tabindex')) return;
    setAttribute.call(element, 'tabindex', '-1');
    tryIt(element);
    removeAttribute.call(element, 'tabindex');
  }

  /** Out of frames, too: one keeps the focus when nothing in it has it any more. */
  function drop(element: HTMLElement): void {
    element.blur();
    for (let at: Element | null = element; at && at.ownerDocument !== page.document; ) {
      at = at.ownerDocument.defaultView?.frameElement ?? null;
      (at as HTMLElement | null)?.blur();
    }
  }

  // A copy that the page makes meanwhile would keep what was lent.
  page.onChange(({ added }) => {
    if (!hasLent) return;
    for (const top of added) {
      if (top.nodeType !== 1) continue;
      const copies = [top as Element, ...(top as Element).querySelectorAll(`[${MARK_PREFIX}${LENT}]`)].filter((one) => !lent.has(one) && edits.marked(one, LENT) !== null);
      if (copies.length > 0) edits.batch(() => copies.forEach(remove));
    }
  }, signal);

  edits.onUndo(() => {
    if (!keeps && given && focusedIn(page.document) === given) {
      const selectAgain = selectedIn(page.document, hadNoSelection);
      if (origin?.isConnected) {
        giveBack(origin);
        putSelectionBack();
      } else drop(given as HTMLElement);
      selectAgain();
    }
    lent.forEach(remove);
    lent.clear();
  });

  return {
    to(element) {
      const before = focusedIn(page.document);
      if (!given && !keeps) {
        origin = before;
        putSelectionBack = selectionOf(before);
        hadNoSelection = page.document.getSelection()?.rangeCount === 0;
      }
      given = element;
      if (before === element) return;
      if (tryIt(element)) return;
      const isWhole = element === element.ownerDocument.body || element === element.ownerDocument.documentElement;
      if (!isWhole && !element.hasAttribute('tabindex')) {
        edits.batch(() => {
          setAttribute.call(element, 'tabindex', '-1');
          edits.mark(element, LENT, '');
        });
        lent.add(element);
        hasLent = true;
        listen(element, 'blur', () => takeBack(element), { once: true });
        if (tryIt(element)) return;
        takeBack(element);
      }
      // What had the focus is not where the cursor is any more: Enter must not press it.
      (before as HTMLElement | null)?.blur();
    },
    get isMoving() {
      return isMoving;
    },
    get given() {
      return given;
    },
    left() {
      given = null;
      keeps = true;
    },
    keep: () => void (keeps = true),
    isLent: (element) => lent.has(element),
    dropGone() {
      for (const element of lent) if (!element.isConnected) takeBack(element);
    },
  };
}

/** Of a field what is selected, and from which end: Firefox forgets the end when the focus comes back. */
function selectionOf(element: Element | null): () => void {
  const field = element as HTMLInputElement | null;
  if (!field || !/^(input|textarea)$/.test(field.localName)) return () => undefined;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  // Null for fields without a caret.
  if (selectionStart === null || selectionEnd === null) return () => undefined;
  return () => {
    if (field.selectionDirection !== selectionDirection) field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
  };
}
