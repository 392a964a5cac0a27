// What would be read from beginning to end on the saved real pages, against the bodies that were chosen by hand for some of them: how much of the
// body is there, in its order, and how much else. Prints the table. Small pages of our own are in test/shared/page/article.test.ts.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { mountOf, PAGES_FOLDER, realPages } from '../support/pages';
import { useBrowser } from '../support/use-browser';

interface Gold {
  readonly id: string;
  readonly title_text: string;
  readonly body_selector: string;
}

const ARTICLE = resolve(dirname(fileURLToPath(import.meta.url)), '../../shared/page/article');
const ENTRY = `import { findArticle } from ${JSON.stringify(ARTICLE)};
  window.readOut = () => {
    const steps = findArticle({ document, textOf: (text) => text.data });
    for (;;) { const step = steps.next(); if (step.done) return { isArticle: step.value.isArticle, blocks: step.value.blocks.map(({ text }) => text) }; }
  };`;
/** Of pages without a chosen body: what they are, and what must never be read on any. */
const ARTICLES = new Set(['cmse', 'hn-tcm-hospital', 'icama-depts', 'people-cn', 'wyu-notice', 'xj-cpa', 'zhalantun-about']);
const LISTS = new Set(['langao-home', 'langxian-list', 'sc-gov-home', 'tobacco-home', 'tobacco-list', 'zhalantun-hdjl']);
const NEVER = /ICP备|公网安备|版权所有|当前位置|所在的?位置[:：]|上一[篇页]|下一[篇页]|网站地图|设为首页|加入收藏/;

const han = (text: string) => text.replace(/[^\u3400-\u9fff]/g, '');

/** @returns parts, 0 to 1, of the body that is read in its order, and of what is read that is not body or title */
function compare(blocks: readonly string[], body: readonly string[], title: string): { readonly cover: number; readonly foreign: number } {
  const read = han(blocks.join(''));
  const lines = body.flatMap((text) => text.split(/[\n\t]/)).map(han).filter((line) => line !== '' && line !== title);
  let [from, covered] = [0, 0];
  for (const line of lines) {
    const at = read.indexOf(line, from);
    if (at < 0) continue;
    covered += line.length;
    from = at + line.length;
  }
  const all = lines.join('').length;
  const rest = read.length - covered - (read.includes(title) ? title.length : 0);
  return { cover: covered / all, foreign: rest / read.length };
}

const pages = realPages();
describe.runIf(pages.length > 0).each(BROWSERS)('what is read of saved pages in %s', (name) => {
  const bench = useBrowser(name, []);
  const gold = pages.length > 0 ? (JSON.parse(readFileSync(join(PAGES_FOLDER, 'gold.json'), 'utf8')) as { readonly pages: readonly Gold[] }).pages : [];
  const table: string[] = [];
  let script = '';

  beforeAll(async () => {
    const { outputFiles } = await build({ stdin: { contents: ENTRY, resolveDir: dirname(ARTICLE) }, bundle: true, write: false, format: 'iife' });
    script = outputFiles[0]?.text ?? '';
  });
  afterAll(() => console.log([`${name}: page, article, blocks, Han, body %, foreign %`, ...table].join('\n')));

  it.each(pages.map((page) => [page.id, page] as const))('%s', async (id, real) => {
    const { page, site } = bench;
    site.mount([mountOf(real)]);
    await page.goto(`${site.origin}/${encodeURI(real.entry)}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    const { isArticle, blocks } = (await page.evaluate('readOut()')) as { readonly isArticle: boolean; readonly blocks: readonly string[] };
    const known = gold.find((one) => one.id === id);
    const row = [id.padEnd(18), String(isArticle), String(blocks.length), String(han(blocks.join('')).length)];
    expect(blocks.filter((text) => NEVER.test(text))).toEqual([]);
    if (ARTICLES.has(id) || LISTS.has(id)) expect(isArticle).toBe(ARTICLES.has(id));
    if (known) {
      const body = (await page.evaluate(`[...document.querySelectorAll(${JSON.stringify(known.body_selector)})].map((one) => one.innerText)`)) as string[];
      const { cover, foreign } = compare(blocks, body, han(known.title_text));
      row.push((cover * 100).toFixed(1), (foreign * 100).toFixed(1));
      expect(isArticle).toBe(true);
      expect(han(blocks[0] ?? '')).toBe(han(known.title_text));
      expect(cover).toBeGreaterThanOrEqual(0.98);
      expect(foreign).toBeLessThan(0.02);
    }
    table.push(row.join('  '));
  });
});
