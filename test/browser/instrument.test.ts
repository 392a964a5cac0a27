// Proves the instrument of issue after issue: every kind of fault is found where it comes, and nothing is found where nothing comes.
// The snapshot and single measures are in support.test.ts. Nothing here is about the product.
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, placesOf, stopPageTimers, type Finding, type Measurement } from '../../scripts/instrument/instrument';
import { useBrowser } from '../support/use-browser';

const from = fileURLToPath(new URL('../fixtures/faults/', import.meta.url));

/** Texts (or ids, for signs) by the kind of their fault. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  unscaled: ['大得不够的字', '会变淡的字'],
  clipped: ['下半截被切掉的字', '右边被切掉的一长行字', '伸出左边的字', '右下角固定的一栏', '客服电话', '输入框里的八字', '下拉框里的字', '按钮里的字', '影子里会被切掉的字', '小窗里会被切掉的字'],
  overlapping: ['会被下一行压住的字', '会压住上一行的字'],
  covered: ['固定的栏变高会盖住的第一行', '这一行会被方框盖住', '这一行会被图片盖住'],
  sideways: ['要横向滚动的字', '框里要横向滚动的字'],
  'broken number': ['20201231'],
  lost: ['会消失的字'],
  'weak contrast': ['会变淡的字'],
  'icon lost': ['#sprite', '#mask', '#drawing', '#star', '#beside'],
  'picture changed': ['#photo'],
};
/** Which texts are to be told apart by their own size: the rest of the page stays as it is. */
const GROWS = /该大一倍|大得不够|会变淡/;

describe.each(BROWSERS)('the instrument in %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from }], { viewport: { width: 1280, height: 900 } });
  let before: Measurement;
  let after: Measurement;
  let findings: Finding[];
  const kinds = (kind: string) => findings.filter((one) => one.kind === kind);

  describe('on a page that gets worse', () => {
    let unchanged: Measurement;
    let places: string[];
    beforeAll(async () => {
      const { page, site } = bench;
      await page.goto(`${site.origin}/growing.html`, { waitUntil: 'load' });
      await stopPageTimers(page);
      before = await measure(page, { pixels: true });
      unchanged = await measure(page, { pixels: true });
      await page.evaluate('getWorse()');
      after = await measure(page, { pixels: true });
      findings = findingsOf(before, after, { factor: 2 }).filter(({ kind, text }) => kind !== 'unscaled' || GROWS.test(text));
      places = await placesOf(page, findings);
    });

    it.each(['clipped', 'covered', 'sideways', 'broken number', 'lost', 'unscaled', 'weak contrast'])('finds what is %s, and nothing else', (kind) => {
      expect([...new Set(kinds(kind).map(({ text }) => text))].sort()).toEqual([...(EXPECTED[kind] ?? [])].sort());
    });

    it('finds what overlaps, and with what', () => {
      const [first = '', second = ''] = EXPECTED['overlapping'] ?? [];
      expect(kinds('overlapping')).toHaveLength(1);
      expect(`${kinds('overlapping')[0]?.text} ${kinds('overlapping')[0]?.detail}`).toMatch(new RegExp(`${first}.*${second}|${second}.*${first}`));
    });

    it.each(['icon lost', 'picture changed'])('finds each %s, and no other', (kind) => {
      const found = findings.map((one, index) => [one.kind, places[index]] as const).filter(([one]) => one === kind);
      expect(found.map(([, place]) => place).sort()).toEqual([...(EXPECTED[kind] ?? [])].sort());
    });

    it('finds nothing while nothing changes', () => {
      expect(findingsOf(before, unchanged)).toEqual([]);
      expect(before.texts.length).toBeGreaterThan(25);
      expect(before.signs.length).toBeGreaterThan(10);
      expect(before.lines.length).toBeGreaterThan(25);
    });

    it('sees no more when asked for a contrast that each line has, and all below one that none has', () => {
      expect(findingsOf(before, unchanged, { contrast: 1 })).toEqual([]);
      expect(new Set(findingsOf(before, unchanged, { contrast: 22 }).map(({ kind }) => kind))).toEqual(new Set(['weak contrast']));
    });

    it('tells where', () => {
      expect(places[findings.findIndex(({ text }) => text === '下半截被切掉的字')]).toBe('#clipped');
      expect(places[findings.findIndex(({ text }) => text === '小窗里会被切掉的字')]).toMatch(/^iframe.* ::frame .*p/);
      expect(places[findings.findIndex(({ text }) => text === '影子里会被切掉的字')]).toContain('::shadow');
    });

    it('is data: it survives JSON', () => {
      expect(findingsOf(JSON.parse(JSON.stringify(before)) as Measurement, JSON.parse(JSON.stringify(after)) as Measurement, { factor: 2 }).length).toBe(findingsOf(before, after, { factor: 2 }).length);
    });

    it('puts every scroll position back', async () => {
      expect(await bench.page.evaluate('[scrollX, scrollY, scroller.scrollLeft]')).toEqual([0, 0, 0]);
    });
  });

  it('knows what cannot be scrolled to any more in an app as high as the window', async () => {
    const { page, site } = bench;
    await page.goto(`${site.origin}/app.html`, { waitUntil: 'load' });
    before = await measure(page);
    expect(before.faults).toEqual([]);
    await page.evaluate(`document.documentElement.classList.add('worse')`);
    findings = findingsOf(before, await measure(page));
    expect(findings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['clipped 里面的最后一行']);
  });
});
