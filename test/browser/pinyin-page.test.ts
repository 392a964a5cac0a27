// Pinyin where layout is hard: what has a given size keeps it, what can grow does so at once, nothing is lost, and the reader's line stays.
// Which characters get which reading: pinyin.test.ts; pages as they are: real-pages.test.ts; speed: scale.test.ts and `npm run bench`.
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, pageDifferences, sentencesOf, takePageSnapshot } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, set, settling, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { unannotated } from '../support/annotated';
import { useBrowser } from '../support/use-browser';
import { longPage } from '../fixtures/long-text';

const from = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

/** In the page: the sizes of all that keeps its shape, each with its text; content may run over by what the eye does not see. */
const SHAPES = `[...document.querySelectorAll('[data-keep]')].map((one) => {
  const over = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight].map((px) => (px > 3 && one.clientWidth > 0 ? px : 0));
  return [one.textContent.trim().slice(0, 8), one.offsetWidth, one.offsetHeight, ...over].join(' ');
})`;
/** A line that gets room for readings moves by it, and the page does not. */
const ROOM_PX = 16;

/** In the page: runs `act` and resolves to what `look` says in every frame meanwhile. */
const FILM = `async (act, look) => {
  const seen = [];
  let isOver = false;
  const frame = () => {
    seen.push(look());
    if (!isOver) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  await act();
  await Mingdu.settled();
  isOver = true;
  return seen;
}`;

describe.each(BROWSERS)('pinyin on the page in %s', (name) => {
  const bench = useBrowser(name, [
    { at: '/', from, inject: { html: TAG, before: '</head>' } },
    { at: '/long/', from: (path) => ({ body: longPage(40_000).replace('</head>', `<style>html,body{overflow-anchor:${path}}p{line-height:1.5}</style>${TAG}</head>`) }) },
    widgetMount(),
  ]);
  afterEach(() => closeAndForget(bench.page));

  describe('on boxes of a given size', () => {
    beforeEach(() => visit(bench.page, `${bench.site.origin}/pinyin-torture.html`));

    it('loses no text, and no box changes its size or its rows', async () => {
      const { page } = bench;
      await takePageSnapshot(page);
      const shapes = await page.evaluate(SHAPES);
      const before = await measure(page);
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate(SHAPES)).toEqual(shapes);
      expect(sentencesOf(findingsOf(before, await measure(page, settling(page)), {}))).toEqual([]);
      await set(page, { pinyinSize: 60 });
      expect(await page.evaluate(SHAPES)).toEqual(shapes);
      await closeAndForget(page);
      expect(await pageDifferences(page, { ignoreScroll: true })).toEqual([]);
    });

    it('reads all of them but what has no place above it', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      expect(await unannotated(page)).toEqual([]);
      const left = await page.evaluate(`[...document.querySelectorAll('[data-mingdu-x-pinyin-left]')].map((one) => one.textContent)`);
      expect(left).toContain('窄按钮');
      expect(await page.evaluate(`[...document.querySelectorAll('[data-mingdu-x-pinyin-left] ruby, .tight ruby')].length`)).toBe(0);
      expect(await page.evaluate(`['.bar', '.flex', '.grid', '.fixed', '.row', '.clamp', '.panel', '.tag', '.shot'].filter((one) => document.querySelector(one + ' rt[data-py]') === null)`)).toEqual([]);
    });

    it('draws a reading that takes no room over its character and no wider', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      const found = (await page.evaluate(`[...document.querySelectorAll('.bar rt[data-py], .row rt[data-py]')].map((rt) => {
        const range = document.createRange();
        range.selectNode(rt.previousSibling);
        const base = range.getBoundingClientRect();
        const box = rt.getBoundingClientRect();
        const drawn = getComputedStyle(rt, '::before');
        const scale = new DOMMatrixReadOnly(drawn.transform).a;
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.font = drawn.fontSize + ' ' + drawn.fontFamily;
        return [Math.abs((box.left + box.right - base.left - base.right) / 2), canvas.measureText(rt.dataset.py).width * scale / base.width, parseFloat(drawn.fontSize) / parseFloat(getComputedStyle(rt.parentElement).fontSize)];
      })`)) as [number, number, number][];
      expect(found.length).toBeGreaterThan(30);
      expect(found.filter(([off]) => off > 1)).toEqual([]);
      expect(found.filter(([, wide]) => wide > 1)).toEqual([]);
      expect(found.filter(([, , size]) => Math.abs(size - 0.45) > 0.01)).toEqual([]);
    });

    it('lets words be found and copied across characters there too', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate(`getSelection().removeAllRanges(), [find('双创行动'), String(getSelection())]`)).toEqual([true, '双创行动']);
      expect(await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.row')), String(getSelection())`)).toBe('关于进一步做好双创中心专项工作通知');
    });

    it('leaves pictures drawn by a font, code, fields and what is being written', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      expect(await page.evaluate(`['ligature', 'drawn', 'code', 'edited'].map((id) => document.getElementById(id).innerHTML)`)).toEqual(['home', '搜索', '代码', '正在编辑']);
      expect(await page.evaluate(`document.querySelectorAll('#icons > mingdu-text ruby').length`)).toBe(1);
    });

    it('reads columns, upright cells, shadow roots and frames', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      const counts = `[columns, data, pre, details, rtl, shadow.shadowRoot, frame.contentDocument].map((one) => one.querySelectorAll('rt[data-py]').length > 0)`;
      await page.evaluate(`document.querySelector('#frame').scrollIntoView()`);
      await ask(page, 'settled()');
      expect(await page.evaluate(counts)).toEqual([true, true, true, true, true, true, true]);
      // In upright text the reading stands to the right of its character.
      const [base, reading] = (await page.evaluate(`(() => {
        const rt = document.querySelector('#upright rt');
        const range = document.createRange();
        range.selectNode(rt.previousSibling);
        const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
        return [middle(range.getBoundingClientRect()), middle(rt.getBoundingClientRect())];
      })()`)) as [[number, number], [number, number]];
      expect(reading[0] - base[0]).toBeGreaterThan(6);
      expect(Math.abs(reading[1] - base[1])).toBeLessThan(6);
    });

    it('keeps its text where the page tidies or copies its own markup', async () => {
      const { page } = bench;
      await set(page, { pinyin: 'all' });
      const text = await page.evaluate('document.body.textContent');
      await page.evaluate('document.body.normalize()');
      await ask(page, 'settled()');
      expect(await page.evaluate('document.body.textContent')).toBe(text);
      expect(await unannotated(page)).toEqual([]);
      await page.evaluate(`document.querySelector('#text').insertAdjacentHTML('afterend', '<p id="copy"></p>'); copy.innerHTML = document.querySelector('#text').innerHTML`);
      await ask(page, 'settled()');
      expect(await page.evaluate(`copy.textContent === document.querySelector('#text').textContent && copy.childNodes.length === 2 && copy.firstChild.data === ''`)).toBe(true);
      expect(await page.evaluate(`copy.querySelectorAll('rt[data-py]').length === document.querySelectorAll('#text rt[data-py]').length`)).toBe(true);
    });
  });

  describe('on boxes that have no place for them', () => {
    const LEFT = `[...document.querySelectorAll('[data-mingdu-x-pinyin-left]')].map((one) => one.className || one.localName)`;
    const readingsIn = (selector: string) => `document.querySelectorAll('${selector} rt[data-py]').length`;
    beforeEach(async () => {
      await visit(bench.page, `${bench.site.origin}/pinyin-tight.html`);
      await set(bench.page, { pinyin: 'all' });
    });

    it('leaves what would be cut off or drawn over a control, and all of a list of which most is left', async () => {
      const { page } = bench;
      expect(await page.evaluate(LEFT)).toEqual(['a', 'a', 'a', 'cut', 'clamp', 'b', 'li', 'li', 'li', 'li', 'summary']);
      expect(await page.evaluate(readingsIn('[data-mingdu-x-pinyin-left]'))).toBe(0);
      expect(await page.evaluate(`[${['.roomy', '.clamp.high', '.sized', 'button'].map(readingsIn).join()}].every((count) => count > 3)`)).toBe(true);
    });

    it('draws no reading of a character that its box does not show', async () => {
      const { page } = bench;
      const seen = (await page.evaluate(`['.roomy', '.clamp.high'].map((selector) => {
        const box = document.querySelector(selector);
        const { right, bottom } = box.getBoundingClientRect();
        const shown = [...box.querySelectorAll('rt[data-py]')].filter((rt) => getComputedStyle(rt, '::before').visibility === 'visible').map((rt) => rt.getBoundingClientRect());
        return [shown.length, shown.filter((rt) => (rt.left + rt.right) / 2 > right || (rt.bottom < bottom + 8 && rt.bottom > bottom - 2)).length];
      })`)) as [number, number][];
      expect(seen.map(([, outside]) => outside)).toEqual([0, 0]);
      expect(seen.every(([shown]) => shown > 8)).toBe(true);
    });

    it('judges anew when the window is narrower, or another aid changed the page', async () => {
      const { page } = bench;
      const wide = page.viewport() ?? { width: 1280, height: 800 };
      const isLeft = `document.querySelector('.sized').matches('[data-mingdu-x-pinyin-left]')`;
      await page.setViewport({ ...wide, width: 700 });
      await page.waitForFunction(isLeft);
      await page.setViewport(wide);
      await page.waitForFunction(`!${isLeft} && ${readingsIn('.sized')} === 4`);
      await page.evaluate(`document.querySelector('.sized').style.cssText += ';height:20px;line-height:20px'`);
      await set(page, { contrast: 'black-on-cream' });
      expect(await page.evaluate(isLeft)).toBe(true);
      await page.evaluate(`document.querySelector('.sized').style.cssText += ';height:40px;line-height:40px'`);
      await set(page, { contrast: 'off' });
      expect(await page.evaluate(`[${isLeft}, ${readingsIn('.sized')}]`)).toEqual([false, 4]);
    });
  });

  describe('on a long page', () => {
    it('gives all lines in view their room at once, before the first reading shows', async () => {
      const { page, site } = bench;
      await visit(page, `${site.origin}/long/auto`);
      const seen = (await page.evaluate(`(${FILM})(() => Mingdu.set({ pinyin: 'all' }), () => {
        const near = [...document.querySelectorAll('p')].filter((one) => one.getBoundingClientRect().top < innerHeight);
        return [near.filter((one) => parseFloat(getComputedStyle(one).lineHeight) >= 1.9 * parseFloat(getComputedStyle(one).fontSize)).length / near.length, document.querySelectorAll('rt').length];
      })`)) as [number, number][];
      expect(seen.filter(([, readings]) => readings > 0).length).toBeGreaterThan(1);
      expect(seen.filter(([roomy, readings]) => (readings > 0 ? roomy < 1 : roomy > 0))).toEqual([]);
    });

    it.each(['auto', 'none'])('keeps the line at the top where it is while readings come and go (overflow-anchor: %s)', async (anchor) => {
      const { page, site } = bench;
      await visit(page, `${site.origin}/long/${anchor}`);
      await page.evaluate(`scrollTo({ top: 6000, behavior: 'instant' })`);
      // Scrolled so that a paragraph begins right below the window's top; that line is the reader's.
      const go = (at: number) => page.evaluate(`(() => {
        const one = [...document.querySelectorAll('p')].find((p) => p.getBoundingClientRect().top + scrollY > ${at});
        document.querySelector('#top')?.removeAttribute('id');
        one.id = 'top';
        scrollTo({ top: one.getBoundingClientRect().top + scrollY - 4, behavior: 'instant' });
      })()`);
      const film = (act: string) => page.evaluate(`(${FILM})(() => { ${act} }, () => Math.round(document.querySelector('#top').getBoundingClientRect().top))`) as Promise<number[]>;
      const moved = (tops: readonly number[]) => Math.max(...tops.map((top) => Math.abs(top - 4)));
      await go(6000);
      expect(moved(await film(`return Mingdu.set({ pinyin: 'all' })`))).toBeLessThan(ROOM_PX);
      await go(4000);
      const up = await film('');
      expect(await page.evaluate(`document.querySelectorAll('#top rt').length`)).toBeGreaterThan(20);
      expect(moved(up)).toBeLessThan(ROOM_PX);
      expect(moved(await film(`return Mingdu.set({ pinyin: 'off' })`))).toBeLessThan(ROOM_PX);
    });
  });
});
