// Reads text, clause by clause: words, the model for what no word covers, rules, words of site and reader, each over those before it
// (docs/pinyin.md). Not for cutting a page into sentences, nor for which characters are rare.
import type { ReadOptions } from '../../host';
import { clausesOf, IGNORED, isIdeograph } from './clauses';
import type { Tables } from './unpack';
import { applyRules } from './rules';
import { applySpoken } from './spoken';
import { applyOwnWords } from './own-words';
import type { Reading } from './reading';

/** A circle typed for the numeral 〇: only beside other numerals; elsewhere it is a bullet. */
const CIRCLE_FOR_ZERO = /(?<=[〇零一二三四五六七八九十][○◯]{0,2})[○◯](?=[〇零○◯一二三四五六七八九十年])|[○◯](?=[〇零一二三四五六七八九])/gu;
const CIRCLE = /[○◯]/;
const AGAIN = 0x3005;
/** A lead under this, in the steps of the model's weights, leaves a doubt: odds of about six to one. */
const SURE_LEAD = 7;

/** Reads text; see createReader. */
export interface Reader {
  /** Every character of a clause of a text, by the offset of the clause. */
  read(text: string, options?: ReadOptions): { readonly from: number; readonly readings: readonly Reading[] }[];
  /** All readings that are known of a character, the usual one first. */
  readingsOf(code: number): readonly string[];
}

/** @param tables what unpack made */
export function createReader({ characters, lexicon, model, syllable }: Tables): Reader {
  function readClause(text: string): Reading[] {
    const read: Reading[] = [];
    let unit = 0;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (isIdeograph(code) || !IGNORED.test(character)) read.push({ code, unit, syllable: '', from: read.length, to: read.length + 1, isSure: true });
      unit += character.length;
    }
    const codes = read.map(({ code }) => code);
    for (const { at, syllables } of lexicon.cut(codes)) {
      for (let offset = 0; offset < syllables.length; offset += 1) {
        const one = read[at + offset] as Reading;
        one.syllable = syllable(syllables[offset] ?? 0);
        one.from = at;
        one.to = at + syllables.length;
      }
    }
    read.forEach((one, at) => {
      if (one.syllable !== '') return;
      if (one.code === AGAIN) one.syllable = read[at - 1]?.syllable ?? '';
      const place = characters.placeOf(one.code);
      if (place < 0) return;
      const hasOthers = characters.readingsAt(place) > 1;
      const choice = hasOthers ? model.choose(codes, at) : null;
      one.syllable = syllable(choice?.syllable ?? characters.reading(place, 0));
      one.isSure = !hasOthers || (choice !== null && choice.lead >= SURE_LEAD);
    });
    applyRules(text, read);
    return read;
  }

  return {
    read(text, { tones, words } = {}) {
      const plain = CIRCLE.test(text) ? text.replace(CIRCLE_FOR_ZERO, '〇') : text;
      const clauses = clausesOf(plain).map(({ from, text: clause }) => ({ from, readings: readClause(clause), text: clause }));
      for (const { text: clause, readings: read } of clauses) {
        if (words && words.size > 0) applyOwnWords(clause, read, words);
        if (tones === 'spoken') applySpoken(read);
      }
      return clauses;
    },
    readingsOf(code) {
      const place = characters.placeOf(code);
      return place < 0 ? [] : [...Array(characters.readingsAt(place)).keys()].map((which) => syllable(characters.reading(place, which)));
    },
  };
}
