// Colour schemes on the demo pages, judged by the pixels that a person sees. Real pages: real-pages.test.ts.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { findingsOf, measure, sentencesOf, stopPageTimers, type Measurement } from '../../scripts/instrument/instrument';
import { closeAndForget, DEMO_PAGES, demoMounts, SCHEMES, set, visit, widgetMount } from '../support/product';
import { unknownOf } from '../support/shortfalls';
import { useBrowser } from '../support/use-browser';

/** Ground and text of each scheme, as the contract has them. */
const COLOURS: Readonly<Record<(typeof SCHEMES)[number], readonly [string, string]>> = {
  'black-on-white': ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'],
  'white-on-black': ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
  'yellow-on-black': ['rgb(0, 0, 0)', 'rgb(255, 255, 0)'],
  'yellow-on-blue': ['rgb(0, 0, 255)', 'rgb(255, 255, 0)'],
  'black-on-yellow': ['rgb(255, 255, 0)', 'rgb(0, 0, 0)'],
  'black-on-cream': ['rgb(254, 254, 204)', 'rgb(0, 0, 0)'],
};

/** Windows' heights of each page that are looked at. */
const SCREENS = 2;

/** What a keyboard user and a sighted reader go by, as computed. */
const LOOKS = `(() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    root: style('html').backgroundColor,
    body: style('body').backgroundColor,
    text: style('.article .body p').color,
    link: style('.article .body a, .crumbs a').textDecorationLine,
    picture: style('.article img').filter,
  };
})()`;

describe.each(BROWSERS)('contrast in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);
  afterEach(() => closeAndForget(bench.page));

  describe.each(DEMO_PAGES)('%s', (path) => {
    let before: Measurement;
    beforeAll(async () => {
      await visit(bench.page, `${bench.site.origin}/${path}`);
      await stopPageTimers(bench.page);
      before = await measure(bench.page, { pixels: true, screens: SCREENS });
    });

    it.each(SCHEMES)('%s gives every line 7:1, and no icon or picture is lost', async (contrast) => {
      await set(bench.page, { contrast });
      const findings = findingsOf(before, await measure(bench.page, { pixels: true, screens: SCREENS }), { contrast: 7 });
      expect(unknownOf(path, sentencesOf(findings))).toEqual([]);
    });
  });

  it.each(SCHEMES)('%s has its own ground and text; links keep an underline, photographs their colours', async (contrast) => {
    await visit(bench.page, `${bench.site.origin}/article.html`);
    await set(bench.page, { contrast });
    const [ground, text] = COLOURS[contrast];
    expect(await bench.page.evaluate(LOOKS)).toEqual({ root: ground, body: ground, text, link: 'underline', picture: 'none' });
  });

  it('leaves alone what the author marked, with all that it holds', async () => {
    await visit(bench.page, `${bench.site.origin}/article.html`);
    await bench.page.evaluate(`{
      const box = document.createElement('div');
      box.id = 'kept';
      box.setAttribute('data-mingdu-skip', '');
      box.style.cssText = 'background: rgb(1, 2, 3); color: rgb(250, 200, 200)';
      const inner = document.createElement('p');
      inner.textContent = '保留自己的颜色';
      box.append(inner);
      document.querySelector('.article .body').prepend(box);
    }`);
    await set(bench.page, { contrast: 'black-on-yellow', textSize: 200 });
    expect(
      await bench.page.evaluate(`[getComputedStyle(kept).backgroundColor, getComputedStyle(kept.firstChild).color]`),
    ).toEqual(['rgb(1, 2, 3)', 'rgb(250, 200, 200)']);
  });

  it('goes from scheme to scheme and leaves nothing of the first', async () => {
    await visit(bench.page, `${bench.site.origin}/article.html`);
    await set(bench.page, { contrast: 'white-on-black' });
    await set(bench.page, { contrast: 'black-on-cream' });
    const [ground, text] = COLOURS['black-on-cream'];
    expect(await bench.page.evaluate(LOOKS)).toMatchObject({ root: ground, body: ground, text });
  });
});
