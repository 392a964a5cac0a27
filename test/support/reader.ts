// What a reader has under way in a page when an aid is switched: a selection, the focus in a field, things filled in. No expectations in here.
import type { Page } from 'puppeteer-core';

/** In the page: selects from inside a later text back into an earlier one, in view. Resolves to whether there are two such texts. */
function selectBackwards(): boolean {
  const LEAST = 6;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('[data-mingdu],script,style,noscript,option,textarea') || node.data.trim().length < LEAST) continue;
    const { top, height } = parent.getBoundingClientRect();
    if (height > 0 && top >= 0 && top < innerHeight) texts.push(node);
  }
  const first = texts[Math.floor(texts.length / 3)];
  const last = texts.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  getSelection()?.setBaseAndExtent(last, last.data.search(/\S/) + 4, first, first.data.search(/\S/) + 2);
  return true;
}

/** In the page: fills in a field, puts the caret's selection backwards over a part of it. Resolves to whether there is a field to write in. */
function writeInField(): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text],input:not([type]),input[type=search],textarea')];
  const field = fields.find((one) => one.getClientRects().length > 0 && !one.disabled && !one.readOnly);
  if (field === undefined) return false;
  field.value = '农村道路补助';
  field.focus({ preventScroll: true });
  field.setSelectionRange(1, 4, 'backward');
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) box.checked = !box.checked;
  return document.activeElement === field;
}

/** Leaves a selection in the page's text, backwards. */
export const selectInText = (page: Page) => page.evaluate(selectBackwards);
/** Leaves the focus and a selection in a field. */
export const selectInField = (page: Page) => page.evaluate(writeInField);
