// Makes shared/packs/pinyin/first-level.ts: the 3,500 first-level characters of 通用规范汉字表 (2013), packed. Not part of the build.
// Source: Unicode Character Database, Unihan, property kTGH ("2013:n" = number n of that table), in Debian's package `unicode-data`:
//   bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 | node scripts/first-level.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const FIRST_LEVEL = 3500;
const FIRST_CHARACTER = 0x4e00;
/** Gaps are written as printable ASCII from here; the backslash and the quote are left out of the alphabet. */
const ALPHABET = [...Array(94).keys()].map((at) => String.fromCharCode(33 + at)).filter((one) => !"'\\`".includes(one)).join('');

const source = readFileSync(0, 'utf8');
const version = /Unicode version: (\S+)/.exec(source)?.[1] ?? 'unknown';
const codes = [...source.matchAll(/^U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$/gm)]
  .filter(([, , number]) => Number(number) <= FIRST_LEVEL)
  .map(([, code]) => Number.parseInt(code, 16))
  .sort((a, b) => a - b);
if (codes.length !== FIRST_LEVEL) throw new Error(`expected ${FIRST_LEVEL} characters, found ${codes.length}: is this Unihan_OtherMappings.txt?`);

const more = ALPHABET.at(-1);
let packed = '';
codes.reduce((before, code) => {
  let gap = code - before - 1;
  for (; gap >= ALPHABET.length - 1; gap -= ALPHABET.length - 1) packed += more;
  packed += ALPHABET[gap];
  return code;
}, FIRST_CHARACTER - 1);

const lines = packed.match(/.{1,120}/g)?.map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  new URL('../shared/packs/pinyin/first-level.ts', import.meta.url),
  `// The first-level characters of 通用规范汉字表 (2013), made by scripts/first-level.mjs from Unihan ${version}, property kTGH. Do not edit.
// Not the second and third level: those are what \`rare\` annotates.

/** Steps from character to character, less one, as digits of ALPHABET; its last digit stands for "that many, and go on". */
const PACKED =
${lines};

const ALPHABET = ${JSON.stringify(ALPHABET)};
const FIRST_CHARACTER = 0x${FIRST_CHARACTER.toString(16)};

/** All of them, unpacked: code points. */
export function firstLevel(): ReadonlySet<number> {
  const codes = new Set<number>();
  const more = ALPHABET.length - 1;
  let code = FIRST_CHARACTER - 1;
  for (const digit of PACKED) {
    const step = ALPHABET.indexOf(digit);
    code += step;
    if (step < more) codes.add((code += 1));
  }
  return codes;
}
`,
);
process.stdout.write(`${codes.length} characters, ${packed.length} digits\n`);
