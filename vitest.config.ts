// How the tests run: `unit` in jsdom, `browser` against dist/ in real browsers. What the build does to imports is done here too.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';
import { inPageModule } from './scripts/build/in-page.mjs';
import { readRules, rulesModule } from './scripts/build/rules.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Style sheets as text, as esbuild's `text` loader gives them; Vite would otherwise treat them as a page's styles. */
function cssAsText(): Plugin {
  const MARK = '\0css-text:';
  return {
    name: 'css-as-text',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || importer === undefined) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found === null ? null : `${MARK}${found.id}.js`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      return `export default ${JSON.stringify(readFileSync(id.slice(MARK.length, -'.js'.length), 'utf8'))};`;
    },
  };
}

/** `mingdu:rules`, made from the descriptors as the build makes it, when a test first asks for it. */
function rules(): Plugin {
  const MODULE = '\0mingdu:rules';
  return {
    name: 'mingdu-rules',
    enforce: 'pre',
    resolveId: (source) => (source === 'mingdu:rules' ? MODULE : null),
    async load(id) {
      if (id !== MODULE) return null;
      const { version } = JSON.parse(readFileSync(here('./package.json'), 'utf8')) as { version: string };
      const made = await readRules(here('.'));
      return rulesModule(made, version);
    },
  };
}

/** `mingdu:in-page/…`: the text of code that runs inside a page under measurement. */
function inPage(): Plugin {
  const MODULE = '\0mingdu:in-page/';
  return {
    name: 'mingdu-in-page',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith('mingdu:in-page/') ? `\0${source}` : null),
    load: (id) => (id.startsWith(MODULE) ? inPageModule(id.slice(MODULE.length)) : null),
  };
}

/** `mingdu:files`: outside a build no file has a hash. */
function files(): Plugin {
  const MODULE = '\0mingdu:files';
  return {
    name: 'mingdu-files',
    enforce: 'pre',
    resolveId: (source) => (source === 'mingdu:files' ? MODULE : null),
    load: (id) => (id === MODULE ? `export const MAIN = 'mingdu-main'; export const NAMES = 'mingdu-files'; export const OPTIONS = 'mingdu-pack-options';` : null),
  };
}

/** Browser tests that watch nothing that goes by the clock: what a page is, was and shows. Two at once, half of all the time. */
const OUT_OF_TIME = [
  'article', 'article-view-gold', 'article-view-restore', 'axe-schemes', 'check', 'check-report', 'check-rules', 'contrast', 'contrast-torture',
  'copies', 'extension-pages', 'find', 'frameworks', 'guide', 'instrument', 'layout-torture', 'loading-failures', 'loading-faults', 'loading-kept',
  'loading-policies', 'options', 'own-size', 'package', 'page-fuzz', 'page-tree', 'pinyin', 'pinyin-page', 'pinyin-readings', 'pinyin-settings',
  'print', 'random-states', 'readings', 'readings-access', 'real-pages', 'restore', 'room-sizes', 'showcase', 'site-options', 'site-store', 'soak',
  'storage', 'support', 'tag', 'text', 'text-torture', 'threats', 'undo', 'what-it-changes',
].map((name) => `test/browser/${name}.test.ts`);
const inBrowsers = { environment: 'node' as const, globalSetup: ['./test/browser/global-setup.ts'], testTimeout: 90_000, hookTimeout: 120_000 };

export default defineConfig({
  plugins: [cssAsText(), rules(), inPage(), files()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        resolve: { alias: { 'webextension-polyfill': here('./test/support/fake-browser.ts') } },
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          environment: 'jsdom',
          setupFiles: ['./test/support/unit-setup.ts'],
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: OUT_OF_TIME,
          // One browser at a time: two would slow each other down and make waiting times mean nothing.
          fileParallelism: false,
          ...inBrowsers,
        },
      },
      {
        extends: true,
        test: { name: 'browser-pages', include: OUT_OF_TIME, maxWorkers: 2, ...inBrowsers },
      },
    ],
  },
});
