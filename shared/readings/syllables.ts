// Syllables of Mandarin as people write them, `shuài` or `shuai4`, checked against those that exist. Pure.

/** Which finals follow which initial; `v` stands for ü. The spelling is that of 汉语拼音方案, as over the characters of a page. */
const TABLE = [
  ' a o e ai ei ao ou an en ang eng er ê',
  'b a o ai ei ao an en ang eng i ie iao ian in ing u',
  'p a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  'm a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  'f a o ei ou an en ang eng iao u',
  'd a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  't a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  'n a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve',
  'l a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve',
  'g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  'k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  'h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  'j i ia ie iao iu ian in iang ing iong u ue uan un',
  'q i ia ie iao iu ian in iang ing iong u ue uan un',
  'x i ia ie iao iu ian in iang ing iong u ue uan un',
  'zh a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  'ch a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  'sh a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang',
  'r e i ao ou an en ang eng ong u ua uo ui uan un',
  'z a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  'c a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  's a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  'y a o e ao ou ai an ang i in ing ong u ue uan un',
  'w a o ai ei an en ang eng u',
];
/** Without a vowel: 嗯, 呣, 哼, 噷, and 儿 as the end of another syllable. */
const SYLLABIC = ['m', 'n', 'ng', 'hm', 'hng', 'r'];

const KNOWN = new Set([
  ...SYLLABIC,
  ...TABLE.flatMap((row) => {
    const [initial = '', ...finals] = row.split(' ');
    return finals.map((final) => (initial + final).replace('v', 'ü').normalize('NFC'));
  }),
]);

/** The marks of the first to fourth tone, as combining characters. */
const MARKS = '\u0304\u0301\u030c\u0300';
const ANY_MARK = new RegExp(`[${MARKS}]`, 'g');

/** A syllable without its tone: `shuài` is `shuai`. */
export function toneless(syllable: string): string {
  return syllable.normalize('NFD').replace(ANY_MARK, '').normalize('NFC');
}

/** Where the mark goes: on a or e, on the o of ou, else on the last vowel; without one, on m or n. */
function marked(base: string, tone: number): string {
  const mark = MARKS[tone - 1];
  if (!mark) return base;
  const at = Math.max(base.search(/[aeê]/), base.indexOf('ou'));
  const vowel = at >= 0 ? at : (/[iouü](?=[^iouü]*$)/.exec(base)?.index ?? base.search(/[mn]/));
  return (base.slice(0, vowel + 1) + mark + base.slice(vowel + 1)).normalize('NFC');
}

/** A syllable as somebody wrote it. */
export interface Syllable {
  /** NFC, lower case, with its tone mark. */
  readonly syllable: string;
  /** Whether a tone was written; a bare `de` is one without tone. */
  readonly hasTone: boolean;
}

/**
 * Reads one syllable: a mark (`lǜ`) or a number (`lv4`, `lü4`, `lu:4`; 0 and 5 for none), in any case and in the full width that a Chinese
 * keyboard writes; `lue` and `nue` are lüe and nüe.
 * @returns null for what is no syllable of Mandarin
 */
export function parseSyllable(text: string): Syllable | null {
  const plain = text.normalize('NFKC').normalize('NFD').toLowerCase().trim();
  const marks = plain.match(ANY_MARK) ?? [];
  const number = /[0-5]$/.exec(plain)?.[0];
  const base = plain.replace(ANY_MARK, '').replace(/[0-5]$/, '').replace(/u:|v/, 'u\u0308').normalize('NFC').replace(/^([jqxy])ü/, '$1u').replace(/^([ln])ue$/, '$1üe');
  if (!KNOWN.has(base) || marks.length > 1 || (marks.length === 1 && number !== undefined)) return null;
  const tone = marks[0] ? MARKS.indexOf(marks[0]) + 1 : Number(number ?? 0);
  // 儿 at the end of a syllable has no tone of its own.
  if (base === 'r' && tone % 5 > 0) return null;
  return { syllable: marked(base, tone), hasTone: marks.length === 1 || number !== undefined };
}

/** One base in the four tones and without; first to fourth, then none. */
export function tonesOf(syllable: string): string[] {
  const base = toneless(syllable);
  return [1, 2, 3, 4, 0].map((tone) => marked(base, tone));
}
