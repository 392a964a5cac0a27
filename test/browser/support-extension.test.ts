// Proves that the launchers load an extension in both browsers, and that its button, pages and storage can be reached.
// The extension here is a fixture of a few lines, not the product.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertNoForeignRequests, BROWSERS, launch, type OpenBrowser } from '../support/browsers';
import { openExtensionPage, pressAction, storageLocal } from '../support/extension';
import { startSite, type Site } from '../support/site';

const folder = fileURLToPath(new URL('../fixtures/extension', import.meta.url));
const attribute = (name: string) => `document.documentElement.getAttribute(${JSON.stringify(name)})`;

describe.each(BROWSERS)('an extension in %s', (name) => {
  let opened: OpenBrowser;
  let site: Site;

  beforeAll(async () => {
    site = await startSite([{ at: '/', from: fileURLToPath(new URL('../fixtures/', import.meta.url)) }]);
    opened = await launch(name, { extension: folder });
  });
  afterAll(async () => {
    await opened?.close();
    await site?.close();
  });

  it('runs its content script on government hosts only', async () => {
    const page = await opened.newPage();
    await page.goto(site.on('www.example.gov.cn', '/faults/'));
    expect(await page.evaluate(attribute('data-content-script'))).toBe('ran');
    await page.goto(site.on('www.example.com.cn', '/faults/'));
    expect(await page.evaluate(attribute('data-content-script'))).toBeNull();
    await page.close();
  });

  it('reaches any page by a press of its button', async () => {
    const page = await opened.newPage();
    await page.goto(site.on('www.example.com.cn', '/faults/'));
    await pressAction(opened, page);
    await page.waitForFunction(`${attribute('data-action')} === 'pressed'`, { timeout: 10_000 });
    await page.close();
  });

  it('opens its own pages and keeps values', async () => {
    const page = await openExtensionPage(opened, 'page.html');
    expect(await storageLocal(page)).toEqual({});
    expect(await storageLocal(page, { mingdu: { version: 1 } })).toEqual({ mingdu: { version: 1 } });
    await page.close();
    assertNoForeignRequests(opened);
  });
});
