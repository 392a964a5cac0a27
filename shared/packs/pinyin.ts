// The pack `pinyin`: readings of characters, and which characters are rare. Not for putting them on the page (features/pinyin).
import { polyphonic } from 'pinyin-pro';
import type { PinyinPack } from '../host';
import { firstLevel } from './pinyin/first-level';
import { createReader } from './pinyin/reader';
import { provide } from './registry';

const HAN = /\p{Script=Han}/u;

function othersOf(character: string, reading: string): string[] {
  return (polyphonic(character, { type: 'array' })[0] ?? []).map((one) => one.normalize('NFC')).filter((one) => one !== reading);
}

/** Makes the pack; its tables are built at the first use. */
export function createPinyinPack(): PinyinPack {
  let reader: ReturnType<typeof createReader> | null = null;
  let common: ReadonlySet<number> | null = null;
  return {
    async read(sentences) {
      reader ??= createReader();
      return sentences.map(reader);
    },
    async explain(sentence) {
      reader ??= createReader();
      const readings = reader(sentence);
      return readings.flatMap((reading, unit) => {
        const character = String.fromCodePoint(sentence.codePointAt(unit) ?? 0);
        const others = reading ? othersOf(character, reading) : [];
        return reading ? [{ unit, character, reading, word: character, wordUnit: unit, others, isDoubtful: others.length > 0 }] : [];
      });
    },
    isRare(character) {
      common ??= firstLevel();
      return HAN.test(character) && !common.has(character.codePointAt(0) ?? 0);
    },
  };
}

provide('pack-pinyin', createPinyinPack());
