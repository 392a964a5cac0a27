// @vitest-environment node
// All settings as a file and back: what goes in, what comes out, what is refused, what survives.
import { RULES } from 'mingdu:rules';
import { describe, expect, it } from 'vitest';
import { broughtBack, cleared, differencesOf, fileName, fileText, partsOf, readFile, withParts, type Parts } from '../../../extension/options/exchange';

const STORED = {
  version: 1,
  on: true,
  toolbar: 'folded',
  settings: { textSize: 150, contrast: 'yellow-on-black', still: true, language: 'zh-TW' },
  keys: { larger: 'Alt+Digit9', smaller: '' },
  presets: { mine: { pinyin: 'all' }, on: [{ id: 'elder', was: { textSize: 100 }, set: { textSize: 150 } }] },
  readings: { 率先: 'shuài xiān' },
  sites: { 'www.example.gov.cn': 'off', 'example.org': 'on' },
  consent: { remote: ['google'], pack: true },
  places: [{ page: 'x' }],
  seen: true,
};

function partsIn(text: string): Parts {
  const content = readFile(RULES, text);
  if ('refusal' in content) throw new Error(content.refusal);
  return content.parts;
}

describe('a file of settings', () => {
  it('brings back, after all was cleared, what was there', () => {
    const text = fileText(STORED, '0.1.0');
    const { consent: _c, places: _p, seen: _s, ...wanted } = STORED;
    expect(withParts(RULES, cleared(RULES, STORED), partsIn(text))).toEqual(wanted);
  });
  it('holds neither what the reader agreed to nor where they stopped reading', () => {
    expect(Object.keys((JSON.parse(fileText(STORED, '0.1.0')) as { state: object }).state).sort()).toEqual(['keys', 'on', 'presets', 'readings', 'settings', 'sites', 'toolbar', 'version']);
  });
  it('gives no consent, whatever it says, and takes none', () => {
    const parts = partsIn(JSON.stringify({ mingdu: 'settings', state: { ...STORED, consent: { remote: ['microsoft'] } } }));
    expect(withParts(RULES, { consent: { remote: [] } }, parts)['consent']).toEqual({ remote: [] });
  });
  it('can be made of an empty or broken store, and read again', () => {
    for (const stored of [null, undefined, 7, 'x', [], { settings: 3 }]) {
      expect(partsIn(fileText(stored, '0.1.0'))).toEqual(partsOf(RULES, null));
    }
  });
  it('bears the day of the reader', () => {
    expect(fileName(new Date(2026, 2, 5, 23, 30))).toBe('mingdu-settings-2026-03-05.json');
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'unreadable'],
    ['{"mingdu":"settings","state":{"ver', 'unreadable'],
    ['GIF89a', 'unreadable'],
    ['{"mingdu":"settings","state":{"settings":{}}}', 'unreadable'],
    ['null', 'other'],
    ['[1,2]', 'other'],
    ['"settings"', 'other'],
    ['{"version":1,"bookmarks":[]}', 'other'],
    ['{"mingdu":"settings"}', 'other'],
    ['{"mingdu":"settings","state":[]}', 'other'],
    ['{"mingdu":"settings","state":{"version":2,"settings":{"textSize":150}}}', 'newer'],
  ])('%s', (text, refusal) => {
    expect(readFile(RULES, text)).toEqual({ refusal });
  });
});

describe('what is taken of a file', () => {
  const read = (state: object) => readFile(RULES, JSON.stringify({ mingdu: 'settings', state: { version: 1, ...state } }));

  it('keeps the rules of the store, key by key, and counts what does not', () => {
    expect(read({ settings: { textSize: 5000, contrast: 'pink', still: 'yes', nonsense: 1, pinyin: 'rare' } })).toMatchObject({ parts: { settings: { pinyin: 'rare' } }, dropped: 4 });
    expect(read({ keys: { larger: 'Alt+Digit9', smaller: 'A', fly: 'Alt+F' } })).toMatchObject({ parts: { keys: { larger: 'Alt+Digit9' } }, dropped: 2 });
    expect(read({ sites: { 'a.gov.cn': 'on', 'b.gov.cn': 'perhaps', 'java script:': 'on' } })).toMatchObject({ parts: { sites: { 'a.gov.cn': 'on' } }, dropped: 2 });
    expect(read({ readings: { 率先: 'shuài xiān', 你好: 'x', abc: 'a' } })).toMatchObject({ parts: { readings: { 率先: 'shuài xiān' } }, dropped: 2 });
    expect(read({ presets: { mine: { pinyin: 'all', textSize: -1 }, elder: 4, 'no good': { pinyin: 'all' } } })).toMatchObject({ parts: { presets: { mine: { pinyin: 'all' } } }, dropped: 2 });
  });
  it('does not reach what all objects share', () => {
    const content = readFile(RULES, '{"mingdu":"settings","state":{"version":1,"settings":{"__proto__":{"textSize":150}},"presets":{"__proto__":{"pinyin":"all"}},"sites":{"__proto__":"on"}}}');
    expect(content).toMatchObject({ parts: { settings: {}, presets: {} } });
    expect(({} as Record<string, unknown>)['pinyin']).toBeUndefined();
  });
});

describe('the store', () => {
  const LATER = { version: 2, on: true, toolbar: 'open', settings: { textSize: 125, hologram: 'on' }, later: { a: 1 } };

  it('keeps what a newer version has, through import, clearing and both taken back', () => {
    const imported = withParts(RULES, LATER, partsOf(RULES, STORED));
    expect(imported).toMatchObject({ later: { a: 1 }, settings: { hologram: 'on', textSize: 150 } });
    const wiped = cleared(RULES, LATER);
    expect(wiped).toEqual({ version: 1, on: false, toolbar: 'none', settings: { hologram: 'on' }, later: { a: 1 } });
    expect(broughtBack(wiped, LATER)).toEqual({ ...LATER, version: 1 });
    expect(broughtBack(imported, LATER)).toEqual({ ...LATER, version: 1 });
  });
  it('keeps a later setting whose name every object knows', () => {
    const stored = { version: 2, settings: { constructor: 'on', toString: 1 } };
    expect(withParts(RULES, stored, partsOf(RULES, {})).settings).toEqual(stored.settings);
    expect(cleared(RULES, stored).settings).toEqual(stored.settings);
  });
  it('is as before once a clearing is taken back, consent and places too', () => {
    expect(broughtBack(cleared(RULES, STORED), STORED)).toEqual(STORED);
    expect(cleared(RULES, STORED)).toEqual({ version: 1, on: false, toolbar: 'none', settings: {} });
  });
  it('is as before once an import over nothing is taken back', () => {
    expect(broughtBack(withParts(RULES, null, partsOf(RULES, STORED)), null)).toEqual({ version: 1, on: false, toolbar: 'none', settings: {} });
  });
});

describe('differences', () => {
  it('name each setting, and the rest as a whole, in whatever order it was written', () => {
    const before = partsOf(RULES, STORED);
    const after = partsOf(RULES, { ...STORED, settings: { still: true, contrast: 'yellow-on-black', textSize: 200 }, sites: { 'example.org': 'on', 'www.example.gov.cn': 'off' }, keys: {} });
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(before, after)).toEqual([
      { part: 'settings', key: 'textSize', from: 150, to: 200 },
      { part: 'settings', key: 'language', from: 'zh-TW', to: undefined },
      { part: 'keys', key: '', from: { larger: 'Alt+Digit9', smaller: '' }, to: {} },
    ]);
  });
});
