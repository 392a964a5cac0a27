// The same way by touch alone, on a phone 360 px wide: every step is a tap on something that is seen. By keyboard it is in journey-keyboard.test.ts.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { journeyMounts, ownLeft } from '../support/journey';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, visit } from '../support/product';
import { useBrowser } from '../support/use-browser';

describe.each(BROWSERS)('by touch in %s', (name) => {
  const bench = useBrowser(name, journeyMounts(), { viewport: { width: 360, height: 640 } });
  expectNoOwnErrors(() => bench.page);
  const until = (condition: string) => bench.page.waitForFunction(condition);

  /** Until nothing has scrolled for ten frames. */
  const atRest = () =>
    bench.page.evaluate(`(async () => {
      for (let still = 0, last = scrollY; still < 10; last = scrollY) {
        await new Promise(requestAnimationFrame);
        still = scrollY === last ? still + 1 : 0;
      }
    })()`);

  /** Taps the middle of what an expression finds, scrolled to first as a finger would; something else in the way is an error. */
  async function tap(found: string): Promise<void> {
    const { page } = bench;
    await until(`Boolean(${found})`);
    // Chromium adds what is left of a smooth scroll under way to an instant one: reading aloud may just have scrolled to its sentence.
    await atRest();
    await page.evaluate(`(${found}).scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await atRest();
    const [x, y, isFree] = (await page.evaluate(`(() => {
      const at = ${found};
      const { left, top, width, height } = at.getClientRects()[0];
      const x = left + width / 2, y = top + height / 2;
      let hit = document.elementFromPoint(x, y);
      while (hit?.shadowRoot && hit.shadowRoot.elementFromPoint(x, y) && hit.shadowRoot.elementFromPoint(x, y) !== hit) hit = hit.shadowRoot.elementFromPoint(x, y);
      return [x, y, at.contains(hit) || hit?.contains(at)];
    })()`)) as [number, number, boolean];
    if (!isFree) throw new Error(`something lies over ${found}`);
    await page.touchscreen.tap(x, y);
  }
  const button = (word: string) => `[...(${TOOLBARS}[0]?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes('${word}') && one.getClientRects().length > 0)`;

  it('a reader comes from the first page to a table of the article, hears it, and leaves nothing behind', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/index.html`);
    await tap(`document.querySelector('[data-mingdu-open]')`);
    await tap(button('更多'));
    await tap(button('长辈模式'));
    await until(`Mingdu.get().spacing === 'wide'`);
    await tap(button('关闭'));
    await until(`!${TOOLBARS}[0].querySelector('dialog')`);
    await ask(page, 'settled()');

    await tap(`document.querySelector('main a[href="article.html"]')`);
    await until(`location.pathname === '/article.html' && typeof Mingdu === 'object' && ${TOOLBARS}.length === 1`);
    await ask(page, 'settled()');
    await tap(button('朗读'));
    await until(`Mingdu.speech.state === 'speaking' && fakeSpeech.started.length > 0`);
    await tap(button('停止'));
    await until(`Mingdu.speech.state === 'idle'`);
    expect(((await page.evaluate('fakeSpeech.started')) as string[]).join('')).toMatch(/\p{Script=Han}{4}/u);

    await tap(`document.querySelector('.table-scroll td')`);
    expect(await page.evaluate(`(() => { const { top, bottom } = document.querySelector('.table-scroll td').getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()`)).toBe(true);
    await tap(button('退出'));
    await until(`${TOOLBARS}.length === 0`);
    await ask(page, 'settled()');
    expect(await page.evaluate(ownLeft)).toEqual([]);
  });
});
