// How we tell what is ours in a page from what is the page's. Pure; not for changing anything.

/** On the outermost element of whatever we insert, and on each ruby. */
export const MARKER = 'data-mingdu';
/** The marker's value on the host of a page of ours: what is in its shadow root is read and helped like the page's own. */
export const PAGE_LIKE = 'article';
/** Begins the name of every attribute that we set on the page's own elements. */
export const MARK_PREFIX = 'data-mingdu-x-';
/** On an element for which a rule of USER origin stands in for what would else go into its `style`. */
export const USER_MARK = `${MARK_PREFIX}user`;
/** Begins the name of every custom property of ours, which the page's `all` does not reset. */
export const PROPERTY_PREFIX = '--mingdu-x-';
/** The wrapper that stands right after an annotated text node: an unknown inline element, so that selectors by type pass it by. */
export const TEXT_TAG = 'mingdu-text';
/** A region whose author wants it left as it is. */
export const SKIP = 'data-mingdu-skip';

/**
 * Whether an event's target is an element. `instanceof` knows only those of its own frame, and in Firefox's content scripts not
 * even these as an `Object`.
 */
export function isElement(target: EventTarget | null | undefined): target is Element {
  return (target as Partial<Node> | null | undefined)?.nodeType === 1;
}

/** An element's children; of a form too that has a field called `children` (of how many are registered, say), which stands in their place. */
export function childrenOf(element: Element): Element[] {
  return [...element.childNodes].filter(isElement);
}

/** What is above a node, by the platform's own getter: in a form, a field of that name stands in its place, and leads round for ever. */
export function up(node: Node): Element | null;
export function up(node: Node, way: 'parentNode'): Node | null;
export function up(node: Node, way = 'parentElement'): unknown {
  return Reflect.get(Node.prototype, way, node);
}

/** Whether an element is the host of a page of ours. */
export function isPageLike(element: Element): boolean {
  return element.getAttribute(MARKER) === PAGE_LIKE;
}

function elementOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : up(node);
}

/** Whether a node was inserted by us, or lies in something that was, also across shadow roots; what is in a page of ours is not. */
export function isOurs(node: Node): boolean {
  for (let at: Node | null = node; at; ) {
    if (elementOf(at)?.closest(`[${MARKER}]`)) return true;
    const root: Node = at.getRootNode();
    // By type, because a link that was taken out is a root too, and its `host` is that of its address.
    at = root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null;
    if (at && isPageLike(at as Element)) return false;
  }
  return false;
}
