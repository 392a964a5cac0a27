// How reading aloud ends in real browsers: by a stop that overtakes its own start, by a page that takes away what is read.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, widgetMount } from '../support/product';
import { speechPage } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

const NAMES = '甲乙丙丁戊己庚辛壬癸';
const body = (topic: string) => `<h1>关于${topic}的通知</h1>${[...NAMES].map((name) => `<p>${topic}的${name}类事项，由各单位认真办理并且按时报送材料。</p>`).join('')}`;
const HTML = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于养老服务的通知</title><body style="font-size:20px;line-height:2"><main id="main">${body('养老服务')}</main></body></html>`;

describe.each(BROWSERS)('reading aloud ends in %s', (name) => {
  const bench = useBrowser(name, [widgetMount()]);
  expectNoOwnErrors(() => bench.page);
  afterEach(() => closeAndForget(bench.page));
  const stand = () => speechPage(bench);
  const state = () => ask<string>(bench.page, 'speech.state');

  it.each(['stop', 'pause'])('%s as the next call after the first play: nothing sounds', async (command) => {
    await stand().open(HTML);
    await bench.page.evaluate(`Promise.all([Mingdu.speech.play(), Mingdu.speech.${command}()]).then(() => undefined)`);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await stand().heard('started')).toEqual([]);
    expect(await state()).toBe('idle');
    // It is no lock: the next play reads.
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length > 0');
  });

  it('with the article that the page takes away, and the next play reads the new one', async () => {
    await stand().open(HTML, { msPerCharacter: 20 });
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length === 3');
    await bench.page.evaluate(`main.innerHTML = ${JSON.stringify(body('低保标准'))}; window.before = fakeSpeech.started.length`);
    await stand().until(`Mingdu.speech.state === 'idle'`);
    const heard = await stand().heard('started');
    expect(heard.length).toBeLessThanOrEqual(((await bench.page.evaluate('before')) as number) + 1);
    await ask(bench.page, 'speech.play()');
    await stand().until(`fakeSpeech.started.length > ${heard.length}`);
    expect((await stand().heard('started'))[heard.length]).toContain('低保标准');
  });

  it('paused, and the article taken away: play reads the new one', async () => {
    await stand().open(HTML, { msPerCharacter: 60 });
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length === 2');
    await ask(bench.page, 'speech.pause()');
    await bench.page.evaluate(`main.innerHTML = ${JSON.stringify(body('低保标准'))}`);
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length === 3');
    expect((await stand().heard('started'))[2]).toContain('低保标准');
  });

  it('what the author moved out of the page is not read; a figure beside its name is', async () => {
    const page = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>首页</title><body><main><p style="position:absolute;left:-9999px">挪到外面去的这句话不要读出来。</p><dl><div><dt>今日办件数量</dt><dd>365</dd></div><div><dt>本月满意的比例</dt><dd>98</dd></div></dl></main></body></html>';
    await stand().open(page, { msPerCharacter: 5 });
    await ask(bench.page, 'speech.play()');
    await stand().until(`fakeSpeech.ended.length > 1 && Mingdu.speech.state === 'idle'`);
    const all = (await stand().heard('ended')).join('|');
    expect(all).not.toContain('挪到外面');
    expect(all).toMatch(/今日办件数量.*三百六十五.*本月满意的比例.*九十八/s);
  });

  it('on a phone 撤销 and the sentences before and after share one row', async () => {
    await bench.page.setViewport({ width: 360, height: 640 });
    await stand().open(HTML);
    await ask(bench.page, 'open()');
    await ask(bench.page, 'set({ spacing: "wide" })');
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length > 0');
    const row = `[...${TOOLBARS}[0].querySelectorAll('.status button')].map((one) => [one.textContent, Math.round(one.getBoundingClientRect().top)])`;
    await stand().until(`${row}.length === 3`);
    const buttons = (await bench.page.evaluate(row)) as [string, number][];
    expect(buttons.map(([text]) => text)).toEqual(['撤销：行距字距', '上一句', '下一句']);
    expect(new Set(buttons.map(([, top]) => top)).size).toBe(1);
    await bench.page.setViewport({ width: 1280, height: 800 });
  });

  it.each([[683, 384], [640, 360], [768, 600]])('at %i×%i the bar holds 退出 while it reads', async (width, height) => {
    await bench.page.setViewport({ width, height });
    await stand().open(HTML);
    await ask(bench.page, 'open()');
    await ask(bench.page, 'speech.play()');
    await stand().until('fakeSpeech.started.length > 0');
    await stand().until(`[...${TOOLBARS}[0].querySelectorAll('button')].some((one) => one.textContent.includes('停止'))`);
    await ask(bench.page, 'settled()');
    const outside = () => bench.page.evaluate(`[...${TOOLBARS}[0].querySelectorAll('.bar button')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.textContent)`);
    expect(await outside()).toEqual([]);
    await bench.page.setViewport({ width: 1280, height: 800 });
  });
});
