// Bundles the program behind `npx mingdu` for Node. The driver and axe-core stay outside, as package.json's dependencies; the rest is in it.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inPagePlugin } from './in-page.mjs';
import { rulesPlugin } from './rules.mjs';

/** Packages that the program finds where it is installed; any other import of one would be a dependency that nobody declared. */
const DEPENDENCIES = ['axe-core', 'puppeteer-core'];

/**
 * @param {string} root the project
 * @param {string} dist where to write
 * @param made what readRules gave
 * @param {string} version
 * @returns {Promise<string[]>} the files that are in it, for the notices
 */
export async function buildCheck(root, dist, made, version) {
  const file = join(dist, 'check', 'mingdu.mjs');
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'scripts/check/main.ts')],
    absWorkingDir: root,
    outfile: file,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    external: DEPENDENCIES.flatMap((name) => [name, `${name}/*`]),
    banner: { js: '#!/usr/bin/env node' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    plugins: [inPagePlugin(), rulesPlugin(made, version)],
    logLevel: 'warning',
  });
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)).filter((path) => !path.startsWith('node:'));
  const unknown = outside.filter((path) => !DEPENDENCIES.some((name) => path === name || path.startsWith(`${name}/`)));
  if (unknown.length > 0) throw new Error(`dist/check/mingdu.mjs imports ${unknown.join(', ')}, which package.json's dependencies do not promise (scripts/build/check.mjs)`);
  mkdirSync(join(dist, 'check'), { recursive: true });
  writeFileSync(file, outputFiles[0].text);
  chmodSync(file, 0o755);
  return Object.keys(metafile.inputs);
}
