// Makes shared/packs/pinyin/table.ts, all that the reader of characters knows: `npm run pinyin` (some minutes; not part of the build).
// `--measure` prints instead how well it reads the labelled sentences, each by a model that has not seen it (five parts in turn).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { HAN } from './lexicon.mjs';
import { chooseBy, collectOccurrences, trainAll } from './occurrences.mjs';
import { packTables } from './pack.mjs';
import { createSyllableNumbers, dictionaryWords, DATA, examplesOf, labelledSentences, libraryReadings, PROJECT, readAllLexicon } from './sources.mjs';
import { ALONE_COST, collectWords, createWordReader } from './words.mjs';

const PARTS = 5;
/** In natural logarithms of the odds: twenty to one. */
const CLEAR_LEAD = 3;
/** A reading that the labelled sentences give a character without exception, this often at least, is its usual one. */
const UNANIMOUS = 4;

const sentences = labelledSentences();
if (!sentences) {
  console.error(`No labelled sentences in ${DATA}: put CPP's dev split (github.com/kakaobrain/g2pM, data/dev.*) into cpp-dev/ there, or name the folder by MINGDU_DATA.`);
  process.exit(1);
}
const lexicon = readAllLexicon();
if (lexicon.bad.length > 0) console.error(`Not understood:\n${lexicon.bad.join('\n')}`);
const dictionary = dictionaryWords();
const { dropped } = lexicon;
const examples = examplesOf(lexicon);
const numbers = createSyllableNumbers();
for (const syllable of syllablesByFrequency()) numbers.of(syllable);
const unanimous = unanimousReadings();
const usualOf = (character) => lexicon.usual.get(character) ?? unanimous.get(character) ?? libraryReadings(character)[0] ?? '';

const words = collectWords(dictionary, lexicon, dropped, usualOf, numbers);
const reader = createWordReader(words, usualOf, numbers);
const occurrences = collectOccurrences({ sentences, examples, lexicon, dictionary, dropped, reader, usualOf });

if (process.argv.includes('--measure')) measure();
else make();

function syllablesByFrequency() {
  const counts = new Map();
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const [usual] = libraryReadings(String.fromCodePoint(code));
    if (usual) counts.set(usual, (counts.get(usual) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([syllable]) => syllable);
}

function unanimousReadings() {
  const seen = new Map();
  for (const { character, reading } of sentences) seen.set(character, [...(seen.get(character) ?? []), reading]);
  return new Map([...seen].filter(([, all]) => all.length >= UNANIMOUS && all.every((one) => one === all[0])).map(([character, [reading]]) => [character, reading]));
}


function measure() {
  const errors = [];
  for (let part = 0; part < PARTS; part += 1) {
    const models = trainAll(occurrences, ({ sentence }) => !sentence || sentence.number % PARTS !== part);
    const chosen = createWordReader(neededWords(models), usualOf, numbers);
    for (const one of sentences.filter(({ number }) => number % PARTS === part)) {
      const byWord = chosen.covered(one.codes)[one.at];
      const got = byWord ?? chooseBy(models, one.character, one.codes, one.at, true)?.reading ?? usualOf(one.character);
      if (got !== one.reading) errors.push({ ...one, got, isSettled: byWord !== null });
    }
  }
  if (process.argv.includes('--errors')) for (const { character, reading, got, isSettled, text } of errors) console.log([character, reading, got, isSettled ? 'word' : 'model', text].join('\t'));
  console.log(`${sentences.length - errors.length} of ${sentences.length} right (${(100 - (100 * errors.length) / sentences.length).toFixed(2)} %); of the errors ${errors.filter(({ isSettled }) => isSettled).length} by words`);
}

/** Words that shorter words and the model do not read rightly by themselves, shorter ones first; and those that stop false cuts. */
function neededWords(models) {
  const shorter = createWordReader([], usualOf, numbers);
  return words.filter((word) => {
    const { codes, readings, origin } = word;
    const covered = shorter.covered(codes);
    const isNeeded =
      origin === 'blocking' ||
      codes.some((code, at) => {
        const character = String.fromCodePoint(code);
        if (covered[at] !== null) return covered[at] !== readings[at];
        // As part of a text and alone; by a lead that other neighbours do not easily undo.
        return [true, false].some((isWhole) => {
          const choice = chooseBy(models, character, codes, at, isWhole);
          return (choice?.reading ?? usualOf(character)) !== readings[at] || (choice && choice.lead < CLEAR_LEAD && readings[at] !== usualOf(character));
        });
      });
    if (isNeeded) shorter.add(word);
    return isNeeded;
  });
}

function make() {
  const models = trainAll(occurrences);
  const needed = neededWords(models);
  const readings = allReadings(models, needed);
  const packed = packTables({
    plain: numbers.plain,
    readings,
    words: needed.map(({ codes, readings: own, cost }) => ({ codes, syllables: own.map(numbers.of), cost })),
    models: packableModels(models),
    aloneCost: ALONE_COST,
  });
  const count = (origin) => needed.filter((word) => word.origin === origin).length;
  console.log(`${readings.size} characters, words: ${count('own')} own, ${count('dictionary')} of the dictionary, ${count('blocking')} that stop false cuts; ${packed.sizes.features} features`);
  for (const [name, text] of Object.entries(packed)) if (typeof text === 'string') console.log(`${name.padEnd(14)}${String(text.length).padStart(8)}${String(brotliCompressSync(text).length).padStart(8)} brotli`);
  writeFileSync(join(PROJECT, 'shared/packs/pinyin/table.ts'), source(packed));
}

/** For each character its readings, the usual one first, then those of words and model, then what else the library knows of common ones. */
function allReadings(models, needed) {
  const readings = new Map();
  const know = (code, reading) => {
    const own = readings.get(code);
    const number = numbers.of(reading);
    if (!own) readings.set(code, [number]);
    else if (!own.includes(number)) own.push(number);
  };
  for (const [from, to] of [[0x3007, 0x3007], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x323af]]) {
    for (let code = from; code <= to; code += 1) {
      const character = String.fromCodePoint(code);
      const usual = usualOf(character);
      if (!usual || !HAN.test(character)) continue;
      readings.set(code, [numbers.of(usual)]);
    }
  }
  for (const { codes, readings: own } of needed) codes.forEach((code, at) => know(code, own[at]));
  for (const [character, model] of models) for (const reading of model.readings) know(character.codePointAt(0), reading);
  for (const { characters: own, readings: each } of lexicon.words.values()) each.forEach((reading, at) => reading && know(own[at].codePointAt(0), reading));
  return readings;
}

function packableModels(models) {
  const packable = new Map();
  for (const [character, { readings, bias, features }] of models) {
    if (readings.length < 2) continue;
    packable.set(character.codePointAt(0), {
      syllables: readings.map(numbers.of),
      bias,
      features: [...features].map(([key, weights]) => {
        const [kind, first, second] = key.split(' ').map(Number);
        return { kind, first, second, weights };
      }),
    });
  }
  return packable;
}

function source(packed) {
  const lines = Object.entries(packed).map(([name, value]) => `  ${name}: ${typeof value === 'string' ? `'${value}'` : JSON.stringify(value)},`);
  return `// All that the reader of characters knows, made by \`npm run pinyin\` from the lexicon beside it, pinyin-pro (MIT), @pinyin-pro/data (ISC, its\n// \`complete\`) and labelled sentences of CPP (Apache-2.0). Do not edit: see docs/pinyin.md.\nimport type { PackedTables } from './unpack';\n\nexport const TABLES: PackedTables = {\n${lines.join('\n')}\n};\n`;
}
