// @vitest-environment node
// The words of the options page: all there in both languages, plain, and the gaps the same.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sitesWords } from '../../../extension/options/sites-words';
import { words } from '../../../extension/options/words';
import { SECTIONS } from '../../../extension/options/sections';
import { en } from '../../../shared/i18n/en';
import { zhCN } from '../../../shared/i18n/zh-CN';
import { chineseStrings, traditional } from '../../../scripts/build/zh-tw.mjs';

const FOLDER = new URL('../../../extension/options/', import.meta.url);
const sources = readdirSync(FOLDER).filter((name) => /\.tsx?$/.test(name) && !/words/.test(name)).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

describe('the words of the options', () => {
  it('are there for every key that is asked for by name', () => {
    const asked = sources.flatMap((source) => [...source.matchAll(/\b(?:say|tell|show)\((?:[^'()]*\? )?'([\w.?-]+)'(?: : '([\w.?-]+)')?/g)].flatMap(([, one, other]) => [one, other])).filter((key) => key !== undefined);
    expect(asked.length).toBeGreaterThan(40);
    const known = { ...zhCN, ...words['zh-CN'], ...sitesWords['zh-CN'] };
    expect(asked.filter((key) => !(key in known))).toEqual([]);
    expect(SECTIONS.map(({ heading }) => heading).filter((key) => !(key in known) || !(key in { ...en, ...words.en }))).toEqual([]);
  });
  it('are there for what the store and the file refuse, and for each part that may differ', () => {
    for (const key of ['full', 'not-kept', 'unreadable', 'other', 'newer', 'large', 'unopened', 'undone-import', 'undone-wipe', ...['on', 'toolbar', 'keys', 'presets', 'readings', 'sites'].map((part) => `part-${part}`)]) {
      expect(Object.keys(words['zh-CN'])).toContain(key);
    }
  });
  it('have the same gaps in both languages', () => {
    for (const key of Object.keys(words['zh-CN']) as (keyof (typeof words)['en'])[]) expect([key, gaps(words.en[key])]).toEqual([key, gaps(words['zh-CN'][key])]);
  });
  it('take no name of ours or of the settings for something else', () => {
    const shared = Object.keys(words['zh-CN']).filter((key) => key in zhCN);
    expect(shared).toEqual([]);
  });
  it('are turned into traditional Chinese by the build', () => {
    expect(chineseStrings(process.cwd())).toContain(words['zh-CN'].title);
    expect(traditional(words['zh-CN'].save)).not.toBe(words['zh-CN'].save);
  });
});
