// Syllables as numbers: five for each syllable of the list, its neutral tone first, then its four tones. Not for which character has which.

const TONES = ['', '\u0304', '\u0301', '\u030c', '\u0300'];
export const TONES_EACH = 5;

/** Where the mark goes: a, e, o before all others, else the last of i, u, ü; syllables without a vowel carry it on m or n. */
function markPlace(plain: string): number {
  for (const vowel of 'aeo') if (plain.includes(vowel)) return plain.indexOf(vowel);
  for (let at = plain.length - 1; at >= 0; at -= 1) if ('iuüê'.includes(plain.charAt(at))) return at;
  return 0;
}

/**
 * How a syllable is written (GB/T 16159: NFC, lower case, tone marks, ü).
 * @param plain without tone, e.g. `lü`
 * @param tone 1 to 4, or 0 for the neutral tone
 */
export function written(plain: string, tone: number): string {
  if (tone === 0) return plain;
  const place = markPlace(plain) + 1;
  return (plain.slice(0, place) + (TONES[tone] ?? '') + plain.slice(place)).normalize('NFC');
}

/** The tone of a written syllable, 1 to 4; 0 for the neutral one. */
export function toneOf(syllable: string): number {
  const marks = syllable.normalize('NFD');
  return Math.max(0, TONES.findIndex((mark) => mark !== '' && marks.includes(mark)));
}

/** A written syllable in another tone, 0 to 4. */
export function withTone(syllable: string, tone: number): string {
  const plain = syllable.normalize('NFD').replace(/[\u0304\u0301\u030c\u0300]/g, '').normalize('NFC');
  return written(plain, tone);
}
