// The readers of pinyin that Mingdu's pack is measured beside, each bundled by esbuild as a site would, and how each is called.
// A bundle is one classic script, so that the same bytes run in Node and in a browser. Not for what is measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { findBuilt } from '../build/hashed.mjs';
import { PROJECT } from '../ensure.mjs';
import { alignString, alignTokens, maskLetters } from './pinyin-align.mjs';

/** Not in any text, and no sign of a regular expression: pinyin4js makes one of its separator. */
const SEPARATOR = '\u0001';
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]?/gu;

const flat = (lists) => lists.map(([first]) => first ?? '');

/**
 * Each with the library it comes from, how a page calls it on one text (source of a function, `lib` is what the bundle exports) and how its
 * answer is tied to the text. `bySentence`: asked sentence by sentence; `masked`: asked with digits for the letters of a text.
 */
export const PEERS = [
  { name: 'pinyin-pro', library: 'pinyin-pro', call: `(lib, text) => lib.pinyin(text, { type: 'array' })`, align: alignTokens },
  {
    name: 'pinyin-pro, segmentit 3',
    library: 'pinyin-pro',
    call: `(lib, text) => lib.pinyin(text, { type: 'array', segmentit: 3, toneSandhi: false })`,
    align: alignTokens,
    bySentence: true,
  },
  { name: 'pinyin', library: 'pinyin', call: `(lib, text) => lib.pinyin(text)`, align: (text, lists) => alignTokens(text, flat(lists)) },
  { name: 'pinyin, Intl.Segmenter', library: 'pinyin', call: `(lib, text) => lib.pinyin(text, { segment: 'Intl.Segmenter' })`, align: (text, lists) => alignTokens(text, flat(lists)) },
  {
    name: 'pinyin4js',
    library: 'pinyin4js',
    call: `(lib, text) => lib.default.convertToPinyinString(text, '${SEPARATOR}', lib.default.WITH_TONE_MARK)`,
    align: (text, joined) => alignTokens(text, joined === '' ? [] : joined.split(SEPARATOR)),
  },
  { name: 'chinese-to-pinyin', library: 'chinese-to-pinyin', call: `(lib, text) => lib.default(text, { keepRest: true })`, align: alignString, masked: true },
];

/** What each library exports, as the entry of its bundle. */
const ENTRIES = {
  'pinyin-pro': `export { pinyin } from 'pinyin-pro';`,
  pinyin: `export { pinyin } from 'pinyin';`,
  pinyin4js: `export { default } from 'pinyin4js';`,
  'chinese-to-pinyin': `export { default } from 'chinese-to-pinyin';`,
};
export const LIBRARIES = Object.keys(ENTRIES);

const bundles = new Map();

/** A library as one classic script that sets `mingduPeer`; each is made once. */
export function bundleOf(library) {
  if (!bundles.has(library)) {
    bundles.set(
      library,
      build({
        stdin: { contents: ENTRIES[library], resolveDir: PROJECT },
        bundle: true,
        write: false,
        minify: true,
        format: 'iife',
        globalName: 'mingduPeer',
        platform: 'browser',
        target: ['chrome109', 'firefox115', 'safari16.4'],
        charset: 'utf8',
        // Written for Node, one of them asks for Node's name of the world.
        define: { global: 'globalThis' },
        legalComments: 'none',
        logLevel: 'error',
      }).then(({ outputFiles }) => outputFiles[0].text),
    );
  }
  return bundles.get(library);
}

const WIDGET = join(PROJECT, 'dist/widget');
const packFile = () => join(WIDGET, findBuilt(WIDGET, 'mingdu-pack-pinyin.js'));

/** Mingdu's pack as the build wrote it. @throws Error that names the command */
export function packSource() {
  try {
    return readFileSync(packFile(), 'utf8');
  } catch {
    throw new Error('no pack in dist: run `npm run build` first');
  }
}

/** Runs Mingdu's pack here. @returns a function from texts to readings, one entry per UTF-16 unit */
export function openPack() {
  runInThisContext(packSource());
  const pack = globalThis[Symbol.for('mingdu.packs')].get('pack-pinyin');
  return (texts) => pack.read(texts);
}

/**
 * Runs a peer here.
 * @param own what the library exports, where it is at hand; else its bundle is made and run
 * @returns a function from one text to readings, one entry per UTF-16 unit
 */
export async function openPeer({ library, call, align, bySentence, masked }, own = null) {
  const lib = own ?? runInThisContext(`(() => { ${await bundleOf(library)}; return mingduPeer; })()`);
  const read = runInThisContext(call);
  const readPlain = (text) => align(text, read(lib, text));
  const readOne = masked ? (text) => readPlain(maskLetters(text)) : readPlain;
  return bySentence ? (text) => (text.match(SENTENCE) ?? []).filter((one) => one !== '').flatMap(readOne) : readOne;
}
