// Inline properties that we override with !important, and their exact return.
// One book for the whole document, with a stack of owners for each (element, property). Not for rules (sheets.ts).
import type { Root } from '../page/page';
import { MARK_PREFIX } from './marker';

/**
 * On each element with such properties: their names and how long what we wrote is, then what `style` said before. A copy that the page makes
 * (cloneNode, innerHTML) bears it too, and is put back by it; what the page wrote into the copy since is told from ours by its length.
 */
export const COPY_MARK = `${MARK_PREFIX}inline`;

interface Layer {
  readonly owner: object;
  value: string;
}
interface Property {
  /** What the page had, or wrote since: '' when it had none. */
  readonly value: string;
  readonly priority: string;
  /** What we wrote last, as the browser serialises it: anything else there now is the page's own. */
  written: string;
  readonly layers: Layer[];
}
interface Record {
  /** The attribute as it stood before we touched the element, or as the page wrote all of it since; null when there was none. */
  attribute: string | null;
  readonly properties: Map<string, Property>;
}

export interface InlineStyles {
  /** @param value null gives the property back, and a copy that the page made all that we had overridden */
  set(owner: object, element: Element, property: string, value: string | null): void;
  undo(owner: object): void;
  /** Resolves when all that was set is in force; null when it is. */
  coming(): Promise<void> | null;
}

/** The properties that we hold on an element by its `style`. */
export function overriddenOn(element: Element): string[] {
  const [names] = (Element.prototype.getAttribute.call(element, COPY_MARK) ?? '').split('|');
  return (names ?? '').split(' ').flatMap((part) => part.split(':', 1)).filter(Boolean);
}

/** The book of what is inline. */
export interface InlineBook extends InlineStyles {
  /** The page has taken these nodes out, and may put them back when nothing is on any more: copies in them are put back wherever they are. */
  leave(tops: readonly Node[]): void;
}

function styleOf(element: Element): CSSStyleDeclaration | null {
  const { style } = element as HTMLElement;
  // A form's field of the name `style` stands in its place.
  return typeof style?.setProperty === 'function' ? style : null;
}

/**
 * One ledger for a document; survives in any order of owners.
 * @param roots where copies of what we changed are looked for
 */
export function createInlineStyles(roots: () => readonly Root[] = () => []): InlineBook {
  // A form's fields stand in place of its methods where they bear their names.
  const { getAttribute, removeAttribute, setAttribute } = Element.prototype;
  const records = new WeakMap<Element, Record>();
  const touched = new Map<object, Set<Element>>();
  let gone: WeakRef<Element>[] = [];
  const isCopy = (element: Element): boolean => element.hasAttribute(COPY_MARK) && !records.has(element);
  const copiesIn = (top: ParentNode): Element[] => [...top.querySelectorAll(`[${COPY_MARK}]`)];

  function write(element: Element, style: CSSStyleDeclaration, record: Record, name: string, property: Property): void {
    const top = property.layers.at(-1);
    if (!top) return;
    style.setProperty(name, top.value, 'important');
    const { length } = property.written;
    property.written = style.getPropertyValue(name);
    if (property.written.length !== length) mark(element, record);
  }

  /** Whether what we wrote still stands: else the page has spoken since. */
  const isStill = (style: CSSStyleDeclaration, name: string, { written }: Property): boolean =>
    style.getPropertyValue(name) === written && style.getPropertyPriority(name) === 'important';

  /** Where nothing of ours stands, what does is the page's, byte for byte. */
  function hear(element: Element, style: CSSStyleDeclaration, record: Record): void {
    if (![...record.properties].some(([name, property]) => isStill(style, name, property))) record.attribute = element.getAttribute('style');
  }

  function mark(element: Element, { attribute, properties }: Record): void {
    const names = [...properties].map(([name, { written }]) => `${name}:${written.length}`);
    setAttribute.call(element, COPY_MARK, `${names.join(' ')}|${attribute ?? ''}`);
  }

  /** Gives a copy what the page had; its own later words stay. */
  function restoreCopy(copy: Element): void {
    const [, names = '', attribute = ''] = /^(.*?)\|([^]*)/.exec(getAttribute.call(copy, COPY_MARK) ?? '') ?? [];
    const style = styleOf(copy);
    removeAttribute.call(copy, COPY_MARK);
    if (!style) return;
    const was = copy.ownerDocument.createElement('div').style;
    was.cssText = attribute;
    for (const part of names.split(' ')) {
      const [name = '', length] = part.split(':');
      if (style.getPropertyPriority(name) !== 'important' || style.getPropertyValue(name).length !== Number(length)) continue;
      // '' takes it out.
      style.setProperty(name, was.getPropertyValue(name), was.getPropertyPriority(name));
    }
    restoreAttribute(copy, style, attribute || null);
  }

  function remove(owner: object, element: Element, name: string): void {
    const record = records.get(element);
    if (isCopy(element)) restoreCopy(element);
    const property = record?.properties.get(name);
    const style = styleOf(element);
    const at = property?.layers.findIndex((layer) => layer.owner === owner) ?? -1;
    if (!record || !property || !style || at < 0) return;
    hear(element, style, record);
    property.layers.splice(at, 1);
    const stillOurs = isStill(style, name, property);
    if (property.layers.length > 0) {
      if (stillOurs) write(element, style, record, name, property);
      return;
    }
    record.properties.delete(name);
    mark(element, record);
    // '' takes it out.
    if (stillOurs) style.setProperty(name, property.value, property.priority);
    if (record.properties.size > 0) return;
    records.delete(element);
    removeAttribute.call(element, COPY_MARK);
    restoreAttribute(element, style, record.attribute);
  }

  return {
    set(owner, element, name, value) {
      if (value === null) return remove(owner, element, name);
      const style = styleOf(element);
      if (!style) return;
      let record = records.get(element);
      if (isCopy(element)) restoreCopy(element);
      if (!record) records.set(element, (record = { attribute: null, properties: new Map() }));
      hear(element, style, record);
      let property = record.properties.get(name);
      if (!property || !isStill(style, name, property)) {
        // Over what the page wrote since, too: that is what comes back.
        property = { value: style.getPropertyValue(name), priority: style.getPropertyPriority(name), written: '', layers: property?.layers ?? [] };
        record.properties.set(name, property);
      }
      const layer = property.layers.find((one) => one.owner === owner);
      if (layer) layer.value = value;
      else property.layers.push({ owner, value });
      write(element, style, record, name, property);
      let mine = touched.get(owner);
      if (!mine) touched.set(owner, (mine = new Set()));
      mine.add(element);
    },
    undo(owner) {
      for (const element of touched.get(owner) ?? []) {
        for (const name of [...(records.get(element)?.properties.keys() ?? [])]) remove(owner, element, name);
      }
      touched.delete(owner);
      for (const element of [...roots().flatMap(copiesIn), ...gone.map((weak) => weak.deref())]) if (element && isCopy(element)) restoreCopy(element);
      gone = [];
    },
    leave(tops) {
      for (const top of tops) {
        if (top.nodeType !== 1) continue;
        for (const element of [top as Element, ...copiesIn(top as Element)]) if (isCopy(element)) gone.push(new WeakRef(element));
      }
    },
    coming: () => null,
  };
}

/**
 * Gives the attribute back byte for byte if what it says is what the page said (its spacing and invalid parts are lost in the CSSOM).
 * `cssText` first, because setting the attribute is blocked and reported under a strict policy; the attribute only when they differ.
 */
function restoreAttribute(element: Element, style: CSSStyleDeclaration, attribute: string | null): void {
  if (attribute === null) {
    // Chromium writes the attribute lazily: one that was never read cannot be removed, and comes up empty later. Reading it writes it.
    if (style.length === 0 && element.getAttribute('style') !== null) element.removeAttribute('style');
    return;
  }
  const probe = element.ownerDocument.createElement('div').style;
  probe.cssText = attribute;
  // Different declarations: the page changed others meanwhile, and its words stand.
  if (!sameDeclarations(probe, style)) return;
  style.cssText = attribute;
  if (element.getAttribute('style') !== attribute) element.setAttribute('style', attribute);
}

function sameDeclarations(one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean {
  if (one.length !== other.length) return false;
  return Array.from(one).every(
    (name) =>
      one.getPropertyValue(name) === other.getPropertyValue(name) && one.getPropertyPriority(name) === other.getPropertyPriority(name),
  );
}
