// No screen reader is hindered: Chromium's accessibility tree of a page (roles, names, values, states, order, words) is the same with each aid
// and with all of them as without. Two things are not compared: what is ours beside the page (its own tests ask axe), and 只看正文, which is there to show
// the article instead of the page. Of pinyin the words count: its readings are generated content without
// alternative text. Each ruby has to be ignored in the tree: Orca stops at one that is not
// (docs/screen-readers.md). What this cannot see is how a reader cuts lines.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { stopPageTimers } from '../../scripts/instrument/instrument';
import { mountOf, realPages } from '../support/pages';
import { pageTree, treeDifferences } from '../support/page-tree';
import { ask, closeAndForget, DEMO_PAGES, demoMounts, set, strongestOf, visit, widgetMount } from '../support/product';
import { TAG, type Mount } from '../support/site';
import { useBrowser } from '../support/use-browser';

/** One saved page in five; MINGDU_ALL_ORDERS=1 compares all. */
const REAL = realPages().filter((_, at) => process.env['MINGDU_ALL_ORDERS'] === '1' || at % 5 === 0);

interface Case { readonly id: string; readonly path: string; readonly mounts: readonly Mount[] }

const CASES: Case[] = [
  ...DEMO_PAGES.map((path) => ({ id: `demo/${path}`, path: `/${path}`, mounts: demoMounts() })),
  ...REAL.map((one) => ({ id: one.id, path: `/${one.entry}`, mounts: [mountOf(one, { html: TAG, before: '</head>' })] })),
];

describe.runIf(BROWSERS.includes('chromium'))('the tree for screen readers, in chromium', () => {
  const bench = useBrowser('chromium', []);
  afterEach(() => closeAndForget(bench.page));

  it.each(CASES)('of $id is the same with each aid, and with all', async ({ path, mounts }) => {
    const { page, site } = bench;
    site.mount([...mounts, widgetMount()]);
    await visit(page, site.origin + path);
    await stopPageTimers(page);
    const session = await page.createCDPSession();
    const before = await pageTree(session);
    expect(before.lines.length).toBeGreaterThan(10);
    expect(treeDifferences(before, await pageTree(session)), 'the page alone').toEqual([]);

    const differences: Record<string, string[]> = {};
    const compare = async (name: string) => {
      const found = treeDifferences(before, await pageTree(session));
      if (found.length > 0) differences[name] = found;
    };
    // 用键盘读 is a mode that the reader enters, and in which the focus goes where he reads: that one element has it, and nothing else differs.
    const { cursor, ...aids } = await strongestOf(page);
    expect(cursor).toBe('on');
    await set(page, { cursor: 'on' });
    const walked = treeDifferences(before, await pageTree(session));
    expect(walked.filter((line) => /^new: .*focused=true/.test(line)).length, walked.join('\n')).toBe(1);
    // That element without and with the focus; and its words again, where it had no name of its own.
    expect(walked.length, walked.join('\n')).toBeLessThanOrEqual(4);
    await closeAndForget(page);
    for (const [key, value] of Object.entries(aids)) {
      await set(page, { [key]: value });
      await compare(key);
      await closeAndForget(page);
    }
    await ask(page, 'open()');
    await compare('the toolbar');
    await set(page, aids);
    await compare('all');
    await closeAndForget(page);
    await compare('after 退出');
    await session.detach();
    expect(differences).toEqual({});
  });
});
