// One reader's whole way without a mouse, from a page that never met the product: open, 长辈模式, to the article, read aloud, stop, to a table, 退出.
// Each step's own rules are in the tests of its part; by touch it is in journey-touch.test.ts.
import { describe, expect, it } from 'vitest';
import type { KeyInput } from 'puppeteer-core';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { journeyMounts, ownLeft } from '../support/journey';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, visit } from '../support/product';
import { useBrowser } from '../support/use-browser';

const IN_BAR = `${TOOLBARS}[0]?.activeElement`;

describe.each(BROWSERS)('without a mouse in %s', (name) => {
  const bench = useBrowser(name, journeyMounts());
  expectNoOwnErrors(() => bench.page);

  /** Presses a key until something holds; a reader would give up as well. */
  async function walk(key: KeyInput, until: string, most = 80): Promise<void> {
    for (let left = most; left > 0; left -= 1) {
      await bench.page.keyboard.press(key);
      if (await bench.page.evaluate(`Boolean(${until})`)) return;
    }
    throw new Error(`${most} times ${key}, and never: ${until}`);
  }
  const isAt = (word: string) => `${IN_BAR}?.textContent.includes('${word}')`;
  const until = (condition: string) => bench.page.waitForFunction(condition);
  /** From the page to the bar: by the site's own entry, which leads into the bar when it is open already. */
  async function toBar(): Promise<void> {
    await walk('Tab', `document.activeElement?.matches('[data-mingdu-open]')`);
    await bench.page.keyboard.press('Enter');
    await until(`Boolean(${IN_BAR})`);
  }

  it('a reader comes from the first page to a table of the article, hears it, and leaves nothing behind', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/index.html`);
    expect(await page.evaluate('localStorage.length')).toBe(0);

    await toBar();
    await walk('ArrowRight', isAt('长辈模式'));
    await page.keyboard.press('Enter');
    await until(`Mingdu.get().spacing === 'wide' && Mingdu.get().textSize >= 150`);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(`document.activeElement.matches('[data-mingdu-open]')`)).toBe(true);

    await walk('Tab', `document.activeElement?.matches('main a[href="article.html"]')`, 200);
    await page.keyboard.press('Enter');
    await until(`location.pathname === '/article.html' && typeof Mingdu === 'object' && ${TOOLBARS}.length === 1`);
    await ask(page, 'settled()');
    expect(await ask(page, 'get()')).toMatchObject({ spacing: 'wide' });

    await toBar();
    await walk('ArrowRight', isAt('朗读'));
    await page.keyboard.press('Enter');
    await until(`Mingdu.speech.state === 'speaking' && fakeSpeech.started.length > 0`);
    await walk('ArrowRight', isAt('停止'));
    await page.keyboard.press('Enter');
    await until(`Mingdu.speech.state === 'idle'`);
    const heard = (await page.evaluate('fakeSpeech.started')) as string[];
    expect(heard.join('')).toContain('居家养老服务补贴');

    await page.keyboard.press('Escape');
    await walk('Tab', `document.activeElement?.matches('.table-scroll')`);
    expect(await page.evaluate(`(() => { const { top } = document.querySelector('.table-scroll td').getBoundingClientRect(); return top >= 0 && top < innerHeight; })()`)).toBe(true);

    await walk('Tab', IN_BAR);
    await walk('ArrowRight', isAt('退出'));
    await page.keyboard.press('Enter');
    await until(`${TOOLBARS}.length === 0`);
    await ask(page, 'settled()');
    expect(await page.evaluate(ownLeft)).toEqual([]);
    await page.reload();
    await until(`typeof Mingdu === 'object'`);
    expect(await page.evaluate(`${TOOLBARS}.length`)).toBe(0);
  });
});
