// The very code that reads in the browser, for the scripts that make its tables: what is trained is what is used.
import { build } from 'esbuild';

const MODULES = ['clauses', 'context', 'digits', 'lattice', 'reader', 'rules', 'syllables', 'unpack'];

/** Bundles modules of shared/packs/pinyin, and what tells syllables from other words, and imports them. */
async function load() {
  const contents = [...MODULES.map((name) => `export * from './shared/packs/pinyin/${name}';`), `export { parseSyllable } from './shared/readings/syllables';`].join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('../..', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

export const { applyRules, clausesOf, featuresOf, createLexicon, createReader, toneOf, withTone, written, unpack, parseSyllable, BASE, DIGITS, CLASSES, FAR, KINDS, NEW_MAX, TONES_EACH, WEIGHT_ZERO } = await load();
