// Tones as they change in speech: 一, 不, and third tones before third tones. Textbook pinyin does not write them (GB/T 16159, 7.3.1 leaves
// them to teaching). Not for neutral tones: those are the words' own.
import type { Reading } from './reading';
import { toneOf, withTone } from './syllables';

const ONE = '一';
const NOT = '不';
const NUMERALS = /[〇零一二三四五六七八九十百千万亿两第初]/;
const MEASURED = /[百千万亿]/;

/** @param readings of one clause; changed in place */
export function applySpoken(readings: Reading[]): void {
  const characterAt = (at: number) => (readings[at] ? String.fromCodePoint(readings[at]?.code ?? 0) : '');
  readings.forEach((one, at) => {
    const character = String.fromCodePoint(one.code);
    const next = readings[at + 1];
    if (!next?.syllable) return;
    const tone = toneOf(next.syllable);
    if (character === NOT && one.syllable === 'bù' && tone === 4) one.syllable = 'bú';
    if (character === ONE && one.syllable === 'yī' && isCounting(characterAt(at - 1), characterAt(at + 1))) {
      // The neutral 个 of 一个 comes from a fourth tone.
      one.syllable = tone === 4 || tone === 0 ? 'yí' : 'yì';
    }
  });
  changeThirds(readings);
}

/** Not in ordinals, in numbers read digit by digit, nor at the end of a number. */
function isCounting(before: string, after: string): boolean {
  if (NUMERALS.test(before)) return MEASURED.test(after) && !/[第初]/.test(before);
  if (NUMERALS.test(after)) return MEASURED.test(after);
  return true;
}

/** A third tone before a third tone becomes a second; in a run of three or more only within the words it is made of. */
function changeThirds(readings: Reading[]): void {
  const isThird = readings.map(({ syllable }) => toneOf(syllable) === 3);
  for (let at = 0; at < readings.length; ) {
    let end = at;
    while (isThird[end]) end += 1;
    for (let one = at; one < end - 1; one += 1) {
      const reading = readings[one] as Reading;
      const isLastOfWord = one === reading.to - 1 && reading.to - reading.from > 1;
      if (!isLastOfWord || one === end - 2) reading.syllable = withTone(reading.syllable, 2);
    }
    at = Math.max(end, at + 1);
  }
}
