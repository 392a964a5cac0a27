// The service as aids have it: what wins over what, tones, changes told, the store, and sentences of a page as pinyin shows them.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLive } from '../../../shared/live';
import { blocksIn } from '../../../shared/page/blocks';
import { createChanges } from '../../../shared/page/changes';
import type { Page, Root } from '../../../shared/page/page';
import { sentencesOf } from '../../../shared/page/sentences';
import { createReadings } from '../../../shared/readings/readings';
import { createFakePinyin } from '../../support/fake-pinyin';

let end: AbortController;
const turn = () => new Promise((resolve) => setTimeout(resolve));

function open(html: string, kept: unknown = undefined) {
  document.body.innerHTML = html;
  const roots = createLive<readonly Root[]>([document]);
  const changes = createChanges(document, roots, (run) => run, end.signal);
  const page = { document, roots, onChange: changes.onChange, textOf: (text: Text) => text.data } as unknown as Page;
  const settings = createLive<Readonly<Record<string, unknown>>>({ pinyinTones: 'dictionary' });
  const stored = createLive<unknown>(kept);
  const pack = createFakePinyin();
  const warnings: string[] = [];
  const state = { isFull: false };
  const readings = createReadings({
    page, settings, stored, signal: end.signal,
    store: async (change) => (stored.set(change(stored.value)), !state.isFull),
    loadPinyin: async () => pack,
    warn: (message) => void warnings.push(message),
    fence: (run) => run,
  });
  const sentences = () => [...blocksIn(page, document.body)].flatMap(sentencesOf);
  const shown = async (at = 0) => (await readings.ofSentence(sentences()[at] as never)).join(' ').trim();
  return { readings, settings, stored, pack, warnings, state, sentences, shown, page };
}

beforeEach(() => void (end = new AbortController()));
afterEach(() => end.abort());

const LIST = '<script type="text/plain" data-mingdu-py>率先 shuai4 xian1\n婺源 wù</script>';

describe('readings', () => {
  it('reader, element, site, engine: the first that says something counts', async () => {
    const { readings, shown } = open(`${LIST}<p>率先领导</p><p><b data-mingdu-py="lù xián">率先</b>领导</p>`);
    expect(await shown(0)).toBe('shuài xiān lǐng dǎo');
    expect(await shown(1)).toBe('lù xián lǐng dǎo');
    expect(await readings.correct('率先', ['lǜ', 'xiān'])).toBe(true);
    expect([await shown(0), await shown(1)]).toEqual(['lǜ xiān lǐng dǎo', 'lǜ xiān lǐng dǎo']);
    await readings.correct('率先', null);
    expect([await shown(0), await shown(1)]).toEqual(['shuài xiān lǐng dǎo', 'lù xián lǐng dǎo']);
  });

  it('names a bad line once, and follows blocks that come, change and go', async () => {
    const { shown, warnings } = open(`${LIST}<p>率先长</p>`);
    expect(await shown()).toBe('shuài xiān cháng');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('"婺源 wù"');
    document.body.insertAdjacentHTML('beforeend', '<div><script type="text/plain" data-mingdu-py>长 zhǎng</script></div>');
    await turn();
    expect(await shown()).toBe('shuài xiān zhǎng');
    const script = document.querySelector('div script') as Element;
    script.textContent = '长 zhāng';
    await turn();
    expect(await shown()).toBe('shuài xiān zhāng');
    document.querySelector('div')?.remove();
    document.querySelector('script')?.removeAttribute('data-mingdu-py');
    await turn();
    expect(await shown()).toBe('lǜ xiān cháng');
    expect(warnings).toHaveLength(1);
  });

  it('a script that would be run is no list', async () => {
    const { shown } = open('<script type="application/json" data-mingdu-py>率 shuài</script><p>率</p>');
    expect(await shown()).toBe('lǜ');
  });

  it('tells which texts are touched: by a correction, the tones, the site\'s list', async () => {
    const { readings, settings } = open('<p>率先</p>');
    const tests: ((text: string) => boolean)[] = [];
    readings.onChange((isTouched) => tests.push(isTouched), end.signal);
    await readings.correct('率先', ['shuài', 'xiān']);
    expect(tests.map((test) => [test('他率先'), test('效率')])).toEqual([[true, false]]);
    await readings.correct('率先', ['shuài', 'xiān']);
    expect(tests).toHaveLength(1);
    settings.set({ pinyinTones: 'spoken' });
    settings.set({ pinyinTones: 'spoken', other: 1 });
    expect(tests).toHaveLength(2);
    expect(tests[1]?.('任何')).toBe(true);
  });

  it('passes tones and words on, and reads a correction as spoken too', async () => {
    const { readings, settings, pack, shown } = open('<p>领导率先</p>');
    expect(await shown()).toBe('lǐng dǎo lǜ xiān');
    expect(pack.asked.at(-1)).toEqual({ tones: 'dictionary' });
    settings.set({ pinyinTones: 'spoken' });
    await readings.correct('领导', ['lǐng', 'dǎo']);
    expect(await shown()).toBe('líng dǎo lǜ xiān');
    expect([...(pack.asked.at(-1)?.words ?? [])]).toEqual([['领导', ['lǐng', 'dǎo']]]);
  });

  it('explains: who decided, what it is in the dictionary, what else it could be', async () => {
    const { readings, settings, sentences } = open(`${LIST}<p>率先。</p><p>他效率，领导长<i data-mingdu-py="chóng">重</i></p>`);
    settings.set({ pinyinTones: 'spoken' });
    const said = async (at: number) => (await readings.explain(sentences()[at] as never)).map((one) => `${one.unit}${one.character} ${one.reading}/${one.dictionary} ${one.word}@${one.wordUnit} ${one.others.join()} ${one.origin}${one.isDoubtful ? '?' : ''}`);
    expect(await said(0)).toEqual(['0率 shuài/shuài 率先@0 lǜ site', '1先 xiān/xiān 率先@0  site']);
    expect(await said(1)).toEqual([
      '1效 xiào/xiào 效@1  engine', '2率 lǜ/lǜ 率@2 shuài engine?', '4领 líng/lǐng 领@4  engine', '5导 dǎo/dǎo 导@5  engine', '6长 cháng/cháng 长@6 zhǎng engine?', '7重 chóng/chóng 重@7 zhòng element',
    ]);
    await readings.correct('率', ['shuài']);
    expect((await said(1))[1]).toBe('2率 shuài/shuài 率@2 lǜ reader');
    expect((await said(0))[0]).toBe('0率 shuài/shuài 率@0 lǜ reader');
  });

  it('leaves what has no readings, and reads each sentence of a block in its place', async () => {
    const { shown, sentences } = open('<p>率先领导一件大事已经开始了。<span data-mingdu-py="off">率先</span>领导长，<span data-mingdu-skip>率</span></p>');
    expect(sentences()).toHaveLength(2);
    expect(await shown(1)).toBe('lǐng dǎo cháng');
  });

  it('the store: broken entries are nothing, another tab is followed, a refusal is told and holds for this page', async () => {
    const { readings, stored, state, shown } = open('<p>率先</p>', { 率: 'shuài', 先: 'nothing', x: 1 });
    expect(await shown()).toBe('shuài xiān');
    stored.set({ 率: 'lù' });
    expect(await shown()).toBe('lù xiān');
    state.isFull = true;
    expect(await readings.correct('率', ['shuài'])).toBe(false);
    expect(await shown()).toBe('shuài xiān');
    expect([...readings.own.value]).toEqual([['率', ['shuài']]]);
  });

  it('another tab\'s correction waits until the page is looked at', async () => {
    const { stored, shown } = open('<p>率先</p>');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    stored.set({ 率: 'shuài' });
    expect(await shown()).toBe('lǜ xiān');
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await shown()).toBe('shuài xiān');
    hidden.mockRestore();
  });

  it('tells what somebody gave, in the order of rank, and asks no engine for it', async () => {
    const { readings, sentences, pack, stored } = open(
      '<script type="text/plain" data-mingdu-py>重庆 chóng qìng\n领导 lǐng dǎo</script><p>一家<b data-mingdu-py="shuài">率</b>先领导重庆，<i data-mingdu-py="off">重庆</i>的长</p>',
      { 领: 'líng' },
    );
    const given = () => readings.givenIn(sentences()[0] as never).join(' ').trim().replace(/ +/g, ' ');
    expect(given()).toBe('shuài líng dǎo chóng qìng');
    stored.set({});
    expect(given()).toBe('shuài lǐng dǎo chóng qìng');
    expect(pack.asked).toEqual([]);
  });
});
