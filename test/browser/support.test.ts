// Proves the instruments themselves in both browsers: each reports a fault that is there and stays silent without one.
// Nothing here is about the product.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { FRAMEWORKS, frameworksMount, type FrameworkControls } from '../support/frameworks';
import * as instrument from '../../scripts/instrument/instrument';
import { startSite, type Site } from '../support/site';
import { strictMount } from '../support/strict-policy';
import { longPage } from '../fixtures/long-text';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

declare const window: Window & FrameworkControls & { violations: string[] };

describe.each(BROWSERS)('the instruments in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await startSite([
      { at: '/', from: fixtures },
      frameworksMount(),
      strictMount({ html: '<script>var inline = 1</script>', before: '</body>' }),
      { at: '/long/', from: (path) => ({ body: longPage(Number(path)) }) },
    ]);
    opened = await launch(name);
    page = await opened.newPage();
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });

  describe('snapshot', () => {
    beforeEach(async () => {
      await page.goto(`${site.origin}/faults/`);
      await instrument.takePageSnapshot(page);
    });

    it('finds nothing on an untouched page', async () => {
      expect(await instrument.pageDifferences(page)).toEqual([]);
    });

    it.each([
      ['an attribute', `document.body.setAttribute('data-x', '1')`, /attributes changed/],
      ['an empty style attribute left behind', `document.body.setAttribute('style', '')`, /attributes changed/],
      ['a text node replaced by an equal one', `{ const t = document.querySelector('#fine').firstChild; t.replaceWith(t.data) }`, /a node that was not there/],
      ['changed text', `document.querySelector('#fine').firstChild.data = '别的'`, /text changed/],
      ['a removed node', `document.querySelector('#fine').remove()`, /a node is gone/],
      ['an added element', `document.documentElement.append(document.createElement('i'))`, /a node that was not there/],
      ['two nodes in another order', `document.body.append(document.querySelector('#fine'))`, /place changed/],
      ['text in a shadow root', `document.querySelector('#host').shadowRoot.firstChild.append('多')`, /a node that was not there/],
      ['an adopted sheet', `document.adoptedStyleSheets = [new CSSStyleSheet()]`, /adopted style sheets/],
      ['a sheet adopted by a shadow root', `document.querySelector('#host').shadowRoot.adoptedStyleSheets = [new CSSStyleSheet()]`, /adopted style sheets/],
      ['a field value', `document.querySelector('#field').value = '改了'`, /field/],
      ['a ticked box', `document.querySelector('#box').checked = true`, /field/],
      ['a choice', `document.querySelector('#choice').selectedIndex = 1`, /field/],
      ['focus', `document.querySelector('#field').focus()`, /focus/],
      ['the scroll position', `scrollTo(0, 300)`, /scroll position/],
      ['a selection', `getSelection().selectAllChildren(document.querySelector('#fine'))`, /selection/],
      ['a highlight', `CSS.highlights.set('x', new Highlight())`, /highlights/],
    ])('reports %s', async (_what, change, message) => {
      await page.evaluate(change);
      expect((await instrument.pageDifferences(page)).join('\n')).toMatch(message);
    });

    it('says so when the page was loaded anew', async () => {
      await page.reload();
      await expect(instrument.pageDifferences(page)).rejects.toThrow(/no snapshot/);
    });
  });

  describe('measures', () => {
    beforeEach(async () => {
      await page.goto(`${site.origin}/faults/`);
    });

    it('sees visible texts only, in shadow roots too', async () => {
      const texts = (await instrument.measureTexts(page)).map(({ text }) => text);
      expect(texts).toContain('影子里的字');
      expect(texts.filter((text) => text.startsWith('看不见'))).toEqual([]);
    });

    it('knows how much each text grew, by the identity of its node', async () => {
      const before = await instrument.measureTexts(page);
      await page.evaluate(`document.body.style.fontSize = '32px'; document.querySelector('#clear').style.display = 'none'`);
      const ratios = instrument.sizeRatios(before, await instrument.measureTexts(page));
      expect(ratios.find(({ text }) => text.startsWith('太淡'))?.ratio).toBe(2);
      expect(ratios.find(({ text }) => text.startsWith('黑白'))?.ratio).toBe(0);
      expect(instrument.partOf(ratios, ({ ratio }) => ratio > 1.9)).toBeGreaterThan(0.8);
    });

    it('measures an annotated text by what is drawn in place of its emptied node', async () => {
      const before = await instrument.measureTexts(page);
      await page.evaluate(`{
        const text = document.querySelector('#clear').firstChild;
        const ruby = document.createElement('ruby');
        ruby.setAttribute('data-mingdu', '');
        const rt = document.createElement('rt');
        ruby.append(text.data, rt);
        const wrapper = document.createElement('x-py');
        wrapper.append(ruby);
        text.data = '';
        text.after(wrapper);
      }`);
      const ratios = instrument.sizeRatios(before, await instrument.measureTexts(page));
      expect(ratios.find(({ text }) => text.startsWith('黑白'))?.ratio).toBe(1);
    });

    it('finds clipped, overlapping, sideways and torn texts, and no others', async () => {
      const faults = await instrument.measureLayout(page);
      const of = (kind: string) => faults.filter((fault) => fault.kind === kind).map(({ text }) => text);
      expect(of('clipped')).toEqual(['这一行的下半截被切掉了', '左边伸出页面的字']);
      expect(of('overlapping')).toEqual(['压在上一行上面的字']);
      expect(of('sideways')).toEqual(['要横向滚动才能看到的字']);
      expect(of('broken number')).toEqual(['123456789']);
    });

    it('tells new faults from those that were there', async () => {
      const before = await instrument.measureLayout(page);
      expect(instrument.newFaults(before, await instrument.measureLayout(page))).toEqual([]);
      await page.evaluate(`{ const s = document.querySelector('#fine').style; s.height = '8px'; s.overflow = 'hidden' }`);
      const fresh = instrument.newFaults(before, await instrument.measureLayout(page));
      expect(fresh.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['clipped 完好的标题']);
    });

    it('measures contrast as drawn, through gradients and opacity', async () => {
      const lines = await instrument.measureContrast(page);
      const ratio = (start: string) => lines.find(({ text }) => text.startsWith(start))?.ratio ?? NaN;
      expect(ratio('黑白分明')).toBe(21);
      expect(ratio('太淡')).toBeGreaterThan(2);
      expect(ratio('太淡')).toBeLessThan(3);
      expect(ratio('渐变')).toBeLessThan(2);
      expect(ratio('半透明')).toBeLessThan(3);
      expect(ratio('最后一行')).toBe(21);
    });
  });

  it('notices a request to another host, and passes without one', async () => {
    opened.forgetForeign();
    await page.goto(`${site.origin}/faults/`);
    assertNoForeignRequests(opened);
    await page.evaluate(`Promise.allSettled([fetch('http://stat.example.org/a?b', { mode: 'no-cors' }), fetch('https://cdn.example.org/')]).then(() => 0)`);
    expect(() => assertNoForeignRequests(opened)).toThrow(/cdn\.example\.org/);
    expect(() => assertNoForeignRequests(opened)).toThrow(/stat\.example\.org\/a\?b/);
    assertNoForeignRequests(opened, ['http://stat.example.org/', 'cdn.example.org']);
    opened.forgetForeign();
  });

  it('serves pages under a government host name', async () => {
    await page.goto(site.on('www.example.gov.cn', '/faults/'));
    expect(await page.evaluate('location.hostname')).toBe('www.example.gov.cn');
    assertNoForeignRequests(opened);
  });

  it('records what the strict policy refuses', async () => {
    await page.goto(`${site.origin}/csp/`);
    await instrument.takePageSnapshot(page);
    expect(await page.evaluate(() => window.violations)).toHaveLength(1);
    expect(await instrument.pageDifferences(page)).toEqual([]);
  });

  it.each(FRAMEWORKS)('%s shows the expected text through 60 changes and unmounts', async (framework) => {
    await page.goto(`${site.origin}/frameworks/${framework}`);
    await page.waitForFunction(() => window.ready);
    for (let round = 0; round < 20; round += 1) {
      const [actual, expected] = await page.evaluate(async () => {
        await window.step(3);
        return [window.actualText(), window.expectedText()];
      });
      expect(actual).toBe(expected);
    }
    await page.evaluate(() => window.unmount());
    expect(await page.evaluate(() => [window.actualText(), window.pageErrors])).toEqual(['|', []]);
  });

  it('makes long pages of the size asked for', async () => {
    await page.goto(`${site.origin}/long/5000`);
    expect(await page.evaluate(`[...document.querySelectorAll('p')].reduce((n, p) => n + p.textContent.match(/\\p{Script=Han}/gu).length, 0)`)).toBe(5000);
  });

  it('leaves nothing behind on close', async () => {
    const other = await launch(name);
    const { folder } = other;
    const running = other.browser.process();
    expect(existsSync(folder)).toBe(true);
    await other.close();
    expect(existsSync(folder)).toBe(false);
    expect(running?.exitCode ?? running?.signalCode ?? 'still running').not.toBe('still running');
  });
});
