// The strictest policy, no request but for the product's own files, and "off means absent": what a page pays before a reader asks.
// That everything is undone again is in restore.test.ts.
import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS } from '../support/browsers';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { TOOLBARS } from '../support/interface';
import { ask, closeAndForget, demoMounts, recordErrors, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { STRICT_POLICY, strictMount } from '../support/strict-policy';
import { unannotated } from '../support/annotated';
import { useBrowser } from '../support/use-browser';

/** A tag that is not async, so that all it does at load is over when the page is loaded. */
const SOON = '<script src="/mingdu/mingdu.js"></script>';

/** Counts, before anything of the page or ours runs, what an idle product must not do. */
const COUNT = `
  globalThis.counted = { observers: [], listeners: [], sheets: 0, timers: 0, spoken: 0 };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    const Real = globalThis[name];
    globalThis[name] = class extends Real { constructor(...words) { super(...words); counted.observers.push(name); } };
  }
  const real = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    counted.listeners.push(type);
    return real.call(this, type, ...rest);
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
    const run = globalThis[name];
    globalThis[name] = (...words) => { counted.timers += 1; return run.apply(globalThis, words); };
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { counted.shadows = (counted.shadows ?? 0) + 1; return attach.call(this, init); };
  if (globalThis.speechSynthesis) speechSynthesis.speak = () => { counted.spoken += 1; };
`;

interface Counted {
  readonly observers: string[];
  readonly listeners: string[];
  readonly timers: number;
  readonly spoken: number;
  readonly shadows?: number;
}

describe.each(BROWSERS)('a page that is not ours in %s', (name) => {
  const plain = (body: string) => ({ body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body><h1>通知</h1><p>正文一段。</p>${body}</body></html>` });
  const bench = useBrowser(name, [
    ...demoMounts({ 'content-security-policy': STRICT_POLICY }),
    widgetMount(),
    strictMount({ html: TAG, before: '</head>' }),
    { at: '/bare/', from: () => plain('') },
    { at: '/idle/', from: () => plain(`<script>takeFirst?.()</script>${SOON}<a href="#" data-mingdu-open>无障碍浏览</a>`) },
    { at: '/launcher/', from: () => plain(SOON) },
    { at: '/none/', from: () => plain('<script src="/mingdu/mingdu.js" data-launcher="off"></script>') },
  ]);

  describe('under the strict policy', () => {
    it('all aids and the toolbar work without one violation', async () => {
      const { page, site, opened } = bench;
      await visit(page, `${site.origin}/csp/`);
      await takePageSnapshot(page);
      site.forget();
      opened.forgetForeign();
      await ask(page, 'open()');
      await set(page, await strongestOf(page));
      await page.mouse.move(300, 200);
      await page.evaluate(`Mingdu.speech.play().catch(() => 0).then(() => Mingdu.speech.stop())`);
      await ask(page, 'settled()');
      expect(await page.evaluate(`getComputedStyle(document.querySelector('.small')).fontSize`)).toBe('24px');
      expect(await page.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(0, 0, 0)');
      expect(await unannotated(page)).toEqual([]);
      expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
      expect(site.requests.filter((path) => !path.startsWith('/mingdu/'))).toEqual([]);
      assertNoForeignRequests(opened);
      await closeAndForget(page);
      expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
      expect(await pageDifferences(page)).toEqual([]);
    });

    it('every control of the toolbar can be pressed without a violation', async () => {
      const { page, site } = bench;
      await visit(page, `${site.origin}/csp/`);
      await ask(page, 'open()');
      await page.evaluate(`(async () => {
        const root = ${TOOLBARS}[0];
        for (const id of [...root.querySelectorAll('[role=toolbar] button')].map((button) => button.dataset.item)) {
          if (id === 'close' || id === 'leave') continue;
          root.querySelector('[data-item="' + id + '"]')?.click();
          await Mingdu.settled();
        }
      })()`);
      expect(await page.evaluate('[violations, pageErrors]')).toEqual([[], []]);
      await closeAndForget(page);
    });

    it('the demo portal keeps to it too', async () => {
      const { page, site } = bench;
      const errors = recordErrors(page);
      await visit(page, `${site.origin}/article.html`);
      await page.evaluate(`violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective + event.blockedURI))`);
      errors.length = 0;
      await set(page, await strongestOf(page));
      await ask(page, 'open()');
      expect(await page.evaluate('violations')).toEqual([]);
      expect(errors.filter((error) => /content.security|trusted/i.test(error))).toEqual([]);
      await closeAndForget(page);
      page.removeAllListeners('console');
      page.removeAllListeners('pageerror');
    });
  });

  describe('before a reader asks', () => {
    let script: { readonly identifier: string };
    beforeEach(async () => {
      script = await bench.page.evaluateOnNewDocument(COUNT);
      return () => bench.page.removeScriptToEvaluateOnNewDocument(script.identifier);
    });
    // Not `visit`: waiting for something in the page is done with the page's own clocks.
    const load = (page: Page, url: string) => page.goto(url, { waitUntil: 'load' });
    const counted = () => bench.page.evaluate('counted') as Promise<Counted>;

    it('nothing of the page is changed and nothing is watched', async () => {
      const { page, site, opened } = bench;
      site.forget();
      opened.forgetForeign();
      await load(page, `${site.origin}/idle/`);
      const { observers, listeners, timers, spoken, shadows } = await counted();
      expect({ observers, timers, spoken, shadows: shadows ?? 0 }).toEqual({ observers: [], timers: 0, spoken: 0, shadows: 0 });
      // The trigger's click, once parsing is over, and other tabs: no key, no pointer, no scroll.
      expect(listeners.filter((type) => !['click', 'DOMContentLoaded', 'storage'].includes(type))).toEqual([]);
      expect(await page.evaluate(`document.documentElement.outerHTML.includes('data-mingdu-x')`)).toBe(false);
      expect(await page.evaluate(`document.querySelectorAll('[data-mingdu]').length + document.adoptedStyleSheets.length + document.styleSheets.length`)).toBe(0);
      expect(await page.evaluate('document.documentElement.outerHTML.replace(/>\\s*<.head>/, "")')).toContain('<h1>通知</h1><p>正文一段。</p>');
      expect(await page.evaluate('localStorage.length')).toBe(0);
      expect(site.requests.filter((path) => !path.includes('favicon'))).toEqual(['/idle/', '/mingdu/mingdu.js']);
      assertNoForeignRequests(opened);
    });

    it('a page without a trigger gets the launcher, and that alone', async () => {
      const { page, site } = bench;
      await load(page, `${site.origin}/launcher/`);
      expect((await counted()).observers).toEqual([]);
      const inserted = await page.evaluate(`[...document.querySelectorAll('[data-mingdu]')].map((host) => [host.shadowRoot.querySelectorAll('button').length, host.shadowRoot.textContent])`);
      expect(inserted).toEqual([[2, '无障碍浏览']]);
      expect(await page.evaluate(`document.body.innerHTML.replace(/<script.*$/s, '')`)).toBe('<h1>通知</h1><p>正文一段。</p>');
      expect(await page.evaluate(`document.querySelectorAll('style, link').length + document.adoptedStyleSheets.length`)).toBe(0);
    });

    it('data-launcher="off" leaves even that away', async () => {
      await visit(bench.page, `${bench.site.origin}/none/`);
      expect(await bench.page.evaluate(`document.querySelectorAll('[data-mingdu]').length`)).toBe(0);
    });
  });
});
