// The settings of pinyin on a page: size, tones and their colours, the site's own list of words. Colours are measured from computed styles.
// The calculation of the colours is tested in test/shared/features/pinyin/tones.test.ts.
import type { ConsoleMessage } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, closeAndForget, SCHEMES, set, visit, widgetMount } from '../support/product';
import { STRICT_POLICY } from '../support/strict-policy';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { useBrowser } from '../support/use-browser';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>声调</title><link rel="stylesheet" href="page.css"><script async src="/mingdu/mingdu.js"></script>
<script type="text/plain" data-mingdu-py># 地名
婺源 wū yuǎn
坏行 wu</script></head><body>
<p id="five">妈麻马骂吗女绿，婺源。</p>
<p id="dark" class="dark">妈麻马骂吗<a href="#x">女绿</a></p>
<p id="grey" class="grey">妈麻马骂吗</p>
<p id="picture" class="picture">妈麻马骂吗</p>
<div class="dark"><p id="inner" class="light">妈麻马骂吗</p></div>
<p id="tight" class="tight">这里的行距是固定的，一行接着一行。</p>
</body></html>`;
const CSS = `body{background:#fff;color:#222;font-size:18px}.dark{background:#0b4a8f;color:#fff}.dark a{color:#fff}.light{background:#fefefe;color:#222}.grey{background:#888;color:#fff}
.picture{background-image:linear-gradient(#003,#003);color:#fff}.tight{line-height:1.2}`;

/** Colour of each reading under a selector, and the ground that it stands on, as [channels, channels]. */
const coloursAt = (selector: string) => `(() => {
  const channels = (text) => text.match(/[\\d.]+/g).map(Number);
  return [...document.querySelectorAll('${selector} rt[data-py]')].map((rt) => {
    let at = rt;
    while (at && (channels(getComputedStyle(at).backgroundColor)[3] ?? 1) === 0) at = at.parentElement;
    return [channels(getComputedStyle(rt, '::before').color).slice(0, 3), at ? channels(getComputedStyle(at).backgroundColor).slice(0, 3) : [255, 255, 255], channels(getComputedStyle(rt.parentElement.closest('mingdu-text').parentElement).color).slice(0, 3)];
  });
})()`;
type Channels = [number, number, number];
const luminance = (rgb: Channels) => {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as Channels;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (one: Channels, other: Channels) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe.each(BROWSERS)('the settings of pinyin in %s', (name) => {
  const policy = { 'content-security-policy': STRICT_POLICY };
  const page = (path: string) => (path === 'page.css' ? { type: 'text/css', body: CSS } : { body: PAGE });
  const bench = useBrowser(name, [widgetMount(), { at: '/py/', from: page }, { at: '/strict/', from: page, headers: policy }]);
  expectNoOwnErrors(() => bench.page);
  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/py/`);
  });
  afterEach(async () => {
    await closeAndForget(bench.page);
  });

  const colours = (selector: string) => bench.page.evaluate(coloursAt(selector)) as Promise<[Channels, Channels, Channels][]>;
  const inks = async (selector: string) => (await colours(selector)).map(([ink]) => ink.join());
  async function expectFive(selector: string): Promise<void> {
    const found = await colours(selector);
    expect(new Set(found.slice(0, 5).map(([ink]) => ink.join())).size).toBe(5);
    for (const [ink, ground] of found) expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  }

  it('the size changes at once, and lines make room for it', async () => {
    const { page } = bench;
    const measure = () => page.evaluate(`[parseFloat(getComputedStyle(document.querySelector('#five rt')).fontSize), tight.getBoundingClientRect().height / parseFloat(getComputedStyle(tight).fontSize)]`) as Promise<[number, number]>;
    await set(page, { pinyin: 'all' });
    const before = await measure();
    await set(page, { pinyinSize: 60 });
    const large = await measure();
    await set(page, { pinyinSize: 45 });
    const small = await measure();
    expect([before[0], large[0], small[0]].map((size) => Number(size.toFixed(1)))).toEqual([9, 10.8, 8.1]);
    expect(large[1]).toBeGreaterThan(before[1]);
    expect(small[1]).toBeLessThan(before[1]);
    // The line is as high as we said, not pushed apart by what stands over it.
    expect(large[1]).toBeCloseTo(1.375 + 1.15 * 0.6, 1);
  });

  it('five colours on white and on a dark ground, read on each; none where no set can be read, or the ground is a picture', async () => {
    await set(bench.page, { pinyin: 'all' });
    const plain = await inks('#five');
    expect(new Set(plain).size).toBe(1);
    await set(bench.page, { toneColors: true });
    for (const selector of ['#five', '#dark', '#inner']) await expectFive(selector);
    const five = await inks('#five');
    // 女 and 绿 bear their tones on a ü.
    expect([five[5], five[6]]).toEqual([five[2], five[3]]);
    expect(await inks('#dark')).not.toEqual(five.slice(0, 7));
    expect((await inks('#inner')).slice(0, 5)).toEqual(five.slice(0, 5));
    for (const selector of ['#grey', '#picture']) for (const [ink, , own] of await colours(selector)) expect(ink).toEqual(own);
    await set(bench.page, { toneColors: false });
    expect(await inks('#five')).toEqual(plain);
  });

  it.each(SCHEMES)('five colours under %s, whichever is switched first', async (contrast) => {
    const { page } = bench;
    const everywhere = async () => {
      for (const selector of ['#five', '#dark', '#grey', '#picture', '#inner']) await expectFive(selector);
    };
    await set(page, { pinyin: 'all', toneColors: true });
    const before = await inks('#five');
    await set(page, { contrast });
    await everywhere();
    await set(page, { contrast: 'off' });
    expect(await inks('#five')).toEqual(before);
    await expectFive('#inner');
    await set(page, { pinyin: 'off', toneColors: false });
    await set(page, { contrast });
    await set(page, { pinyin: 'all', toneColors: true });
    await everywhere();
    await set(page, { contrast: 'off' });
    expect(await inks('#five')).toEqual(before);
  });

  it('the page\'s own change of colours is followed', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all', toneColors: true });
    const before = await inks('#five');
    await page.evaluate(`five.className = 'dark'`);
    await page.waitForFunction(`five.dataset.mingduXTones === 'light'`, { timeout: 5000 });
    await expectFive('#five');
    expect(await inks('#five')).not.toEqual(before);
  });

  it('退出 leaves nothing of it', async () => {
    const { page } = bench;
    const html = () => page.evaluate('document.documentElement.outerHTML');
    const before = await html();
    await set(page, { pinyin: 'all', toneColors: true, pinyinSize: 60, pinyinTones: 'spoken' });
    await ask(page, 'close()');
    expect(await html()).toBe(before);
  });

  it('a page that writes in its styles all the time is settled all the same', async () => {
    const { page } = bench;
    await page.evaluate(`{ const move = () => { grey.style.left = Math.random() + 'px'; requestAnimationFrame(move); }; move(); }`);
    await set(page, { pinyin: 'all', toneColors: true });
    await expectFive('#five');
    await set(page, { toneColors: false });
  });

  // Firefox cannot be told by its driver.
  it.runIf(name === 'chromium')('no colours on paper, nor where the system has its own', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all', toneColors: true });
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    expect(new Set(await inks('#five')).size).toBe(1);
    await client.send('Emulation.setEmulatedMedia', { media: 'print', features: [] });
    expect(new Set((await page.evaluate(`[...document.querySelectorAll('#five rt')].map((rt) => getComputedStyle(rt).color)`)) as string[]).size).toBe(1);
    await client.send('Emulation.setEmulatedMedia', { media: '', features: [] });
    await client.detach();
    expect(new Set(await inks('#five')).size).toBe(5);
  });

  it('the readings bear no attribute but that of the contract and what keeps them from find-in-page and screen readers', async () => {
    const { page } = bench;
    await set(page, { pinyin: 'all', toneColors: true, pinyinSize: 60 });
    expect(await page.evaluate(`[...new Set([...document.querySelectorAll('rt[data-py]')].flatMap((rt) => rt.getAttributeNames()))].sort()`)).toEqual(['aria-hidden', 'data-py', 'hidden']);
  });

  it('the site\'s list of words counts, under the strictest policy too, and changes with it', async () => {
    const { page, site } = bench;
    const warnings: string[] = [];
    const hear = (message: ConsoleMessage) => void (message.type() === 'warn' && warnings.push(message.text()));
    page.on('console', hear);
    onTestFinished(() => void page.off('console', hear));
    await visit(page, `${site.origin}/strict/`);
    await set(page, { pinyin: 'all' });
    const read = () => page.evaluate(`[...document.querySelectorAll('#five rt')].slice(-2).map((rt) => rt.dataset.py).join(' ')`);
    expect(await read()).toBe('wū yuǎn');
    expect(warnings.filter((text) => text.includes('Mingdu'))).toHaveLength(1);
    expect(warnings.join()).toContain('坏行 wu');
    // Of a script that Trusted Types guard the text cannot be replaced, but one can be added; the later line counts.
    await page.evaluate(`document.querySelector('script[type="text/plain"]').append('\\n婺源 wǔ yuàn')`);
    await ask(page, 'settled()');
    expect(await read()).toBe('wǔ yuàn');
  });

  it('tones as spoken, and back to those of the dictionary', async () => {
    const { page } = bench;
    await page.evaluate(`five.textContent = '你好，一个人不要'`);
    const read = () => page.evaluate(`[...document.querySelectorAll('#five rt')].map((rt) => rt.dataset.py).join(' ')`);
    await set(page, { pinyin: 'all' });
    const dictionary = await read();
    expect(dictionary).toMatch(/^nǐ hǎo yī gè rén bù yào$/);
    await set(page, { pinyinTones: 'spoken' });
    expect(await read()).toMatch(/^ní hǎo yí gè rén bú yào$/);
    await set(page, { pinyinTones: 'dictionary' });
    expect(await read()).toBe(dictionary);
  });
});
