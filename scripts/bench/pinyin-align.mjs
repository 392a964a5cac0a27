// Ties what other libraries give back to the characters they were given: they drop, merge and split what is not Han, each in its own way.
// Not for which readings are right.

const HAN = /\p{Script=Han}/u;
/** What a syllable looks like: Latin letters with or without a tone mark; some libraries write ü as `u:` and a as `ɑ`. */
const SYLLABLE = /^[\p{Script=Latin}\p{M}]+:?/u;
const LETTER = /[\p{Script=Latin}\p{M}]/gu;

export const isSyllable = (token) => SYLLABLE.exec(token)?.[0] === token;

const NOT_ALIGNED = 'NotAligned';
const notAligned = (where) => Object.assign(new Error(`not aligned ${where}`), { name: NOT_ALIGNED });
/** Whether an error says that an answer does not belong to its text; any other is a fault of whoever threw it. */
export const isNotAligned = (error) => error instanceof Error && error.name === NOT_ALIGNED;

/** A text with a digit for each unit of its letters, for libraries that put copies of letters right behind a syllable. */
export const maskLetters = (text) => text.replace(LETTER, (letter) => '0'.repeat(letter.length));

/**
 * For a list with one entry for each Han character, and for the rest whatever the library likes: copies of it, in one piece or many, or
 * nothing at all. A Han character that the library does not know is copied, alone or with what is not Han beside it, or is ''.
 * @returns one entry per UTF-16 unit, '' where there is no reading
 * @throws Error when the list does not belong to the text
 */
export function alignTokens(text, tokens) {
  const readings = new Array(text.length).fill('');
  const refuse = (unit) => {
    throw notAligned(`at ${unit} of ${text}: ${tokens.join('|')}`);
  };
  let next = 0;
  for (let unit = 0; unit < text.length; ) {
    const token = tokens[next] ?? '';
    if (token !== '' && text.startsWith(token, unit)) {
      next += 1;
      unit += token.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(unit));
    if (HAN.test(character)) {
      if (next >= tokens.length || (token !== '' && !isSyllable(token))) refuse(unit);
      readings[unit] = token;
      next += 1;
    }
    unit += character.length;
  }
  if (next < tokens.length) refuse(text.length);
  return readings;
}

/**
 * For one string: syllables, and copies of what is not Han, with blanks between or none.
 * @param text without letters: see `maskLetters`
 * @returns one entry per UTF-16 unit, '' where there is no reading
 * @throws Error when the string does not belong to the text
 */
export function alignString(text, output) {
  const readings = new Array(text.length).fill('');
  let at = 0;
  for (let unit = 0; unit < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(unit));
    const isBlank = /\s/.test(character);
    if (!isBlank) while (output.charAt(at) === ' ') at += 1;
    if (output.startsWith(character, at)) at += character.length;
    else if (HAN.test(character)) {
      const found = SYLLABLE.exec(output.slice(at))?.[0] ?? '';
      if (found === '') throw notAligned(`at ${unit} of ${text}: ${output}`);
      // A colon of the text is no part of a syllable.
      readings[unit] = found.endsWith(':') && text.charAt(unit + character.length) === ':' ? found.slice(0, -1) : found;
      at += readings[unit].length;
    } else if (!isBlank) throw notAligned(`at ${unit} of ${text}: ${output}`);
    unit += character.length;
  }
  if (output.slice(at).trim() !== '') throw notAligned(`at the end of ${text}: ${output}`);
  return readings;
}
