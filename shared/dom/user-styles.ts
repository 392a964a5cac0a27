// Overrides where the cascade was lost, by rules of USER origin: a mark on the element names its rules, its `style` stays as the page has it.
// What such rules do not reach (shadow trees), and all where the browser refuses them, goes inline. Not for rules that win by themselves (sheets.ts).
import type { InlineStyles } from './inline-styles';
import { USER_MARK } from './marker';

/** What the overrides stand on. */
export interface UserStylesParts {
  readonly document: Document;
  /** The host's channel; see UserStyles in host.ts. */
  readonly styles: { insert(css: string): Promise<void>; remove(css: string): Promise<void> };
  readonly inline: InlineStyles;
  mute(run: () => void): void;
  /** What is under way, for whoever waits until all is settled. */
  work(promise: Promise<void>): void;
}

interface Layer {
  readonly owner: object;
  readonly value: string;
}
/** By property, what each owner wants of an element; the last one's wish holds. */
type Record = Map<string, Layer[]>;

/** One book for a document, in place of inline styles alone. */
export function createUserStyles({ document, styles, inline, mute, work }: UserStylesParts): InlineStyles {
  const records = new Map<Element, Record>();
  /** Names of rules, by what they say. */
  const names = new Map<string, string>();
  /** Rules of an earlier book, or from before all was undone, may still be on their way out: no name comes twice. */
  const book = Math.random().toString(36).slice(2, 7);
  let count = 0;
  let waiting: string[] = [];
  let inserted: string[] = [];
  let coming: Promise<void> | null = null;
  let isRefused = false;

  function nameOf(property: string, value: string): string {
    const said = `${property}:${value}`;
    let name = names.get(said);
    if (name === undefined) {
      names.set(said, (name = `${book}${(count += 1)}`));
      waiting.push(`[${USER_MARK}~="${name}"]{${said}!important}`);
      soon();
    }
    return name;
  }

  /** One call for all rules of a task. */
  function soon(): void {
    if (waiting.length > 1) return;
    const before = coming;
    const done: Promise<void> = Promise.resolve().then(async () => {
      await before;
      if (waiting.length === 0) return;
      // What is printed is the page as its author made it.
      const css = `@media screen{${waiting.join('')}}`;
      waiting = [];
      inserted.push(css);
      await styles.insert(css).catch(refuse);
      if (coming === done) coming = null;
    });
    coming = done;
    work(done);
  }

  /** The browser lets us in no more (the leave of a press has ended, say): everything goes inline instead. */
  function refuse(): void {
    isRefused = true;
    mute(() => {
      for (const [element, record] of records) {
        element.removeAttribute(USER_MARK);
        for (const [property, layers] of record) for (const { owner, value } of layers) inline.set(owner, element, property, value);
      }
    });
    records.clear();
  }

  function show(element: Element, record: Record): void {
    const now = [...record].map(([property, layers]) => nameOf(property, layers.at(-1)?.value ?? ''));
    if (now.length > 0) element.setAttribute(USER_MARK, now.join(' '));
    else {
      element.removeAttribute(USER_MARK);
      records.delete(element);
    }
  }

  function takeBack(owner: object, record: Record, property: string): void {
    const layers = (record.get(property) ?? []).filter((layer) => layer.owner !== owner);
    if (layers.length > 0) record.set(property, layers);
    else record.delete(property);
  }

  /** Nothing is overridden any more: copies that the page made of marked elements are cleaned, and the rules go. */
  function clear(): void {
    for (const copy of document.querySelectorAll(`[${USER_MARK}]`)) copy.removeAttribute(USER_MARK);
    const gone = inserted;
    inserted = [];
    waiting = [];
    names.clear();
    // Without the mark a rule that cannot be taken out (the extension itself has gone) says nothing.
    for (const css of gone) styles.remove(css).catch(() => undefined);
  }

  return {
    set(owner, element, property, value) {
      if (isRefused || element.getRootNode() !== document) return inline.set(owner, element, property, value);
      const record: Record = records.get(element) ?? new Map();
      takeBack(owner, record, property);
      if (value === null) inline.set(owner, element, property, null);
      else record.set(property, [...(record.get(property) ?? []), { owner, value }]);
      records.set(element, record);
      show(element, record);
    },
    undo(owner) {
      inline.undo(owner);
      for (const [element, record] of records) {
        for (const property of [...record.keys()]) takeBack(owner, record, property);
        show(element, record);
      }
      if (records.size === 0) clear();
    },
    coming: () => coming,
  };
}
