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

/** Named whole; or put together, as `menu${id}` where somewhere there is an 'Id'. */
function isUsed(key: string, texts: readonly string[]): boolean {
  const has = (pattern: string) => texts.some((text) => new RegExp(pattern).test(text));
  const heads = texts.flatMap((text) => [...text.matchAll(/getMessage\(`(\w+)\$\{/g)].map(([, head = '']) => head)).filter((head) => key.startsWith(head));
  return has(`__MSG_${key}__|['"\`]${key}['"\`]`) || heads.some((head) => has(`['"\`]${key.slice(head.length)}['"\`]`));
}

describe('the messages', () => {
  it('have the same keys in the same order in each language, and each says something', () => {
    for (const [locale, messages] of Object.entries(LOCALES)) {
      expect(Object.keys(messages), locale).toEqual(Object.keys(simplified));
      for (const [key, { message }] of Object.entries(messages)) expect(message.trim(), `${locale}: ${key}`).not.toBe('');
    }
  });

  it('are all used', () => {
    expect(Object.keys(simplified).filter((key) => !isUsed(key, sources))).toEqual([]);
    const made = ["getMessage(`menu${id}`)", "{ id: 'Read' }"];
    expect(['menuRead', 'menuOpen', 'Menu', 'other'].map((key) => isUsed(key, made))).toEqual([true, false, false, false]);
  });

  it('are all there that manifest, pages and code ask for', () => {
    const asked = sources.flatMap((text) => [
      ...[...text.matchAll(/__MSG_(\w+)__|data-text="(\w+)"/g)].map((match) => match[1] ?? match[2] ?? ''),
      // getMessage('a'), and getMessage(x ? 'a' : 'b').
      ...[...text.matchAll(/getMessage\(([^)]*)\)/g)].flatMap(([, inside = '']) => [...inside.matchAll(/(?<!\[)['"](\w+)['"]/g)].map(([, key = '']) => key)),
    ]);
    // The search finds something: manifest, popup, and what the background says.
    expect(asked.length).toBeGreaterThan(6);
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
