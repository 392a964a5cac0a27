// The attributes `data-mingdu-x-*` on the page's own elements. Not for attributes of the page: we set none.
import type { Root } from '../page/page';
import { MARK_PREFIX } from './marker';

export interface OwnerMarks {
  set(element: Element, name: string, value: string | null): void;
  get(element: Element, name: string): string | null;
  /** The page has taken these nodes out: it may keep them, and put them back when nothing is on any more. */
  leave(tops: readonly Node[]): void;
  undo(): void;
}

/**
 * Marks of one owner. Nothing but us writes these names, so undoing is taking them away: from all that is in the page, copies that it
 * made included, and from what the page took out meanwhile (held weakly, so that what it has dropped can go).
 * @param roots where marked elements are looked for
 */
export function createMarks(roots: () => readonly Root[]): OwnerMarks {
  // A form's fields stand in place of its methods where they bear their names.
  const { getAttribute, removeAttribute, setAttribute } = Element.prototype;
  const attributes = new Set<string>();
  const gone: WeakRef<Element>[] = [];

  function markedIn(top: ParentNode): Element[] {
    return attributes.size === 0 ? [] : [...top.querySelectorAll([...attributes].map((attribute) => `[${attribute}]`).join())];
  }

  function keep(element: Element): void {
    gone.push(new WeakRef(element));
  }

  function clean(element: Element): void {
    for (const attribute of attributes) removeAttribute.call(element, attribute);
  }

  return {
    set(element, name, value) {
      const attribute = MARK_PREFIX + name;
      if (value === null) {
        removeAttribute.call(element, attribute);
        return;
      }
      attributes.add(attribute);
      if (!element.isConnected) keep(element);
      if (getAttribute.call(element, attribute) !== value) setAttribute.call(element, attribute, value);
    },
    get: (element, name) => getAttribute.call(element, MARK_PREFIX + name),
    leave(tops) {
      for (const top of tops) {
        if (top.nodeType !== 1 && top.nodeType !== 11) continue;
        if (top.nodeType === 1) keep(top as Element);
        markedIn(top as Element | ShadowRoot).forEach(keep);
      }
    },
    undo() {
      for (const root of roots()) markedIn(root).forEach(clean);
      for (const weak of gone) {
        const element = weak.deref();
        if (element) clean(element);
      }
      attributes.clear();
      gone.length = 0;
    },
  };
}
