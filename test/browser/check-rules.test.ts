// The rules of `mingdu check` on pages made for each: what a rule must find, what it must leave alone, and that the page is not touched.
// Chromium alone: the command drives no other browser.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { judge } from '../../scripts/check/rules/judge';
import { axeProblems } from '../../scripts/check/rules/axe';
import { OWNER_RULES, ownerProblems } from '../../scripts/check/rules/owner';
import { otherTools } from '../../scripts/check/rules/tools';
import type { PageFacts, Problem } from '../../scripts/check/types';
import { BROWSERS } from '../support/browsers';
import { STRICT_POLICY } from '../support/strict-policy';
import { useBrowser } from '../support/use-browser';
import { OWNER_CASES } from '../fixtures/check/owner-cases';

const facts = (url: string, scripts: readonly string[] = []): PageFacts => ({ url, title: '', lang: 'zh-CN', charset: 'utf-8', policies: [], scripts, frames: [], mingdu: null, zones: {}, articleCharacters: 0 });
const page_ = (body: string, head = '') => ({ body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title>${head}</head><body>${body}</body></html>` });
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10" fill="#888"/></svg>';
/** Writes down whatever a rule might do to a page. */
const WATCH = `<script>done = [];
  for (const type of ['click', 'mousedown', 'focus', 'focusin', 'submit', 'change', 'input', 'scroll']) addEventListener(type, () => done.push(type), true);
  new MutationObserver((records) => done.push(...records.map(({ type, target }) => type + ' ' + target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
</script>`;

describe.runIf(BROWSERS.includes('chromium'))('the rules in Chromium', () => {
  const bench = useBrowser('chromium', [
    {
      at: '/case/',
      from: (path) => {
        const found = OWNER_CASES.find(({ rule }) => rule === path.replace(/\.(bad|good)$/, ''));
        return found && page_(path.endsWith('.bad') ? found.bad : found.good);
      },
    },
    { at: '/a.svg', from: () => ({ type: 'image/svg+xml', body: svg }) },
    { at: '/strict/', headers: { 'content-security-policy': STRICT_POLICY }, from: () => page_('<main><h1>页</h1><img src="/a.svg" width="20" height="20"><p>正文。</p></main>') },
    { at: '/inner/', from: () => page_('<main><h1>里面</h1><img src="/a.svg" width="20" height="20"><span onclick="void 0">按这里</span></main>') },
    { at: '/outer/', from: () => page_('<main><h1>外面</h1><iframe title="里面" id="f" src="/inner/"></iframe></main>') },
    { at: '/old/', from: () => page_('<main><h1>旧</h1><img src="/a.svg" width="20" height="20"><span onclick="void 0">按这里</span></main>', '<script>Array.prototype.reduce = function () { return this; }; Array.prototype.each = function () {}; Object.prototype.extend = function () {}; define = function () {}; define.amd = {};</script>') },
    { at: '/tools/', from: () => page_('<div id="cnwza"></div><div id="AudioEye"></div><script>UserWay = {}</script>') },
    { at: '/large/', from: () => page_(`<span onclick="void 0">按</span>${'<i>字</i>'.repeat(30_000)}`) },
    { at: '/watched/', from: () => page_(`${OWNER_CASES.map(({ bad }) => bad).join('')}${WATCH}`) },
  ]);
  const visit = async (path: string): Promise<Page> => {
    await bench.page.goto(`${bench.site.origin}${path}`, { waitUntil: 'load' });
    return bench.page;
  };
  const rulesOf = (problems: readonly Problem[]) => problems.map(({ rule }) => rule);

  it('have a case each', () => expect(OWNER_CASES.map(({ rule }) => `owner/${rule}`).sort()).toEqual(OWNER_RULES.map(({ rule }) => rule).sort()));

  it.each(OWNER_CASES)('owner/$rule finds what it is for, and its counterpart not', async ({ rule, count, say }) => {
    const found = await ownerProblems(await visit(`/case/${rule}.bad`));
    const own = found.find((problem) => problem.rule === `owner/${rule}`);
    expect(rulesOf(found)).not.toContain('owner/unfinished');
    expect(own, JSON.stringify(found)).toMatchObject({ count, duty: 'owner' });
    expect(own?.detail).toContain(say);
    // The places lead somewhere.
    for (const place of own?.places ?? []) expect(await bench.page.evaluate(`document.querySelectorAll(${JSON.stringify(place)}).length`), place).toBe(1);
    const clean = await ownerProblems(await visit(`/case/${rule}.good`));
    expect(rulesOf(clean)).not.toContain(`owner/${rule}`);
    expect(rulesOf(clean)).not.toContain('owner/unfinished');
  });

  it('look into frames of the same origin', async () => {
    const page = await visit('/outer/');
    expect(await ownerProblems(page)).toMatchObject([{ rule: 'owner/mouse-only', count: 1, places: ['#f >>> html > body > main > span'] }]);
    const found = (await axeProblems(page, 'zh-CN')).find(({ rule }) => rule === 'axe/image-alt');
    expect(found).toMatchObject({ count: 1, weight: 'barrier', duty: 'owner' });
    expect(found?.places[0]).toMatch(/^#f >>> /);
    expect(found?.detail).toMatch(/\p{Script=Han}/u);
    expect(rulesOf(await judge(facts(page.url()), [], page))).not.toContain('axe/could-not-run');
  });

  it('work under the strictest policy with Trusted Types, and where old scripts changed Array and Object', async () => {
    for (const path of ['/strict/', '/old/']) {
      const problems = await judge(facts(`${bench.site.origin}${path}`), [], await visit(path), { lang: 'en' });
      expect(rulesOf(problems)).toContain('axe/image-alt');
      expect(rulesOf(problems).filter((rule) => /could-not-run|unfinished/.test(rule))).toEqual([]);
      expect(problems.find(({ rule }) => rule === 'axe/image-alt')?.detail).not.toMatch(/\p{Script=Han}/u);
      expect(await bench.page.evaluate('typeof axe')).toBe('undefined');
    }
  });

  it('put the gravest first', async () => {
    const weights = (await judge(facts(bench.site.origin), [], await visit('/watched/'))).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => ['barrier', 'hindrance', 'advice'].indexOf(a) - ['barrier', 'hindrance', 'advice'].indexOf(b)));
    expect(new Set(weights).size).toBe(3);
  });

  it('touch nothing', async () => {
    const page = await visit('/watched/');
    await page.evaluate('done.length = 0');
    const before = await page.evaluate('document.documentElement.outerHTML');
    await ownerProblems(page);
    await otherTools(facts(page.url()), page);
    expect(await page.evaluate('done')).toEqual([]);
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
    expect(await page.evaluate(`Object.keys(globalThis).filter((name) => /mingdu/i.test(name))`)).toEqual([]);
  });

  it('stop at their bounds and say so', async () => {
    const page = await visit('/large/');
    const found = await ownerProblems(page);
    expect(found.find(({ rule }) => rule === 'owner/mouse-only')?.count).toBe(1);
    expect(found.find(({ rule }) => rule === 'owner/unfinished')?.detail).toContain('20000');
    const hasty = await ownerProblems(page, OWNER_RULES, { elements: 20_000, ms: -1 });
    expect(rulesOf(hasty)).toEqual(['owner/unfinished']);
    expect(hasty[0]?.count).toBe(OWNER_RULES.length + 1);
  });

  it('know other tools by globals and elements, not by ids that look like globals', async () => {
    const found = await otherTools(facts(bench.site.origin, ['https://www.example.gov.cn/accessTool/main.js']), await visit('/tools/'));
    expect(found.map(({ detail }) => detail)).toEqual(['accessTool (https://www.example.gov.cn/accessTool/main.js)', 'ARIA 无障碍 (#cnwza)', 'UserWay (window.UserWay)']);
  });
});
