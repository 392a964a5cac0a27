// A page for the reading cursor with all that it meets, and how tests press its keys and see where it is. No expectations in here.
import type { Page } from 'puppeteer-core';
import { rootWith } from './interface';
import { widgetMount } from './product';
import { TAG, type Mount } from './site';

export const LONG = '各镇政府和有关单位要把这项工作放在心上，逐户走访，逐人核对，把该发的补助按时发到群众手里，不得拖延。';
const BODY = `<nav><a href="#nav1">首页栏目</a> <a href="#nav2">办事指南</a></nav>
<main><h1>关于做好农村道路养护补助工作的通知</h1>
<p id="one">第一段第一句讲的是补助标准和发放时间。第一段第二句讲的是<a id="inside" href="#rules">具体办法</a>在哪里看。${LONG}</p>
<p class="only" style="position:absolute;width:1px;height:1px;overflow:hidden">只给读屏软件的话，看不见的。</p>
<h2 id="two">一、补助对象</h2>
<p id="three">第二段第一句讲的是哪些人可以申请补助。${LONG}${LONG}</p>
<div id="shadow"></div>
<p id="field">姓名 <input id="name" value="甲乙丙"> <select id="pick"><option>一</option><option>二</option></select></p>
<div role="listbox" tabindex="0" id="list"><div role="option">选项甲在这里</div></div>
<table id="table"><caption>补助标准</caption><tr><th>地区</th><th>标准</th></tr><tr><td>城关镇</td><td>一百元</td></tr><tr><td colspan="2">以上为试行</td></tr><tr><td>河西乡</td><td>八十元</td></tr></table>
<iframe src="/inner.html" title="附表" style="width:600px;height:120px"></iframe>
<p id="far" style="margin-top:1500px">最后一段讲的是从什么时候开始施行。${LONG}</p></main>
<footer><p>本网站由县政府办公室维护，欢迎提出意见。</p></footer>
<script>document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<p id="inner">组件里的一句话也要读得到才行。</p>';</script>`;
export const HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于做好农村道路养护补助工作的通知</title>${TAG}<body style="font-size:18px;line-height:1.8">${BODY}`;
const INNER = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>附表</title><body><p id="framed">框架里的一句话同样要读得到。</p>';
export const MOUNTS: readonly Mount[] = [
  { at: '/', from: (path) => (path === '' ? { body: HTML } : undefined) },
  { at: '/inner.html', from: () => ({ body: INNER }) },
  widgetMount(),
];

/** The text under a highlight of ours, in the page and its frames. */
export const PAINTED = (name: string) => `[window, ...[...document.querySelectorAll('iframe')].map((one) => one.contentWindow)].flatMap((view) => [...(view.CSS.highlights?.get('mingdu-${name}') ?? [])]).map((range) => range.cloneContents().textContent).join('')`;
/** Where the place is shown; undefined while there is no cursor. */
export const BADGE = `${rootWith('.place')}?.querySelector('.place')`;
/** What has a tabindex that the page did not give it. */
export const LENT = `[...document.querySelectorAll('[tabindex]')].filter((one) => one.id !== 'list').map((one) => one.id || one.localName)`;

/** Presses keys one after another; `Shift+H` for a letter with Shift. */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [first = '', letter] = key.split('+');
    if (letter !== undefined) await page.keyboard.down('Shift');
    await page.keyboard.press((letter ?? first) as 'Enter');
    if (letter !== undefined) await page.keyboard.up('Shift');
  }
}
