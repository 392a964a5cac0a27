// Reading aloud in real browsers, with a speechSynthesis of ours in the page: what is said, in which order, and what is highlighted.
// Real sound is not made here: these machines have no voices, which is the first thing tested.
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import type { FakeProfile, FakeSpeech } from '../support/fake-speech';
import { TOOLBARS } from '../support/interface';
import { mountOf, realPages } from '../support/pages';
import { ask, closeAndForget, set, visit, widgetMount } from '../support/product';
import { fakeSpeechScript, WITHOUT_PAUSES } from '../support/speech-page';
import { TAG, type Site } from '../support/site';
import { useBrowser } from '../support/use-browser';
import { cardinal } from '../../shared/speech/text/numbers';

const SENTENCES = Array.from({ length: 60 }, (_, at) => `第${cardinal(String(at))}条规定，各单位应当认真办理相关事项并且按时报送材料。`);
const HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于办理相关事项的通知</title>
<body style="font-size:20px;line-height:2"><nav><a href="#a">网站首页导航</a></nav><h1>关于办理相关事项的通知</h1>
<div id="body">${SENTENCES.map((text, at) => `<p>　　${at % 3 === 1 ? text.replace('认真办理', '<b>认真</b>办理') : text}${at === 7 ? '<span style="display:none">看不见的字在这里。</span>' : ''}</p>`).join('\n')}</div>
<div id="shadow"></div><form><input type="password" aria-label="口令" value="SECRET123"><input id="name" title="姓名" value="张某某"><table><tr><td>身份证号<font color="red">*</font>：</td><td><input id="old" value="11010519"></td></tr></table></form>
<footer>版权所有：某某单位</footer>
<script>document.getElementById('shadow').attachShadow({mode:'open'}).innerHTML='<p id="in">影子里面的这一句话也要读出来。</p>'</script>`;

const squeeze = (text: string) => text.replace(/\s+/g, '');

describe.each(BROWSERS)('reading aloud in %s', (name) => {
  let site: Site;
  let page: Page;

  const bench = useBrowser(name, [], { args: name === 'chromium' ? ['--force-prefers-reduced-motion'] : [], prefs: { 'ui.prefersReducedMotion': 1 } });
  beforeAll(() => void ({ site, page } = bench));
  afterEach(async () => {
    await closeAndForget(page);
  });

  async function open(profile: FakeProfile | null, ms = 1): Promise<void> {
    const head = profile === null ? TAG : `<script src="/fake-speech.js"></script>${TAG}`;
    site.mount([
      { at: '/', from: () => ({ body: HTML.replace('<body', `${head}<body`) }) },
      { at: '/fake-speech.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: fakeSpeechScript(profile ?? 'no-voice', ms) }) },
      widgetMount(),
    ]);
    await visit(page, `${site.origin}/`);
    await page.mouse.click(5, 5);
  }
  const fake = async <Key extends 'started' | 'ended' | 'calls'>(key: Key) => (await page.evaluate(`fakeSpeech.${key}`)) as FakeSpeech[Key];
  const state = () => ask<string>(page, 'speech.state');
  const until = (condition: string) => page.waitForFunction(condition, { timeout: 20_000, polling: 20 });

  it('without a voice it says so in one sentence and stays idle', async () => {
    await open(null);
    await page.evaluate(`window.problems = []; document.addEventListener('mingdu:error', ({ detail }) => problems.push(detail.message))`);
    await ask(page, 'speech.play()');
    expect(await state()).toBe('idle');
    const problems = (await page.evaluate('problems')) as string[];
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('普通话');
  });

  it.each(['off', 'all'])('reads title and body to the end, each sentence once, with its highlight (pinyin %s)', async (pinyin) => {
    await open('linux-chromium');
    if (pinyin === 'all') await set(page, { pinyin });
    await page.evaluate(WITHOUT_PAUSES);
    await ask(page, 'speech.play()');
    await until(`Mingdu.speech.state === 'idle'`);
    expect((await fake('ended')).map(squeeze)).toEqual(['关于办理相关事项的通知，标题', ...SENTENCES]);
    const shown = (await page.evaluate('shown')) as { text: string; painted: string; isInView: boolean }[];
    expect(shown.map(({ text }) => squeeze(text))).toEqual(['关于办理相关事项的通知', ...SENTENCES]);
    expect(shown.filter(({ text, painted }) => squeeze(text) !== squeeze(painted))).toEqual([]);
    expect(shown.filter(({ isInView }) => !isInView)).toEqual([]);
    expect(await page.evaluate(`CSS.highlights.has('mingdu-speech')`)).toBe(false);
    expect(await fake('calls')).not.toContain('pause');
  });

  const seed = realPages().find(({ id }) => id === 'seed-article');
  it.runIf(seed).each(['off', 'all'])('speaks all of the seed article in order and nothing else (pinyin %s)', async (pinyin) => {
    if (!seed) return;
    site.mount([
      mountOf(seed, { html: `<script src="/fake-speech.js"></script>${TAG}`, before: '</head>' }),
      { at: '/fake-speech.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: fakeSpeechScript('linux-chromium', 0.2) }) },
      widgetMount(),
    ]);
    await visit(page, `${site.origin}/${seed.entry}`);
    await page.mouse.click(5, 5);
    const expected = (await page.evaluate(`[...document.querySelectorAll('.wzbt, #zoom p')].map((one) => one.textContent).join('')`)) as string;
    if (pinyin === 'all') await set(page, { pinyin });
    await page.evaluate(WITHOUT_PAUSES);
    await ask(page, 'speech.play()');
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`, { timeout: 60_000, polling: 100 });
    const han = (text: string) => text.replace(/\P{Script=Han}/gu, '');
    const shown = (await page.evaluate('shown')) as { text: string; painted: string; isInView: boolean }[];
    expect(han(shown.map(({ text }) => text).join(''))).toBe(han(expected));
    expect(shown.filter(({ text, painted }) => squeeze(text) !== squeeze(painted))).toEqual([]);
    expect(shown.filter(({ isInView }) => !isInView)).toEqual([]);
  });

  it('keeps its place while pinyin comes and goes', async () => {
    await open('linux-chromium', 40);
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length === 2');
    for (const pinyin of ['all', 'off']) {
      await set(page, { pinyin });
      await until(`[...(CSS.highlights.get('mingdu-speech') ?? [])].join('').trim() === document.querySelector('p').textContent.trim() || fakeSpeech.started.length > 2`);
    }
    await until('fakeSpeech.ended.length === 4');
    const shown = (await page.evaluate('shown')) as { text: string; painted: string }[];
    expect(shown.filter(({ text, painted }) => squeeze(text) !== squeeze(painted))).toEqual([]);
  });

  it('plays, goes on, goes back, pauses, resumes and stops', async () => {
    await open('linux-firefox', 300);
    await ask(page, 'speech.play()');
    expect(await state()).toBe('speaking');
    await until('fakeSpeech.started.length === 1');
    await ask(page, 'speech.next()');
    await until('fakeSpeech.started.length === 2');
    await ask(page, 'speech.next()');
    await until('fakeSpeech.started.length === 3');
    await ask(page, 'speech.previous()');
    await until('fakeSpeech.started.length === 4');
    await page.keyboard.press('Escape');
    expect(await state()).toBe('paused');
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length === 5');
    await ask(page, 'speech.pause()');
    expect(await state()).toBe('paused');
    await ask(page, 'speech.stop()');
    expect(await state()).toBe('idle');
    expect((await fake('started')).map(squeeze)).toEqual(['关于办理相关事项的通知，标题', SENTENCES[0], SENTENCES[1], SENTENCES[0], SENTENCES[0]]);
    expect(await ask(page, 'get().speech')).toBe('off');
  });

  it('begins at the first sentence in view, or at the selection', async () => {
    await open('linux-chromium', 30);
    await page.evaluate(`document.querySelectorAll('p')[20].scrollIntoView({ behavior: 'instant' })`);
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length === 1');
    expect(await fake('started')).toEqual([SENTENCES[20]]);
    await ask(page, 'speech.stop()');
    await page.evaluate(`getSelection().setBaseAndExtent(document.querySelectorAll('p')[30].firstChild, 6, document.querySelectorAll('p')[31].firstChild, 6)`);
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length === 2');
    expect((await fake('started'))[1]).toBe(SENTENCES[30]);
  });

  it('set and open alone make no sound', async () => {
    await open('linux-chromium');
    await set(page, { speech: 'continuous', rate: 1.5 });
    await set(page, { speech: 'point' });
    await ask(page, 'open()');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await fake('calls')).toEqual([]);
  });

  it.each(['off', 'all'])('says what the pointer rests on, also in a shadow root (pinyin %s)', async (pinyin) => {
    await open('linux-chromium', 5);
    await set(page, { speech: 'point', pinyin });
    const rest = async (box: string, count: number) => {
      const [x = 0, y = 0] = (await page.evaluate(`(() => { const box = ${box}.getBoundingClientRect(); return [box.left + 90, box.bottom - 14]; })()`)) as number[];
      await page.mouse.move(x - 3, y);
      await page.mouse.move(x, y);
      await until(`fakeSpeech.started.length === ${count}`);
    };
    await rest(`document.querySelectorAll('p')[4]`, 1);
    await rest(`document.querySelectorAll('p')[5]`, 2);
    await page.evaluate(`document.getElementById('shadow').scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await ask(page, 'settled()');
    await rest(`document.getElementById('shadow').shadowRoot.getElementById('in')`, 3);
    expect(await fake('started')).toEqual([SENTENCES[4], SENTENCES[5], '影子里面的这一句话也要读出来。']);
  });

  it('says name and role of what the focus reaches, of a field also 必填 and the name beside it, never what is in a field', async () => {
    await open('linux-chromium', 2);
    await set(page, { speech: 'point' });
    await page.evaluate(`getSelection().removeAllRanges()`);
    await page.evaluate(`document.querySelector('nav a').focus()`);
    await until('fakeSpeech.ended.length === 1');
    await page.evaluate(`document.querySelector('input').focus()`);
    await until('fakeSpeech.ended.length === 2');
    await page.evaluate(`document.getElementById('name').focus()`);
    await until('fakeSpeech.ended.length === 3');
    await page.evaluate(`document.getElementById('old').focus()`);
    await until('fakeSpeech.ended.length === 4');
    expect(await fake('ended')).toEqual(['网站首页导航，链接', '口令，密码框', '姓名，输入框', '身份证号，输入框，必填']);
  });

  it('waits for a press where the browser wants one, and says so', async () => {
    await open('no-activation', 10);
    await ask(page, 'speech.play()');
    await until('problems.length === 1');
    expect(await state()).toBe('paused');
    await page.evaluate('fakeSpeech.gesture()');
    await page.mouse.click(5, 300);
    await until('fakeSpeech.started.length === 1');
    expect(await state()).toBe('speaking');
  });

  it('停止 goes when it is pressed by keyboard; the focus is on 朗读 and the toolbar still answers', async () => {
    await open('linux-chromium', 50);
    await ask(page, 'open()');
    await ask(page, 'speech.play()');
    await until(`(bar = ${TOOLBARS}[0])?.querySelector('[data-item=speech-stop]')`);
    await page.evaluate(`bar.querySelector('[data-item=speech-stop]').focus()`);
    await page.keyboard.press('Enter');
    await until(`bar.activeElement?.dataset.item === 'speech' && Mingdu.speech.state === 'idle'`);
    await page.keyboard.press('End');
    await until(`bar.querySelector('.bar [tabindex="0"]')?.dataset.item === 'close'`);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await until(`bar.querySelector('.status').textContent.includes('125%')`);
  });

  it('is silent after 退出 and when the page is left', async () => {
    await open('linux-chromium', 50);
    await ask(page, 'speech.play()');
    await until('fakeSpeech.started.length === 1');
    await ask(page, 'close()');
    expect((await fake('calls')).at(-1)).toBe('cancel');
    expect(await state()).toBe('idle');
    expect(await page.evaluate(`CSS.highlights.has('mingdu-speech')`)).toBe(false);
  });
});
