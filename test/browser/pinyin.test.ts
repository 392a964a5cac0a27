// Pinyin over a page's own text: all Han text in view, by the marks of the contract, with text, selection, clipboard and find as before.
// Which reading a character gets is tested with the pack; pages of frameworks in frameworks.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { stopPageTimers } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, visit, widgetMount } from '../support/product';
import { unannotated } from '../support/annotated';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>拼音</title><script async src="/mingdu/mingdu.js"></script></head><body>
<p id="one">银行在重庆，长度一千米，音乐会。</p>
<p id="rare">农村里的饕餮和龘</p>
<p id="linked">请看<a href="#x">办事<b>指南</b></a>和<span>说明</span>。</p>
<p id="own"><ruby>汉<rt>hàn</rt></ruby>字</p>
<p id="skipped" data-mingdu-skip>不要注音</p>
<p id="said" data-mingdu-py="off">普通</p>
<textarea id="paste" rows="3"></textarea>
<select><option>选项</option></select> <input value="输入框"> <button>按钮</button>
</body></html>`;

const readings = (selector: string) => `[...document.querySelectorAll(${JSON.stringify(`${selector} ruby[data-mingdu] rt[data-py]`)})].map((rt) => [rt.previousSibling?.data, rt.dataset.py])`;

describe.each(BROWSERS)('pinyin in %s', (name) => {
  const bench = useBrowser(name, [
    ...demoMounts(),
    widgetMount(),
    { at: '/py/', from: () => ({ body: PAGE }) },
  ]);
  afterEach(() => closeAndForget(bench.page));

  describe.each(DEMO_PAGES)('%s', (path) => {
    it('annotates all Han text in view, also after scrolling, and changes no text', async () => {
      const { page, site } = bench;
      await visit(page, `${site.origin}/${path}`);
      await stopPageTimers(page);
      const text = await page.evaluate('document.body.textContent');
      await set(page, { pinyin: 'all' });
      expect(await unannotated(page)).toEqual([]);
      await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })`);
      await ask(page, 'settled()');
      expect(await unannotated(page)).toEqual([]);
      expect(await page.evaluate('document.body.textContent')).toBe(text);
    });
  });

  describe('on a page of its own', () => {
    beforeEach(() => visit(bench.page, `${bench.site.origin}/py/`));

    it('marks each character by the contract', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate(readings('#one'))).toEqual([
        ['银', 'yín'], ['行', 'háng'], ['在', 'zài'], ['重', 'chóng'], ['庆', 'qìng'], ['长', 'cháng'], ['度', 'dù'],
        ['一', 'yī'], ['千', 'qiān'], ['米', 'mǐ'], ['音', 'yīn'], ['乐', 'yuè'], ['会', 'huì'],
      ]);
      const marks = (await page.evaluate(
        `[...document.querySelectorAll('ruby[data-mingdu] rt')].map((rt) => [rt.textContent, rt.dataset.py === rt.dataset.py.normalize('NFC'), /^\\p{Ll}+$/u.test(rt.dataset.py)])`,
      )) as unknown[][];
      expect(marks.length).toBeGreaterThan(20);
      expect(marks.every(([text, nfc, lower]) => text === '' && nfc === true && lower === true)).toBe(true);
    });

    it('draws the readings above the characters', async () => {
      const { page } = bench;
      const height = () => page.evaluate(`document.querySelector('#one').getBoundingClientRect().height`) as Promise<number>;
      const before = await height();
      await set(page, { pinyin: 'all' });
      const rt = (await page.evaluate(
        `(() => { const rt = document.querySelector('#one rt').getBoundingClientRect(); const line = document.createRange(); line.selectNode(document.querySelector('#one rt').previousSibling); const base = line.getBoundingClientRect(); return [rt.width, rt.height, rt.bottom - base.top]; })()`,
      )) as [number, number, number];
      expect(await height()).toBeGreaterThan(before);
      expect(rt[0]).toBeGreaterThan(4);
      expect(rt[1]).toBeGreaterThan(4);
      expect(rt[2]).toBeLessThan(12);
    });

    it('rare annotates what lies outside the first level alone', async () => {
      await set(bench.page, { pinyin: 'rare' });
      expect(await bench.page.evaluate(readings('body'))).toEqual([['饕', 'tāo'], ['餮', 'tiè'], ['龘', 'dá']]);
    });

    it('leaves fields, ready-made ruby and what the author marked', async () => {
      await set(bench.page, { pinyin: 'all' });
      expect(await bench.page.evaluate(`document.querySelectorAll('#skipped ruby, select ruby, textarea ruby, #own ruby ruby').length`)).toBe(0);
      expect(await bench.page.evaluate(`document.querySelector('#own > ruby').outerHTML`)).toBe('<ruby>汉<rt>hàn</rt></ruby>');
    });

    it('keeps the selection, and copies no pinyin', async () => {
      const { page } = bench;
      const copied = async () => {
        await page.evaluate(`paste.value = ''; getSelection().selectAllChildren(linked)`);
        await page.keyboard.down('Control');
        await page.keyboard.press('c');
        await page.keyboard.up('Control');
        await page.evaluate('paste.focus()');
        await page.keyboard.down('Control');
        await page.keyboard.press('v');
        await page.keyboard.up('Control');
        const text = await page.evaluate('paste.value');
        await page.evaluate(`paste.value = ''; paste.blur()`);
        return text;
      };
      const before = await copied();
      expect(before).toBe('请看办事指南和说明。');
      await page.evaluate(`getSelection().setBaseAndExtent(one.firstChild, 3, one.firstChild, 8)`);
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate('String(getSelection())')).toBe('重庆，长度');
      expect(await copied()).toBe(before);
    });

    it('lets find-in-page find across characters', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate(`getSelection().removeAllRanges(), [find('重庆，长度'), String(getSelection())]`)).toEqual([true, '重庆，长度']);
      expect(await page.evaluate(`getSelection().removeAllRanges(), find('yín')`)).toBe(false);
    });

    it('keeps a link a link', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      await page.click('#linked b');
      expect(await page.evaluate('location.hash')).toBe('#x');
    });

    it('leaves the page\'s own text alone where something becomes editable, until it no longer is', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      await page.evaluate(`one.contentEditable = 'true'; one.focus()`);
      expect(await page.evaluate(`[one.querySelectorAll('ruby').length, one.childNodes.length, one.textContent]`)).toEqual([0, 1, '银行在重庆，长度一千米，音乐会。']);
      await page.evaluate(`getSelection().selectAllChildren(one)`);
      await page.keyboard.press('Backspace');
      await page.keyboard.type('new');
      await ask(page, 'settled()');
      expect(await page.evaluate(`one.textContent`)).toBe('new');
      await page.evaluate(`one.textContent = '写完了'; one.removeAttribute('contenteditable')`);
      await ask(page, 'settled()');
      expect(await page.evaluate(readings('#one'))).toEqual([['写', 'xiě'], ['完', 'wán'], ['了', 'le']]);
    });

    it('follows what its author wants left, and no longer', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      const count = (id: string) => page.evaluate(`document.querySelectorAll('#${id} rt[data-py]').length`);
      await page.evaluate(`one.setAttribute('data-mingdu-skip', ''); skipped.removeAttribute('data-mingdu-skip'); said.removeAttribute('data-mingdu-py')`);
      await ask(page, 'settled()');
      expect([await count('one'), await count('skipped'), await count('said')]).toEqual([0, 4, 2]);
      expect(await page.evaluate(`one.childNodes.length`)).toBe(1);
      await page.evaluate(`one.removeAttribute('data-mingdu-skip'); skipped.setAttribute('data-mingdu-skip', ''); said.setAttribute('data-mingdu-py', 'off')`);
      await ask(page, 'settled()');
      expect([await count('one'), await count('skipped'), await count('said')]).toEqual([13, 0, 0]);
    });

    it('has annotated what comes into view because something above it went, when settled', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      for (let round = 0; round < 5; round += 1) {
        await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<div class="tall" style="height:9000px"></div><p class="far">远处的话</p>')`);
        await ask(page, 'settled()');
        const count = (told: string) => page.evaluate(`${told}document.querySelectorAll('.far:last-child rt').length`);
        expect(await count('')).toBe(0);
        expect(await page.evaluate(`document.querySelector('.tall').remove(), Mingdu.settled().then(() => document.querySelectorAll('.far:last-child rt').length)`)).toBe(4);
      }
    });

    it('what comes into a shadow tree that a script attached later is annotated, and stays the page’s to write', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      await page.evaluate(`host = document.getElementById('said').attachShadow({ mode: 'open' }); text = document.getElementById('rare').firstChild; host.append(text)`);
      await ask(page, 'settled()');
      await page.evaluate(`text.data = '写过的字'; Promise.resolve()`);
      await ask(page, 'settled()');
      expect(await page.evaluate('[host.textContent, host.querySelectorAll("mingdu-text").length <= 1]')).toEqual(['写过的字', true]);
      await ask(page, 'close()');
      expect(await page.evaluate('[host.innerHTML, text.data]')).toEqual(['写过的字', '写过的字']);
    });

    it('annotates what comes later, and follows a text that changes', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      await page.evaluate(`one.insertAdjacentHTML('afterend', '<p id="late">后来的话</p>')`);
      await ask(page, 'settled()');
      expect(await page.evaluate(readings('#late'))).toEqual([['后', 'hòu'], ['来', 'lái'], ['的', 'de'], ['话', 'huà']]);
      await page.evaluate(`document.querySelector('#late').firstChild.data = '新闻'`);
      await page.evaluate('Promise.resolve()');
      expect(await page.evaluate(`late.textContent`)).toBe('新闻');
      await ask(page, 'settled()');
      expect(await page.evaluate(readings('#late'))).toEqual([['新', 'xīn'], ['闻', 'wén']]);
    });
  });
});
