// The attributes `data-mingdu-x-*` on the page's own elements. Not for attributes of the page: we set none.
import type { Root } from '../page/page';
import { MARK_PREFIX } from './marker';

export interface OwnerMarks {
  set(element: Element, name: string, value: string | null): void;
  get(element: Element, name: string): string | null;
  undo(): void;
}

/**
 * Marks of one owner. Nothing but us writes these names, so undoing is taking them away: from the elements that got one (also while
 * detached, held weakly so that a page's dropped elements can go) and from copies that the page made of them.
 * @param roots where copies are looked for
 */
export function createMarks(roots: () => readonly Root[]): OwnerMarks {
  // A form's fields stand in place of its methods where they bear their names.
  const { getAttribute, removeAttribute, setAttribute } = Element.prototype;
  const marked = new Map<string, { readonly seen: WeakSet<Element>; readonly list: WeakRef<Element>[] }>();
  return {
    set(element, name, value) {
      const attribute = MARK_PREFIX + name;
      if (value === null) {
        removeAttribute.call(element, attribute);
        return;
      }
      let record = marked.get(name);
      if (!record) marked.set(name, (record = { seen: new WeakSet(), list: [] }));
      if (!record.seen.has(element)) {
        record.seen.add(element);
        record.list.push(new WeakRef(element));
      }
      if (getAttribute.call(element, attribute) !== value) setAttribute.call(element, attribute, value);
    },
    get: (element, name) => getAttribute.call(element, MARK_PREFIX + name),
    undo() {
      for (const [name, record] of marked) {
        const attribute = MARK_PREFIX + name;
        for (const weak of record.list) {
          const element = weak.deref();
          if (element) removeAttribute.call(element, attribute);
        }
        for (const root of roots()) {
          for (const copy of root.querySelectorAll(`[${attribute}]`)) removeAttribute.call(copy, attribute);
        }
      }
      marked.clear();
    },
  };
}
