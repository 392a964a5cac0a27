// Reads one sentence: pinyin-pro, our words, our rules. Not for cutting text into sentences, nor for which characters are rare.
import { addDict, pinyin } from 'pinyin-pro';
import { applyRules } from './rules';
import { wordTable } from './words';

/** Textbook tones (GB/T 16159), and the one segmenter whose readings do not depend on how much text is given. */
const OPTIONS = { type: 'array', segmentit: 3, toneSandhi: false, surname: 'off' } as const;
const HAN = /\p{Script=Han}/u;
/** A circle typed for the numeral 〇: only beside other numerals; elsewhere it is a bullet. */
const CIRCLE_FOR_ZERO = /(?<=[〇零一二三四五六七八九十])[○◯](?=[〇零○◯一二三四五六七八九十年])|[○◯](?=[〇零一二三四五六七八九])/gu;
const AGAIN = '々';

/** A function that reads sentences; the first call of the library builds its table (some 25 ms). */
export function createReader(): (sentence: string) => string[] {
  addDict(wordTable(), 'mingdu');

  return (sentence) => {
    const text = sentence.replace(CIRCLE_FOR_ZERO, '〇');
    const readings: string[] = new Array<string>(sentence.length).fill('');
    const characters = Array.from(text);
    const syllables = pinyin(text, OPTIONS);
    // One item for each code point is what the library promises; without that nothing could be placed.
    if (syllables.length !== characters.length) return readings;
    let unit = 0;
    let last = '';
    characters.forEach((character, at) => {
      const syllable = syllables[at] ?? '';
      if (character === AGAIN) readings[unit] = last;
      else if (HAN.test(character) && syllable !== character) readings[unit] = syllable.normalize('NFC').toLowerCase();
      last = readings[unit] ?? '';
      unit += character.length;
    });
    applyRules(text, readings);
    return readings;
  };
}
