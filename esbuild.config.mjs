// The build: one body of shared code, packed for the widget and for the extension in two browsers.
// Classic scripts only: esbuild cannot split them, and a plain import() of data would be inlined without a word, so the metafile is asserted on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { borrowedJsx } from './scripts/build/borrowed-jsx.mjs';
import { buildCheck } from './scripts/build/check.mjs';
import { copyExtensionFiles, EXTENSIONS } from './scripts/build/extension.mjs';
import { foreignInputs } from './scripts/build/foreign.mjs';
import { hashedName, hashesOf } from './scripts/build/hashed.mjs';
import { importMapText, integrityOf } from './scripts/build/integrity.mjs';
import { buildModule } from './scripts/build/module.mjs';
import { noticesText, thirdPartyText } from './scripts/build/notices.mjs';
import { preactWithoutMarkup } from './scripts/build/preact-without-markup.mjs';
import { filesPlugin, readRules, rulesPlugin } from './scripts/build/rules.mjs';
import { measure } from './scripts/build/sizes.mjs';
import { typesText } from './scripts/build/types.mjs';
import { chineseStrings, pairsFor } from './scripts/build/zh-tw.mjs';

const ROOT = dirname(fileURLToPath(import.meta.url));
const DIST = join(ROOT, 'dist');
const VERSION = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
/** The oldest browsers in which everything works, if reduced: see "Browsers" in the README. */
const TARGET = ['chrome109', 'firefox115', 'safari16.4'];

const made = await readRules(ROOT);
const { rules, first, ids } = made;
const packs = readdirSync(join(ROOT, 'shared/packs')).flatMap((file) => /^(?!registry)([\w-]+)\.ts$/.exec(file)?.[1] ?? []);

/** What the widget's scripts are called, by their plain names; the loader's stays. */
const named = {};
/** Of each script of the widget, what a browser can hold it against. */
const integrity = {};
/** What is in each bundle, for the notices. */
const inputsOf = {};

/** Bundles one classic script and writes it to every folder; the widget's bear a hash of their content in the name. */
async function bundle(input, out, folders, forbidden) {
  const { outputFiles, metafile } = await build({
    ...(typeof input === 'string' ? { entryPoints: [join(ROOT, input)] } : { stdin: { ...input, resolveDir: ROOT, loader: 'ts' } }),
    absWorkingDir: ROOT,
    outfile: out,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
    plugins: [minifiedCss, preactWithoutMarkup, borrowedJsx(/^(pack-panel|panel-[\w-]+)\.ts$/), rulesPlugin(made, VERSION), filesPlugin(named)],
    logLevel: 'warning',
  });
  const inputs = Object.keys(metafile.inputs);
  for (const folder of folders) inputsOf[`${folder}/${out}`] = inputs;
  const foreign = foreignInputs(inputs);
  if (foreign.length > 0) throw new Error(`${out} must hold nothing of the voice pack, which is under the GPL, but holds ${foreign.join(', ')}`);
  for (const name of forbidden) {
    const found = inputs.find((path) => path.includes(`node_modules/${name}/`));
    if (found) throw new Error(`${out} must not contain ${name}, but holds ${found}`);
  }
  const code = await smaller(outputFiles[0].text);
  for (const folder of folders) {
    const name = folder === 'widget' ? nameInWidget(out, code) : out;
    mkdirSync(dirname(join(DIST, folder, name)), { recursive: true });
    writeFileSync(join(DIST, folder, name), code);
  }
}

/** Notes what a script of the widget is called and holds. */
function nameInWidget(out, code) {
  const name = out === 'mingdu.js' ? out : hashedName(out, code);
  named[out.replace('.js', '')] = name.replace('.js', '');
  integrity[name] = integrityOf(code);
  return name;
}

/** Packed twice more: terser folds what esbuild leaves, about 5 % of the gzipped size, and then what it has left itself. */
async function smaller(code) {
  const options = { ecma: 2020, toplevel: true, compress: { passes: 3, ecma: 2020 }, format: { ascii_only: true, ecma: 2020, comments: false } };
  const once = await minify(code, options);
  return (await minify(once.code, options)).code;
}

/** Names of what a file exports: for `import *` esbuild writes a `for…in`, which finds what old libraries put on every object, too. */
function exportsOf(path) {
  const names = [...readFileSync(path, 'utf8').matchAll(/^export (?:const |function |\{ )(\w+)/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`${path} exports nothing`);
  return names.join(', ');
}

/** Style sheets come as text; their comments and blanks need not travel. */
const minifiedCss = {
  name: 'minified-css',
  setup(api) {
    api.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], write: false, minify: true, target: TARGET, charset: 'utf8' });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};

const LIBRARIES = ['pinyin-pro', 'webextension-polyfill', 'preact'];
const without = (...allowed) => LIBRARIES.filter((name) => !allowed.includes(name));
const everywhere = ['widget', ...EXTENSIONS.map((name) => `extension-${name}`)];
const extensions = everywhere.slice(1);

rmSync(DIST, { recursive: true, force: true });
for (const id of ids) {
  const contents = `import { start } from './shared/features/${id}/start'; import { provide } from './shared/packs/registry'; provide('aid-${id}', { start });`;
  await bundle({ contents, sourcefile: `aid-${id}.ts` }, `mingdu-aid-${id}.js`, everywhere, LIBRARIES);
}
for (const id of ids.filter((one) => existsSync(join(ROOT, `shared/features/${one}/extras`)))) {
  for (const name of readdirSync(join(ROOT, `shared/features/${id}/extras`)).map((file) => file.replace('.ts', ''))) {
    const given = exportsOf(join(ROOT, `shared/features/${id}/extras/${name}.ts`));
    const contents = `import { ${given} } from './shared/features/${id}/extras/${name}'; import { provide } from './shared/packs/registry'; provide('pack-${name}', { ${given} });`;
    await bundle({ contents, sourcefile: `pack-${name}.ts` }, `mingdu-pack-${name}.js`, everywhere, LIBRARIES);
  }
}
const panel = `import { Panel } from './shared/toolbar/panel'; import { Guide } from './shared/toolbar/guide'; import css from './shared/toolbar/panel.css'; import { zhPanel as words } from './shared/i18n/zh-panel'; import { FEATURES as descriptors } from './shared/features/index'; import { KEYS as keys } from './shared/features/cursor/keys';
import { provide } from './shared/packs/registry'; import { use } from 'preact/jsx-runtime'; provide('pack-panel', { Panel: (props) => Panel({ ...props, keys }), Guide: (props) => Guide({ ...props, descriptors }), css, words, descriptors, use });`;
const kit = `import { aidKitScript } from './shared/aid-kit'; import { provide } from './shared/packs/registry'; provide('pack-aids', aidKitScript);`;
await bundle({ contents: kit, sourcefile: 'pack-aids.ts' }, 'mingdu-pack-aids.js', everywhere, LIBRARIES);
const readings = `import { createReadings } from './shared/readings/readings'; import { provide } from './shared/packs/registry'; provide('pack-readings', { createReadings });`;
await bundle({ contents: readings, sourcefile: 'pack-readings.ts' }, 'mingdu-pack-readings.js', everywhere, LIBRARIES);
const edges = `import { createEdges } from './shared/dom/edges'; import { createFrameWork } from './shared/page/frame-work'; import { provide } from './shared/packs/registry'; provide('pack-edges', { createEdges, createFrameWork });`;
await bundle({ contents: edges, sourcefile: 'pack-edges.ts' }, 'mingdu-pack-edges.js', everywhere, LIBRARIES);
const english = `import { en } from './shared/i18n/en'; import { provide } from './shared/packs/registry'; provide('pack-words-en', en);`;
await bundle({ contents: english, sourcefile: 'pack-words-en.ts' }, 'mingdu-pack-words-en.js', everywhere, LIBRARIES);
const pairs = JSON.stringify(pairsFor(chineseStrings(ROOT)));
const traditional = `import { createTurn } from './shared/i18n/zh-tw'; import { provide } from './shared/packs/registry'; provide('pack-words-zh-tw', createTurn(${pairs}));`;
await bundle({ contents: traditional, sourcefile: 'pack-words-zh-tw.ts' }, 'mingdu-pack-words-zh-tw.js', everywhere, LIBRARIES);
await bundle({ contents: panel, sourcefile: 'pack-panel.ts' }, 'mingdu-pack-panel.js', everywhere, LIBRARIES);
for (const { name } of readdirSync(join(ROOT, 'shared/panels'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  // Along an edge, beside other bars of ours.
  const stand = existsSync(join(ROOT, `shared/panels/${name}/stand.ts`)) ? `import { stand } from './shared/panels/${name}/stand';` : 'const stand = undefined;';
  const contents = `${stand} import { Panel } from './shared/panels/${name}/panel'; import { words } from './shared/panels/${name}/words'; import css from './shared/panels/${name}/panel.css';
import look from './shared/panels/look.css'; import { provide } from './shared/packs/registry'; import { use } from 'preact/jsx-runtime';
provide('panel-${name}', { Panel, css: look + css, words, use, stand });`;
  await bundle({ contents, sourcefile: `panel-${name}.ts` }, `mingdu-panel-${name}.js`, everywhere, LIBRARIES);
}
for (const name of packs) await bundle(`shared/packs/${name}.ts`, `mingdu-pack-${name}.js`, everywhere, LIBRARIES);
await bundle('widget/options-script.ts', 'mingdu-pack-options.js', ['widget'], LIBRARIES);
await bundle('widget/voice-pack.ts', 'mingdu-pack-voice.js', ['widget'], LIBRARIES);
// A name is a hash of what holds other names, so these come in this order: the table of names, who asks it, who knows both.
const table = `import { provide } from './shared/packs/registry'; provide('mingdu-files', ${JSON.stringify(hashesOf(named))});`;
await bundle({ contents: table, sourcefile: 'files.ts' }, 'mingdu-files.js', ['widget'], LIBRARIES);
await bundle('widget/index.ts', 'mingdu-main.js', ['widget'], without('preact'));
await bundle('widget/loader.ts', 'mingdu.js', ['widget'], LIBRARIES);
await bundle('extension/index.ts', 'mingdu-main.js', extensions, without('preact', 'webextension-polyfill'));
await bundle('extension/content.ts', 'content.js', extensions, without('webextension-polyfill'));
await bundle('extension/leftovers.ts', 'mingdu-pack-leftovers.js', extensions, LIBRARIES);
await bundle('extension/background.ts', 'background.js', extensions, without('webextension-polyfill'));
for (const [scheme, colours] of Object.entries(first)) {
  const contents = `import { cover } from './extension/cover'; cover(${JSON.stringify(colours)});`;
  await bundle({ contents, sourcefile: `first-${scheme}.ts` }, `mingdu-first-${scheme}.js`, extensions, LIBRARIES);
}
await bundle({ contents: `import { hold } from './extension/cover'; hold();`, sourcefile: 'first-hold.ts' }, 'mingdu-first-hold.js', extensions, LIBRARIES);
if (existsSync(join(ROOT, 'extension/popup/popup.ts'))) {
  await bundle('extension/popup/popup.ts', 'popup/popup.js', extensions.map((folder) => folder), without('webextension-polyfill'));
}
await bundle('extension/options/options.tsx', 'options/options.js', extensions, without('webextension-polyfill', 'preact'));
for (const name of EXTENSIONS) await copyExtensionFiles(ROOT, join(DIST, `extension-${name}`), name, VERSION);
// Its sheet takes in the toolbar's.
const { outputFiles: [sheet] } = await build({ entryPoints: [join(ROOT, 'extension/options/options.css')], bundle: true, write: false, minify: true, target: TARGET, charset: 'utf8' });
for (const folder of extensions) writeFileSync(join(DIST, folder, 'options/options.css'), sheet.text);
writeFileSync(join(DIST, 'widget/mingdu.d.ts'), typesText(rules, made.options));
await buildModule(ROOT, DIST, [rulesPlugin(made, VERSION)]);
inputsOf['check/mingdu.mjs'] = await buildCheck(ROOT, DIST, made, VERSION);
const inOrder = Object.fromEntries(Object.entries(integrity).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(join(DIST, 'widget/integrity.json'), `${JSON.stringify(inOrder, null, 2)}\n`);
writeFileSync(join(DIST, 'widget/integrity-importmap.html'), importMapText(inOrder, VERSION));
for (const folder of everywhere) {
  const own = Object.entries(inputsOf).filter(([out]) => out.startsWith(`${folder}/`));
  writeFileSync(join(DIST, folder, 'NOTICES.txt'), noticesText(ROOT, own.flatMap(([, inputs]) => inputs)));
}

// A program of its own, with a licence of its own; it is made here so that one command makes all.
if (spawnSync(process.execPath, [join(ROOT, 'voice-pack/build.mjs')], { stdio: 'inherit' }).status !== 0) throw new Error('the voice pack could not be built');

writeFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), thirdPartyText(ROOT, inputsOf, existsSync(join(DIST, 'voice-pack'))));

const sizes = measure(DIST);
const { over } = sizes;
console.log(sizes.table);
if (over.length > 0) {
  console.error(`\nOver budget:\n${over.join('\n')}`);
  process.exit(1);
}
