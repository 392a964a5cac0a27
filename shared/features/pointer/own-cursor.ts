// The cursor that the page itself asks for over an element, though our sheet hides all. Not for what is drawn instead (shapes.ts).
import type { Edits } from '../../dom/edits';

/** The mark that lifts our rule from one element, while it is read. */
export const BARE = 'bare';

export interface OwnCursors {
  /** The computed `cursor` without our rule. */
  of(element: Element): string;
  /** The page's style changed: all that was read may be otherwise. */
  forget(): void;
}

/**
 * Each element is read once. The mark changes nothing but this element's own style (its children keep our `none`), so a reading costs what
 * one element costs; an element that says nothing has its parent's.
 */
export function createOwnCursors(edits: Edits): OwnCursors {
  let known = new WeakMap<Element, string>();

  function read(element: Element): string {
    const view = element.ownerDocument.defaultView;
    if (!view) return 'auto';
    let cursor = '';
    edits.batch(() => {
      edits.mark(element, BARE, '');
      ({ cursor } = view.getComputedStyle(element));
      edits.mark(element, BARE, null);
    });
    return cursor;
  }

  function of(element: Element): string {
    const found = known.get(element);
    if (found !== undefined) return found;
    const own = read(element);
    // Inherited from a parent that our rule still hides.
    const parent = own === 'none' ? parentOf(element) : null;
    const cursor = parent ? of(parent) : own === 'none' ? 'auto' : own;
    known.set(element, cursor);
    return cursor;
  }

  return {
    of,
    forget() {
      known = new WeakMap();
    },
  };
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root.nodeType === 11 ? (root as ShadowRoot).host : null);
}
