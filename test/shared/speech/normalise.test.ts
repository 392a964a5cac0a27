// What a voice is given for official text: the table of cases, a site's own words, and that nothing is lost or made up.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spokenOf, toSpoken } from '../../../shared/speech/normalise';
import { FULL } from '../../../shared/speech/text/full';
import { PLAIN_READINGS } from '../../../shared/speech/text/plain-readings';
import { anyOf } from '../../../shared/speech/text/tables';

const full = (shown: string) => toSpoken(shown, { full: FULL }).text;

interface Case {
  readonly group: string;
  readonly shown: string;
  readonly full: string;
  readonly light: string;
}

/** The rows of the table; see its head for what the signs mean. */
function casesIn(table: string): Case[] {
  let group = '';
  return table.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) group = line.slice(2);
    if (line === '' || line.startsWith('# ')) return [];
    const cells = line.split('\t').map((cell) => cell.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));
    const [shown = '', ...said] = cells;
    const [asFull = '', asLight = ''] = said.map((one) => (one === '=' ? shown : one === '∅' ? '' : one));
    return [{ group, shown, full: asFull, light: asLight }];
  });
}

const CASES = casesIn(readFileSync('test/fixtures/speech/spoken.tsv', 'utf8'));

describe('the table', () => {
  it('has more than 400 cases, none twice', () => {
    expect(CASES.length).toBeGreaterThan(400);
    expect(new Set(CASES.map(({ shown }) => shown)).size).toBe(CASES.length);
  });

  it.each(CASES)('$group: $shown', (row) => {
    expect(full(row.shown), 'for voices that know characters alone').toBe(row.full);
    expect(spokenOf(row.shown).text, 'for voices of systems').toBe(row.light);
  });

  it.each(CASES)('leaves no digit and no sign to a voice that knows characters alone: $shown', (row) => {
    expect(full(row.shown)).not.toMatch(/[\d%‰℃㎡²³×±¥￥$&<>=+#*|~\u00ad\u200b]/);
  });

  it.each(CASES)('gives a voice of a system nothing that breaks it: $shown', (row) => {
    expect(spokenOf(row.shown).text).not.toMatch(/[&<>\u00ad\u200b〔〕]/);
  });

  it.each(CASES.filter((row) => !/[@/]|\*|:\/\//.test(row.shown)))('loses no Han character: $shown', (row) => {
    const han = (text: string) => text.match(/\p{Script=Han}/gu) ?? [];
    const left = [...han(full(row.shown))];
    for (const character of han(row.shown)) {
      // 〔2021〕第8号 says its number, and 〇 is written 零.
      if (/[第〇]/.test(character)) continue;
      const at = left.indexOf(character);
      expect(at, character).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
  });
});

describe('what the rows make', () => {
  it.each(CASES)('has a plain reading: $shown', (row) => {
    const { text, toShown } = toSpoken(row.shown, { full: FULL });
    const made = [...text].filter((character, at) => /\p{Script=Han}/u.test(character) && !row.shown.includes(character) && toShown(at) >= 0);
    for (const character of made) expect(PLAIN_READINGS.get(character), character).toMatch(/^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+$/);
  });
});

describe("a site's own words", () => {
  const words = new Map([['APP', '应用'], ['掌上APP', '手机应用'], ['12345', '政务热线'], ['C++', '西加加'], ['婺源', '务源']]);

  it('come first, the longest of them, and are found whatever signs they hold', () => {
    expect(toSpoken('下载掌上APP或APP', { words }).text).toBe('下载手机应用或应用');
    expect(toSpoken('请拨打12345，学习C++', { words }).text).toBe('请拨打政务热线，学习西加加');
    expect(toSpoken('婺源县', { words, full: FULL }).text).toBe('务源县');
  });

  it('are normalised like any text', () => {
    expect(toSpoken('周报', { words: new Map([['周报', '7日报']]), full: FULL }).text).toBe('七日报');
  });

  it('may be none, and an empty one finds nothing', () => {
    expect(toSpoken('APP', { words: new Map([['', '空']]) }).text).toBe('APP');
  });
});

describe('numbers that are secret or a name', () => {
  it('are said digit by digit wherever page text is read', () => {
    for (const [code, said] of [['430102199003071234', '四三零一零二一九九零零三零七一二三四'], ['6222021234567890123', '六二二二零二一二三四五六七八九零一二三']] as const) {
      expect(spokenOf(`号码${code}。`).text).toBe(`号码${said}。`);
      expect(full(`号码${code}。`)).toBe(`号码${said}。`);
    }
  });
});

it.each([[['个', '个月份', '个月']], [['个月份', '个', '个月']], [['个月', '个月份', '个']]])('of the words of a list the longest is found, in whatever order they stand: %j', (words) => {
  expect(new RegExp(anyOf(words)).exec('三个月份')?.[0]).toBe('个月份');
});

it('a word of a list is itself, whatever its characters mean in a pattern', () => {
  const words = ['a.b', '(c)', 'd/e', 'f|g', '$1'];
  for (const word of words) expect(new RegExp(`^(?:${anyOf(words)})$`, 'u').test(word)).toBe(true);
  expect(new RegExp(anyOf(words)).test('axb c f g 1')).toBe(false);
});
