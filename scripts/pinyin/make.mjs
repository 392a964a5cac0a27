// Makes shared/packs/pinyin/table.ts, all that the reader of characters knows: `npm run pinyin` (half a minute; not part of the build).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { gatherKnowledge } from './knowledge.mjs';
import { PROJECT } from './sources.mjs';

const { lexicon, tables } = gatherKnowledge();
if (lexicon.bad.length > 0) console.error(`Not understood:\n${lexicon.bad.join('\n')}`);
if (lexicon.conflicts.length > 0) console.error(`${lexicon.conflicts.length} words are read in two ways; the last one counts. The first: ${lexicon.conflicts[0]}`);

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
