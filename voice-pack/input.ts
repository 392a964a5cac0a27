// SPDX-License-Identifier: GPL-3.0-or-later
// What espeak-ng is given for a text: characters, or in their place the syllable that is asked for, with the way back from its positions.
// Pure; not for speaking (voice.ts).

export interface Input {
  /** For the voice `cmn-latn-pinyin`: markup escaped, syllables as letters and digit between blanks. */
  readonly text: string;
  /** For each code point of `text` and its end: the offset in the given text, in UTF-16 units. espeak-ng counts code points, from 1. */
  readonly units: readonly number[];
}

/** It parses its input as markup, and square brackets as names of sounds; the brackets are not said in any case. */
const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '[': ' ', ']': ' ' };
const TONES = ['\u0304', '\u0301', '\u030c', '\u0300'];
/** Syllables that its rules do not know, and the nearest that they do. */
const NEAREST: Readonly<Record<string, string>> = { r: 'er', ê: 'ei' };
/** Its rules lack -iong, and spell it out in English; so these syllables are given as its own names of sounds: the initials, and the tones from 1 to 5. */
const INITIALS: Readonly<Record<string, string>> = { j: 'tS;', q: 'tS;h', x: 'S;' };
const CONTOURS = ['55', '35', '214', '51', '11'];
/** And the characters that are read so, for texts that come without readings. */
const IONG: readonly (readonly [string, string])[] = [
  ['xiōng', '兄凶胸匈汹芎讻兇洶訩恟胷'],
  ['xióng', '雄熊'],
  ['xiòng', '诇夐詗敻'],
  ['qiōng', '芎'],
  ['qióng', '穷琼穹邛茕蛩跫銎筇窮瓊煢藭'],
  ['jiōng', '扃坰駉冂'],
  ['jiǒng', '窘炯迥冏囧泂煚颎熲'],
];
const READINGS: ReadonlyMap<string, string> = new Map([...IONG].reverse().flatMap(([reading, characters]) => [...characters].map((character) => [character, reading] as const)));
/** Known to its rules: a vowel, or a lone n or ng. The others (m, hm, hng) are left to the character's entry in its dictionary. */
const SAYABLE = /^(?=.*[aeiouv]|n$|ng$)[a-z]+$/;

/**
 * A syllable as the rules of espeak-ng take it, `lǜ` as `lv4`; or as the names of its sounds, in brackets.
 * @param reading with its tone mark, NFC
 * @returns null for one that they cannot say
 */
export function numbered(reading: string): string | null {
  const pieces = reading.toLowerCase().normalize('NFD');
  const tone = TONES.findIndex((mark) => pieces.includes(mark)) + 1 || 5;
  const bare = pieces.replace(/[\u0300\u0301\u0304\u030c]/g, '').normalize('NFC');
  const letters = (NEAREST[bare] ?? bare).replace(/ü/g, 'v');
  if (letters.endsWith('iong')) return `[[${INITIALS[letters.slice(0, -4)] ?? ''}j'ong${CONTOURS[tone - 1]}]]`;
  return SAYABLE.test(letters) ? `${letters}${tone}` : null;
}

/**
 * @param readings by UTF-16 unit, '' for what has none; null: all as the dictionary says
 */
export function inputFor(text: string, readings: readonly string[] | null): Input {
  let result = '';
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    const reading = readings?.[unit] || READINGS.get(character);
    const syllable = reading ? numbered(reading) : null;
    // A lone half of a pair would become something else on the way; it says nothing.
    const plain = SPECIAL[character] ?? (/^[\ud800-\udfff]$/.test(character) ? ' ' : character);
    const piece = syllable === null ? plain : ` ${syllable} `;
    result += piece;
    for (const _ of piece) units.push(unit);
    unit += character.length;
  }
  units.push(text.length);
  return { text: result, units };
}
