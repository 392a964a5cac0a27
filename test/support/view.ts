// What a test asks of the article view: its root, what is in it, and the pages that it is shown on. No expectations in here.
import type { Page } from 'puppeteer-core';
import { encodeGbk } from '../../scripts/gbk.mjs';
import { createFakeSpeech } from './fake-speech';
import { makePng } from './make-png';
import type { Mount } from './site';
import { STRICT_POLICY } from './strict-policy';

/** The view's host; undefined while it is not up. */
export const VIEW = `document.querySelector('[data-mingdu="article"]')`;

/** Reads something of the view's root: `root` stands for it. */
export async function inView<Answer>(page: Page, expression: string): Promise<Answer> {
  return (await page.evaluate(`(() => { const root = ${VIEW}?.shadowRoot; return root ? (${expression}) : null; })()`)) as Answer;
}

const PARAGRAPH = '为方便群众办事，自本月起，全县各便民服务中心统一调整办公时间，请广大群众提前做好安排，以免耽误您的事情。';

const BODY = `<h1 id="title">关于调整便民服务中心办公时间的通知</h1>
<div class="info">发布时间：2026-03-05 09:00　来源：砚溪县行政服务局　浏览次数：128　【打印】【关闭】</div>
<div id="text"><p>　　${PARAGRAPH}</p><p><img id="seal" src="/made/one.png" alt="服务中心外景" width="320" height="200"></p>
<p>一、办公时间</p><p>　　${PARAGRAPH}</p><p>（一）工作日</p><p>　　${PARAGRAPH}</p><p>二、办理地点</p><p>　　${PARAGRAPH}</p>
<table border="1"><tr><th>窗口</th><th>时间</th></tr><tr><td>社会保障</td><td>9:00—17:00</td></tr><tr><td>医疗保险</td><td>9:00—12:00</td></tr></table>
<p>三、其他事项</p><p>　　${PARAGRAPH}<a id="js" href="javascript:void(0)" onclick="pressed += 1">点这里看地图</a>。</p>
<p>附件：<a href="/files/table.pdf">办公时间表.pdf</a></p><p style="text-align:right">砚溪县行政服务局<br>2026年3月5日</p></div>`;

/** One notice with all that may stand around it and beneath. */
export const NOTICE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>关于调整便民服务中心办公时间的通知 - 砚溪县人民政府</title>
<style>body{margin:0;font:16px/1.6 sans-serif}div,[popover]{display:block}.float{position:fixed;right:0;top:40%;visibility:visible!important;z-index:2147483647}</style></head><body>
<nav><a href="/">首页</a> <a href="/list">政务公开</a> <a href="/do">办事服务</a></nav>
<input id="field" aria-label="搜索" value="养老">
${BODY}
<p class="more">相关阅读</p><ul><li><a href="/1">关于做好春季防火工作的通知全文</a></li><li><a href="/2">关于公布行政审批事项清单的公告</a></li></ul>
<iframe id="frame" srcdoc="&lt;button&gt;里面的按钮&lt;/button&gt;" title="天气"></iframe><div id="shadow"></div>
<div class="float"><a href="/ad">飘窗：征求意见</a></div><dialog id="box"><p>请注意查收短信</p><button id="ok">知道了</button></dialog>
<footer>版权所有：砚溪县人民政府</footer><div style="height:1500px"></div></body></html>`;

/** A voice that leaves notes: what sounded, and whether it was painted and in view. */
const FAKE_SPEECH = `(() => {
  const fake = (${createFakeSpeech.toString()})('linux-chromium', 8);
  Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
  shown = [];
  document.addEventListener('mingdu:speech', ({ detail }) => Promise.resolve().then(() => {
    if (detail.state !== 'speaking') return;
    const painted = [...(CSS.highlights?.get('mingdu-speech') ?? [])];
    const box = painted[0]?.getBoundingClientRect();
    shown.push({ text: detail.text, painted: painted.map(String).join(''), isInView: Boolean(box && box.top >= -1 && box.bottom <= innerHeight + 1) });
  }));
})();`;

const SCRIPT = `pressed = 0; document.getElementById('shadow').attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('button'), { textContent: '影子里的按钮', id: 'inner' }));`;

/** Serves the notice under `/notice/`, `/strict/` and, in the bytes of old servers, `/gbk/`; pictures that are asked for are counted by the site. */
export function noticeMounts(tag: string): Mount[] {
  const late = `<script src="/made/page.js"></script>`;
  const html = NOTICE.replace('</body>', `${late}${tag}</body>`);
  const png = makePng(320, 200, (x) => (x % 40 < 20 ? [20, 90, 160] : [240, 240, 240]));
  return [
    { at: '/notice/', from: () => ({ body: html }) },
    { at: '/gbk/', from: () => ({ type: 'text/html', body: encodeGbk(html.replace('utf-8', 'gb2312')) }) },
    { at: '/strict/', from: () => ({ body: html.replace(' onclick="pressed += 1"', '').replace(/ style="[^"]*"/g, '') }), headers: { 'content-security-policy': STRICT_POLICY } },
    { at: '/empty/', from: () => ({ body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>空</title><body><p>稍候</p>${tag}</body></html>` }) },
    { at: '/speaking/', from: () => ({ body: NOTICE.replace('<head>', '<head><script src="/made/fake-speech.js"></script>').replace('</body>', `${late}${tag}</body>`) }) },
    { at: '/made/fake-speech.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: FAKE_SPEECH }) },
    { at: '/made/', from: (path) => (path === 'page.js' ? { type: 'text/javascript; charset=utf-8', body: SCRIPT } : { type: 'image/png', body: png }) },
  ];
}
