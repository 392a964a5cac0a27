// What a page says of a field: its name, whether it must be filled, what helps and what is wrong. Never what is written in it. Pure: it asks
// the browser nothing that a page could hear of (no reportValidity). Not for putting it into words (field-words.ts).
import { up } from '../dom/marker';
import { boxOf, cellNaming, FIELDS, isSeen, squeezed, textAfter, textBefore, wordsOf } from './field-around';

/** What is to be done in a field. */
export type FieldKind = 'text' | 'lines' | 'choice' | 'one' | 'check' | 'file' | 'date' | 'number' | 'password';

export interface FieldFacts {
  /** '' where the page gives it no name. */
  readonly label: string;
  /** The name of the group that it is one of; '' for none. */
  readonly group: string;
  readonly isRequired: boolean;
  readonly hint: string;
  /** The page's own words, or the browser's; `missing` where the browser only says that there is nothing. */
  readonly error: string;
  readonly isMissing: boolean;
  readonly kind: FieldKind;
}

const HINTS = 'small, .form-text, [class*="help" i], [class*="hint" i], [class*="tip" i]';
/** Not `multiple`, which has a tip in it. */
const HINT_CLASS = /(^|[-_])(help|hint|tips?|form-text)([-_]|block|text|$)/i;
const ERRORS = '[role="alert"], [class*="error" i], [class*="invalid" i], [class*="err-" i], [class*="-err" i]';
const REQUIRED_MARK = /[*＊✱﹡]|[（(【[]?\s*必\s*[填选]项?\s*[）)】\]]?/g;
const REQUIRED_CLASS = /(^|[-_])required($|[-_](?!false|mark-hidden))/i;
const HINT_LENGTH = 80;
const LEAST_HINT = 2;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (field: Element): field is Control => /^(input|select|textarea)$/.test(field.localName);
const typeOf = (field: Element) => (field.localName === 'input' ? (field as HTMLInputElement).type : '');
const isTick = (field: Element) => /^(radio|checkbox)$/.test(typeOf(field)) || field.matches('[role="radio"], [role="checkbox"], [role="switch"]');
const hasMark = (text: string) => new RegExp(REQUIRED_MARK.source).test(text);
const cut = (text: string) => (text.length > HINT_LENGTH ? `${text.slice(0, HINT_LENGTH)}…` : text);

/** Whether an element is filled in or chosen in. */
export function isField(element: Element): boolean {
  return element.matches(FIELDS);
}

const isHint = (one: Element) => one.localName === 'small' || [...one.classList].some((name) => HINT_CLASS.test(name));

function referred(field: Element, name: string): Element[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = (field.getAttribute(name) ?? '').split(/\s+/).filter(Boolean);
  return 'getElementById' in root ? ids.flatMap((id) => root.getElementById(id) ?? []) : [];
}

function tidy(text: string): string {
  return squeezed(squeezed(text).replace(REQUIRED_MARK, ' ').replace(/^[\s:：、.]+|[\s:：]+$/g, ''));
}

/** Those that are chosen among: the buttons of one name. */
function siblings(field: Element): Element[] {
  const name = field.getAttribute('name');
  const form = (field as HTMLInputElement).form ?? (field.getRootNode() as Document | ShadowRoot);
  if (typeOf(field) !== 'radio' && typeOf(field) !== 'checkbox') return [field];
  return name ? [...form.querySelectorAll('input')].filter((one) => one.type === typeOf(field) && one.name === name) : [field];
}

/** The name as the page writes it, stars and all; the first that says anything. */
function rawLabel(field: Element): { readonly text: string; readonly from: 'own' | 'place' | 'title' | 'placeholder' | '' } {
  const labels = 'labels' in field ? [...((field as HTMLInputElement).labels ?? [])] : [];
  const wrapping = labels.length === 0 ? field.closest('label') : null;
  const own = [
    referred(field, 'aria-labelledby').map((one) => wordsOf(one, true)).join(' '),
    field.getAttribute('aria-label') ?? '',
    [...labels, ...(wrapping ? [wrapping] : [])].map((one) => wordsOf(one, true)).join(' '),
  ].find((text) => tidy(text) !== '');
  if (own !== undefined) return { text: own, from: 'own' };
  const places = isTick(field) ? [textAfter, textBefore] : [textBefore, cellNaming];
  const place = places.map((find) => find(field)).find((text) => tidy(text) !== '');
  if (place !== undefined) return { text: place, from: 'place' };
  const title = field.getAttribute('title') ?? '';
  if (tidy(title)) return { text: title, from: 'title' };
  return { text: field.getAttribute('placeholder') ?? '', from: field.hasAttribute('placeholder') ? 'placeholder' : '' };
}

function rawGroup(field: Element): string {
  const group = field.closest('[role="radiogroup"], [role="group"], fieldset');
  if (group) {
    const legend = group.querySelector(':scope > legend');
    const named = [referred(group, 'aria-labelledby').map((one) => wordsOf(one, true)).join(' '), group.getAttribute('aria-label') ?? '', legend ? wordsOf(legend) : ''];
    const name = named.find((text) => tidy(text) !== '');
    if (name !== undefined) return name;
  }
  const first = isTick(field) ? siblings(field)[0] : undefined;
  if (!first || (siblings(field).length < 2 && typeOf(field) !== 'radio')) return '';
  return textBefore(first.closest('label') ?? first) || cellNaming(first);
}

/** Around a field and its name: pages draw the star by a class. */
function hasRequiredClass(field: Element, box: Element): boolean {
  const labels = 'labels' in field ? [...((field as HTMLInputElement).labels ?? [])] : [];
  const around: Element[] = [field, ...labels];
  for (let at: Element | null = up(field); at && box.contains(at); at = up(at)) around.push(at);
  return around.some((one) => [...one.classList].some((name) => REQUIRED_CLASS.test(name)));
}

function kindOf(field: Element): FieldKind {
  const type = typeOf(field);
  if (field.matches('textarea, [contenteditable], [aria-multiline="true"]')) return 'lines';
  if (field.matches('select, [role="combobox"], [role="listbox"]') && !field.matches('input')) return 'choice';
  if (type === 'radio' || field.matches('[role="radio"]')) return 'one';
  if (isTick(field)) return 'check';
  if (/^(date|time|month|week|datetime-local)$/.test(type)) return 'date';
  if (type === 'number' || type === 'file' || type === 'password') return type;
  return 'text';
}

/** Whether the browser or the page takes what was entered to be wrong, once the reader has been there. */
function isFaulty(field: Element, isTouched: (field: Element) => boolean): boolean {
  return isControl(field) && field.willValidate && !field.validity.valid && (isTouched(field) || isUserInvalid(field));
}

function isUserInvalid(field: Element): boolean {
  const css = (field.ownerDocument.defaultView as (Window & typeof globalThis) | null)?.CSS;
  return typeof css?.supports === 'function' && css.supports('selector(:user-invalid)') && field.matches(':user-invalid');
}

/** @param isTouched whether the reader has left the field, or tried to send it, as far as was heard */
export function factsOf(field: Element, isTouched: (field: Element) => boolean = () => false): FieldFacts {
  const { text: label, from } = rawLabel(field);
  const group = rawGroup(field);
  const same = siblings(field);
  const box = boxOf(field, (other) => same.includes(other));
  const after = isTick(field) ? '' : textAfter(field);
  const isRequired =
    same.some((one) => isControl(one) && one.required) || field.getAttribute('aria-required') === 'true' || field.closest('[role="radiogroup"]')?.getAttribute('aria-required') === 'true' ||
    hasMark(label) || (group !== '' && typeOf(field) === 'radio' && hasMark(group)) || hasMark(after.slice(0, 8)) || hasRequiredClass(field, box);

  const isInvalid = /^(true|grammar|spelling)$/.test(field.getAttribute('aria-invalid') ?? '');
  const described = referred(field, 'aria-describedby');
  const named = isInvalid ? referred(field, 'aria-errormessage').filter(isSeen) : [];
  const isError = (one: Element) => one.matches(ERRORS) || named.includes(one);
  const shown = [...box.querySelectorAll(ERRORS)].filter((one) => !one.matches(`label, ${FIELDS}`) && !one.querySelector(FIELDS) && isSeen(one));
  const errors = [...named, ...described.filter((one) => isError(one) && isSeen(one)), ...shown];
  const hintTexts = described.filter((one) => !errors.includes(one) && !isError(one)).map((one) => squeezed(wordsOf(one, true)));
  const faulty = isFaulty(field, isTouched) ? (field as Control) : null;
  const isMissing = faulty?.validity.valueMissing === true;
  const said = unique(errors.map((one) => squeezed(wordsOf(one))));
  // Described text of a field that is wrong is what is wrong with it, where nothing else is.
  const error = said || (isInvalid && hintTexts.length > 0 ? unique(hintTexts) : faulty && !isMissing ? squeezed(faulty.validationMessage) : '');

  const beside = tidy(errors.reduce((text, one) => text.replace(squeezed(wordsOf(one)), ' '), after));
  const hints = error !== '' && error === unique(hintTexts) ? [] : hintTexts;
  const small = [...box.querySelectorAll(HINTS)].filter((one) => isHint(one) && !isError(one) && !one.closest('label') && !one.querySelector(FIELDS) && isSeen(one)).map((one) => squeezed(wordsOf(one)));
  const candidates = [...hints, from === 'placeholder' ? '' : squeezed(field.getAttribute('placeholder')), ...small, beside, from === 'title' ? '' : squeezed(field.getAttribute('title'))];
  const name = cut(tidy(label));
  const hint = unique(candidates.map(tidy).filter((text) => text.length >= LEAST_HINT && text !== name && !error.includes(text)).slice(0, 2));
  return { label: name, group: tidy(group) === name ? '' : cut(tidy(group)), isRequired, hint, error: cut(error), isMissing: isMissing && error === '', kind: kindOf(field) };
}

/** Each once, of two that hold one another the longer. */
function unique(texts: readonly string[]): string {
  const all = texts.filter((text, at) => text !== '' && !texts.some((other, place) => place !== at && other.includes(text) && (other !== text || place < at)));
  return cut(all.join('；'));
}

/** Whether nothing has been entered or chosen. */
export function isEmpty(field: Element): boolean {
  if (isTick(field)) {
    const isOn = (one: Element) => (one.localName === 'input' ? (one as HTMLInputElement).checked : one.getAttribute('aria-checked') === 'true');
    const group = field.matches('[role="radio"]') ? [...(field.closest('[role="radiogroup"]')?.querySelectorAll('[role="radio"]') ?? [field])] : siblings(field);
    return !group.some(isOn);
  }
  if (field.localName === 'select') {
    const { selectedOptions } = field as HTMLSelectElement;
    // Old pages give the line that asks a value of its own.
    return [...selectedOptions].every((option) => option.value === '' || /^[\s\-—=]*(请?选择|请选|选择)/.test(option.text));
  }
  if (isControl(field)) return field.value.trim() === '';
  return squeezed(field.textContent) === '';
}

/** Whether the reader could fill it: seen, enabled, not for reading only. */
export function isFillable(field: Element): boolean {
  if (isControl(field) && (field.matches(':disabled') || ('readOnly' in field && field.readOnly))) return false;
  return field.getAttribute('aria-disabled') !== 'true' && field.getAttribute('aria-readonly') !== 'true' && isSeen(field);
}
