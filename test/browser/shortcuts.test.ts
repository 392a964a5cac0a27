// Shortcuts: what they do, when a key is none of ours, and keys of the reader's own. The tables are unit tests (shared/keys).
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';
import { WAY, wayfinder } from '../support/wayfinder';

describe.each(BROWSERS)('shortcuts in %s', (name) => {
  const bench = useBrowser(name, [WAY, widgetMount()]);
  expectNoOwnErrors(() => bench.page);
  const { evaluate, inDialog, focused, isOpen, until, untilFocus, chord, askFor, open } = wayfinder(bench);

  beforeEach(async () => {
    await open('/way.html');
    return () => closeAndForget(bench.page);
  });
  const seen = async () => {
    await frames(bench.page);
    return evaluate<string[]>('seen.splice(0).filter((code) => !/^(Alt|Shift)/.test(code))');
  };
  const ALL = [['Alt', 'Digit1'], ['Alt', 'Digit6'], ['Alt', 'Minus'], ['Alt', 'Period'], ['Alt', 'Quote'], ['Alt', 'Shift', 'Digit7'], ['Alt', 'Shift', 'Equal']] as const;

  it('closed, and open with shortcuts off: no key is prevented, and the aid is not fetched', async () => {
    const { page, site } = bench;
    site.forget();
    await evaluate('document.getElementById("pdf").focus()');
    for (const keys of ALL) await chord(...keys);
    expect((await seen()).filter((code) => code.endsWith('!'))).toEqual([]);
    await ask(page, 'open()');
    await set(page, { textSize: 125 });
    await evaluate('document.getElementById("pdf").focus()');
    for (const keys of ALL) await chord(...keys);
    expect((await seen()).filter((code) => code.endsWith('!'))).toEqual([]);
    expect(site.requests.filter((path) => path.includes('find'))).toEqual([]);
    await set(page, { shortcuts: 'mingdu' });
    await ask(page, 'close()');
    for (const keys of ALL) await chord(...keys);
    expect((await seen()).filter((code) => code.endsWith('!'))).toEqual([]);
  });

  it('classic: Alt+1 goes to the first menu, again to the next, and a key that does nothing here is the page’s', async () => {
    const { page } = bench;
    await set(page, { shortcuts: 'classic' });
    await evaluate('document.getElementById("pdf").focus()');
    await chord('Alt', 'Digit1');
    await untilFocus('n1');
    await chord('Alt', 'Digit1');
    await untilFocus('n2');
    await chord('Alt', 'Digit6');
    await untilFocus('m');
    expect(await seen()).toEqual(['Digit1!', 'Digit1!', 'Digit6!']);
    await chord('Alt', 'Digit8');
    await page.keyboard.press('KeyJ');
    expect(await seen()).toEqual(['Digit8', 'KeyJ']);
  });

  it('mingdu: text and colours as on the bar; not while one types, not where the page took the key, not over its access key', async () => {
    const { page } = bench;
    await set(page, { shortcuts: 'mingdu', textSize: 150 });
    await evaluate('document.getElementById("pdf").focus()');
    await chord('Alt', 'Minus');
    await until(async () => (await ask<{ textSize: number }>(page, 'get()')).textSize === 125);
    await chord('Alt', 'BracketLeft');
    await until(async () => (await ask<{ contrast: string }>(page, 'get()')).contrast === 'yellow-on-black');
    expect(await seen()).toEqual(['Minus!', 'BracketLeft!']);
    // The page has given the sign to a link of its own.
    await chord('Alt', 'Equal');
    for (const id of ['field', 'rich']) {
      await evaluate(`document.getElementById(${JSON.stringify(id)}).focus()`);
      await chord('Alt', 'Minus');
    }
    await evaluate('document.getElementById("pdf").focus(); document.addEventListener("keydown", (event) => event.preventDefault(), { once: true })');
    await page.keyboard.down('Minus');
    await page.keyboard.up('Minus');
    expect((await seen()).slice(0, 3)).toEqual(['Equal', 'Minus', 'Minus']);
    expect((await ask<{ textSize: number }>(page, 'get()')).textSize).toBe(125);
  });

  it('they work from our own toolbar too, and lead to it', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    await set(page, { shortcuts: 'mingdu' });
    await evaluate('document.getElementById("pdf").focus()');
    await chord('Alt', 'Digit0');
    await until(() => evaluate<boolean>(`Boolean(${TOOLBARS}[0].activeElement)`));
    await chord('Alt', 'Shift', 'Equal');
    await untilFocus('m');
  });

  it('改快捷键: a key is chosen by pressing it, a clash is asked about, and it is kept', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    await set(page, { shortcuts: 'mingdu' });
    await askFor('看快捷键、改快捷键');
    await until(isOpen);
    const row = (word: string) => `[...root.querySelectorAll('li')].find((one) => one.querySelector('.name').textContent.startsWith('${word}'))`;
    const told = () => inDialog<string>(`root.querySelector('[role=status]').textContent`);
    await until(async () => Boolean(await inDialog(`root.activeElement?.className === 'change'`)));
    expect(await axeFindings(page, ['.interface', '.dialog'])).toEqual([]);
    await page.keyboard.press('Enter');
    await until(async () => (await told()).startsWith('请按住'));
    await page.keyboard.press('KeyQ');
    await until(async () => (await told()).startsWith('这个键不行'));
    await chord('Alt', 'Minus');
    await until(async () => (await inDialog(`root.querySelector('.question') !== null`)) === true);
    expect(await inDialog(`root.querySelector('#question').textContent`)).toBe('Alt + - 已经用来“缩小”。改了，那一项就没有键了。');
    expect(await focused()).toBe('不用，换一个');
    await page.keyboard.press('Enter');
    await until(async () => (await told()) === '没有改。');
    await page.keyboard.press('Enter');
    await chord('F8');
    await until(async () => (await told()) === '改好了：“放大”用 F8。');
    expect(await inDialog(`${row('放大')}.querySelector('.keys').textContent`)).toBe('，F8，您改过');
    await page.keyboard.press('Escape');
    await until(async () => !(await isOpen()));
    expect(await evaluate(`JSON.parse(localStorage.getItem('mingdu')).keys`)).toEqual({ larger: 'F8' });
    await evaluate('document.getElementById("pdf").focus()');
    await chord('F8');
    await until(async () => (await ask<{ textSize: number }>(page, 'get()')).textSize === 125);
  });

  it('broken keys in the store count as the set’s own', async () => {
    await evaluate(`localStorage.setItem('mingdu', JSON.stringify({ version: 1, on: true, toolbar: 'none', settings: { shortcuts: 'classic' }, keys: { 'zone-body': 7, 'zone-list': 'KeyQ', stop: ['F8'] } }))`);
    await bench.page.reload({ waitUntil: 'load' });
    await bench.page.waitForFunction(`typeof Mingdu === 'object'`);
    await ask(bench.page, 'settled()');
    await evaluate('document.getElementById("pdf").focus()');
    await until(async () => {
      await chord('Alt', 'Digit6');
      return (await focused()) === 'm';
    });
  });
});
