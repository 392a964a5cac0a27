// What lens and caption show for a place: a sentence of the page with its readings, or what a control, a field or a picture says.
// Never what is typed into a field for passwords. What a field asks for is in field.ts; not for drawing.
import type { Live } from '../live';
import { blocksIn, containerOf } from './blocks';
import { isField } from './field';
import type { FieldFollow } from './field-follow';
import type { Page } from './page';
import { sentencesOf, type Sentence, type Span } from './sentences';
import type { Block } from './text-map';
import type { createUnder } from './under';

export interface Shown {
  readonly text: string;
  /** One entry per UTF-16 unit, '' for none. */
  readonly readings: readonly string[];
  /** Where its words begin and end, as far as that is needed. */
  readonly words: readonly Span[];
  /** The word that is pointed at. */
  readonly mark: Span | null;
  /** Where it is a sentence of the page. */
  readonly sentence?: Sentence;
}

/** A control shows its own words, not those of its neighbours in the same line. */
const OWN = 'button, summary, label, legend, [role="button"], [role="tab"], [role="menuitem"], [role="option"]';
const PICTURES = 'img, area, canvas, video, object, [role="img"], svg';
const EDITORS = '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
/** What is longer is shown by its first sentence. */
const SHORT = 60;

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const plain = (text: string): Shown | null => (text === '' ? null : { text, readings: [], words: [], mark: null });

/** The readings that stand over a stretch of a block now; empty where there are none. */
export function readingsOf(page: Page, block: Block, from: number, to: number): string[] {
  const readings: string[] = [];
  for (const { text, from: offset, start, length } of block.segments) {
    if (start >= to || start + length <= from || page.pointAt(text, offset).node === text) continue;
    for (let at = Math.max(start, from); at < Math.min(start + length, to); at += 1) {
      const { node } = page.pointAt(text, offset + at - start);
      const beside = node.parentElement?.localName === 'ruby' ? node.nextSibling : null;
      const reading = beside?.nodeType === 1 ? (beside as Element).getAttribute('data-py') : null;
      if (reading) readings[at - from] = reading;
    }
  }
  return Array.from({ length: readings.length }, (_, at) => readings[at] ?? '');
}

/** The words of a block, where they are few; else its first sentence. */
function ofElement(page: Page, element: Element): Shown | null {
  const blocks = [...blocksIn(page, element)];
  const first = blocks[0];
  if (!first) return null;
  const length = blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (length <= SHORT) {
    const parts = blocks.map(({ text }) => text);
    const readings = blocks.flatMap((block) => [...pad(readingsOf(page, block, 0, block.text.length), block.text.length), '']);
    return { text: parts.join(' '), readings, words: [], mark: null };
  }
  const sentence = sentencesOf(first)[0];
  return sentence ? { text: sentence.text, readings: readingsOf(page, first, sentence.start, sentence.end), words: [], mark: null, sentence } : null;
}

const pad = (readings: readonly string[], length: number) => Array.from({ length }, (_, at) => readings[at] ?? '');

function labelOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const candidates = [
    ids.map((id) => root.getElementById(id)?.textContent).join(' '),
    element.getAttribute('aria-label'),
    labels.map((label) => label.textContent).join(' '),
    element.getAttribute('alt'),
    element.querySelector(':scope > title')?.textContent,
    element.getAttribute('title'),
  ];
  return candidates.map(squeezed).find((text) => text !== '') ?? '';
}

/** The line that is written in, of a field of several. */
function lineOf(field: HTMLTextAreaElement): string {
  const caret = field.ownerDocument.activeElement === field ? field.selectionStart : 0;
  const start = field.value.lastIndexOf('\n', caret - 1) + 1;
  const end = field.value.indexOf('\n', caret);
  return field.value.slice(start, end < 0 ? undefined : end) || field.value;
}

/** What a field says; null for what is no field. */
export function fieldText(element: Element): string | null {
  if (element.localName === 'textarea') return squeezed(lineOf(element as HTMLTextAreaElement)) || fallback(element);
  if (element.localName === 'option') return squeezed((element as HTMLOptionElement).text);
  if (element.localName === 'select') return squeezed([...(element as HTMLSelectElement).selectedOptions].map(({ text }) => text).join('，')) || fallback(element);
  if (element.localName !== 'input') return null;
  const { type, value } = element as HTMLInputElement;
  if (/^(password|checkbox|radio|file|image|color|hidden)$/.test(type)) return fallback(element);
  return squeezed(value) || fallback(element);
}

function fallback(element: Element): string {
  return squeezed(element.getAttribute('placeholder')) && !/^(checkbox|radio)$/.test((element as HTMLInputElement).type)
    ? squeezed(element.getAttribute('placeholder'))
    : labelOf(element);
}

function editedText(target: Element): string | null {
  const editor = target.closest(EDITORS);
  const block = editor && (containerOf(target) ?? editor);
  return block && squeezed((editor.contains(block) ? block : editor).textContent);
}

export interface WhatParts {
  readonly page: Page;
  readonly speaking: Live<{ readonly text: string }>;
  readonly under: ReturnType<typeof createUnder>;
  readonly fields: FieldFollow;
  /** Whether what stands in a field is shown too, to who points at it or writes in it: it enlarges, and tells nobody else. */
  readonly showsWritten: boolean;
}

export function createWhat({ page, speaking, under, fields, showsWritten }: WhatParts) {
  /** A field tells what it asks for; what is being written in it is shown instead. */
  function inField(target: Element, isWritten: boolean): string | null {
    const value = fieldText(target) ?? editedText(target);
    if (showsWritten && isWritten) return value;
    const field = isField(target) ? target : target.closest(EDITORS);
    return value === null || !field || !isField(field) ? value : fields.say(field) || (showsWritten ? value : fallback(field));
  }

  function sentenceAt(target: Element, x: number, y: number): Shown | null {
    const found = under(target, x, y);
    if (!found) return null;
    const { block, start, end, text } = found.sentence;
    return { text, readings: readingsOf(page, block, start, end), words: found.words, mark: found.word, sentence: found.sentence };
  }

  /** A link that stands by itself, as in a menu of boxes, is no part of a sentence. */
  function ownOf(target: Element): Element | null {
    const own = target.closest(OWN);
    const link = own ? null : target.closest('a[href]');
    const display = link ? link.ownerDocument.defaultView?.getComputedStyle(link).display : '';
    return own ?? (display?.startsWith('inline-') ? link : null);
  }

  return {
    /** @param x, y in the window of the target's own document */
    pointed(target: Element, x: number, y: number): Shown | null {
      const field = inField(target, true);
      if (field !== null) return plain(field);
      const letters = target.closest('svg text');
      if (letters) return plain(squeezed(letters.textContent));
      const picture = target.closest(PICTURES);
      if (picture) return plain(labelOf(picture) || labelOf(picture.closest('a, button') ?? picture));
      const own = ownOf(target);
      return (own && ofElement(page, own)) ?? sentenceAt(target, x, y);
    },
    focused(target: Element): Shown | null {
      const field = inField(target, fields.isWritten(target));
      if (field !== null) return plain(field);
      const picture = target.matches(PICTURES) ? target : target.querySelector(PICTURES);
      return ofElement(page, target) ?? plain(labelOf(target) || (picture ? labelOf(picture) : ''));
    },
    /** @param target what lies at the beginning of the box */
    spoken(target: Element | null, x: number, y: number): Shown | null {
      const { text } = speaking.value;
      const found = target && sentenceAt(target, x, y);
      return found && (text === '' || found.text === text) ? { ...found, mark: null } : plain(text);
    },
  };
}
