// Pages for the tests of loading: the tag under a policy, from another origin, on a page that treats the platform as old sites do. What is
// switched on there, and what shows that it is. No expectations in here.
import type { Page } from 'puppeteer-core';
import { join } from 'node:path';
import { DIST, settling } from './product';
import type { Mount } from './site';

/** One value of each kind of aid: size, colours, what is written into text, what is drawn over it. */
export const SOME_AIDS = { textSize: 150, contrast: 'yellow-on-black', pinyin: 'all', readingLine: 'ruler' } as const;

export const NONCE = 'r4nd0m';

/** Notes violations of the page's policy and errors, before anything else runs. */
const RECORD = `globalThis.violations = []; globalThis.pageErrors = []; globalThis.toldToConsole = []; globalThis.toldAsEvent = [];
const say = console.error;
console.error = (...words) => { toldToConsole.push(words.join(' ')); say.apply(console, words); };
document.addEventListener('mingdu:error', ({ detail }) => toldAsEvent.push(detail));
document.addEventListener('securitypolicyviolation', (event) => /favicon/.test(event.blockedURI) || violations.push(event.effectiveDirective + ' ' + event.blockedURI));
addEventListener('error', (event) => pageErrors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => pageErrors.push(String(event.reason)));`;

/** The body of a small notice, with its own opener. */
export const NOTICE = `<a id="opener" href="#" data-mingdu-open>无障碍浏览</a><h1>关于冬季供暖的通知</h1>
<p id="text">各乡镇人民政府要按照要求做好困难群众的生活保障工作，有事请到三号窗口办理。</p><p>联系电话见公告栏，办公时间为上午八点到十二点。</p>`;

/** A page whose tag is `tag`; its head may hold more, before the tag. */
export function noticePage(tag: string, head = '', body = NOTICE): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script nonce="${NONCE}" src="/record.js"></script>${head}${tag}</head><body>${body}</body></html>`;
}

/** Serves the script that notes what goes wrong on a page. */
export const RECORD_MOUNT: Mount = { at: '/record.js', from: () => ({ type: 'text/javascript', body: RECORD }) };

/** The widget's folder, as another origin's server sends it. */
export function filesMount(at: string, headers: Readonly<Record<string, string>> = {}): Mount {
  return { at, from: join(DIST, 'widget'), headers };
}

/** Opens the toolbar, switches the aids on, waits until they show. */
export async function switchOn(page: Page): Promise<void> {
  await page.evaluate(`Mingdu.open().then(() => Mingdu.set(${JSON.stringify(SOME_AIDS)})).then(() => Mingdu.settled())`);
  await settling(page).settle();
}

/** What of each aid is to be seen on the page, for a comparison. */
export function seen(page: Page): Promise<unknown> {
  return page.evaluate(`({
    size: getComputedStyle(document.querySelector('#text')).fontSize,
    ground: getComputedStyle(document.body).backgroundColor,
    readings: document.querySelectorAll('#text rt[data-py]').length,
    stored: JSON.parse(localStorage.getItem('mingdu')).settings,
  })`);
}

/** What `seen` gives where all of it works. */
export const ALL_SEEN = { size: '24px', ground: 'rgb(0, 0, 0)', readings: 35, stored: SOME_AIDS };
