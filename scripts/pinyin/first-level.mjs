// Makes shared/packs/pinyin/first-level-table.ts: the 3,500 first-level characters of 通用规范汉字表 (2013), packed. Not part of the build.
// Source: Unicode Character Database, Unihan, property kTGH ("2013:n" = number n of that table), in Debian's package `unicode-data`:
//   bzcat /usr/share/unicode/Unihan_OtherMappings.txt.bz2 | node scripts/pinyin/first-level.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { BASE, DIGITS } from './engine.mjs';

const FIRST_LEVEL = 3500;
const FIRST_CHARACTER = 0x4e00;
/** The digit that stands for "that many, and go on". */
const MORE = BASE - 1;

const source = readFileSync(0, 'utf8');
const version = /Unicode version: (\S+)/.exec(source)?.[1] ?? 'unknown';
const codes = [...source.matchAll(/^U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$/gm)]
  .filter(([, , number]) => Number(number) <= FIRST_LEVEL)
  .map(([, code]) => Number.parseInt(code, 16))
  .sort((a, b) => a - b);
if (codes.length !== FIRST_LEVEL) throw new Error(`expected ${FIRST_LEVEL} characters, found ${codes.length}: is this Unihan_OtherMappings.txt?`);

let packed = '';
codes.reduce((before, code) => {
  let gap = code - before - 1;
  for (; gap >= MORE; gap -= MORE) packed += DIGITS[MORE];
  packed += DIGITS[gap];
  return code;
}, FIRST_CHARACTER - 1);

const lines = packed.match(/.{1,120}/g)?.map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  new URL('../../shared/packs/pinyin/first-level-table.ts', import.meta.url),
  `// The first-level characters of 通用规范汉字表 (2013), made by scripts/pinyin/first-level.mjs from Unihan ${version}, property kTGH. Do not edit.
// Not for what is done with them (first-level.ts).

/** Steps from character to character, less one, as digits (digits.ts); the last digit stands for "that many, and go on". */
export const FIRST_LEVEL =
${lines};
`,
);
process.stdout.write(`${codes.length} characters, ${packed.length} digits\n`);
