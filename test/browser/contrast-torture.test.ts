// Colour schemes where they are hard: each known way to lose text or a picture, and a page that changes while a scheme is on.
// The demo and real pages are in contrast.test.ts and real-pages.test.ts.
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { contrastRatio } from '../../scripts/instrument/contrast';
import { lettered, measureContrast, pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { picture } from '../support/painted';
import { closeAndForget, frames, SCHEMES, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const from = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));
const YELLOW = 'rgb(255, 255, 0)';
const BLACK = 'rgb(0, 0, 0)';
/** What must be seen in a `.sign`: at least so many pixels that stand out from the commonest by 3:1. */
const SEEN_PIXELS = 8;

describe.each(BROWSERS)('hard cases of contrast in %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from, inject: { html: TAG, before: '</body>' } }, widgetMount()], { viewport: { width: 1280, height: 1000 } });
  const style = (selector: string, property: string, pseudo = '') =>
    bench.page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify(pseudo)}).getPropertyValue(${JSON.stringify(property)})`);

  beforeEach(() => visit(bench.page, `${bench.site.origin}/contrast-torture.html`));
  afterEach(() => closeAndForget(bench.page));

  it.each(SCHEMES)('%s: all text has 7:1', async (contrast) => {
    await set(bench.page, { contrast });
    const lines = lettered(await measureContrast(bench.page, 2));
    const weak = lines.filter(({ ratio, text }) => ratio < 7 && !text.includes('照原样')).map(({ text, ratio, ground, ink }) => `${ratio} ${ink} on ${ground}: ${text}`);
    expect(weak).toEqual([]);
    expect(lines.length).toBeGreaterThan(40);
  });

  it.each(SCHEMES)('%s: no sign and no picture is lost', async (contrast) => {
    await set(bench.page, { contrast });
    expect(await lostSigns()).toEqual([]);
  });

  it('leaves nothing behind, not even where it had to write inline', async () => {
    await takePageSnapshot(bench.page);
    for (const contrast of ['yellow-on-black', 'black-on-cream', 'off']) await set(bench.page, { contrast });
    await closeAndForget(bench.page);
    expect(await pageDifferences(bench.page)).toEqual([]);
  });

  it('keeps spared regions as they were, to the pixel', async () => {
    const shot = async (id: string) => {
      const box = (await bench.page.evaluate(`(({ left, top, width, height }) => [left, top, width, height].map(Math.round))(document.querySelector('#${id} ').getBoundingClientRect())`)) as [number, number, number, number];
      const { pixels, width } = await picture(bench.page);
      const rows = Array.from({ length: box[3] - 2 }, (_, y) => pixels.subarray(((box[1] + 1 + y) * width + box[0]) * 4, ((box[1] + 1 + y) * width + box[0] + 200) * 4));
      return Buffer.concat(rows).toString('base64');
    };
    // What shows through the second one is the page's pattern; ours is its plain ground.
    await bench.page.evaluate(`document.querySelector('main').style.background = '#f4f4f4'; scrollTo(0, 1e6)`);
    const before = [await shot('skip-own'), await shot('skip-bare')];
    await set(bench.page, { contrast: 'yellow-on-black' });
    await frames(bench.page);
    expect([await shot('skip-own'), await shot('skip-bare')]).toEqual(before);
  });

  it('lets the current tab stand out, and follows it', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    expect([await style('#tabs .on', 'background-color'), await style('#tabs .on', 'color')]).toEqual([YELLOW, BLACK]);
    expect(await style('#menu .current', 'background-color')).toBe(YELLOW);
    await bench.page.evaluate(`document.querySelector('#tabs .on').className = ''; document.querySelector('#tabs li').className = 'on'`);
    await frames(bench.page);
    expect(await style('#tabs li:nth-child(1)', 'background-color')).toBe(YELLOW);
    expect(await style('#tabs li:nth-child(2)', 'background-color')).toBe(BLACK);
  });

  it('colours what comes later before it is painted', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    const seen = await bench.page.evaluate(`new Promise((resolve) => {
      const added = document.createElement('div');
      added.style.cssText = 'background: #fff; color: #ccc !important';
      added.textContent = '后来的字';
      document.querySelector('#texts').prepend(added);
      const turned = document.querySelector('.case.quote');
      turned.className = 'case gradient';
      requestAnimationFrame(() => resolve([added, turned].map((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).backgroundImage, getComputedStyle(one).color])));
    })`);
    expect(seen).toEqual([[BLACK, 'none', YELLOW], [BLACK, 'none', YELLOW]]);
  });

  it('takes a picture away once text comes onto it', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    expect(await style('#sprite .sprite', 'background-image')).not.toBe('none');
    await bench.page.evaluate(`document.querySelector('#sprite .sprite').textContent = '字'`);
    await frames(bench.page);
    expect(await style('#sprite .sprite', 'background-image')).toBe('none');
  });

  it('underlines links, also where the underline of the link itself does not reach', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    expect(await style('#menu a', 'text-decoration-line')).toBe('underline');
    expect(await style('#off-line', 'text-decoration-line')).toBe('underline');
  });

  it('holds under the pointer', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await bench.page.hover('.hovered');
    expect(await style('.hovered', 'color')).toBe(YELLOW);
    expect(await style('.hovered', 'background-color')).not.toBe('rgb(255, 238, 238)');
    await bench.page.mouse.move(0, 0);
  });

  it('changes a scheme at once, whatever fades the page has', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await set(bench.page, { contrast: 'black-on-white' });
    expect([await style('.fade', 'color'), await style('.fade', 'background-color')]).toEqual([BLACK, 'rgb(255, 255, 255)']);
  });

  it('holds in what opens later: menus, ticked boxes, dialogs', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    const grounds = (selector: string) => bench.page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => { const { backgroundColor, color } = getComputedStyle(one); return (backgroundColor === 'rgba(0, 0, 0, 0)' ? '${BLACK}' : backgroundColor) + ' ' + color; })`);
    await bench.page.hover('#drop > li');
    expect(new Set((await grounds('#drop b, #drop ul, #drop li li')) as string[])).toEqual(new Set([`${BLACK} ${YELLOW}`]));
    await bench.page.hover('#drop li li');
    expect(new Set((await grounds('#drop b, #drop li li')) as string[])).toEqual(new Set([`${BLACK} ${YELLOW}`]));
    await bench.page.mouse.move(0, 0);
    await bench.page.evaluate(`document.querySelector('#kept').checked = true; document.querySelector('#dialog').showModal()`);
    await frames(bench.page);
    expect(await grounds('.panel, #dialog, #dialog p')).toEqual(Array(3).fill(`${BLACK} ${YELLOW}`));
    await bench.page.evaluate(`document.querySelector('#dialog').close(); document.querySelector('#popover').showPopover?.()`);
    await frames(bench.page);
    expect(await grounds('#popover')).toEqual([`${BLACK} ${YELLOW}`]);
    await bench.page.evaluate(`document.querySelector('#popover').hidePopover?.()`);
  });

  it('gives what is selected its own colours from the first selection on', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await bench.page.evaluate(`getSelection().selectAllChildren(document.querySelector('#a'))`);
    await frames(bench.page, 3);
    expect([await style('#a', 'background-color', '::selection'), await style('#a', 'color', '::selection')]).toEqual([YELLOW, BLACK]);
    await bench.page.evaluate(`getSelection().removeAllRanges()`);
  });

  it('is gone at once, whatever fades the page has', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await set(bench.page, { contrast: 'off' });
    expect(await style('.fade', 'color')).toBe('rgb(119, 153, 187)');
    await set(bench.page, { contrast: 'yellow-on-black' });
    await closeAndForget(bench.page);
    expect([await style('.fade', 'color'), await style('.fade', 'background-color')]).toEqual(['rgb(119, 153, 187)', 'rgb(204, 221, 255)']);
  });

  it('is left behind by copies that the page makes for print', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    const copied = await bench.page.evaluate(`(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      frame.contentDocument.write('<body><style>p { color: rgb(1, 2, 3) }</style>' + document.querySelector('#texts').innerHTML);
      const seen = [...frame.contentDocument.querySelectorAll('[class="case shadow"], .case.gradient')].map((one) => frame.contentWindow.getComputedStyle(one)).map(({ color, backgroundColor }) => color + ' ' + backgroundColor);
      frame.remove();
      return seen;
    })()`);
    expect(copied).toEqual(Array(2).fill('rgb(1, 2, 3) rgba(0, 0, 0, 0)'));
  });

  // Puppeteer cannot emulate media in Firefox.
  it.runIf(name === 'chromium')('steps aside when the system takes over, and says so', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await bench.page.evaluate(`window.told = []; document.addEventListener('mingdu:error', ({ detail }) => told.push(detail.message))`);
    const client = await bench.page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await frames(bench.page, 3);
    const [aside, told] = [await style('html', '--mingdu-x-contrast-text'), await bench.page.evaluate('told.length')];
    await client.send('Emulation.setEmulatedMedia', { features: [] });
    await client.detach();
    await frames(bench.page, 3);
    expect([aside, told]).toEqual(['', 1]);
    expect([await style('.gradient', 'background-image'), await style('#a', 'color')]).toEqual(['none', YELLOW]);
  });

  // Puppeteer cannot emulate media in Firefox.
  it.runIf(name === 'chromium')('leaves print and forced colours to the page and the system', async () => {
    await set(bench.page, { contrast: 'yellow-on-black' });
    await bench.page.emulateMediaType('print');
    expect(await style('#a', 'color')).toBe('rgb(187, 187, 187)');
    expect(await style('.page-layer', 'color')).toBe('rgb(153, 153, 153)');
    await bench.page.emulateMediaType();
    expect(await style('#a', 'color')).toBe(YELLOW);
  });

  /** Signs in which nothing stands out, by their ids. */
  async function lostSigns(): Promise<string[]> {
    await bench.page.evaluate(`document.querySelector('#signs').scrollIntoView()`);
    const boxes = (await bench.page.evaluate(
      `[...document.querySelectorAll('.sign')].map((one) => { const { left, top, width, height } = one.getBoundingClientRect(); return [one.id, left, top, Math.min(width, 250), height].map((n) => (typeof n === 'number' ? Math.round(n) : n)) })`,
    )) as [string, number, number, number, number][];
    const { pixels, width } = await picture(bench.page);
    return boxes.flatMap(([id, left, top, wide, high]) => {
      const counts = new Map<number, number>();
      for (let y = top; y < top + high; y += 1) {
        for (let x = left; x < left + wide; x += 1) {
          const at = (y * width + x) * 4;
          const colour = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
      }
      // Each sign against what is right around it: its plate or the page.
      const strong = [...counts].filter(([, count]) => count >= SEEN_PIXELS).map(([colour]) => colour);
      return strong.some((one) => strong.some((other) => contrastRatio(one, other) >= 3)) ? [] : [id];
    });
  }
});
