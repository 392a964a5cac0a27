// What the field that is focused asks for, as it changes: hears where the reader wrote, left or tried to send, passively. Not for finding out what
// a field says (field.ts) nor for showing it.
import { isElement } from '../dom/marker';
import { eachDocument } from './documents';
import { factsOf, isField } from './field';
import { inWords } from './field-words';
import type { Page } from './page';

export interface FieldFollow {
  /** The name, and what else is to be known; '' for what is no field, and for one that says nothing. */
  say(element: Element): string;
  /** Whether the reader is writing in it, and it has said nothing new since. */
  isWritten(element: Element): boolean;
}

export interface FieldFollowParts {
  readonly page: Page;
  readonly signal: AbortSignal;
  readonly language: string;
  /** The context's. */
  turn<T>(words: T): T;
  /** The context's. */
  listen(target: EventTarget, type: string, run: (event: Event) => void, options?: AddEventListenerOptions): void;
  /** Something that is said may be another; text of the page that changes is told of by the page. */
  onChange(): void;
}

export function followFields({ page, signal, language, turn, listen, onChange }: FieldFollowParts): FieldFollow {
  const touched = new WeakSet<Element>();
  let written: { readonly field: Element; readonly said: string } | null = null;
  const say = (element: Element) => (isField(element) ? inWords(factsOf(element, (field) => touched.has(field)), language, turn) : '');
  const targetOf = (event: Event) => {
    const target = event.composedPath()[0];
    return isElement(target) && isField(target) ? target : null;
  };

  eachDocument(page, signal, (document) => {
    const hear = (type: string, run: (field: Element) => void) =>
      listen(document, type, (event) => {
        const field = targetOf(event);
        if (!field) return;
        run(field);
        onChange();
      }, { capture: true });
    hear('focusin', () => (written = null));
    hear('input', (field) => (written = { field, said: say(field) }));
    hear('change', (field) => {
      touched.add(field);
      written = { field, said: say(field) };
    });
    // The browser, when the reader tries to send.
    hear('invalid', (field) => touched.add(field));
    listen(document, 'reset', (event) => {
      for (const field of (event.target as HTMLFormElement).elements ?? []) touched.delete(field);
      written = null;
      onChange();
    }, { capture: true });
  });
  return { say, isWritten: (element) => element === written?.field && say(element) === written.said };
}
