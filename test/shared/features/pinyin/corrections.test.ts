// What the panel 改读音 is told and what its presses do, with a pack that honours all options. How it looks and works in a browser:
// test/browser/readings.test.ts.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeatureContext } from '../../../../shared/feature';
import { createCorrections, NEWEST } from '../../../../shared/features/pinyin/extras/corrections';
import type { pinyinDescriptor } from '../../../../shared/features/pinyin/descriptor';
import { createLive } from '../../../../shared/live';
import type { Page, Root } from '../../../../shared/page/page';
import type { ReadingsPanel } from '../../../../shared/panel';
import { createReadings } from '../../../../shared/readings/readings';
import { createFakePinyin } from '../../../support/fake-pinyin';
import { completeWindow } from '../../../support/jsdom-window';

let end: AbortController;
beforeAll(() => {
  completeWindow(window as Window & typeof globalThis);
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => void (end = new AbortController()));
afterEach(() => end.abort());

async function open(html: string, { kept, tones = 'dictionary' }: { kept?: unknown; tones?: string } = {}) {
  document.body.innerHTML = html;
  const page = {
    document,
    roots: createLive<readonly Root[]>([document]),
    onChange: () => undefined,
    textOf: (text: Text) => text.data,
    pointAt: (node: Text, offset: number) => ({ node, offset }),
    sourceOf: (text: Text, offset: number) => ({ text, offset }),
    schedule: { slice: async (step: (allowance: number) => number) => void (() => { while (step(100) > 0); })() },
  } as unknown as Page;
  const stored = createLive<unknown>(kept);
  const state = { isFull: false, problems: [] as string[], highlights: 0 };
  const readings = createReadings({
    page, stored, signal: end.signal,
    settings: createLive<Readonly<Record<string, unknown>>>({ pinyinTones: tones }),
    store: async (change) => (stored.set(change(stored.value)), !state.isFull),
    loadPinyin: async () => createFakePinyin(),
    warn: () => undefined,
    fence: (run) => run,
  });
  let props: ReadingsPanel | null = null;
  let work: Promise<unknown> = Promise.resolve();
  const context = {
    page, signal: end.signal,
    position: { current: createLive(null) },
    edits: { sheet: () => undefined, highlight: (_: string, ranges: readonly unknown[]) => void (state.highlights = ranges.length) },
    panel: () => ({ show: (next: ReadingsPanel | null) => void (props = next) }),
    pending: (one: Promise<unknown>) => void (work = one),
    later: () => () => undefined,
    problem: (key: string) => void state.problems.push(key),
  } as unknown as FeatureContext<typeof pinyinDescriptor.settings>;
  const corrections = createCorrections(context, readings);
  await corrections.open();
  const now = () => props as ReadingsPanel;
  return {
    corrections, stored, state, readings, now,
    isOpen: () => props !== null,
    text: () => now().characters.map(({ text, reading, mark }) => `${text}${reading}${{ doubtful: '?', own: '!', '': '' }[mark]}`).join(' '),
    /** Chooses a character of the sentence by what it says. */
    choose: (character: string) => now().choose(now().characters.findIndex(({ text }) => text === character)),
    async done(press: () => void): Promise<void> {
      press();
      await work;
    },
  };
}

const LIST = '<script type="text/plain" data-mingdu-py>率领 shuài lǐng</script>';

describe('the panel of corrections', () => {
  it('shows the sentence with its readings, the first doubtful character taking the focus', async () => {
    const { text, now } = await open('<p>的率先，领导</p>');
    expect(text()).toBe('的de 率lǜ? 先xiān ， 领lǐng 导dǎo');
    expect([now().current, now().takesFocus, now().hasPrevious, now().hasNext, now().chosen]).toEqual([1, true, false, false, null]);
  });

  it('offers what else it could be, and the word before the character', async () => {
    const { now, choose } = await open('<script type="text/plain" data-mingdu-py>率先 lǜ xiān</script><p>他率先，效率</p>');
    choose('率');
    expect(now().chosen).toEqual({ character: '率', reading: 'lǜ', word: '率先', others: ['shuài'], picked: '', typed: '', meant: [], scopes: ['率先', '率'], scope: '率先', isOwn: false });
  });

  it('keeps a correction of the word with the dictionary\'s tones of its neighbours, though they are shown as spoken', async () => {
    const { now, choose, done, stored, text } = await open('<script type="text/plain" data-mingdu-py>领导 lǐng dǎo</script><p>领导</p>', { tones: 'spoken' });
    expect(text()).toBe('领líng 导dǎo');
    choose('导');
    now().type('dao4');
    expect(now().chosen).toMatchObject({ meant: ['dào'], picked: 'dào' });
    await done(() => now().save());
    expect(stored.value).toEqual({ 领导: 'lǐng dào' });
    expect(now().told).toEqual({ key: 'saved', word: '领导', reading: 'lǐng dào' });
    expect(text()).toBe('领lǐng! 导dào!');
    expect([now().takesFocus, now().chosen]).toEqual([true, null]);
  });

  it('asks for a tone that is missing, takes no nonsense, saves nothing unpicked', async () => {
    const { now, choose, done, stored } = await open('<p>率。</p>');
    choose('率');
    expect(now().chosen?.scopes).toEqual(['率']);
    now().type('xyz');
    expect(now().chosen).toMatchObject({ meant: [], picked: '' });
    now().type('shuai');
    expect(now().chosen).toMatchObject({ meant: ['shuāi', 'shuái', 'shuǎi', 'shuài', 'shuai'], picked: '' });
    await done(() => now().save());
    expect([now().told?.key, stored.value]).toEqual(['pick-first', undefined]);
    now().pick('shuài');
    await done(() => now().save());
    expect(stored.value).toEqual({ 率: 'shuài' });
  });

  it('the character everywhere takes the place of a longer word that would hide it', async () => {
    const { now, choose, done, stored, text } = await open('<p>率先</p>', { kept: { 率先: 'shuài xiān', 效: 'xiào' } });
    choose('率');
    expect(now().chosen).toMatchObject({ isOwn: true, scope: '率先', others: ['lǜ'] });
    now().narrow('率');
    now().pick('lǜ');
    await done(() => now().save());
    expect(stored.value).toEqual({ 效: 'xiào', 率: 'lǜ' });
    expect(text()).toBe('率lǜ! 先xiān');
    expect(now().own).toEqual([{ word: '率', reading: 'lǜ' }, { word: '效', reading: 'xiào' }]);
  });

  it('takes back the chosen one, or any of the list; a refused store is told', async () => {
    const { now, choose, done, stored, state } = await open('<p>率先</p>', { kept: { 率先: 'shuài xiān', 长: 'zhǎng' } });
    choose('率');
    await done(() => now().revert());
    expect([stored.value, now().told]).toEqual([{ 长: 'zhǎng' }, { key: 'reverted', word: '率先', reading: '' }]);
    state.isFull = true;
    await done(() => now().remove('长'));
    expect([now().own, state.problems]).toEqual([[], ['storage']]);
  });

  it('begins at the selection, goes on and back, and closes one part a step', async () => {
    document.body.innerHTML = '';
    const { now, text, done, choose, corrections, isOpen, state } = await open('<p>率先</p><p>123</p><p data-mingdu-py="off">重庆</p><p id="c">长。领导</p>');
    expect(text()).toMatch(/^率/);
    document.getSelection()?.setBaseAndExtent(document.getElementById('c')?.firstChild as Text, 2, document.getElementById('c')?.firstChild as Text, 3);
    await corrections.open();
    expect(text()).toContain('领lǐng');
    expect(now().hasNext).toBe(false);
    await done(() => now().go(-1));
    expect([text().startsWith('率'), now().hasPrevious, state.highlights]).toEqual([true, false, 1]);
    choose('先');
    expect(now().chosen?.character).toBe('先');
    now().stand(0);
    expect(now().chosen).toBeNull();
    choose('率');
    now().close();
    expect([isOpen(), now().chosen, now().takesFocus]).toEqual([true, null, true]);
    now().close();
    expect([isOpen(), state.highlights]).toEqual([false, 0]);
  });

  it.each([
    ['what its author wants left stands in it', '<p>他率<span data-mingdu-py="off">先</span>领导我们</p>'],
    ['an icon of another display stands in it', '<p>他率<i style="display: inline-block"></i>领导我们</p>'],
    ['a line ends in it', '<p>他率<wbr><br>领导我们</p>'],
    ['another box begins in it', '<p>他率<b style="display: inline-block">领</b>导我们</p>'],
  ])('offers no word that the page does not have in one piece: %s', async (_, html) => {
    const { now, choose, done, stored } = await open(`${LIST}${html}`);
    choose('率');
    expect(now().chosen).toMatchObject({ word: '', scopes: ['率'], scope: '率' });
    now().pick('shuài');
    await done(() => now().save());
    expect(stored.value).toEqual({ 率: 'shuài' });
  });

  it('offers a word across inline elements', async () => {
    const { now, choose, done, stored } = await open(`${LIST}<p>他<b>率</b><!-- --><i><u>领</u></i>我们</p>`);
    choose('领');
    expect(now().chosen).toMatchObject({ word: '率领', scopes: ['率领', '领'] });
    now().type('ling4');
    await done(() => now().save());
    expect(stored.value).toEqual({ 率领: 'shuài lìng' });
  });

  it('offers no word of which a character is not read: its syllable would be that of the next', async () => {
    const { now, choose, done, stored } = await open('<script type="text/plain" data-mingdu-py>率某先 lǜ mǒu xiān</script><p>率某先</p>');
    choose('率');
    expect(now().chosen?.scopes).toEqual(['率']);
    now().pick('shuài');
    await done(() => now().save());
    expect(stored.value).toEqual({ 率: 'shuài' });
  });

  it('saves nothing where the word went meanwhile, and asks what is left', async () => {
    const { now, choose, done, stored } = await open(`${LIST}<p>率领</p>`);
    choose('率');
    now().narrow('效率');
    now().pick('lǜ');
    await done(() => now().save());
    expect([stored.value, now().chosen?.scope, now().told]).toEqual([undefined, '率领', null]);
  });

  it('tells the same twice as two tellings', async () => {
    const { now, choose, done } = await open('<p>率。</p>');
    choose('率');
    await done(() => now().save());
    const { told } = now();
    now().stand(0);
    choose('率');
    await done(() => now().save());
    expect(now().told).toEqual(told);
    expect(now().told).not.toBe(told);
  });

  it('lists the newest, and all when asked, until a character is chosen', async () => {
    const words = Array.from({ length: NEWEST + 5 }, (_, at) => `长${String.fromCodePoint(0x4e00 + at)}`);
    const { now, choose } = await open('<p>率。</p>', { kept: Object.fromEntries(words.map((word) => [word, 'cháng yī'])) });
    expect([now().own.length, now().ownCount, now().hasMoreOwn, now().own[0]?.word]).toEqual([NEWEST, NEWEST + 5, true, words.at(-1)]);
    now().showAllOwn(true);
    expect([now().own.length, now().own.at(-1)?.word]).toEqual([NEWEST + 5, words[0]]);
    choose('率');
    expect(now().own).toHaveLength(NEWEST);
  });

  it('a page without Han text says so', async () => {
    const { isOpen, state } = await open('<p>123</p>');
    expect([isOpen(), state.problems]).toEqual([false, ['nothing-to-read']]);
  });

  it('another tab\'s correction is followed', async () => {
    const { stored, text } = await open('<p>率先</p>');
    stored.set({ 率: 'shuài' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(text()).toBe('率shuài! 先xiān');
  });
});
