// @vitest-environment node
// The words that the browser itself shows, and those of the extension's pages: the same keys in each language, none unused, none missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { traditionalMessages } from '../../scripts/build/locales.mjs';

type Messages = Record<string, { readonly message: string }>;
const messagesOf = (locale: string) => JSON.parse(readFileSync(`extension/_locales/${locale}/messages.json`, 'utf8')) as Messages;
const simplified = messagesOf('zh_CN');
const LOCALES: Readonly<Record<string, Messages>> = { zh_CN: simplified, en: messagesOf('en'), zh_TW: traditionalMessages(simplified) };

const sources = readdirSync('extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tsx?|html)$/.test(path))
  .map((path) => readFileSync(join('extension', path), 'utf8'))
  .concat(readFileSync('manifest.json', 'utf8'))
  .map((text) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1'));

/** Written the same in both scripts where a word wants it so. */
const EITHER = new Set('台后里只干系松志群床周游');
const toTraditional = Converter({ from: 'cn', to: 't' });
const simplifiedIn = (text: string) => [...text].filter((char) => !EITHER.has(char) && toTraditional(char) !== char);

describe('the messages', () => {
  it('have the same keys in the same order in each language, and each says something', () => {
    for (const [locale, messages] of Object.entries(LOCALES)) {
      expect(Object.keys(messages), locale).toEqual(Object.keys(simplified));
      for (const [key, { message }] of Object.entries(messages)) expect(message.trim(), `${locale}: ${key}`).not.toBe('');
    }
  });

  it('are all used', () => {
    const isNamed = (word: string) => sources.some((text) => new RegExp(`__MSG_${word}__|['"\`]${word}['"\`]`).test(text));
    /** Put together of a stem and a name: `menu${id}`. */
    const isMade = (key: string) => [...key.matchAll(/[A-Z]|$/g)].some(({ index }) => sources.some((text) => text.includes(`\`${key.slice(0, index)}\${`)) && (index === key.length || isNamed(key.slice(index))));
    const isUsed = (key: string) => isNamed(key) || isMade(key);
    expect(Object.keys(simplified).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are all there that manifest, pages and code ask for', () => {
    const asked = sources.flatMap((text) => [
      ...[...text.matchAll(/__MSG_(\w+)__|data-text="(\w+)"/g)].map((match) => match[1] ?? match[2] ?? ''),
      // getMessage('a'), and getMessage(x ? 'a' : 'b').
      ...[...text.matchAll(/getMessage\(([^)]*)\)/g)].flatMap(([, inside = '']) => [...inside.matchAll(/(?<!\[)['"](\w+)['"]/g)].map(([, key = '']) => key)),
    ]);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((key) => !(key in simplified))).toEqual([]);
  });

  it('are said in Taiwan as one says it there', () => {
    const words = LOCALES['zh_TW'] ?? {};
    for (const [key, { message }] of Object.entries(words)) expect(simplifiedIn(message), `${key}: ${message}`).toEqual([]);
    expect(words['lang']?.message).toBe('zh-TW');
    expect(words['action']?.message).toContain('工具列');
    expect(traditionalMessages({ a: { message: '用鼠标打开网页' }, b: { message: '软件' } }, { b: { message: '軟體' } })).toEqual({ a: { message: '用滑鼠打開網頁' }, b: { message: '軟體' } });
    expect(simplifiedIn('读')).toEqual(['读']);
  });
});
