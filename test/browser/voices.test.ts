// 嗓音: a voice chosen by keyboard alone and kept over a reload; consent before text is sent away; where there is no voice, how one is added; what
// axe finds; and nothing of it left after 退出. The list of voices is ours; which is best is tested in test/shared/speech.
import { beforeEach, describe, expect, it } from 'vitest';
import type { VoiceLike } from '../../shared/speech/voices';
import { axeFindings } from '../support/axe';
import { BROWSERS } from '../support/browsers';
import { espeakVoices } from '../support/espeak-voices';
import { pageDifferences, takePageSnapshot } from '../../scripts/instrument/instrument';
import { rootWith } from '../support/interface';
import { ask, closeAndForget, frames, ownErrors, recordErrors, set, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';
import { LISTS, voice } from '../support/voice-lists';
import { createVoicesPage, voicesScript } from '../support/voices-page';

const TEXT = '各单位应当认真办理相关事项并且按时报送材料。';
const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>嗓音</title><script src="/voices.js"></script><script async src="/mingdu/mingdu.js"></script></head><body style="font-size:20px">
<p><a id="opener" href="#" data-mingdu-open>无障碍浏览</a></p><h1>关于办理事项的通知</h1>
${Array.from({ length: 8 }, (_, at) => `<p>第${at + 1}条，${TEXT}${TEXT}</p>`).join('\n')}</body></html>`;
const SAMPLE = '您好，我来为您读这一页。';
const HUIHUI = 'Microsoft Huihui - Chinese (Simplified, PRC)';
const KANGKANG = 'Microsoft Kangkang - Chinese (Simplified, PRC)';
const XIAOXIAO = 'Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)';

describe.each(BROWSERS)('voices in %s', (name) => {
  let list: readonly VoiceLike[] | null = [];
  const bench = useBrowser(name, [
    widgetMount(),
    { at: '/voices/', from: () => ({ body: PAGE }) },
    { at: '/voices.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: voicesScript(list) }) },
  ]);
  const { read, isOpen, until, open, told, rows, press, said, focused } = createVoicesPage(() => bench.page);
  let errors: string[] | undefined;

  beforeEach(() => {
    errors ??= recordErrors(bench.page);
    errors.length = 0;
    return async () => {
      expect(ownErrors(errors ?? [])).toEqual([]);
      await closeAndForget(bench.page);
    };
  });

  async function start(voices: readonly VoiceLike[] | null): Promise<void> {
    list = voices;
    await bench.page.setViewport({ width: 1280, height: 800 });
    await visit(bench.page, `${bench.site.origin}/voices/`);
    await bench.page.mouse.click(1200, 700);
  }
  async function key(...keys: string[]): Promise<void> {
    for (const one of keys) await bench.page.keyboard.press(one as 'Tab');
    await frames(bench.page);
  }
  /** Presses a key until something has the focus. */
  async function reach(pressed: string, wanted: string, most = 80): Promise<void> {
    for (let at = 0; at < most && (await focused()) !== wanted; at += 1) await key(pressed);
    expect(await focused()).toBe(wanted);
  }
  async function openByKeyboard(): Promise<void> {
    await bench.page.focus('#opener');
    await key('Enter');
    await until(async () => (await focused()) === '缩小');
    await reach('ArrowRight', '更多');
    await key('Enter');
    await until(async () => Boolean(await bench.page.evaluate(`${rootWith('#panel')} !== undefined`)));
    await reach('Tab', '嗓音（谁来读）');
    await key('Enter');
    await until(isOpen);
  }
  const stored = () => bench.page.evaluate(`JSON.parse(localStorage.mingdu)`) as Promise<{ settings: Record<string, unknown>; consent?: unknown }>;
  /** Who reads the page's first sentence. */
  async function reader(): Promise<string | undefined> {
    await bench.page.evaluate('said.length = 0');
    await ask(bench.page, 'speech.play()');
    await until(async () => (await said()).length > 0);
    await ask(bench.page, 'speech.stop()');
    return (await said())[0]?.[0];
  }

  it('by keyboard alone: arrows sound and change nothing, 试听 sounds, Space chooses, Escape goes back; a reload keeps it', async () => {
    await start(LISTS.edge);
    await openByKeyboard();
    expect(await focused()).toBe('自动');
    await key('ArrowDown', 'ArrowDown');
    expect(await focused()).toBe('康康');
    expect([await said(), await ask(bench.page, 'get().voice'), (await rows())[0]]).toEqual([[], '', '[自动]']);
    await key('Tab');
    expect(await focused()).toBe('试听“康康”');
    await key('Enter');
    expect(await said()).toEqual([[KANGKANG, SAMPLE, 1]]);
    expect(await read(`[...root.querySelectorAll('button')].filter((one) => one.textContent.trim() === '停止').length`)).toBe(2);
    expect(await ask(bench.page, 'get().voice')).toBe('');
    await until(async () => (await focused()) === '试听“康康”');
    await bench.page.keyboard.down('Shift');
    await key('Tab');
    await bench.page.keyboard.up('Shift');
    expect(await focused()).toBe('康康');
    await key(' ');
    await until(async () => (await told()) === '好了，以后用“康康”读。');
    expect((await stored()).settings).toMatchObject({ voice: KANGKANG });
    await key('Escape');
    expect([await isOpen(), await focused()]).toEqual([false, '更多']);
    expect(await reader()).toBe(KANGKANG);
    await visit(bench.page, `${bench.site.origin}/voices/`);
    await bench.page.mouse.click(1200, 700);
    expect(await reader()).toBe(KANGKANG);
    await openByKeyboard();
    expect((await rows()).filter((row) => row.startsWith('['))).toEqual(['[康康]']);
    expect(await focused()).toBe('康康');
  });

  it('撤销 takes a choice back', async () => {
    await start(LISTS.edge);
    await open();
    await press('康康');
    await until(async () => (await told()).includes('康康'));
    await bench.page.evaluate(`[...${rootWith('.toolbar')}.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === '撤销').click()`);
    await until(async () => (await rows())[0] === '[自动]');
    expect(await reader()).toBe(HUIHUI);
  });

  it('a remote voice asks first; no leaves all, Escape is no, yes is kept for the company and lets it read', async () => {
    await start(LISTS.edge);
    await open();
    await press('晓晓');
    expect(await focused()).toContain('要读的文字会发到微软的服务器');
    await key('Tab', 'Tab');
    expect(await focused()).toBe('不用');
    await key('Enter');
    await until(async () => (await told()).startsWith('没有用“晓晓”'));
    await press('试听“晓晓”');
    await key('Escape');
    expect([await isOpen(), await said(), (await stored()).consent ?? null, await ask(bench.page, 'get().voice')]).toEqual([true, [], null, '']);
    await press('晓晓');
    // By script, as a page could: nothing.
    await press('同意并使用');
    expect([await focused(), (await stored()).consent ?? null]).toEqual([expect.stringContaining('要读的文字会发到微软的服务器'), null]);
    await key('Tab');
    expect(await focused()).toBe('同意并使用');
    await key('Enter');
    await until(async () => (await told()) === '好了，以后用“晓晓”读。');
    expect((await stored()).consent).toEqual({ remote: ['microsoft'], voice: { name: XIAOXIAO, lang: 'zh-CN', voiceURI: XIAOXIAO } });
    expect(await reader()).toBe(XIAOXIAO);
    await press('云希');
    await until(async () => (await told()) === '好了，以后用“云希”读。');
  });

  it('a remote voice that was set without consent never reads, and that is said once', async () => {
    await start(LISTS.edge);
    await bench.page.evaluate(`window.problems = []; document.addEventListener('mingdu:error', ({ detail }) => problems.push(detail.message))`);
    await set(bench.page, { voice: XIAOXIAO, speech: 'continuous' });
    expect(await reader()).toBe(HUIHUI);
    expect(await reader()).toBe(HUIHUI);
    expect(await bench.page.evaluate('problems')).toEqual(['您选的嗓音要把文字发到网上，您还没有同意，先用这台电脑自己的嗓音。']);
  });

  it('a URI that is not there is accepted, and the best one reads', async () => {
    await start(LISTS.windowsChrome);
    await set(bench.page, { voice: 'urn:nobody' });
    expect(await reader()).toBe(HUIHUI);
  });

  it('without a voice 朗读 opens how one is added, and nothing sounds or is fetched from elsewhere', async () => {
    await start([voice('English (America)', 'en-US')]);
    await ask(bench.page, 'speech.play()');
    await until(isOpen);
    expect(await focused()).toBe('怎么添加');
    expect(await told()).toContain('没有普通话声音');
    expect(await read(`root.querySelector('ol').closest('details')`)).toBeNull();
    expect(await ask(bench.page, 'speech.state')).toBe('idle');
    await press('别的电脑和手机');
    expect(await read(`root.querySelector('details').open`)).toBe(true);
    await bench.page.evaluate(`voiceList.push(${JSON.stringify(voice('某某普通话', 'zh-CN'))}); announceVoices()`);
    await until(async () => ((await rows()) ?? []).includes('某某普通话'));
    expect(await said()).toEqual([]);
    expect(await reader()).toBe('某某普通话');
  });

  it.each([
    ['Cantonese alone', [voice('Chinese (Cantonese)', 'yue')], ['[自动]', 'Chinese (Cantonese)']],
    ['Taiwan alone', [voice('Microsoft Hanhan - Chinese (Traditional, Taiwan)', 'zh-TW')], ['[自动]', '涵涵']],
  ])('%s does not read by itself, but is offered, and reads when it is chosen', async (_, voices, shown) => {
    await start(voices);
    await ask(bench.page, 'speech.play()');
    await until(isOpen);
    expect([await rows(), await said(), await focused()]).toEqual([shown, [], '自动']);
    await press(shown[1] ?? '');
    await until(async () => (await told()).startsWith('好了'));
    expect(await reader()).toBe(voices[0]?.name);
  });

  it('where the browser has no speechSynthesis, it says the same', async () => {
    await start(null);
    await ask(bench.page, 'speech.play()');
    await until(isOpen);
    expect(await focused()).toBe('怎么添加');
    await press('诊断信息');
    expect(await read(`root.querySelector('textarea').value`)).toContain('no speechSynthesis');
  });

  it('offers at most twelve of 13,362', async () => {
    await start([...espeakVoices(name), ...LISTS.edge]);
    await open();
    await until(async () => (await rows()).length === 13);
    expect((await rows())[1]).toBe('慧慧');
  });

  it('a sample ends with the panel, with the page\'s Escape and with what the reader starts to read', async () => {
    await start(LISTS.edge);
    const sounds = () => read<boolean>(`root.querySelector('.stop') !== null`);
    await open();
    await press('试听“慧慧”');
    expect(await sounds()).toBe(true);
    await bench.page.mouse.click(300, 700);
    await key('Escape');
    expect([await isOpen(), await sounds()]).toEqual([true, false]);
    await press('试听“慧慧”');
    await ask(bench.page, 'speech.play()');
    await until(async () => !(await sounds()));
    expect(await ask(bench.page, 'speech.state')).toBe('speaking');
    await press('试听“慧慧”');
    expect([await ask(bench.page, 'speech.state'), await sounds()]).toEqual(['paused', true]);
    await press('关闭');
    await until(async () => bench.page.evaluate('!fakeSpeech.synthesis.speaking') as Promise<boolean>);
    await ask(bench.page, 'speech.stop()');
  });

  it.each([['light', 'off'], ['dark', 'yellow-on-black']])('axe finds nothing on %s ground: voices, question, no voice', async (_, contrast) => {
    await start(LISTS.edge);
    await set(bench.page, { contrast });
    await open();
    expect(await axeFindings(bench.page, ['.interface', '.dialog'])).toEqual([]);
    await press('晓晓');
    await press('想要别的嗓音？看看怎么添加');
    await press('诊断信息');
    await press('试听“慧慧”');
    await press('晓晓');
    expect(await axeFindings(bench.page, ['.interface', '.dialog'])).toEqual([]);
    await bench.page.evaluate('voiceList = []; announceVoices()');
    await until(async () => (await read(`root.querySelector('.rows')`)) === null);
    expect(await axeFindings(bench.page, ['.interface', '.dialog'])).toEqual([]);
  });

  it.each([[360, 640], [320, 480]])('at %s × %s every button is whole, 44 px high and reachable', async (width, height) => {
    await start(LISTS.edge);
    await bench.page.setViewport({ width, height });
    await open();
    const boxes = await read<{ text: string; isWhole: boolean; height: number; width: number; size: number }[]>(`[...root.querySelectorAll('.dialog button, .dialog summary')].map((one) => {
      one.scrollIntoView({ block: 'nearest' });
      const box = one.getBoundingClientRect();
      return { text: one.textContent, height: box.height, width: box.width, size: parseFloat(getComputedStyle(one).fontSize), isWhole: box.left >= 0 && box.right <= innerWidth && one.scrollWidth <= one.clientWidth + 1 };
    })`);
    expect(boxes.length).toBeGreaterThan(20);
    expect(boxes.filter((box) => !box.isWhole || box.height < 44 || box.width < 44 || box.size < 18)).toEqual([]);
    expect(await read(`root.querySelector('.dialog').scrollWidth <= root.querySelector('.dialog').clientWidth`)).toBe(true);
  });

  it('退出 with the panel open restores the page', async () => {
    await start(LISTS.edge);
    await takePageSnapshot(bench.page);
    await open();
    await press('康康');
    await press('试听“慧慧”');
    await ask(bench.page, 'close()');
    expect(await isOpen()).toBe(false);
    expect(await pageDifferences(bench.page)).toEqual([]);
    await until(async () => bench.page.evaluate('!fakeSpeech.synthesis.speaking') as Promise<boolean>);
  });
});
