// Makes shared/packs/pinyin/table.ts, all that the reader of characters knows: `npm run pinyin` (half a minute; not part of the build).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { PROJECT } from '../ensure.mjs';
import { borrowedFrom } from './borrowed.mjs';
import { gatherKnowledge } from './knowledge.mjs';
import { NO_SENTENCES } from './rows.mjs';
import { labelledSentences, readAllLexicon } from './sources.mjs';

/** Ends with what is wrong, before anything is written. */
function refuse(faults) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}

const sentences = labelledSentences();
if (!sentences) refuse([NO_SENTENCES]);
const lexicon = readAllLexicon();
const faults = [
  ...lexicon.bad.map((line) => `not understood: ${line}`),
  ...lexicon.conflicts.map((word) => `read in two ways: ${word}`),
  ...borrowedFrom(lexicon.examples, sentences.map(({ text }) => text)).map((example) => `words of a labelled sentence, say it with others: ${example}`),
];
if (faults.length > 0) refuse([...faults, `table.ts was left as it is: ${faults.length} faults.`]);

const { tables } = gatherKnowledge(sentences, lexicon);
const { needed, packed } = tables();
const count = (origin) => needed.filter((word) => word.origin === origin).length;
console.log(`${packed.sizes.characters} characters, words: ${count('own')} own, ${count('dictionary')} of the dictionary, ${count('blocking')} that stop false cuts; ${packed.sizes.features} features`);
for (const [name, text] of Object.entries(packed)) {
  if (typeof text === 'string') console.log(`${name.padEnd(14)}${String(text.length).padStart(8)}${String(brotliCompressSync(text).length).padStart(8)} brotli`);
}

const lines = Object.entries(packed).map(([name, value]) => `  ${name}: ${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)},`);
const head = `// All that the reader of characters knows, made by \`npm run pinyin\` from the lexicon beside it, pinyin-pro (MIT), @pinyin-pro/data (ISC, its
// \`complete\`) and labelled sentences of CPP (Apache-2.0). Do not edit: see docs/pinyin.md.
import type { PackedTables } from './unpack';
`;
writeFileSync(join(PROJECT, 'shared/packs/pinyin/table.ts'), `${head}\nexport const TABLES: PackedTables = {\n${lines.join('\n')}\n};\n`);
