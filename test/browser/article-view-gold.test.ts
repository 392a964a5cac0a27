// How much of real articles the view shows, and how much else: on saved pages whose article somebody marked by hand. Prints a table.
// That the view behaves is in article-view.test.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { mountOf, PAGES_FOLDER, PAGES_MISSING, realPages } from '../support/pages';
import { closeAndForget, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { inView } from '../support/view';

interface Gold {
  readonly id: string;
  readonly page: string;
  readonly title_selector: string;
  readonly body_selector: string;
  readonly table_cells: number;
}

/** Pages without an article of their own, and zones that anybody sees on them. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  'langxian-list': ['导航区', '交互区', '列表区'],
  'tobacco-list': ['导航区', '交互区'],
  'sc-gov-home': ['交互区', '服务区', '列表区'],
  'langao-home': ['导航区', '交互区', '列表区'],
};

const FILE = join(PAGES_FOLDER, 'gold.json');
const GOLD: readonly Gold[] = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { pages: Gold[] }).pages : [];
const LEAST_BODY = 0.98;
const MOST_FOREIGN = 0.02;
const squeezed = (text: string) => text.replace(/\s/g, '');

/** The pieces of text between block edges, of all elements that match. */
const PIECES = (selector: string) => `[...document.querySelectorAll(${JSON.stringify(selector)})].flatMap((one) => one.innerText.split(/[\\n\\t]/))`;

describe.skipIf(PAGES_MISSING !== '' || GOLD.length === 0).each(BROWSERS)('real articles in %s', (name) => {
  const bench = useBrowser(name, []);
  const rows: string[] = [];
  afterAll(() => console.log([`${name.padEnd(16)} title   body  foreign`, ...rows].join('\n')));

  it.each(GOLD.map((one) => [one.id, one] as const))('%s', async (id, gold) => {
    const { page, site } = bench;
    const [folder = '', ...rest] = gold.page.split('/');
    const isOwnRoot = rest.length > 0;
    site.mount([{ at: '/', from: isOwnRoot ? join(PAGES_FOLDER, folder) : PAGES_FOLDER, inject: { html: TAG, before: '</body>' } }, widgetMount()]);
    await visit(page, `${site.origin}/${isOwnRoot ? rest.join('/') : folder}`);
    await page.evaluate('localStorage.clear()');
    const title = squeezed((await page.evaluate(`document.querySelector(${JSON.stringify(gold.title_selector)}).textContent`)) as string);
    const wanted = ((await page.evaluate(PIECES(gold.body_selector))) as string[]).map(squeezed).filter((piece) => piece !== '');
    await page.mouse.click(2, 400);
    await set(page, { view: 'article' });
    const shown = squeezed((await inView<string>(page, `root.querySelector('h1').textContent`)) ?? '');
    const found = ((await inView<string[]>(page, `(() => { const lists = []; for (const one of root.querySelectorAll('.body h2, .body h3, .body p, .body li, .body td, .body th, .body caption, .body pre, .body dt, .body dd, .body .elsewhere')) if (!one.querySelector('p, li')) lists.push(one.textContent); return lists; })()`)) ?? [])
      .map(squeezed)
      .filter((piece) => piece !== '');
    const cells = await inView<number>(page, `root.querySelectorAll('.body table td, .body table th').length`);
    await closeAndForget(page);
    const length = (pieces: readonly string[]) => pieces.reduce((sum, piece) => sum + piece.length, 0);
    const all = found.join('');
    const gone = wanted.filter((piece) => !all.includes(piece));
    const whole = wanted.join('');
    const foreign = found.filter((piece) => !whole.includes(piece));
    const body = 1 - length(gone) / length(wanted);
    const other = length(foreign) / length(wanted);
    rows.push(`${id.padEnd(16)} ${shown === title ? 'yes  ' : 'no   '} ${(body * 100).toFixed(2).padStart(6)} % ${(other * 100).toFixed(2).padStart(6)} %`);
    expect(shown).toBe(title);
    expect(body, gone.join('\n')).toBeGreaterThanOrEqual(LEAST_BODY);
    expect(other, foreign.join('\n')).toBeLessThan(MOST_FOREIGN);
    expect(cells).toBe(gold.table_cells);
  });

  it.each(Object.entries(WITHOUT))('%s has no article, and its zones are offered', async (id, zones) => {
    const { page, site } = bench;
    const one = realPages().find((real) => real.id === id);
    if (!one) throw new Error(`${id} is not among the saved pages`);
    site.mount([mountOf(one, { html: TAG, before: '</body>' }), widgetMount()]);
    await visit(page, `${site.origin}/${one.entry}`);
    await page.evaluate('localStorage.clear()');
    await page.mouse.click(2, 400);
    await set(page, { view: 'article' });
    const names = await inView<string[]>(page, `[...root.querySelectorAll('.zones b')].map((zone) => zone.textContent)`);
    await closeAndForget(page);
    expect(names).toEqual(expect.arrayContaining([...zones]));
  });
});
