// The keyboard belongs to the reader's browser and screen reader: with the assist closed, and open with the focus in the page, every key comes to the
// page, no default is prevented, and no attribute of the page changes. Modes that the reader entered (用键盘读, 快捷键, 只看正文) are left out.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyInput } from 'puppeteer-core';
import { BROWSERS } from '../support/browsers';
import { HAND_SPEECH } from '../support/hand-speech';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script>${HAND_SPEECH}</script>${TAG}</head><body>
<h1>关于办理相关事项的通知</h1><p><a id="link" href="#text">办事指南</a> <button id="button">查询</button> <a id="picture" href="#text"><img alt="大厅" width="160" height="100" src="/picture.svg"></a></p>
<p><input id="field" aria-label="姓名" value="砚溪"><select id="choice" aria-label="乡镇"><option>城关<option>河东</select><input id="tick" type="checkbox" aria-label="同意"></p>
<div id="text" tabindex="-1">${Array.from({ length: 40 }, (_, at) => `<p>第${at}条规定，各单位应当认真办理相关事项并且按时报送材料。</p>`).join('')}</div>
<table><tr><th>窗口<th>时间<tr><td tabindex="0" id="cell">社保<td>九点</table></body></html>`;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="100"><rect width="160" height="100" fill="#479"/></svg>';

/** Aids that are modes with keys of their own. */
const MODES = ['cursor', 'shortcuts', 'view'];
const PLAIN = [...'abcdefghijklmnopqrstuvwxyz0123456789', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'Enter', ' ', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete', 'Backspace',
  ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`), '+', '-', '=', '/', '?', '[', ']', 'ContextMenu'];
/** Alone, and with each of the three and some together: AltGr is Ctrl with Alt. */
const HELD = ['', 'Shift', 'Alt', 'Control', 'Control Alt', 'Alt Shift', 'Control Shift'];
const PLACES = ['body', '#link', '#button', '#field', '#choice', '#tick', '#cell', '#text'];
/** Keys that are pressed for good, for what browsers do by themselves: they leave the page where it is. */
const PRESSED: readonly KeyInput[] = ['a', 'h', '1', '9', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'End', 'Home', 'Tab', 'Escape', 'Shift', 'Insert', 'Delete'];

/** In the page: from now on, what keys come by, what becomes of them, and what changes. Attributes that bear our prefix are ours to change. */
const WATCH = `(() => {
  keys = { events: [], bubbled: 0, changed: [] };
  for (const type of ['keydown', 'keyup', 'keypress']) {
    window.addEventListener(type, (event) => keys.events.push(event), true);
    window.addEventListener(type, () => (keys.bubbled += 1));
  }
  new MutationObserver((records) => {
    for (const { target, attributeName } of records) if (!target.closest('[data-mingdu]') && !attributeName.startsWith('data-mingdu-x-')) keys.changed.push(target.localName + ' ' + attributeName);
  }).observe(document, { attributes: true, subtree: true });
})()`;
const NOTES = `({ prevented: [...new Set(keys.events.filter((one) => one.defaultPrevented).map((one) => one.type + ' ' + one.key))], kept: keys.events.length - keys.bubbled, changed: [...new Set(keys.changed)] })`;
const UNTOUCHED = { prevented: [], kept: 0, changed: [] };

/** Every key with all that is held, at each place, as events of the page: none of them makes the browser itself reload, print or leave. */
const DISPATCH = `(() => {
  const refused = [];
  for (const place of ${JSON.stringify(PLACES)}) {
    const at = document.querySelector(place);
    at === document.body ? document.activeElement.blur() : at.focus({ preventScroll: true });
    for (const held of ${JSON.stringify(HELD)}) for (const key of ${JSON.stringify(PLAIN)}) for (const type of ['keydown', 'keypress', 'keyup']) {
      const code = /^[a-z]$/.test(key) ? 'Key' + key.toUpperCase() : /^[0-9]$/.test(key) ? 'Digit' + key : key === ' ' ? 'Space' : key;
      const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true, shiftKey: held.includes('Shift'), altKey: held.includes('Alt'), ctrlKey: held.includes('Control') });
      if (!at.dispatchEvent(event)) refused.push(place + ': ' + type + ' ' + held + ' ' + key);
    }
  }
  return refused;
})()`;

describe.each(BROWSERS)('keys in the page in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/keys/', from: () => ({ body: PAGE }) }, { at: '/picture.svg', from: () => ({ type: 'image/svg+xml', body: PICTURE }) }]);
  expectNoOwnErrors(() => bench.page);
  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/keys/`);
    await bench.page.mouse.click(900, 300);
  });
  afterEach(() => closeAndForget(bench.page));

  const still = () => bench.page.evaluate(`new Promise((resolve) => { let was = -1; const timer = setInterval(() => { if (scrollY === was) { clearInterval(timer); resolve(0); } was = scrollY; }, 150); })`);
  /** A key that scrolls, from stillness until the movement has ended: browsers join the next key to one that is still under way, or drop it. */
  async function scrolls(key: KeyInput, until: string): Promise<void> {
    const { page } = bench;
    await ask(page, 'settled()');
    await still();
    await page.keyboard.press(key);
    await page.waitForFunction(until);
    await still();
  }
  const silence = () => ask(bench.page, 'speech.stop()');

  async function allOn(): Promise<void> {
    const { page } = bench;
    await ask(page, 'open()');
    await page.waitForFunction(`${TOOLBARS}.length === 1`);
    await set(page, Object.fromEntries(Object.entries(await strongestOf(page)).filter(([key]) => !MODES.includes(key))));
    await page.evaluate(`document.activeElement.blur()`);
  }
  /** The reader has opened it before, and closed it: its scripts are there. */
  async function closed(): Promise<void> {
    await allOn();
    await ask(bench.page, 'close()');
    await ask(bench.page, 'settled()');
  }
  const STATES = [
    ['never opened', async () => undefined],
    ['closed again', closed],
    ['open with all aids', allOn],
    ['open with all aids, reading aloud', async () => {
      await allOn();
      await ask(bench.page, 'speech.play()');
      await bench.page.waitForFunction('hand.isSounding');
    }],
  ] as const;

  it.each(STATES)('every key, with Alt, Ctrl and Shift, wherever the focus is: %s', async (_, prepare) => {
    const { page } = bench;
    await prepare();
    await page.evaluate(WATCH);
    expect(await page.evaluate(DISPATCH)).toEqual([]);
    await frames(page, 3);
    expect(await page.evaluate(NOTES)).toEqual(UNTOUCHED);
  });

  it.each(STATES)('keys that are pressed do what they do: %s', async (_, prepare) => {
    const { page } = bench;
    await prepare();
    await silence();
    await page.evaluate(WATCH);
    for (const key of PRESSED) await page.keyboard.press(key);
    // What those keys began ends before the page is put back to its top.
    await still();
    await page.evaluate(`document.activeElement.blur(), scrollTo({ top: 0, behavior: 'instant' })`);
    await scrolls('End', 'scrollY > 300');
    await scrolls('Home', 'scrollY === 0');
    await scrolls('PageDown', 'scrollY > 100');
    await page.evaluate(`field.focus(), field.setSelectionRange(2, 2)`);
    await page.keyboard.type('h1k ');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    expect(await page.evaluate('field.value')).toBe('溪h1k ');
    await page.evaluate(`button.clicks = 0, button.addEventListener('click', () => (button.clicks += 1)), link.focus()`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('button');
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    expect(await page.evaluate('button.clicks')).toBe(2);
    await page.evaluate(`choice.focus()`);
    await page.keyboard.press('Tab');
    await page.keyboard.press(' ');
    expect(await page.evaluate('document.activeElement.id + tick.checked')).toBe('ticktrue');
    await frames(page, 3);
    expect(await page.evaluate(NOTES)).toEqual(UNTOUCHED);
  });

  it('the one key that 看图 answers: Tab from a link with a picture leads to 放大, and from there back to the page', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    await set(page, { image: true });
    await page.evaluate(WATCH);
    await page.evaluate(`picture.focus()`);
    await page.keyboard.press('Tab');
    await page.waitForFunction(`document.activeElement.closest('[data-mingdu]') !== null`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('field');
    expect(await page.evaluate(NOTES)).toMatchObject({ prevented: ['keydown Tab'], changed: [] });
  });
});
