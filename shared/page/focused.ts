// What has the focus, through open shadow trees and frames of this site. Not for moving it.

function documentOf(element: Element | null): Document | null {
  return element?.localName === 'iframe' || element?.localName === 'frame' ? (element as HTMLIFrameElement).contentDocument : null;
}

/** The element that really has the focus; null while it is the page itself. */
export function focusedIn(document: Document): Element | null {
  let at = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined = at?.shadowRoot?.activeElement ?? documentOf(at)?.activeElement;
    if (!inner) break;
    at = inner;
  }
  return at === null || at.localName === 'body' || at === at.ownerDocument.documentElement ? null : at;
}
