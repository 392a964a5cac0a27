// Copies that a page makes of its own elements while aids are on hold nothing of ours once all is off: overridden inline styles, a lent `tabindex`,
// the element in which our interface stands. Found by the page fuzzer (page-fuzz.test.ts); copies of annotated text are in random-states.test.ts.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, closeAndForget, ownErrors, recordErrors, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const STYLES = ['color:red!important; font-size:13px !important', ' LINE-HEIGHT:1!important ;; width:90px', 'background:#024!important;color:#fff !important'];
const BODY = `<h2>政务公开</h2>${STYLES.map((style) => `<p style="${style}">农村道路养护</p>`).join('')}<form style="font-size:14px!important">姓名<input name="style"></form><dialog>请注意</dialog>`;

describe.each(BROWSERS)('copies in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/', from: () => ({ body: `<!doctype html><html lang="zh-CN"><head>${TAG}</head><body>${BODY}</body></html>` }) }]);

  it.each(['cloneNode', 'innerHTML'])('made by %s are the page’s own', async (way) => {
    const { page } = bench;
    const errors = recordErrors(page);
    await visit(page, `${bench.site.origin}/`);
    await page.evaluate(`before = document.body.innerHTML; document.querySelector('dialog').showModal()`);
    await set(page, { contrast: 'yellow-on-black', textSize: 200, spacing: 'wider', cursor: 'on', focus: 'strong' });
    await page.evaluate(`document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })); void 0`);
    await ask(page, 'settled()');
    // It is there to be copied: else this would prove nothing.
    expect(await page.evaluate(`/--mingdu-x-/.test(document.body.innerHTML) && document.querySelector('dialog > [data-mingdu]') !== null`)).toBe(true);
    await page.evaluate(way === 'cloneNode' ? `document.body.replaceWith(document.body.cloneNode(true))` : `document.body.innerHTML = \`\${document.body.innerHTML}\``);
    await ask(page, 'settled()');
    await closeAndForget(page);
    expect(await page.evaluate(`document.querySelector('dialog').removeAttribute('open'), document.body.innerHTML === before ? '' : document.body.innerHTML`)).toBe('');
    expect(ownErrors(errors)).toEqual([]);
  });
});
