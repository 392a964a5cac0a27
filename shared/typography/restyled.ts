// Tells which of the page's writes to class and style can have changed text: most move something from frame to frame.
// Not for measuring anew.

/** Remembers what could matter of each element. */
export function createRestyled(): { isNew(element: Element): boolean } {
  const seen = new WeakMap<Element, string>();
  return {
    /** Whether class or an inline property of text differs from when we last looked; true at first sight. */
    isNew(element) {
      // The attribute first: Chromium writes it lazily, and one never read leaves `style=""` behind when the page removes it.
      const style = element.getAttribute('style') !== null && 'style' in element ? (element as HTMLElement).style : null;
      const text = style ? [style.fontSize, style.lineHeight, style.letterSpacing, style.textIndent, style.fontFamily] : [];
      const key = [element.getAttribute('class'), element.getAttribute('size'), element.getAttribute('contenteditable'), element.id, ...text].join('|');
      const before = seen.get(element);
      seen.set(element, key);
      if (before !== undefined) return before !== key;
      return true;
    },
  };
}
