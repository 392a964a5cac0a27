// docs/site-owners.md, done to the letter as a new owner would: its page in an empty folder with a copy of the files, from a server and from
// the disk; its lines for Vue and React, bundled.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileScript, parse } from 'vue/compiler-sfc';
import { BROWSERS } from '../support/browsers';
import { exampleOf } from '../support/guide';
import { TOOLBARS } from '../support/interface';
import { closeAndForget, DIST, recordErrors, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

/** What the examples import: the package as it is installed, and the frameworks. */
const installed: Plugin = {
  name: 'installed',
  setup(api) {
    api.onResolve({ filter: /^mingdu$/ }, () => ({ path: join(DIST, 'npm/index.js') }));
    api.onResolve({ filter: /^react$/ }, ({ resolveDir }) => api.resolve('react-19', { kind: 'import-statement', resolveDir }));
    api.onResolve({ filter: /^react\/jsx-runtime$/ }, ({ resolveDir }) => api.resolve('react-19/jsx-runtime', { kind: 'import-statement', resolveDir }));
  },
};

async function bundled(contents: string, loader: 'js' | 'jsx'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    plugins: [installed],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** The example as a whole program: mounted where the site's own file would mount it. */
async function vueApp(): Promise<string> {
  const { descriptor } = parse(exampleOf('vue'));
  const { content } = compileScript(descriptor, { id: 'app', inlineTemplate: true });
  return bundled(`${content.replace('export default', 'const App =')}\nimport { createApp } from 'vue'; createApp(App).mount('#app');`, 'js');
}
const reactApp = () => bundled(`${exampleOf('react')}\nimport { createRoot } from 'react-dom-19/client'; createRoot(document.getElementById('app')).render(<App />);`, 'jsx');

/** What 内容安全策略 tells those to add who use load() on a page with Trusted Types. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types mingdu-load";
const strictApp = () => bundled(`import { load } from 'mingdu'; load({ base: '/mingdu/', launcher: false });`, 'js');

const APPS = { vue: '', react: '', strict: '' };
const appPage = (name: string, more = '') => ({ body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>应用</title></head><body><div id="app">${more}</div><script src="/${name}.js"></script></body></html>` });

let folder = '';
beforeAll(async () => {
  // The steps of 一、普通网页.
  folder = mkdtempSync(join(tmpdir(), 'mingdu-guide-'));
  cpSync(join(DIST, 'widget'), join(folder, '网站 site/mingdu'), { recursive: true });
  mkdirSync(join(folder, '网站 site'), { recursive: true });
  writeFileSync(join(folder, '网站 site/index.html'), exampleOf('static'));
  [APPS.vue, APPS.react, APPS.strict] = await Promise.all([vueApp(), reactApp(), strictApp()]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Presses the link; the toolbar is there, an aid works, and after 退出 the page is as it was. */
async function works(page: Page, url: string): Promise<void> {
  const errors = recordErrors(page);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(`typeof Mingdu === 'object' && document.querySelector('[data-mingdu-open]') !== null`);
  const before = await page.evaluate('document.documentElement.outerHTML');
  await page.click('[data-mingdu-open]');
  await page.waitForFunction(`(${TOOLBARS}).length === 1`, { timeout: 20_000 });
  await page.evaluate(`Mingdu.set({ textSize: 200 }).then(() => Mingdu.settled())`);
  expect(await page.evaluate(`parseFloat(getComputedStyle(document.querySelector('[data-mingdu-open]')).fontSize)`)).toBe(32);
  await closeAndForget(page);
  expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
  // From the disk Chromium refuses import() and says so; the files then come another way.
  page.removeAllListeners('console').removeAllListeners('pageerror');
  expect(url.startsWith('file:') ? errors.filter((error) => !/Access to script at 'file:|net::ERR_FAILED file:/.test(error)) : errors).toEqual([]);
}

describe.each(BROWSERS)('the guide in %s', (name) => {
  const bench = useBrowser(name, [
    { at: '/plain/', from: (path) => (path === '' ? { body: exampleOf('static') } : undefined) },
    { at: '/plain/mingdu/', from: join(DIST, 'widget') },
    { at: '/vue/', from: () => appPage('vue') },
    { at: '/react/', from: () => appPage('react') },
    { at: '/strict/', from: () => appPage('strict', '<a href="#" data-mingdu-open>无障碍浏览</a>'), headers: { 'content-security-policy': POLICY } },
    { at: '/strict.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: APPS.strict }) },
    { at: '/vue.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: APPS.vue }) },
    { at: '/react.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: APPS.react }) },
    { at: '/favicon.ico', from: () => ({ type: 'image/png', body: '' }) },
    widgetMount(),
  ]);

  it('its page works from a server', () => works(bench.page, `${bench.site.origin}/plain/`));

  it('its page works from the disk', () => works(bench.page, pathToFileURL(join(folder, '网站 site/index.html')).href));

  it.each(['vue', 'react'] as const)('its lines for %s work in a bundled app', (app) => works(bench.page, `${bench.site.origin}/${app}/`));

  // A violation would be an error in the console.
  it('load() works under the line that the guide gives for Trusted Types', () => works(bench.page, `${bench.site.origin}/strict/`));
});
