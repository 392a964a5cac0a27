// The place of a page as it is stored and found again: by the text and its neighbours, never by the number alone.
import { describe, expect, it } from 'vitest';
import { findPlace, hashOf, pageKey, placeAt, readPlaces, withPlace } from '../../../../shared/features/speech/places';

const TEXTS = ['标题', '第一条。', '同样的话。', '第二条。', '同样的话。', '第三条。', '最后一句。'];
const hashes = (texts: readonly string[]) => texts.map(hashOf);
const place = (at: number) => placeAt('page', TEXTS, at, 1);

describe('a place is found', () => {
  it.each(TEXTS.map((_, at) => at))('where nothing changed: %i', (at) => expect(findPlace(place(at), hashes(TEXTS))).toBe(at));
  it('by its neighbours, of sentences that say the same, though all numbers moved', () => {
    const now = ['新的一句。', '又一句。', '同样的话。', ...TEXTS];
    expect(findPlace(place(2), hashes(now))).toBe(5);
    expect(findPlace(place(4), hashes(now))).toBe(7);
  });
  it('after the sentence before it, or before the one after it, when it was rewritten or taken out', () => {
    expect(findPlace(place(3), hashes(TEXTS.map((text, at) => (at === 3 ? '改写了。' : text))))).toBe(3);
    expect(findPlace(place(5), hashes(['前面没有了。', '最后一句。']))).toBe(1);
  });
  it('nowhere on another page', () => expect(findPlace(place(3), hashes(['别的。', '文章。']))).toBe(-1));
  it('white space is no difference', () => expect(hashOf('第 一\n条。')).toBe(hashOf('第一条。')));
});

describe('what is stored', () => {
  it('holds 50 pages, the oldest goes out, one entry a page, null forgets', () => {
    let stored: unknown = undefined;
    for (let at = 0; at < 60; at += 1) stored = withPlace(stored, `page ${at}`, placeAt(`page ${at}`, TEXTS, 2, at));
    expect(readPlaces(stored).map(({ page }) => page)).toEqual(Array.from({ length: 50 }, (_, at) => `page ${59 - at}`));
    stored = withPlace(stored, 'page 20', placeAt('page 20', TEXTS, 3, 99));
    expect(readPlaces(stored)[0]).toMatchObject({ page: 'page 20', at: 3 });
    expect(readPlaces(stored)).toHaveLength(50);
    expect(readPlaces(withPlace(stored, 'page 20', null))).toHaveLength(49);
  });
  it('broken entries are left out', () => expect(readPlaces([null, 1, {}, { ...place(1), near: [1] }, place(1)])).toEqual([place(1)]));
  it('no store, or another kind of value, is none', () => expect([readPlaces(undefined), readPlaces('x'), readPlaces({})]).toEqual([[], [], []]));
  it('says neither address nor text, and tells queries apart but not fragments', () => {
    const url = (text: string) => pageKey(new URL(text));
    expect(url('https://a.gov.cn/x?id=1#a')).toBe(url('https://a.gov.cn/x?id=1#b'));
    expect(url('https://a.gov.cn/x?id=1')).not.toBe(url('https://a.gov.cn/x?id=2'));
    expect(JSON.stringify(place(2))).not.toMatch(/[\u3400-\u9fff]|gov/);
    expect(place(2).text.length).toBeLessThan(20);
  });
});
