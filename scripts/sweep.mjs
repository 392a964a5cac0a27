// `npm run sweep`: a table of what the aids cost each page, by the instrument of the tests. Builds nothing: run `npm run build` first.
//
//   npm run sweep -- [page ids…] [--aid textSize=200,spacing=wider]… [--browser chromium|firefox] [--width 1280|360]
//                    [--folder DIR]… [--no-pixels] [--detail] [--json] [--shots DIR] [--workers 2] [--no-restore]
//
// An aid is settings by their public names, or `elder` (the preset), `all` (every aid at its strongest), `schemes` (each scheme in turn)
// or `none` (a check of the instrument: it must find nothing). Ids are beginnings of names. Pages: the saved ones, the demo, or --folder.

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { inPagePlugin } from './build/in-page.mjs';
import { PROJECT } from './ensure.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    aid: { type: 'string', multiple: true, default: ['textSize=200'] },
    browser: { type: 'string', default: 'chromium' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string' },
    folder: { type: 'string', multiple: true, default: [] },
    'no-pixels': { type: 'boolean', default: false },
    detail: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    shots: { type: 'string' },
    workers: { type: 'string', default: '2' },
    'no-restore': { type: 'boolean', default: false },
  },
});

/** Columns after the page's name: heading and the kinds of findings that it counts. */
const COLUMNS = [
  ['unscaled', 'unscaled'],
  ['clipped', 'clipped'],
  ['overlap', 'overlapping'],
  ['covered', 'covered'],
  ['sideways', 'sideways'],
  ['torn', 'broken number'],
  ['lost', 'lost'],
  ['weak', 'weak contrast'],
  ['icons', 'icon lost', 'picture changed'],
];

/** The instrument is TypeScript: bundled here, packages left to be found as usual. */
async function loadSweep() {
  const folder = join(PROJECT, 'node_modules/.mingdu');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `sweep-${process.pid}.mjs`);
  const source = pathToFileURL(join(PROJECT, 'test/support/sweep.ts')).href;
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, 'test/support/sweep.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [inPagePlugin()],
    // Modules look for files beside themselves; all of them are neighbours of this one or named from the project's root.
    define: { 'import.meta.url': JSON.stringify(source) },
    write: false,
    outfile,
  });
  const { writeFileSync, rmSync } = await import('node:fs');
  writeFileSync(outfile, outputFiles[0].text);
  process.on('exit', () => rmSync(outfile, { force: true }));
  return import(pathToFileURL(outfile).href);
}

/** `textSize=200,caption=true` as settings. */
function patchOf(text) {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [key, value = ''] = pair.split('=');
      return [key, value === 'true' ? true : value === 'false' ? false : value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value];
    }),
  );
}

const SCHEMES = ['black-on-white', 'white-on-black', 'yellow-on-black', 'yellow-on-blue', 'black-on-yellow', 'black-on-cream'];

function aidsOf(words) {
  return words.flatMap((word) => {
    if (word === 'schemes') return SCHEMES.map((contrast) => ({ contrast }));
    return ['elder', 'all', 'none'].includes(word) ? [word] : [patchOf(word)];
  });
}

const countOf = (findings, kinds) => findings.filter(({ kind }) => kinds.includes(kind)).length;
const wide = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
const pad = (text, width) => text + ' '.repeat(Math.max(0, width - wide(text)));

function tellRow(row) {
  if (values.json) return console.log(JSON.stringify({ browser: values.browser, width: Number(values.width), ...row }));
  const name = pad(`${row.page} · ${row.aid}`, 58);
  if (row.failed !== undefined) return console.log(`${name} failed: ${row.failed}`);
  const restored = countOf(row.findings, ['not restored']) === 0 ? 'yes' : 'NO';
  const cells = COLUMNS.map(([, ...kinds]) => String(countOf(row.findings, kinds) || '·').padStart(9));
  console.log(`${name}${String(row.texts).padStart(6)}${cells.join('')}${(values['no-restore'] ? '·' : restored).padStart(9)}${String(row.ms).padStart(8)}`);
  if (!values.detail) return undefined;
  for (const { kind, text, detail, selector } of row.findings) console.log(`    ${pad(kind, 16)} ${pad(text.slice(0, 24), 34)} ${pad(detail, 44)} ${selector}`);
  return undefined;
}

const { sweep, sweepPages } = await loadSweep();
const all = sweepPages(values.folder.map((folder) => resolve(folder)));
const pages = positionals.length === 0 ? all : all.filter(({ id }) => positionals.some((start) => id.startsWith(start)));
if (pages.length === 0) {
  console.error(`No such page. There are: ${all.map(({ id }) => id).join(' ')}`);
  process.exit(1);
}
if (!values.json) console.log(`${pad(`${values.browser}, ${values.width} px`, 58)}${'texts'.padStart(6)}${COLUMNS.map(([head]) => head.padStart(9)).join('')}${'restored'.padStart(9)}${'ms'.padStart(8)}`);
const sums = new Map();
const width = Number(values.width);
const options = {
  aids: aidsOf(values.aid),
  browser: values.browser,
  width,
  height: Number(values.height ?? (width < 600 ? 640 : 800)),
  pixels: !values['no-pixels'],
  workers: Number(values.workers),
  restore: !values['no-restore'],
  ...(values.shots === undefined ? {} : { shots: resolve(values.shots) }),
};
await sweep(pages, options, (row) => {
  tellRow(row);
  for (const { kind } of row.findings) sums.set(kind, (sums.get(kind) ?? 0) + 1);
  if (row.failed !== undefined) sums.set('failed pages', (sums.get('failed pages') ?? 0) + 1);
});
if (!values.json) console.log(`\n${sums.size === 0 ? 'nothing found' : [...sums].map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
