// What axe finds in each scheme and language, in every form of the toolbar: bar with its status, panel, the phone's bar, sheet and pill, and the article alone.
// What the panels of single aids hold is asked in their own tests.
import { afterEach, describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, demoMounts, SCHEMES, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';
import { VIEW } from '../support/view';

/** Those that there is a table of words for; the panel's and the aids' tables are parts of the Chinese one. */
const LANGUAGES = readdirSync(new URL('../../shared/i18n/', import.meta.url))
  .map((file) => /^([a-z]{2}(?:-[A-Z]{2})?)\.ts$/.exec(file)?.[1])
  .filter((tag): tag is string => tag !== undefined);
const GROUNDS = ['off', ...SCHEMES];
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 640 };
const item = (id: string) => `${TOOLBARS}[0]?.querySelector('[data-item="${id}"]')`;
const PANEL = `${TOOLBARS}[0]?.querySelector('#panel [data-setting]')`;

describe.each(BROWSERS)('axe in %s', (name) => {
  const bench = useBrowser(name, [...demoMounts(), widgetMount()]);
  afterEach(() => closeAndForget(bench.page));
  const until = (condition: string) => bench.page.waitForFunction(`Boolean(${condition})`);

  async function inEveryScheme(where: string, inside: readonly string[] = ['.interface']): Promise<void> {
    for (const contrast of GROUNDS) {
      await set(bench.page, { contrast });
      expect(await axeFindings(bench.page, inside), `${where}, ${contrast}`).toEqual([]);
    }
  }
  async function open(language: string, size: { width: number; height: number }): Promise<void> {
    const { page, site } = bench;
    await page.setViewport(size);
    await visit(page, `${site.origin}/axe/?${language}`);
    await ask(page, 'open()');
    await until(`${TOOLBARS}[0]?.querySelector('[lang="${language}"] [role=toolbar]')`);
  }
  // The demo's article with the language in its tag.
  const article = async (language: string) => {
    const text = await (await fetch(`${bench.site.origin}/article.html`)).text();
    bench.site.mount([...demoMounts(), widgetMount(), { at: '/axe/', from: () => ({ body: text.replace('<script async src', `<script async data-lang="${language}" src`).replaceAll('"portal.', '"/portal.').replaceAll('"images/', '"/images/') }) }]);
  };

  describe.each(LANGUAGES)('finds nothing in the words of %s', (language) => {
    it('in the bar with its status line, and in the panel, in any scheme', async () => {
      await article(language);
      await open(language, WIDE);
      await inEveryScheme('bar');
      await bench.page.evaluate(`${item('more')}.click()`);
      await until(PANEL);
      await inEveryScheme('panel');
    });

    it('in the bar of a phone, its sheet and the pill, in any scheme', async () => {
      await article(language);
      await open(language, PHONE);
      await inEveryScheme('bar of a phone');
      await bench.page.evaluate(`${item('more')}.click()`);
      await until(PANEL);
      await inEveryScheme('sheet');
      await bench.page.setViewport({ width: 320, height: 180 });
      await bench.page.evaluate(`document.activeElement.blur(), [...${TOOLBARS}[0].querySelectorAll('dialog button')].find((one) => one.matches('.close, [aria-label]') || /关闭|關閉|Close/.test(one.textContent)).click()`);
      await bench.page.evaluate(`document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })), scrollTo(0, 900)`);
      await until(`${TOOLBARS}[0]?.querySelector('.pill')`);
      await inEveryScheme('pill');
    });

    it('in the article alone, in any scheme', async () => {
      await article(language);
      await open(language, WIDE);
      await set(bench.page, { view: 'article' });
      await until(`${VIEW}?.shadowRoot?.querySelector('.paper h1')`);
      await inEveryScheme('article', ['.paper']);
    });
  });
});
