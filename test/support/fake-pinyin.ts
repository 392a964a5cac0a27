// A pinyin pack of a few characters that honours every option, shorter than the real one: for tests of what is built on the port.
import type { CharacterReading, PinyinPack, ReadOptions } from '../../shared/host';

/** Readings by character, the one that the engine would take first. */
export const FAKE_READINGS: Readonly<Record<string, readonly string[]>> = {
  率: ['lǜ', 'shuài'], 先: ['xiān'], 领: ['lǐng'], 导: ['dǎo'], 婺: ['wù'], 源: ['yuán'], 长: ['cháng', 'zhǎng'], 重: ['zhòng', 'chóng'], 庆: ['qìng'], 的: ['de'], 效: ['xiào'],
};
const THIRD = /[ǎěǐǒǔǚ]/;
const SECOND: Readonly<Record<string, string>> = { ǎ: 'á', ě: 'é', ǐ: 'í', ǒ: 'ó', ǔ: 'ú', ǚ: 'ǘ' };

function explain(text: string, { tones, words }: ReadOptions = {}): CharacterReading[] {
  const all: CharacterReading[] = [];
  for (let unit = 0; unit < text.length; unit += 1) {
    const character = text.charAt(unit);
    const known = FAKE_READINGS[character];
    if (known) all.push({ unit, character, reading: known[0] ?? '', word: character, wordUnit: unit, others: known.slice(1), isDoubtful: known.length > 1 });
  }
  for (const [word, syllables] of words ?? []) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      [...word].forEach((character, index) => {
        const place = all.findIndex(({ unit }) => unit === at + index);
        const reading = syllables[index] || all[place]?.reading || '';
        const others = (FAKE_READINGS[character] ?? []).filter((one) => one !== reading);
        if (place >= 0) all[place] = { unit: at + index, character, reading, word, wordUnit: at, others, isDoubtful: false };
      });
    }
  }
  if (tones !== 'spoken') return all;
  return all.map((one, at) => {
    const next = all[at + 1];
    const isChanged = THIRD.test(one.reading) && next !== undefined && next.unit === one.unit + 1 && THIRD.test(next.reading);
    // What was changed by its neighbour is no longer the reading of the table, which then counts among the others.
    return isChanged ? { ...one, reading: one.reading.replace(THIRD, (vowel) => SECOND[vowel] ?? vowel), others: [one.reading, ...one.others] } : one;
  });
}

/** @returns the pack, and the options of each call */
export function createFakePinyin(): PinyinPack & { readonly asked: (ReadOptions | undefined)[] } {
  const asked: (ReadOptions | undefined)[] = [];
  return {
    asked,
    async read(sentences, options) {
      asked.push(options);
      return sentences.map((text) => {
        const readings: string[] = new Array<string>(text.length).fill('');
        for (const { unit, reading } of explain(text, options)) readings[unit] = reading;
        return readings;
      });
    },
    explain: async (sentence, options) => explain(sentence, options),
    isRare: (character) => character === '婺',
  };
}
