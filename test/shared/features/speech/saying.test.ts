// @vitest-environment jsdom
// What the voice is given: wording by its level, readings as pinyin shows them, homophones where somebody gave a reading, all fetched ahead.
import { beforeEach, describe, expect, it } from 'vitest';
import * as fullSpeech from '../../../../shared/features/speech/extras/full-speech';
import * as homophones from '../../../../shared/features/speech/extras/homophones';
import { elementItem, sentenceItem } from '../../../../shared/features/speech/item';
import { createSaying } from '../../../../shared/features/speech/saying';
import { createLive } from '../../../../shared/live';
import { blocksIn } from '../../../../shared/page/blocks';
import type { Page } from '../../../../shared/page/page';
import { sentencesOf, type Sentence } from '../../../../shared/page/sentences';
import { parseSyllable } from '../../../../shared/readings/syllables';
import { HOMOPHONES } from '../../../../shared/speech/homophones-table';

const page = { document, roots: createLive([document]), textOf: (text: Text) => text.data, pointAt: (text: Text, offset: number) => ({ node: text, offset }) } as unknown as Page;
const turn = () => new Promise((resolve) => setTimeout(resolve));
const TABLE: Readonly<Record<string, string>> = { 增: 'zēng', 长: 'zhǎng', 率: 'lǜ', 先: 'xiān', 重: 'chóng', 庆: 'qìng', 年: 'nián' };

/** @param given readings that somebody gave, by character */
function open(html: string, driver: { level: 'light' | 'full'; takesReadings: boolean }, given: Readonly<Record<string, string>> = {}, kept: unknown = {}) {
  document.body.innerHTML = html;
  const asked: string[] = [];
  const fetched: string[] = [];
  const listeners: (() => void)[] = [];
  const table = { ...TABLE };
  const service = {
    ofSentence: async ({ text }: Sentence) => (asked.push(text), [...text].map((one) => table[one] ?? '')),
    givenIn: ({ text }: Sentence) => [...text].map((one) => given[one] ?? ''),
    onChange: (run: () => void) => void listeners.push(run),
  };
  const state = { fails: false, hangs: false };
  const saying = createSaying(
    {
      page,
      signal: new AbortController().signal,
      later: (run: () => void, ms: number) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      readings: async () => (fetched.push('readings'), state.hangs ? new Promise(() => undefined) : state.fails ? Promise.reject(new Error('not there')) : service),
      loadPack: async (name: string) => {
        fetched.push(name);
        if (state.fails) throw new Error('not there');
        return name === 'full-speech' ? fullSpeech : homophones;
      },
      kept: () => ({ value: createLive(kept), update: async () => true }),
    } as never,
    driver,
  );
  const items = () => [...blocksIn(page, document.body)].flatMap((block) => sentencesOf(block)).map((sentence) => sentenceItem(page, sentence));
  return { saying, items, asked, fetched, state, table, change: () => listeners.forEach((run) => run()) };
}

describe('a voice that knows characters alone and takes readings', () => {
  const driver = { level: 'full', takesReadings: true } as const;

  it('is given what it needs, with the readings of the page and plain ones for what was made', async () => {
    const { saying, items } = open('<p>2024年增长12%</p>', driver);
    const [item] = items();
    if (!item) throw new Error('no item');
    await saying.ready(item);
    const { text, readings } = saying.of(item);
    expect(text).toBe('二零二四年增长百分之十二');
    expect(readings).toEqual(['èr', 'líng', 'èr', 'sì', 'nián', 'zēng', 'zhǎng', 'bǎi', 'fēn', 'zhī', 'shí', 'èr']);
    expect(item.spoken().text).toBe(text);
    expect(item.text.slice(item.spoken().toShown(7), item.spoken().toShown(12))).toBe('12%');
  });

  it('says what it can while readings are on their way, and has those of the next paragraph before they are due', async () => {
    const { saying, items, asked } = open('<p>率先重庆</p><p> </p><p>增长增长</p><p>年年年年</p>', driver);
    const [first, second] = items();
    if (!first || !second) throw new Error('no items');
    expect(saying.of(first).readings).toBeNull();
    await turn();
    expect(asked).toEqual(['率先重庆', '增长增长']);
    expect(saying.of(first).readings).toEqual(['lǜ', 'xiān', 'chóng', 'qìng']);
    // The blocks were read anew since: the same text at the same place is the same.
    expect(saying.of(items()[1] ?? second).readings).toEqual(['zēng', 'zhǎng', 'zēng', 'zhǎng']);
  });

  it('asks for a paragraph once, and anew when readings changed', async () => {
    const { saying, items, asked, table, change } = open('<p>率先重庆。增长增长。</p>', driver);
    const [first, second] = items();
    if (!first || !second) throw new Error('no items');
    await saying.ready(first);
    await saying.ready(second);
    expect(asked).toHaveLength(1);
    expect(saying.of(second).readings).toEqual(['zēng', 'zhǎng', 'zēng', 'zhǎng', '']);
    table['率'] = 'shuài';
    change();
    expect(saying.of(first).readings).toBeNull();
    await saying.ready(first);
    expect(saying.of(first).readings?.[0]).toBe('shuài');
  });

  it('speaks on where nothing can be fetched', async () => {
    const { saying, items, state } = open('<p>2024年增长</p>', driver);
    state.fails = true;
    const [item] = items();
    if (!item) throw new Error('no item');
    await saying.ready(item);
    expect(saying.of(item)).toEqual({ text: '2024年增长', readings: null });
  });

  it('waits for nothing that is long in coming', async () => {
    const { saying, items, state } = open('<p>率先重庆</p>', driver);
    state.hangs = true;
    const [item] = items();
    if (!item) throw new Error('no item');
    await saying.ready(item);
    expect(saying.of(item)).toEqual({ text: '率先重庆', readings: null });
  });

  it('gives a control its words', async () => {
    const { saying } = open('', driver);
    const item = elementItem(document.body, '第2页', '链接');
    await saying.ready(item);
    expect(saying.of(item)).toEqual({ text: '第二页，链接', readings: null });
  });
});

describe('a voice of a system', () => {
  const driver = { level: 'light', takesReadings: false } as const;
  let given: Record<string, string>;
  beforeEach(() => void (given = { 率: 'shuài', 长: 'zhǎng', 先: 'xiān' }));

  it('is left to itself, and nothing is fetched, where nobody gave a reading', async () => {
    const { saying, items, fetched } = open('<p data-mingdu-py="off">率先增长</p>', driver, given);
    const [item] = items();
    if (!item) throw new Error('no item');
    await saying.ready(item);
    await turn();
    expect(saying.of(item)).toEqual({ text: '率先增长', readings: null });
    expect(fetched).toEqual([]);
  });

  it.each([
    ['the reader', '<p>率先增长3.5％</p>', { 率先: 'shuài xiān' }],
    ['the site', '<p><b data-mingdu-py="shuài">率</b>先增长3.5％</p>', {}],
    ['a list', '<script type="text/plain" data-mingdu-py>率先 shuài xiān</script><p>率先增长3.5％</p>', {}],
  ])('gets a homophone where %s gave one, one to one', async (_, html, kept) => {
    const { saying, items, fetched } = open(html, driver, given, kept);
    const item = items().at(-1);
    if (!item) throw new Error('no item');
    await saying.ready(item);
    const { text, readings } = saying.of(item);
    expect(readings).toBeNull();
    expect(fetched.sort()).toEqual(['homophones', 'readings']);
    expect(text).toHaveLength(item.spoken().text.length);
    // 先 is never read otherwise, so it stays; 长 and 率 become what has their sound alone.
    expect(text).toMatch(/^[帅蟀]先增[掌涨]3\.5%$/);
    expect(item.text.slice(item.spoken().toShown(4))).toBe('3.5％');
  });
});

describe('homophones', () => {
  it('are one character of one reading for each syllable, none twice', () => {
    const rows = HOMOPHONES.trim().split(/\s+/);
    expect(rows.length).toBeGreaterThan(1_000);
    const seen = new Set<string>();
    for (const row of rows) {
      const [, syllable = '', characters = ''] = /^(.*?)(\p{Script=Han}+)$/u.exec(row) ?? [];
      expect(parseSyllable(syllable)?.syllable, row).toBe(syllable);
      for (const character of characters) {
        expect(seen.has(character), character).toBe(false);
        seen.add(character);
      }
    }
    for (const polyphone of '率长重行还得都地着了乐传调') expect(seen.has(polyphone), polyphone).toBe(false);
  });

  it('leave what sounds so anyway, what has none, and what is of two units', () => {
    expect(homophones.homophoneOf('绿', 'lǜ')).not.toBe('');
    expect(homophones.homophoneOf('先', 'xiān')).toBe('先');
    expect(homophones.homophoneOf('率', 'lǜ')).toMatch(/^[律虑滤]$/);
    expect(homophones.homophoneOf('率', 'nothing')).toBe('率');
    expect(homophones.homophoneOf('𠮷', 'jí')).toBe('𠮷');
  });
});
