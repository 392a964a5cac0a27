// Every word that the descriptors and the interface ask for is there in both languages, and none is there for nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../shared/features/index';
import type { LanguageScript } from '../../../shared/i18n';
import { createLanguage, say } from '../../../shared/i18n';
import { createTurn } from '../../../shared/i18n/zh-tw';
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
  const code = sources(join(process.cwd(), 'shared')) + sources(join(process.cwd(), 'extension')) + sources(join(process.cwd(), 'widget'));
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
  const fetchScript = async (language: string): Promise<LanguageScript> => (asked.push(language), language === 'en' ? en : createTurn({ 关: '關' }));
  const spoken = createLanguage(fetchScript);
  const langOf = async (...languages: string[]) => (await spoken.use(languages), spoken.words.lang);
  expect(await langOf('de', 'en-US', 'zh-CN')).toBe('en');
  expect(await langOf('zh-Hant-TW', 'en')).toBe('zh-TW');
  expect(await langOf('zh-CN', 'en')).toBe('zh-CN');
  expect(await langOf()).toBe('zh-CN');
  expect(asked).toEqual(['en', 'zh-TW']);
  const alone = createLanguage(() => Promise.reject(new Error('gone')));
  await alone.use(['en']);
  expect(alone.words.lang).toBe('zh-CN');
});

test('one table of words follows the language, with what was learned before and after; the last wish counts', async () => {
  const waiting: ((script: LanguageScript) => void)[] = [];
  const spoken = createLanguage((language) => (language === 'en' ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(createTurn({ 关: '關', 关闭: '關閉' }))));
  const { words } = spoken;
  const english = spoken.use(['en']);
  expect(await spoken.use(['zh-TW'])).toBe(true);
  waiting[0]?.(en);
  expect(await english).toBe(false);
  expect(words['pinyin.off']).toBe('關');
  spoken.learn({ 'toolbar.shut': '关闭' });
  expect(words['toolbar.shut']).toBe('關閉');
  expect(spoken.turn({ some: ['关'] })).toEqual({ some: ['關'] });
  await spoken.use(['zh-CN']);
  expect(words['toolbar.shut']).toBe('关闭');
  expect(spoken.turn('关')).toBe('关');
});

test('say fills in, and gives nothing for a key that is not there', () => {
  expect(say(zhCN, 'toolbar.live', { what: '拼音', value: '全部' })).toBe('拼音：全部');
  expect(say(zhCN, 'pinyin.9')).toBe('');
});
