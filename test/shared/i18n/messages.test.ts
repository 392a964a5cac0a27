// Every word that the descriptors and the interface ask for is there in both languages, and none is there for nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../shared/features/index';
import { say, wordsFor } from '../../../shared/i18n';
import { en } from '../../../shared/i18n/en';
import { zhCN } from '../../../shared/i18n/zh-CN';
import { MINE, MORE_PRESETS } from '../../../shared/settings/more-presets';

const TABLES: readonly [string, Readonly<Record<string, string>>][] = [['zh-CN', zhCN], ['en', en]];

/** Sentences that nobody tells yet: take the line out with the code that does. */
const AWAITED = ['problem.forced-colors'];

/** Keys that follow from the descriptors. */
function needed(): string[] {
  const keys = FEATURES.flatMap(({ id, main, settings, commands = [], acts = [], asks = [] }) => [
    id,
    ...[...commands, ...acts, ...asks].map((name) => `${id}/${name}`),
    ...Object.entries(settings).flatMap(([key, setting]) => [
      ...(key === main ? [] : [key]),
      ...(setting.kind === 'choice' ? setting.options.map((option) => `${key}.${option}`) : []),
      ...(setting.kind === 'text' ? [`${key}.`, `${key}.n`] : []),
      ...(setting.kind === 'range' ? [`${key}.n`, ...(setting.stops ?? []).map((stop) => `${key}.${stop}`)] : []),
    ]),
  ]);
  return [...keys, ...['elder', MINE, ...MORE_PRESETS.map(({ id }) => id)].flatMap((id) => [`preset.${id}`, `preset.${id}?`])];
}

/** All code of ours, to find who asks for a key. */
function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'i18n' ? '' : sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');
}

describe.each(TABLES)('%s', (_, table) => {
  test('has every word that the descriptors and presets need', () => {
    expect(needed().filter((key) => !table[key])).toEqual([]);
  });

  test('has the same keys and the same blanks to fill as Chinese', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(zhCN).sort());
    const blanks = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(zhCN)) expect(blanks(table[key]), key).toEqual(blanks(text));
  });

  test('has no empty word', () => {
    expect(Object.entries(table).filter(([, text]) => !text.trim())).toEqual([]);
  });
});

test('no word is there for nothing', () => {
  const code = sources(join(process.cwd(), 'shared')) + sources(join(process.cwd(), 'extension'));
  const made = new Set(needed());
  /** A gloss belongs to a word that is used, a worded number to a range, a problem to who calls `problem('…')`. */
  const isUsed = (key: string): boolean =>
    made.has(key) ||
    code.includes(`'${key}'`) ||
    (key.endsWith('?') && isUsed(key.slice(0, -1))) ||
    made.has(key.replace(/\.[\d.]+$/, '.n')) ||
    (key.startsWith('problem.') && code.includes(`'${key.slice('problem.'.length)}'`)) ||
    /^toolbar\.(see|hear|find|smaller|larger)$/.test(key);
  expect(Object.keys(zhCN).filter((key) => !isUsed(key) && !AWAITED.includes(key))).toEqual([]);
});

test('the first of the reader\'s languages that there is; else Chinese, also where a table cannot be had', async () => {
  const asked: string[] = [];
  const fetchTable = async (language: string) => (asked.push(language), en);
  expect((await wordsFor(['de', 'en-US', 'zh-CN'], fetchTable)).lang).toBe('en');
  expect((await wordsFor(['zh-Hant-TW', 'en'], fetchTable)).lang).toBe('zh-CN');
  expect((await wordsFor([], fetchTable)).lang).toBe('zh-CN');
  expect(asked).toEqual(['en']);
  expect((await wordsFor(['en'], () => Promise.reject(new Error('gone')))).lang).toBe('zh-CN');
});

test('say fills in, and gives nothing for a key that is not there', () => {
  expect(say(zhCN, 'toolbar.live', { what: '拼音', value: '全部' })).toBe('拼音：全部');
  expect(say(zhCN, 'pinyin.9')).toBe('');
});
