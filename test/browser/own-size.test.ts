// The reader's own sizes are a floor: what the browser was told to draw at least is never drawn smaller, pinch zoom is never blocked,
// and 长辈模式 brings body text to at least 24 px whatever the page began with.
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS, launch, type OpenOptions } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, demoMounts, set, strongestOf, visit, widgetMount } from '../support/product';
import { startSite, TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const WORDS = '关于农村道路的通知，请大家互相转告，办理时请带上身份证和户口本。';
const page = (body: string, doctype = '<!doctype html>') => ({ body: `${doctype}<html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>${TAG}</head><body>${body}</body></html>` });
const plain = (size: string) => page(`<ul>${'<li><a href="#" style="font-size:14px">办事指南</a></li>'.repeat(40)}</ul><main style="font-size:${size}"><p>${WORDS.repeat(3)}</p><p>${WORDS}</p></main><footer style="font-size:12px">${WORDS}</footer>`);
const legacy = (size: string) => page(`<table width="900"><tr><td><font size="${size}">${WORDS.repeat(3)}<br>${WORDS}</font></td></tr></table>`, '');

/** Sizes of the texts in which something is told, as computed. */
const BODY_SIZES = `(() => { const walker = document.createTreeWalker(document.body, 4); const sizes = []; for (let node = walker.nextNode(); node; node = walker.nextNode()) { const at = node.parentElement;
  if (node.data.trim().length >= 25 && at.getClientRects().length && !at.closest('a,nav,footer,script,style,[data-mingdu-skip]')) sizes.push(parseFloat(getComputedStyle(at).fontSize)); } return sizes; })()`;
const isElderOn = `${TOOLBARS}.some((bar) => [...bar.querySelectorAll('[aria-pressed=true]')].some((one) => /长辈/.test(one.textContent)))`;
/** How wide one character is drawn. */
const DRAWN = `(() => { const range = document.createRange(); const text = document.querySelector('main p').firstChild; range.setStart(text, 0); range.setEnd(text, 1); return range.getBoundingClientRect().width; })()`;

describe.each(BROWSERS)('the reader’s own size in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount(), { at: '/plain/', from: plain }, { at: '/legacy/', from: legacy }]);

  const CASES = [...['9px', '12px', '14px', '16px', '18px', '75%'].map((size) => `plain/${encodeURIComponent(size)}`), 'legacy/1', 'legacy/2', 'legacy/3', 'legacy.html', 'article.html'];
  it.each(CASES)('长辈模式 makes body text of %s at least 24 px, and says that it is on', async (path) => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/${path}?mingdu=elder`);
    await page.waitForFunction(`Mingdu.get().spacing === 'wide' && ${isElderOn}`);
    await ask(page, 'settled()');
    const sizes = ((await page.evaluate(BODY_SIZES)) as number[]).sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(0);
    // Notes and captions may be smaller.
    expect(sizes[Math.floor(sizes.length * 0.2)]).toBeGreaterThanOrEqual(24);
    await closeAndForget(page);
  });

  it.each(['index.html', 'spa.html'])('pinch zoom works on %s with all aids on', async (path) => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/${path}`);
    // Of each kind once: pages add elements by themselves.
    const allowed = `[document.querySelector('meta[name=viewport]')?.content, ...new Set([...document.querySelectorAll('*')].filter((one) => !one.closest('[data-mingdu]')).map((one) => getComputedStyle(one).touchAction))]`;
    const before = await page.evaluate(allowed);
    await set(page, await strongestOf(page));
    await ask(page, 'open()');
    expect(await page.evaluate(allowed)).toEqual(before);
    await closeAndForget(page);
  });
});

const MINIMUM: Record<string, OpenOptions> = {
  chromium: { args: ['--blink-settings=minimumFontSize=20'] },
  firefox: { prefs: { 'font.minimum-size.zh-CN': 20, 'font.minimum-size.x-western': 20 } },
};

describe.each(BROWSERS)('with a smallest size set in %s', (name) => {
  const opening = launch(name, MINIMUM[name]);
  const serving = startSite([widgetMount(), { at: '/plain/', from: plain }]);
  afterAll(async () => {
    await (await opening).close();
    await (await serving).close();
  });

  it('text is drawn no smaller at any step than it was', async () => {
    const page = await (await opening).newPage();
    await visit(page, `${(await serving).origin}/plain/12px`);
    let before = (await page.evaluate(DRAWN)) as number;
    // Chromium computes 20, Firefox 12; both draw 20.
    expect(before).toBeCloseTo(20, 0);
    for (const textSize of [125, 150, 200, 300]) {
      await set(page, { textSize });
      const now = (await page.evaluate(DRAWN)) as number;
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(before).toBeGreaterThanOrEqual(36);
  });
});
