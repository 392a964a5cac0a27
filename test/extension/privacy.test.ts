// The privacy page: one text, drawn whole, with nothing loaded from elsewhere; and it names every permission.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { privacyPage } from '../../scripts/build/privacy.mjs';

const markdown = readFileSync('docs/privacy.md', 'utf8');
const page = privacyPage(markdown);
const drawn = new DOMParser().parseFromString(page, 'text/html');

describe('the privacy page', () => {
  it('says all that docs/privacy.md says, in Chinese and then in English', () => {
    const plain = (text: string) => text.replace(/^#+ |^- |\*\*|`|^---$/gm, '').replace(/\s+/g, '');
    expect(plain(drawn.body.textContent ?? '')).toBe(plain(markdown));
    expect([...drawn.querySelectorAll('main')].map((main) => main.getAttribute('lang'))).toEqual(['zh-CN', 'en']);
    expect(drawn.title).toBe('明读的隐私说明');
  });

  it('loads only its own style and icon, which are there', () => {
    const files = [...page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toEqual(['privacy.css', 'icons/32.png']);
    for (const file of files) expect(existsSync(`extension/${file}`), file).toBe(true);
    expect(page).not.toContain('<script');
  });

  it('is as long in both languages: a heading, a list entry and a paragraph there has its like here', () => {
    const shape = [...drawn.querySelectorAll('main')].map((main) => [...main.querySelectorAll('h1, h2, p, li')].map(({ localName }) => localName));
    expect(shape[0]).toEqual(shape[1]);
  });

  it('refuses what it cannot draw', () => {
    for (const part of ['| a | b |', '1. one', '![a](b.png)', 'two\nlines', '<b>x</b>']) expect(() => privacyPage(`# a\n\n${part}\n\n---\n\n# b`)).toThrow(/cannot draw/);
    expect(() => privacyPage('# a')).toThrow(/then ---/);
    expect(privacyPage('# a\n\n[b](https://www.example.com.cn/) [c](x.md) <&\n\n---\n\n# b')).toContain('<p><a href="https://www.example.com.cn/">b</a> c &lt;&amp;</p>');
  });
});
