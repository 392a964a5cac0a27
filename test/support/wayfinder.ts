// What the tests of links, zones and shortcuts share: a page to find one's way on, the dialog that is open, keys pressed together, what has the
// focus. Its only expectation is that what is waited for comes.
import type { KeyInput } from 'puppeteer-core';
import { expect } from 'vitest';
import { rootWith, TOOLBARS } from './interface';
import { frames, visit } from './product';
import { TAG, type Mount } from './site';
import type { Bench } from './use-browser';

const DIALOG = rootWith('.dialog');
/** What the page gets to see of each key, after everybody. */
const RECORD = `seen = []; addEventListener('keydown', (event) => setTimeout(() => seen.push(event.code + (event.defaultPrevented ? '!' : ''))), true)`;
const PAGE = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>砚溪</title>${TAG}
<style>p{margin:400px 0}#box{height:200px;overflow:auto}</style><body>
<nav id="n1"><a href="#a">首页</a> <a href="#b">政务公开</a></nav><input id="field"><div id="rich" contenteditable>写</div>
<main id="m"><h1>关于发布便民事项的通知</h1><p id="long">各乡镇人民政府，现将有关事项通知如下。</p><a id="pdf" href="/files/a.pdf" target="_blank">附件一：申请表</a><p>此外，请各单位认真执行。</p>
<div id="box"><p>一</p><a id="deep" href="/deep.html">里面的链接</a></div><a id="acc" href="#c" accesskey="=">放大镜</a></main>
<nav id="n2"><a href="#d">上一页</a> <a href="#e">下一页</a></nav></body></html>`;

/** Serves that page as `/way.html`. */
export const WAY: Mount = { at: '/way.html', from: () => ({ type: 'text/html', body: Buffer.from(PAGE) }) };

/** @param bench its page is there by the time that tests run */
export function wayfinder(bench: Bench) {
  const evaluate = <Answer>(expression: string) => bench.page.evaluate(expression) as Promise<Answer>;
  const inDialog = <Answer>(expression: string) => evaluate<Answer>(`(() => { const root = ${DIALOG}; return root && (${expression}); })()`);
  const focused = () => evaluate<string>(`(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at.id || at.textContent.trim().slice(0, 20) || at.localName; })()`);
  const isOpen = () => evaluate<boolean>(`Boolean(${DIALOG})`);
  const scrolled = () => evaluate<number>('Math.round(scrollY)');
  async function until(run: () => Promise<boolean>, what = ''): Promise<void> {
    for (let at = 0; at < 80 && !(await run()); at += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await run(), what).toBe(true);
    await frames(bench.page);
  }
  const untilFocus = (wanted: string) => until(async () => (await focused()) === wanted, wanted);
  async function chord(...keys: KeyInput[]): Promise<void> {
    const { keyboard } = bench.page;
    for (const key of keys) await keyboard.down(key);
    for (const key of [...keys].reverse()) await keyboard.up(key);
  }
  /** As a reader without a mouse: 更多, then the button in the panel. */
  async function askFor(word: string): Promise<void> {
    await evaluate(`${TOOLBARS}[0].querySelector('[data-item=more]').click()`);
    const button = `[...(${TOOLBARS}[0]?.querySelectorAll('#panel button') ?? [])].find((one) => one.textContent.trim() === ${JSON.stringify(word)})`;
    await until(() => evaluate<boolean>(`Boolean(${button})`), word);
    await evaluate(`${button}.focus()`);
    await bench.page.keyboard.press('Enter');
  }
  async function open(path: string): Promise<void> {
    await visit(bench.page, bench.site.origin + path);
    await evaluate('localStorage.clear(); scrollTo(0, 0)');
    await evaluate(RECORD);
  }

  return { evaluate, inDialog, focused, isOpen, scrolled, until, untilFocus, chord, askFor, open };
}
