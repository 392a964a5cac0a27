// What is printed is the page as its author made it, whatever is on: by the browser, and by a site's own 打印本页 that copies `innerHTML`.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { stopPageTimers } from '../../scripts/instrument/instrument';
import { differentLooks, inACopy, onPaper } from '../support/paper';
import { mountOf, realPages } from '../support/pages';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

/** Short pages that show everything; MINGDU_ALL_ORDERS=1 prints all. */
const REAL = realPages().filter((_, at) => process.env['MINGDU_ALL_ORDERS'] === '1' || at % 6 === 0);
const PAGES = [
  ...DEMO_PAGES.map((path) => ({ id: `demo/${path}`, path: `/${path}`, mounts: demoMounts() })),
  ...REAL.map((one) => ({ id: one.id, path: `/${one.entry}`, mounts: [mountOf(one, { html: TAG, before: '</head>' as const })] })),
];

describe.each(BROWSERS)('on paper in %s', (name) => {
  const bench = useBrowser(name, []);

  it.each(PAGES)('$id is as its author made it, with all aids on', async ({ path, mounts }) => {
    const { page, site, opened } = bench;
    site.mount([...mounts, widgetMount()]);
    await visit(page, site.origin + path);
    await stopPageTimers(page);
    const before = await onPaper(opened, page);
    await set(page, await strongestOf(page));
    await ask(page, 'open()');
    const after = await onPaper(opened, page);
    await closeAndForget(page);
    expect(differentLooks(before, after)).toEqual([]);
  });

  it.each(PAGES)('$id copied by the site itself is as its author made it', async ({ path, mounts }) => {
    const { page, site, opened } = bench;
    site.mount([...mounts, widgetMount()]);
    await visit(page, site.origin + path);
    await stopPageTimers(page);
    const before = await inACopy(opened, page, 'body');
    await page.bringToFront();
    await set(page, await strongestOf(page));
    const after = await inACopy(opened, page, 'body');
    await page.bringToFront();
    await closeAndForget(page);
    expect(before.length).toBeGreaterThan(10);
    expect(differentLooks(before, after)).toEqual([]);
  });
});
