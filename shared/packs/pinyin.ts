// The pack `pinyin`: readings of characters, and which characters are rare. Not for putting them on the page (features/pinyin).
import type { PinyinPack } from '../host';
import { firstLevel } from './pinyin/first-level';
import { createReader } from './pinyin/reader';
import { provide } from './registry';

const HAN = /\p{Script=Han}/u;

/** Makes the pack; its tables are built at the first use. */
export function createPinyinPack(): PinyinPack {
  let reader: ReturnType<typeof createReader> | null = null;
  let common: ReadonlySet<number> | null = null;
  return {
    async read(sentences) {
      reader ??= createReader();
      return sentences.map(reader);
    },
    isRare(character) {
      common ??= firstLevel();
      return HAN.test(character) && !common.has(character.codePointAt(0) ?? 0);
    },
  };
}

provide('pack-pinyin', createPinyinPack());
