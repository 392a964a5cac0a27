// Makes shared/speech/homophones-table.ts: for each syllable with its tone the characters that have this reading alone, the commonest first.
// `node scripts/speech/homophones.mjs`; not part of the build. Sources as for pinyin: pinyin-pro (MIT), @pinyin-pro/data (ISC).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from '../ensure.mjs';
import { parseSyllable } from '../pinyin/engine.mjs';
import { dictionaryWords, libraryReadings } from '../pinyin/sources.mjs';

const { outputFiles } = await build({ entryPoints: [join(PROJECT, 'shared/packs/pinyin/first-level.ts')], bundle: true, write: false, format: 'esm' });
const { firstLevel } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);

/** Syllables without tone have no character of their own; these are never said otherwise where a voice meets them alone. */
const TONELESS = { de: '的', ma: '吗', ba: '吧', ne: '呢', men: '们' };

/** Said otherwise beside other characters, whatever a dictionary has. */
const UNSTEADY = '一不儿';
/** A character outside the common ones that is in fewer words is known to no voice. */
const KNOWN_WORDS = 5;

/** How many words hold a character: what is in many words is known to every voice. */
const words = new Map();
for (const { characters } of dictionaryWords().values()) for (const one of new Set(characters)) words.set(one, (words.get(one) ?? 0) + 1);

const common = firstLevel();
const bySyllable = new Map();
for (const [character, count] of words) {
  const readings = libraryReadings(character);
  const syllable = readings.length === 1 ? parseSyllable(readings[0]) : null;
  if (!syllable?.hasTone || character.length > 1 || UNSTEADY.includes(character)) continue;
  const isCommon = common.has(character.codePointAt(0));
  const list = bySyllable.get(syllable.syllable) ?? [];
  list.push({ character, count, isCommon });
  bySyllable.set(syllable.syllable, list);
}

const rows = [...bySyllable].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([syllable, list]) => {
  list.sort((one, other) => Number(other.isCommon) - Number(one.isCommon) || other.count - one.count);
  // What is not common helps only where nothing else is there.
  const kept = list.filter(({ isCommon, count }, at) => isCommon || (at === 0 && count >= KNOWN_WORDS));
  if (kept.length === 0) return [];
  return `${syllable}${kept.map(({ character }) => character).join('')}`;
});
rows.push(...Object.entries(TONELESS).map(([syllable, character]) => `${syllable}${character}`));

const lines = [];
for (const row of rows) {
  if ((lines.at(-1)?.length ?? Infinity) + row.length > 150) lines.push(row);
  else lines[lines.length - 1] += ` ${row}`;
}
writeFileSync(
  join(PROJECT, 'shared/speech/homophones-table.ts'),
  `// For each syllable the characters that have this reading alone, the commonest first, made by scripts/speech/homophones.mjs from pinyin-pro
// (MIT) and @pinyin-pro/data (ISC). Do not edit. Not for which character is replaced (homophones.ts).

/** Rows: a syllable (NFC, tone mark), then its characters. */
export const HOMOPHONES = \`
${lines.join('\n')}
\`;
`,
);
console.log(`${rows.length} syllables, ${rows.join('').length} characters`);
