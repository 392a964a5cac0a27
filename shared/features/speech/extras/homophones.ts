// A character that sounds as wanted, for voices that take no readings: fetched only where somebody gave a reading. Not for which readings
// count (readings/).
import { HOMOPHONES } from '../../../speech/homophones-table';

let table: { readonly first: ReadonlyMap<string, string>; readonly only: ReadonlyMap<string, string> } | null = null;

function unpacked(): NonNullable<typeof table> {
  if (table) return table;
  const first = new Map<string, string>();
  const only = new Map<string, string>();
  for (const row of HOMOPHONES.trim().split(/\s+/)) {
    const [, syllable = '', characters = ''] = /^(.*?)(\p{Script=Han}+)$/u.exec(row.normalize('NFC')) ?? [];
    first.set(syllable, characters.charAt(0));
    for (const character of characters) only.set(character, syllable);
  }
  return (table = { first, only });
}

/**
 * @param character as the page shows it
 * @param syllable how it is to be said: NFC, tone mark
 * @returns a common character that is read so and in no other way, one UTF-16 unit; the very character where it is read so anyway, where
 *   there is none such, or where it is of two units
 */
export function homophoneOf(character: string, syllable: string): string {
  const { first, only } = unpacked();
  if (character.length !== 1 || only.get(character) === syllable) return character;
  return first.get(syllable) ?? character;
}
