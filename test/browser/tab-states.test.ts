// A tab that the browser freezes, which Chromium alone can be told to do, and one that goes offline, with aids on.
// A tab that was left and comes back from memory: loading-habits.test.ts; one that was discarded: extension-tabs.test.ts.
import { describe, expect, it } from 'vitest';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { ALL_SEEN, noticePage, RECORD_MOUNT, seen, SOME_AIDS, switchOn } from '../support/loading';
import { closeAndForget, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const WAIT = { timeout: 10_000 };
const SIZE = `getComputedStyle(document.querySelector('#text')).fontSize`;

describe.each(BROWSERS)('with aids on in %s, a tab', (name) => {
  const bench = useBrowser(name, [RECORD_MOUNT, widgetMount(), { at: '/', from: () => ({ body: noticePage('<script src="/mingdu/mingdu.js"></script>') }) }]);

  it.runIf(name === 'chromium')('that was frozen goes on, and follows what was chosen meanwhile in another', async () => {
    const { page, site, opened } = bench;
    await visit(page, `${site.origin}/`);
    await page.evaluate(`states = []; for (const type of ['freeze', 'resume']) document.addEventListener(type, () => states.push(type))`);
    await takePageSnapshot(page);
    await switchOn(page);
    const client = await page.createCDPSession();
    await client.send('Page.setWebLifecycleState', { state: 'frozen' });
    const other = await opened.newPage();
    await visit(other, `${site.origin}/?other`);
    await set(other, { textSize: 200 });
    await other.close();
    await client.send('Page.setWebLifecycleState', { state: 'active' });
    await page.bringToFront();
    await page.waitForFunction(`${SIZE} === '32px'`, WAIT);
    expect(await page.evaluate('states')).toEqual(['freeze', 'resume']);
    expect(await seen(page)).toEqual({ ...ALL_SEEN, size: '32px', stored: { ...SOME_AIDS, textSize: 200 } });
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });

  it('that goes offline keeps what is on, says which aid it cannot have, and has it by 重试 when it is back', async () => {
    const { page, site } = bench;
    await visit(page, `${site.origin}/`);
    await takePageSnapshot(page);
    await switchOn(page);
    await page.setOfflineMode(true);
    expect(await page.evaluate('navigator.onLine')).toBe(false);
    // What is here already follows.
    await set(page, { textSize: 200 });
    expect(await page.evaluate(SIZE)).toBe('32px');
    await set(page, { spacing: 'wider' });
    await page.waitForFunction(`${TOOLBARS}[0].textContent.includes('没有取到')`, WAIT);
    expect(await seen(page)).toMatchObject({ ...ALL_SEEN, size: '32px', stored: { spacing: 'wider' } });
    await page.setOfflineMode(false);
    const between = `getComputedStyle(document.querySelector('#text')).letterSpacing`;
    const before = await page.evaluate(between);
    await page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('button')].find((button) => button.textContent.includes('重试')).click()`);
    await page.waitForFunction(`${between} !== '${String(before)}'`, WAIT);
    await closeAndForget(page);
    expect(await pageDifferences(page)).toEqual([]);
    expect(await page.evaluate('pageErrors')).toEqual([]);
  });
});
