// A later file of the widget that is long in coming: the reader presses again, or leaves, before it is here. Files that never come or come
// spoiled: loading-faults.test.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { SPACES } from '../../shared/features/spacing/plan';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { noticePage, RECORD_MOUNT } from '../support/loading';
import { builtName, closeAndForget, DIST, frames, visit } from '../support/product';
import { useBrowser } from '../support/use-browser';

const LETTERS = `getComputedStyle(document.querySelector('#text')).letterSpacing`;
const WAIT = { timeout: 10_000 };

describe.each(BROWSERS)('a file that is long in coming in %s', (name) => {
  let waiting: { readonly file: string; readonly gate: Promise<void>; release(): void } | null = null;
  const bench = useBrowser(name, [
    RECORD_MOUNT,
    {
      at: '/mingdu/',
      from: async (path) => {
        if (waiting && path.startsWith(`${waiting.file}.`)) await waiting.gate;
        return { type: 'text/javascript', body: readFileSync(join(DIST, 'widget', path)) };
      },
    },
    { at: '/', from: () => ({ body: noticePage('<script src="/mingdu/mingdu.js"></script>') }) },
  ]);
  const hold = (file: string) => {
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    waiting = { file, gate, release };
  };
  const asked = (file: string) => bench.site.requests.filter((one) => one.split('?')[0] === `/mingdu/${builtName(file)}`).length;
  const isAsked = (file: string) => expect.poll(() => asked(file), { timeout: 10_000 }).toBe(1);
  async function come(file: string): Promise<void> {
    const { page, site } = bench;
    await visit(page, `${site.origin}/`);
    await takePageSnapshot(page);
    site.forget();
    hold(file);
  }
  async function isAsItWas(): Promise<void> {
    await closeAndForget(bench.page);
    expect(await pageDifferences(bench.page)).toEqual([]);
    expect(await bench.page.evaluate('pageErrors')).toEqual([]);
  }
  afterEach(() => waiting?.release());

  it('is asked for once, however often the opener is pressed, and there is one toolbar', async () => {
    const { page } = bench;
    await come('mingdu-main');
    for (let time = 0; time < 3; time += 1) await page.evaluate(`document.querySelector('#opener').click()`);
    await isAsked('mingdu-main');
    waiting?.release();
    await page.waitForFunction(`${TOOLBARS}.length > 0`, WAIT);
    await page.evaluate('Mingdu.settled()');
    expect([await page.evaluate(`${TOOLBARS}.length`), asked('mingdu-main')]).toEqual([1, 1]);
    await isAsItWas();
  });

  it('of an aid is asked for once, and the last press counts', async () => {
    const { page } = bench;
    await come('mingdu-aid-spacing');
    await page.evaluate('Mingdu.open()');
    // What every aid runs on is here first: until it is, an aid hears of the last press alone.
    await page.evaluate(`Mingdu.set({ readingLine: 'line' }).then(() => Mingdu.settled())`);
    // Off and on again, and another value while what was begun last still waits: that is to be seen, not what it was begun with.
    for (const spacing of ['wide', 'page', 'wide', 'wider']) {
      await page.evaluate(`void Mingdu.set({ spacing: '${spacing}' })`);
      await page.waitForFunction(`Mingdu.get().spacing === '${spacing}'`, WAIT);
    }
    await isAsked('mingdu-aid-spacing');
    waiting?.release();
    await page.waitForFunction(`parseFloat(${LETTERS}) > 0`, WAIT);
    await page.evaluate('Mingdu.settled()');
    expect([await page.evaluate('Mingdu.get().spacing'), asked('mingdu-aid-spacing')]).toEqual(['wider', 1]);
    expect(await page.evaluate(`parseFloat(${LETTERS}) / parseFloat(getComputedStyle(document.querySelector('#text')).fontSize)`)).toBeCloseTo(SPACES.wider.letter, 2);
    await isAsItWas();
  });

  it('of an aid that comes after 退出 does nothing', async () => {
    const { page } = bench;
    await come('mingdu-aid-spacing');
    await page.evaluate('Mingdu.open()');
    await page.evaluate(`void Mingdu.set({ spacing: 'wider' }).catch(() => undefined)`);
    await isAsked('mingdu-aid-spacing');
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    waiting?.release();
    await page.waitForFunction(`globalThis[Symbol.for('mingdu.packs')]?.has('aid-spacing')`, WAIT);
    await frames(page, 5);
    await isAsItWas();
  });
});
