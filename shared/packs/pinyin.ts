// The pack `pinyin`: readings of characters, and which characters are rare. Not for putting them on the page (features/pinyin).
import type { CharacterReading, PinyinPack } from '../host';
import { firstLevel } from './pinyin/first-level';
import { createReader, type Reader } from './pinyin/reader';
import { TABLES } from './pinyin/table';
import { unpack } from './pinyin/unpack';
import { provide } from './registry';

const HAN = /\p{Script=Han}/u;

/** Makes the pack; its tables are built at the first use. */
export function createPinyinPack(): PinyinPack {
  let made: Reader | null = null;
  const reader = () => (made ??= createReader(unpack(TABLES)));
  let common: ReadonlySet<number> | null = null;
  return {
    async read(sentences, options) {
      return sentences.map((sentence) => {
        const syllables = new Array<string>(sentence.length).fill('');
        for (const { from, readings } of reader().read(sentence, options)) {
          for (const { unit, syllable } of readings) syllables[from + unit] = syllable;
        }
        return syllables;
      });
    },
    async explain(sentence, options) {
      return reader()
        .read(sentence, options)
        .flatMap(({ from, readings }) =>
          readings.flatMap(({ code, unit, syllable, from: first, to, isSure }): CharacterReading[] => {
            if (!syllable) return [];
            const word = readings.slice(first, to).map((one) => String.fromCodePoint(one.code)).join('');
            const others = reader().readingsOf(code).filter((other) => other !== syllable);
            return [{ unit: from + unit, character: String.fromCodePoint(code), reading: syllable, word, wordUnit: from + (readings[first]?.unit ?? unit), others, isDoubtful: !isSure && others.length > 0 }];
          }),
        );
    },
    isRare(character) {
      common ??= firstLevel();
      return HAN.test(character) && !common.has(character.codePointAt(0) ?? 0);
    },
  };
}

provide('pack-pinyin', createPinyinPack());
