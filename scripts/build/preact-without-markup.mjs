// Takes out of Preact what writes markup from strings: nobody here uses dangerouslySetInnerHTML (the architecture test forbids it), and the
// stores' checks report the write whether it is ever reached or not. Not for other libraries.
import { readFile } from 'node:fs/promises';

/** What stands in Preact's packed file, and what stays of it. The names are those of this very version. */
const CUTS = [
  // A prop of that name among the old ones, and among the new ones.
  ['"dangerouslySetInnerHTML"==s?y=k:', ''],
  ['"dangerouslySetInnerHTML"==s?h=k:', ''],
  // Markup instead of children; what is left is the branch for children.
  ['h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(y&&(t.textContent=""),', '('],
];

/**
 * @param {string} code the text of preact/dist/preact.mjs
 * @returns {string} the same without markup from strings
 * @throws {Error} if any of it is not there exactly once, or some is left
 */
export function withoutMarkup(code) {
  const cut = CUTS.reduce((text, [there, left]) => {
    const parts = text.split(there);
    if (parts.length !== 2) throw new Error(`Preact has changed: ${there} stands in it ${parts.length - 1} times. Look at its source, and put CUTS in scripts/build/preact-without-markup.mjs right.`);
    return parts.join(left);
  }, code);
  const rest = /innerHTML/i.exec(cut);
  if (rest) throw new Error(`Preact has changed: it holds ${cut.slice(rest.index - 60, rest.index + 60)}. Put CUTS in scripts/build/preact-without-markup.mjs right.`);
  return cut;
}

/** The plugin for the bundles. */
export const preactWithoutMarkup = {
  name: 'preact-without-markup',
  /** @param {import('esbuild').PluginBuild} api */
  setup(api) {
    api.onLoad({ filter: /[\\/]node_modules[\\/]preact[\\/]dist[\\/]preact\.mjs$/ }, async ({ path }) => ({ contents: withoutMarkup(await readFile(path, 'utf8')), loader: 'js' }));
  },
};
