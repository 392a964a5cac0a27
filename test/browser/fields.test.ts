// 没填的必填项 and what lens and caption say of a focused field: found in forms of each kind, gone to by keyboard, never what was written.
// How a field's words are found in markup of each kind is in test/shared/page/field.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAskedPanel } from '../support/asked-panel';
import { BROWSERS } from '../support/browsers';
import { captionOf } from '../support/caption';
import { rootWith } from '../support/interface';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const page = (body: string) => `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>来信</title><body style="margin:0;padding:0 20px;max-width:40em">${body}
<p><a href="#" data-mingdu-open>无障碍浏览</a></p>${TAG}</body></html>`;
const FORM = page(`<h1>县长信箱</h1><p>请写清楚姓名和电话，方便我们回复您。</p><form id="form">
<div class="row"><label for="person">姓名 <i>*</i></label><div><input id="person" required placeholder="请填真实姓名"><p role="alert" id="person-error"></p></div></div>
<div><label for="secret">查询密码</label><input id="secret" type="password" required aria-describedby="secret-hint"><span id="secret-hint">至少 6 位</span></div>
<div><label for="remark">备注</label><input id="remark"></div>
<fieldset><legend>来信类型（必选）</legend><label><input type="radio" name="type" id="one" required> 咨询</label> <label><input type="radio" name="type"> 投诉</label></fieldset>
<div style="height:1500px">很长的说明</div>
<table><tr><td>所在乡镇：</td><td><select id="town"><option value="0">请选择</option><option value="1">城关镇</option></select> <font color="red">*</font></td></tr></table>
<p><label><input type="checkbox" id="agree" required> 我已看过须知</label></p>
<div style="display:none"><label for="gone">没有显示的</label><input id="gone" required></div>
<div id="shadow"></div><iframe id="frame" title="附件" width="300" height="120" srcdoc="<label for=f>附件说明</label><input id=f required>"></iframe>
<p><button id="send">提交</button></p></form>
<script>document.getElementById('form').addEventListener('submit', (event) => event.preventDefault());
const root = document.getElementById('shadow').attachShadow({ mode: 'open' }); root.append(Object.assign(document.createElement('label'), { textContent: '邮编', htmlFor: 'zip' }), Object.assign(document.createElement('input'), { id: 'zip', required: true }));</script>`);

const LENS = `(() => { const lens = ${rootWith('.lens')}?.querySelector('.lens'); return !lens || lens.hidden ? '' : [...lens.querySelectorAll('span[data-t]')].map((one) => one.getAttribute('data-t')).join(''); })()`;

describe.each(BROWSERS)('fields in %s', (name) => {
  const bench = useBrowser(name, [
    { at: '/', from: (path) => ({ type: 'text/html', body: path === 'none' ? page('<p>这里只有文字。</p>') : path === 'optional' ? page('<label>备注<input></label>') : FORM }) },
    widgetMount(),
  ]);
  expectNoOwnErrors(() => bench.page);
  const panel = createAskedPanel(() => bench.page, '没填的必填项');
  const lens = () => bench.page.evaluate(LENS) as Promise<string>;
  const inPage = <Answer>(expression: string) => bench.page.evaluate(expression) as Promise<Answer>;

  beforeEach(async () => {
    await bench.page.setViewport({ width: 1280, height: 800 });
    await visit(bench.page, `${bench.site.origin}/`);
    await bench.page.mouse.move(1200, 60);
    return () => closeAndForget(bench.page);
  });

  it('lists what must be filled and is not, in shadow roots and frames too, and follows what is filled', async () => {
    await panel.open();
    expect(await panel.rows()).toEqual([
      '姓名|填写', '查询密码|填密码', '来信类型|几个里选一个', '所在乡镇|从列表里选', '我已看过须知|打勾', '邮编|填写', '附件说明|填写',
    ]);
    expect(await panel.told()).toContain('还有 7 项');
    expect(await panel.focused()).toContain('姓名');
    await bench.page.focus('#person');
    await bench.page.keyboard.type('王小山');
    await panel.until(async () => (await panel.rows()).length === 6);
    // Who writes in the page keeps the focus there.
    expect(await inPage('document.activeElement.id')).toBe('person');
    await inPage(`agree.click(); one.click()`);
    await panel.until(async () => (await panel.rows()).length === 4);
    expect(JSON.stringify(await panel.rows())).not.toContain('王小山');
  });

  it('Enter goes to a field far down with real focus, clear of our bars, and nothing of the page has changed', async () => {
    const { page } = bench;
    await takePageSnapshot(page);
    await panel.open();
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
    expect(await panel.focused()).toContain('所在乡镇');
    await page.keyboard.press('Enter');
    await panel.until(async () => !(await panel.isOpen()));
    expect(await inPage('document.activeElement.id')).toBe('town');
    const box = await inPage<{ top: number; bottom: number }>(`(({ top, bottom }) => ({ top, bottom }))(town.getBoundingClientRect())`);
    const bar = await inPage<number>(`parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mingdu-x-top')) || 0`);
    expect(box.top).toBeGreaterThan(bar);
    expect(box.bottom).toBeLessThan(800);
    await ask(page, 'close()');
    // Where the focus is and what is in view are what was asked for.
    expect((await pageDifferences(page)).filter((one) => !/^(focus in the document|scroll position of html)/.test(one))).toEqual([]);
  });

  it('goes into a shadow root and a frame, and Escape leads back to where one was', async () => {
    const { page } = bench;
    await page.focus('#remark');
    await panel.open();
    await page.keyboard.press('Escape');
    await panel.until(async () => !(await panel.isOpen()));
    expect(await inPage('document.activeElement.id')).not.toBe('');
    for (const [label, active] of [['邮编', `shadow.shadowRoot.activeElement?.id === 'zip'`], ['附件说明', `document.activeElement.id === 'frame' && frame.contentDocument.activeElement.id === 'f'`]] as const) {
      await panel.open();
      await panel.read(`[...root.querySelectorAll('li button')].find((one) => one.textContent.includes('${label}')).click()`);
      await panel.until(() => inPage<boolean>(active));
    }
  });

  it('says so where all is filled, nothing must be, and nothing can be', async () => {
    await inPage(`for (const one of [person, secret, frame.contentDocument.getElementById('f'), shadow.shadowRoot.getElementById('zip')]) one.value = '填了';
      town.value = '1'; agree.checked = one.checked = true`);
    await panel.open();
    expect(await panel.told()).toBe('都填好了。');
    expect(await panel.focused()).toBe('关闭');
    await visit(bench.page, `${bench.site.origin}/optional`);
    await panel.open();
    expect(await panel.told()).toBe('这一页没有标明必须填的项目。');
    await visit(bench.page, `${bench.site.origin}/none`);
    await panel.open();
    expect(await panel.told()).toBe('这一页没有要填写的地方。');
  });

  it('the lens says name, required, error and hint of the focused field, and follows the error', async () => {
    const { page } = bench;
    await set(page, { lens: true });
    const said = (wanted: string) => panel.until(async () => (await lens()) === wanted);
    await page.focus('#person');
    await said('姓名，必填 · 请填真实姓名');
    await inPage(`document.getElementById('person-error').textContent = '请填中文姓名'`);
    await said('姓名，必填 · 请填中文姓名 · 请填真实姓名');
    await inPage(`document.getElementById('person-error').textContent = ''`);
    await said('姓名，必填 · 请填真实姓名');
    // What is written is enlarged; an error that comes meanwhile is said.
    await page.keyboard.type('abc');
    await said('abc');
    await inPage(`document.getElementById('person-error').textContent = '只能写汉字'`);
    await said('姓名，必填 · 只能写汉字 · 请填真实姓名');
    await page.focus('#secret');
    await said('查询密码，必填 · 至少 6 位');
    await page.keyboard.type('GEHEIM');
    await frames(page, 12);
    expect(await lens()).not.toContain('GEHEIM');
    await page.focus('#town');
    await said('所在乡镇，必填');
    await page.focus('#one');
    await said('来信类型，咨询，必填');
  });

  it('says what the browser takes to be wrong only after the reader tried to send', async () => {
    const { page } = bench;
    await set(page, { lens: true });
    await page.focus('#person');
    await panel.until(async () => (await lens()) === '姓名，必填 · 请填真实姓名');
    await inPage('form.requestSubmit()');
    await panel.until(async () => (await lens()) === '姓名，必填 · 还没有填 · 请填真实姓名');
  });

  it('in traditional Chinese our words are, the page keeps its own', async () => {
    const { page } = bench;
    await ask(page, 'open()');
    await set(page, { language: 'zh-TW' });
    await page.waitForFunction(`${rootWith('.toolbar')}?.querySelector('.ui')?.lang === 'zh-TW'`);
    await set(page, { lens: true });
    await page.focus('#person');
    await panel.until(async () => (await lens()) === '姓名，必填 · 请填真实姓名');
    await inPage('form.requestSubmit()');
    await panel.until(async () => (await lens()) === '姓名，必填 · 還沒有填 · 请填真实姓名');
  });

  it('the caption says it too, and never what is written', async () => {
    const { page } = bench;
    await set(page, { caption: true });
    const band = async () => (await captionOf(page))?.rows.join('') ?? '';
    await page.focus('#remark');
    await page.keyboard.type('WRITTEN');
    await page.focus('#person');
    await panel.until(async () => (await band()).replace(/\s/g, '') === '姓名，必填·请填真实姓名');
    await page.keyboard.type('WRITTEN');
    await frames(page, 12);
    expect((await band()).replace(/\s/g, '')).toBe('姓名，必填·请填真实姓名');
  });
});
