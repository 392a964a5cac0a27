// The map between what is shown and what is said.
import { describe, expect, it } from 'vitest';
import { spokenOf, toSpoken } from '../../../shared/speech/normalise';
import { FULL } from '../../../shared/speech/text/full';
import { rewrite, withLead, withTail } from '../../../shared/speech/spoken';

/** What is shown from the offset of a spoken part to the offset of its end. */
function shownFor(shown: string, part: string): string {
  const { text, toShown } = spokenOf(shown);
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${part} is not in ${text}`);
  return shown.slice(toShown(at), toShown(at + part.length));
}

describe('the map', () => {
  it.each([
    ['湘政办发〔2021〕61号文件', '湘政办发', '湘政办发'],
    ['湘政办发〔2021〕61号文件', '，二零二一，61号', '〔2021〕61号'],
    ['湘政办发〔2021〕61号文件', '文件', '文件'],
    ['2024-03-05发布，详见附件', '发布', '发布'],
    ['2024-03-05发布，详见附件', '2024年3月5日', '2024-03-05'],
    ['　　全角　１２３％的人', '的人', '的人'],
    ['零\u200b宽\u00ad字', '字', '字'],
  ])('%s: %s stands at %s', (shown, part, at) => expect(shownFor(shown, part)).toBe(at));

  it('goes up and ends where the shown string ends', () => {
    const shown = '（见http://www.gov.cn/a.html）2020—2021年，增长３％。';
    const { text, toShown } = spokenOf(shown);
    const places = Array.from({ length: text.length + 1 }, (_, at) => toShown(at));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(toShown(text.length)).toBe(shown.length);
    expect(toShown(9_999)).toBe(shown.length);
  });

  it('stays the identity where nothing is replaced', () => {
    const text = rewrite('没有什么要改的');
    text.replace(/x/g, 'y');
    expect([text.text, text.done().toShown(3)]).toEqual(['没有什么要改的', 3]);
  });
});

describe('the map for voices that know characters alone', () => {
  it.each([
    ['2024年3月5日，𠮷野先生😀到会', '𠮷野先生😀', '𠮷野先生😀'],
    ['2024年3月5日，𠮷野先生😀到会', '二零二四年', '2024年'],
    ['增长12.5%，比上年', '百分之十二点五', '12.5%'],
    ['增长12.5%，比上年', '比上年', '比上年'],
    ['共\u00a01,204\u00a0张床位', '一千二百零四张', '1,204\u00a0张'],
    ['咖啡cafe\u0301和e\u0301', '和', '和'],
    ['👨\u200d👩\u200d👧一家3口', '三口', '3口'],
  ])('%s: %s stands at %s', (shown, part, at) => {
    const { text, toShown } = toSpoken(shown, { full: FULL });
    const start = text.indexOf(part);
    expect(start, text).toBeGreaterThanOrEqual(0);
    expect(shown.slice(toShown(start), toShown(start + part.length))).toBe(at);
  });

  it('keeps an emoji of several in one piece, and letters with their marks', () => {
    expect(spokenOf('👨\u200d👩\u200d👧一家，cafe\u0301').text).toBe('👨\u200d👩\u200d👧一家，cafe\u0301');
  });
});

describe('any text', () => {
  // What no row ever makes, so that each of it must stand exactly where it is shown.
  const KEPT = ['民', '政', '局', '𠮷', '😀', 'é', 'q'];
  const PARTS = [
    ...KEPT, ...KEPT, '2024', '1', '12', '3.5', '1,204', '0', '00', '年', '月', '日', '元', '个', '%', '‰', '℃', '-', '—', '–', '~', '～', '/', ':', '：', '.', '，', '。', '、', '（', '）', '〔', '〕', '号', '第',
    '&', '<', '>', '￥', '×', '㎡', '①', 'Ⅱ', '√', '…', '“', '”', ' ', '\u00a0', '\u3000', '\u200b', '\u00ad', 'e\u0301', '👨\u200d👩\u200d👧', 'km', 'http://a.gov.cn/b?c=1', 'x@a.gov.cn', '12345', '0731-84512345', '\ud83d',
  ];
  const words = new Map([['民政', '民政部门'], ['号', '']]);

  it.each([
    ['light', {}],
    ['full', { full: FULL }],
    ['with own words', { full: FULL, words }],
  ])('%s: the map goes up, stays in range, ends at the end, and is exact for what was not changed', (_, wording) => {
    let seed = 11;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 1_500; round += 1) {
      const shown = Array.from({ length: 1 + Math.floor(random() * 24) }, () => PARTS[Math.floor(random() * PARTS.length)] ?? '').join('');
      const { text, toShown } = toSpoken(shown, wording);
      const told = JSON.stringify(shown);
      let last = 0;
      for (let unit = 0; unit <= text.length; unit += 1) {
        const place = toShown(unit);
        if (place < last || place > shown.length || !Number.isInteger(place)) expect.fail(`${told}: ${unit} → ${place} after ${last}`);
        last = place;
        const character = String.fromCodePoint(text.codePointAt(unit) ?? 0);
        if (KEPT.includes(character) && !('words' in wording) && !shown.startsWith(character, place)) expect.fail(`${told}: ${character} at ${unit} → ${place}`);
        const isLow = (one: string, at: number) => /[\udc00-\udfff]/.test(one.charAt(at)) && /[\ud800-\udbff]/.test(one.charAt(at - 1));
        if (isLow(shown, place) && !isLow(text, unit)) expect.fail(`${told}: ${unit} lies inside a pair`);
      }
      expect(toShown(text.length), told).toBe(shown.length);
    }
  });
});

describe('what is said besides what is shown', () => {
  const spoken = spokenOf('3600元');

  it('before it stands at its beginning, after it at its end', () => {
    const led = withLead('标准，', spoken);
    expect([led.text, led.toShown(0), led.toShown(2), led.toShown(3), led.toShown(5), led.toShown(8)]).toEqual(['标准，3600元', 0, 0, 0, 2, 5]);
    const tailed = withTail(led, '，链接');
    expect([tailed.text, tailed.toShown(8), tailed.toShown(11)]).toEqual(['标准，3600元，链接', 5, 5]);
  });

  it('is nothing where nothing is said', () => {
    const nothing = spokenOf('————');
    expect([withLead('标准，', nothing).text, withTail(nothing, '，链接').text]).toEqual(['', '']);
  });
});
