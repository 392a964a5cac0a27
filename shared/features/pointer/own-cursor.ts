// The cursor that the page itself asks for over an element, though our sheet hides all. Not for what is drawn instead (shapes.ts).
import type { Edits } from '../../dom/edits';
import { up } from '../../dom/marker';

/** The mark that lifts our rule from one element, while it is read. */
export const BARE = 'bare';

export interface OwnCursors {
  /** The computed `cursor` without our rule. */
  of(element: Element): string;
  /** The same number for elements that the page's rules and ours for a cursor cannot tell from one another. */
  kindOf(element: Element): number;
  /** The page's style changed: all that was read may be otherwise. */
  forget(): void;
}

/** What rules for a cursor go by; where all of these agree, up to the root, so does the cursor. */
const TELLING = ['id', 'class', 'style', 'type', 'role', 'disabled', 'aria-disabled', 'onclick', 'contenteditable'];

/**
 * Each kind of element is read once. The mark changes nothing but this element's own style (its children keep our `none`), so a reading costs
 * what one element costs; an element that says nothing has its parent's.
 */
export function createOwnCursors(edits: Edits): OwnCursors {
  let known = new Map<number, string>();
  let kinds = new WeakMap<Element, number>();
  const numbers = new Map<string, number>();

  function kindOf(element: Element): number {
    let kind = kinds.get(element);
    if (kind !== undefined) return kind;
    const parent = parentOf(element);
    const name = [parent ? kindOf(parent) : 0, element.localName, element.hasAttribute('href'), ...TELLING.map((attribute) => element.getAttribute(attribute))].join('\n');
    kind = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, kind);
    kinds.set(element, kind);
    return kind;
  }

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
    const kind = kindOf(element);
    const found = known.get(kind);
    if (found !== undefined) return found;
    const own = read(element);
    // Inherited from a parent that our rule still hides.
    const parent = own === 'none' ? parentOf(element) : null;
    const cursor = parent ? of(parent) : own === 'none' ? 'auto' : own;
    known.set(kind, cursor);
    return cursor;
  }

  return {
    of,
    kindOf,
    forget() {
      known = new Map();
      kinds = new WeakMap();
    },
  };
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? up(element) ?? (root.nodeType === 11 ? (root as ShadowRoot).host : null);
}
