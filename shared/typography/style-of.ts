// What an element looks like now. Reads only; not for what is written down of it (written.ts).

/** Computed style; that of nothing in a document whose frame is gone or went on to another, before anybody has told of it. */
export function styleOf(element: Element): CSSStyleDeclaration {
  const { ownerDocument: document } = element;
  return document.defaultView?.getComputedStyle(element) ?? document.createElement('i').style;
}
