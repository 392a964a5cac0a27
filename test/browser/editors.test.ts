// What is written with an editor of the page is saved as it stands there: whatever aids are on, nothing of ours is in it, and its text grows by what
// it inherits. By attribute, in a frame whose document is designed as a whole, in what becomes an editor, and in what comes into one.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { closeAndForget, set, strongestOf, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const WRITTEN =
  '留言：<h2>标题</h2><p>请在<b>此处</b>写下<span style="font-size:14px !important">意见</span></p><div style="height:20px;overflow:hidden;width:200px">放在很小的盒子里的一段很长的文字，看看会怎么样</div>' +
  '<table width="300" bgcolor="#ffffee"><tbody><tr><td>甲</td><td><img src="data:," width="100" height="40" style="background:#ffc">乙</td></tr></tbody></table><div contenteditable="false"><a href="#">附件</a></div><font color="#cccccc">浅</font><div style="background:linear-gradient(#fff,#eee)">灰<span style="background:#ff0">标</span></div><marquee>动</marquee>';
const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>留言</title><script src="/mingdu/mingdu.js"></script></head><body><p>农村公路</p>
<div id="editor" contenteditable style="background:#fff">${WRITTEN}</div><div id="later">${WRITTEN}</div><p id="moved">通知<span style="font-size:14px!important">附件</span></p>
<iframe id="frame" width="600" height="300" srcdoc="${WRITTEN.replaceAll('"', '&quot;')}"></iframe></body></html>`;

describe.each(BROWSERS)('an editor of the page in %s', (name) => {
  const bench = useBrowser(name, [widgetMount(), { at: '/page.html', from: () => ({ body: page }) }]);
  const saved = (of: string) => bench.page.evaluate(`${of}.innerHTML`);
  const sizeOf = async (element: string) => parseFloat((await bench.page.evaluate(`getComputedStyle(${element}).fontSize`)) as string);

  async function begin(): Promise<void> {
    await visit(bench.page, `${bench.site.origin}/page.html`);
    await bench.page.waitForFunction(`frame.contentDocument.querySelector('marquee') !== null`);
    await bench.page.evaluate(`frame.contentDocument.designMode = 'on'`);
  }

  it('holds what was written in it and nothing of ours, and its text grows', async () => {
    await begin();
    const before = await sizeOf(`editor.querySelector('h2')`);
    await set(bench.page, await strongestOf(bench.page));
    await bench.page.evaluate(`Mingdu.open().then(() => Mingdu.settled())`);
    expect(await saved('editor')).toBe(WRITTEN);
    expect(await saved('frame.contentDocument.body')).toBe(WRITTEN);
    expect(await sizeOf(`editor.querySelector('h2')`)).toBeCloseTo(before * 2, 0);
    expect(await sizeOf(`editor.querySelector('b')`)).toBeCloseTo(32, 0);
    expect(await sizeOf(`frame.contentDocument.querySelector('b')`)).toBeCloseTo(32, 0);
    // No ground of what was written is under the scheme's text.
    const grounds = `[...editor.querySelectorAll('*'), ...frame.contentDocument.querySelectorAll('body *')].map((one) => { const { backgroundColor, backgroundImage } = getComputedStyle(one); return backgroundColor + backgroundImage; })`;
    expect(new Set((await bench.page.evaluate(grounds)) as string[])).toEqual(new Set(['rgba(0, 0, 0, 0)none']));
    expect(await bench.page.evaluate(`[editor, frame.contentDocument.body].map((one) => getComputedStyle(one).backgroundColor)`)).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
    // What the reader goes on to write.
    await bench.page.evaluate(`editor.insertAdjacentHTML('beforeend', '<p>再写<b>一句</b></p>'); void Mingdu.settled()`);
    await bench.page.evaluate(`Mingdu.settled()`);
    expect(await saved('editor')).toBe(`${WRITTEN}<p>再写<b>一句</b></p>`);
    expect(await sizeOf(`editor.lastChild`)).toBeCloseTo(32, 0);
    await closeAndForget(bench.page);
    expect(await saved('editor')).toBe(`${WRITTEN}<p>再写<b>一句</b></p>`);
  });

  it('that comes to be one while aids are on, and what is moved into one, are given back', async () => {
    await begin();
    await set(bench.page, await strongestOf(bench.page));
    // Without marks there would be nothing to give back.
    expect(await saved('later')).toContain('data-mingdu-x-');
    expect(await bench.page.evaluate(`moved.querySelector('span').hasAttribute('data-mingdu-x-inline')`)).toBe(true);
    await bench.page.evaluate(`later.contentEditable = 'true'; editor.append(moved.querySelector('span').cloneNode(true)); moved.removeAttribute('id'); editor.append(document.querySelector('p:not([id]) + div + div + p')); void Mingdu.settled()`);
    await bench.page.evaluate(`Mingdu.settled()`);
    expect(await saved('later')).toBe(WRITTEN);
    expect(await saved('editor')).toBe(`${WRITTEN}<span style="font-size:14px!important">附件</span><p>通知<span style="font-size:14px!important">附件</span></p>`);
    await closeAndForget(bench.page);
    expect(await bench.page.evaluate(`/mingdu-(?:x|text)/.test(document.body.innerHTML)`)).toBe(false);
  });
});
