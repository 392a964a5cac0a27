// The marked characters that readers of pinyin are measured on and trained on: our own rows, and the labelled sentences of CPP where they are
// at hand. Plain Node and no package, so that benches and tests use it too. Not for how training sees them (sources.mjs).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../ensure.mjs';

/** Where what is not part of the repository lies. */
const DATA = process.env.MINGDU_DATA ?? join(PROJECT, '../shared/data');

const FIXTURE = join(PROJECT, 'test/fixtures/pinyin/government.tsv');
const SAMPLE = join(DATA, 'pinyin-gov-sample.tsv');
const CPP = join(DATA, 'cpp-dev');

const TONES = ['', '\u0304', '\u0301', '\u030c', '\u0300'];

/** A syllable in one spelling, with its tone as a digit, 0 where it has none: `lǜ`, `lv4`, `lù:` and `lu:4` are all `lü4`. */
export function spell(syllable) {
  const parts = syllable.trim().toLowerCase().normalize('NFD');
  const mark = parts.search(/[\u0304\u0301\u030c\u0300]/);
  const digit = /\d$/.exec(parts)?.[0];
  const tone = digit ? Number(digit) % 5 : mark < 0 ? 0 : TONES.indexOf(parts.charAt(mark));
  const letters = parts.replace(/[\u0304\u0301\u030c\u0300\d]/g, '').normalize('NFC').replace(/u:|v/, 'ü').replace('ɑ', 'a');
  return letters + tone;
}

/** Rows of a table `text, char_index, expected, also_accepted, category`; lines that begin with # are remarks. */
export function parseRows(source) {
  const [, ...lines] = source.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [text = '', index = '', expected = '', also = '', category = ''] = line.split('\t');
    const characters = [...text];
    const at = characters.slice(0, Number(index)).join('').length;
    return { text, at, character: characters[Number(index)] ?? '', accepted: [expected, ...also.split(' ')].filter((one) => one !== '').map(spell), category };
  });
}

/** Our rows of notices. */
export const governmentRows = () => parseRows(readFileSync(FIXTURE, 'utf8'));

/** Forty rows beside the repository; null where they are not at hand. */
export const sampleRows = () => (existsSync(SAMPLE) ? parseRows(readFileSync(SAMPLE, 'utf8')) : null);

/** CPP's labelled sentences (Apache-2.0, github.com/kakaobrain/g2pM, split `dev`); null where they are not at hand. */
export function cppRows() {
  if (!existsSync(join(CPP, 'dev.sent'))) return null;
  const linesOf = (file) => readFileSync(join(CPP, file), 'utf8').trimEnd().split('\n');
  const labels = linesOf('dev.lb');
  return linesOf('dev.sent').map((line, number) => {
    const [before = '', character = '', after = ''] = line.split('▁');
    return { text: before + character + after, at: before.length, character, accepted: [spell(labels[number] ?? '')], category: 'cpp' };
  });
}

/** What to say where the tables cannot be made or measured for want of CPP. */
export const NO_SENTENCES = `No labelled sentences in ${DATA}: put CPP's dev split (github.com/kakaobrain/g2pM, data/dev.*) into cpp-dev/ there, or name the folder by MINGDU_DATA.`;

/** What to say where rows are not at hand. */
export const missing = (what) => `${what}: not in ${DATA} (name the folder by MINGDU_DATA); not measured`;

/** Whether a reading is one of a row's. */
export const isRight = (row, reading) => row.accepted.includes(spell(reading));
