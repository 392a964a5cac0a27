// Every panel has all its words in both languages, and asks for none that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Table = Readonly<Record<string, string>>;
const FILES = import.meta.glob<{ words: Readonly<Record<'zh-CN' | 'en', Table>> }>('../../../shared/panels/*/words.ts', { eager: true });

test.each(Object.entries(FILES))('%s', (path, { words }) => {
  const { 'zh-CN': chinese, en } = words;
  expect(Object.keys(en)).toEqual(Object.keys(chinese));
  const blanks = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries(chinese)) {
    expect(text.trim(), key).not.toBe('');
    expect(blanks(en[key]), key).toEqual(blanks(text));
  }
  const folder = /panels\/([\w-]+)\//.exec(path)?.[1];
  const drawn = readdirSync(`shared/panels/${folder}`).filter((file) => file.endsWith('.tsx')).map((file) => readFileSync(`shared/panels/${folder}/${file}`, 'utf8')).join('\n');
  const asked = [...drawn.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word ?? '');
  expect(Object.keys(chinese).filter((key) => !asked.includes(key))).toEqual([]);
  const said = [...drawn.matchAll(/say\(words, '([\w-]+)'/g)].map(([, word]) => word ?? '');
  expect(said.filter((key) => !(key in chinese))).toEqual([]);
});
