// Reading line and large pointer: they follow the reader by what is drawn, and take no click. Their geometry is in the unit tests.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { stopPageTimers } from '../../scripts/instrument/instrument';
import { differsIn, picture } from '../support/painted';
import { ask, closeAndForget, demoMounts, frames, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const HIGH = { x: 640, y: 260 };
const LOW = { x: 640, y: 600 };

describe.each(BROWSERS)('pointing in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);

  beforeEach(async () => {
    await visit(bench.page, `${bench.site.origin}/article.html`);
    await stopPageTimers(bench.page);
    await bench.page.mouse.move(5, 5);
  });
  afterEach(() => closeAndForget(bench.page));

  const pointAt = async ({ x, y }: typeof HIGH) => {
    await bench.page.mouse.move(x - 3, y - 1);
    await bench.page.mouse.move(x, y);
    await frames(bench.page, 3);
  };

  it.each(['line', 'cross', 'ruler'])('%s is drawn at the pointer, and nowhere else once it has gone on', async (readingLine) => {
    const plain = await picture(bench.page);
    await set(bench.page, { readingLine });
    await pointAt(HIGH);
    const high = await picture(bench.page);
    await pointAt(LOW);
    const low = await picture(bench.page);
    // Left of the pointer, so that the upright of the cross and the page's own hover are out of the picture.
    const near = (shot: typeof plain, { y }: typeof HIGH) => differsIn(plain, shot, 100, y - 45, 300, 90);
    expect([near(high, HIGH), near(high, LOW), near(low, HIGH), near(low, LOW)]).toEqual([true, false, false, true]);
    const upright = differsIn(plain, low, LOW.x - 12, LOW.y - 200, 24, 120);
    expect(upright).toBe(readingLine === 'cross');
  });

  it('mask leaves the pointed line as it is and darkens the rest', async () => {
    const plain = await picture(bench.page);
    await set(bench.page, { readingLine: 'mask' });
    await pointAt(LOW);
    const shot = await picture(bench.page);
    expect(differsIn(plain, shot, 100, LOW.y - 6, 300, 12)).toBe(false);
    expect(differsIn(plain, shot, 100, LOW.y - 300, 300, 100)).toBe(true);
    expect(differsIn(plain, shot, 100, LOW.y + 120, 300, 60)).toBe(true);
  });

  it('follows the keyboard focus', async () => {
    await set(bench.page, { readingLine: 'line' });
    await pointAt(LOW);
    const before = await picture(bench.page);
    await bench.page.keyboard.press('Tab');
    await frames(bench.page, 3);
    const shot = await picture(bench.page);
    const y = (await bench.page.evaluate(`(() => { const box = document.activeElement.getBoundingClientRect(); return (box.top + box.bottom) / 2; })()`)) as number;
    expect(y).toBeLessThan(300);
    expect(differsIn(before, shot, 900, Math.round(y) - 40, 60, 80)).toBe(true);
    expect(differsIn(before, shot, 100, LOW.y - 45, 300, 90)).toBe(true);
  });

  it.each([{ readingLine: 'line' }, { readingLine: 'cross' }, { readingLine: 'ruler' }, { readingLine: 'mask' }, { pointer: 'large' }, { pointer: 'larger' }])(
    '%o takes no click',
    async (patch) => {
      await bench.page.evaluate(`{
        hit = [];
        const place = document.querySelector('.article .body p');
        place.scrollIntoView({ block: 'center', behavior: 'instant' });
        place.addEventListener('click', () => hit.push('click'));
        place.addEventListener('mousedown', () => hit.push('mousedown'));
      }`);
      await set(bench.page, patch as Record<string, string>);
      const box = (await bench.page.evaluate(
        `(() => { const { left, top, height } = document.querySelector('.article .body p').getBoundingClientRect(); return [left + 30, top + height / 2]; })()`,
      )) as [number, number];
      await pointAt({ x: box[0], y: box[1] });
      await bench.page.mouse.click(...box);
      expect(await bench.page.evaluate('hit')).toEqual(['mousedown', 'click']);
      expect(await bench.page.evaluate(`document.elementFromPoint(${box[0]}, ${box[1]}).closest('[data-mingdu]')`)).toBeNull();
    },
  );

  it('draws a pointer where the pointer is, larger still when larger is asked for', async () => {
    await pointAt(LOW);
    const plain = await picture(bench.page);
    const reach = async () => {
      await pointAt(HIGH);
      await pointAt(LOW);
      const shot = await picture(bench.page);
      let pixels = 0;
      for (let side = 2; side < 200; side += 2) if (differsIn(plain, shot, LOW.x, LOW.y + side, 120, 2)) pixels = side + 2;
      return pixels;
    };
    await set(bench.page, { pointer: 'large' });
    const large = await reach();
    await set(bench.page, { pointer: 'larger' });
    const larger = await reach();
    // A system's own pointer is about 20 px high.
    expect(large).toBeGreaterThanOrEqual(36);
    expect(larger).toBeGreaterThan(large);
    await set(bench.page, { pointer: 'page' });
    await pointAt(LOW);
    expect(differsIn(plain, await picture(bench.page), LOW.x - 20, LOW.y - 20, 150, 150)).toBe(false);
    expect(await ask(bench.page, 'get().pointer')).toBe('page');
  });
});
