// Code that runs inside a page under measurement, as text: a TypeScript entry bundled to one classic script, imported as `mingdu:in-page/<name>`.
// Not for what the product itself puts into pages (esbuild.config.mjs).
import { build } from 'esbuild';
import { join } from 'node:path';
import { PROJECT } from '../ensure.mjs';

/** Entries by name. */
const ENTRIES = {
  facts: 'scripts/check/look/in-page.ts',
  probe: 'scripts/instrument/page-side.ts',
};
const PREFIX = 'mingdu:in-page/';

/** @param {string} name one of the entries @returns {Promise<string>} a module whose `code` is the bundled text */
export async function inPageModule(name) {
  const entry = ENTRIES[name];
  if (entry === undefined) throw new Error(`${PREFIX}${name}: there is no such entry in scripts/build/in-page.mjs`);
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, entry)],
    bundle: true,
    format: 'iife',
    charset: 'ascii',
    target: ['chrome109', 'firefox115'],
    write: false,
    logLevel: 'warning',
  });
  return `export const code = ${JSON.stringify(outputFiles[0].text)};`;
}

/** @returns {import('esbuild').Plugin} for bundles; vitest.config.ts has its own */
export function inPagePlugin() {
  return {
    name: 'mingdu-in-page',
    setup(api) {
      api.onResolve({ filter: /^mingdu:in-page\// }, ({ path }) => ({ path: path.slice(PREFIX.length), namespace: 'mingdu-in-page' }));
      api.onLoad({ filter: /./, namespace: 'mingdu-in-page' }, async ({ path }) => ({ contents: await inPageModule(path) }));
    },
  };
}
