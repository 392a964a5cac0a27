// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the voice pack into ../dist: a program of its own beside Mingdu. Installs its one package first; where that cannot be had, it says so
// and builds nothing. `npm run voice-pack`, and at the end of Mingdu's own build.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { gzipSync } from 'fflate';
import { cut } from './cut.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const PACKAGE = '@echogarden/espeak-ng-emscripten';
const FOLDER = join(HERE, 'node_modules', PACKAGE);
const TARGET = ['chrome109', 'firefox115', 'safari16.4'];
/** Texts that go wherever the program goes. */
const TEXTS = ['LICENSE', 'NOTICES.md', 'README.md', 'PROTOCOL.md'];
/** Mingdu's own files (MIT) that this program is built from as well. */
const SHARED = ['protocol.ts', 'playback.ts', 'worker-speech.ts'];

const wanted = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')).dependencies[PACKAGE];
const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** @returns {boolean} whether the package is there, in the version that the lock file names */
function install() {
  const isThere = () => existsSync(join(FOLDER, 'espeak-ng.data')) && versionOf(FOLDER) === wanted;
  if (isThere()) return true;
  console.log(`正在安装语音包所需的 ${PACKAGE} ${wanted}…… / Installing it for the voice pack …`);
  const npm = process.env['npm_execpath'] ?? '';
  const words = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--fetch-retries=1'];
  const ours = basename(npm).startsWith('npm-cli');
  spawnSync(ours ? process.execPath : 'npm', ours ? [npm, ...words] : words, { cwd: HERE, stdio: 'inherit', shell: !ours && process.platform === 'win32' });
  return isThere();
}

/** Bundles one classic script. */
async function bundle(entry, plugins = []) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, entry)],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'ascii',
    // Asked for under Node alone.
    external: ['module'],
    define: { 'import.meta.url': '""' },
    legalComments: 'none',
    banner: { js: `/* Mingdu voice pack, GPL-3.0-or-later. Made with ${PACKAGE} ${wanted}, cut and bundled; see README.md and NOTICES.md */` },
    plugins,
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

/** Serves the package to the bundle: its script with a shorter list of data, and the data. */
function espeak() {
  const { script, data } = cut(readFileSync(join(FOLDER, 'espeak-ng.js'), 'utf8'), readFileSync(join(FOLDER, 'espeak-ng.data')));
  // Not by zlib, whose bytes differ from processor to processor: whoever builds this anew gets the same file.
  const packed = gzipSync(data, { level: 9, mtime: 0 });
  const contents = { 'mingdu:espeak-ng': script, 'mingdu:espeak-ng-data': `export default ${JSON.stringify(Buffer.from(packed).toString('base64'))};` };
  return {
    name: 'espeak-ng',
    setup(api) {
      api.onResolve({ filter: /^mingdu:espeak-ng/ }, ({ path }) => ({ path, namespace: 'espeak-ng' }));
      api.onLoad({ filter: /.*/, namespace: 'espeak-ng' }, ({ path }) => ({ contents: contents[path], loader: 'js' }));
    },
  };
}

/** A folder with the texts that the licence asks for, and our part of the source. */
function folder(name, files) {
  const out = join(ROOT, 'dist', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'source/voice-pack'), { recursive: true });
  mkdirSync(join(out, 'source/shared/speech/pack'), { recursive: true });
  for (const [file, contents] of Object.entries(files)) writeFileSync(join(out, file), contents);
  for (const file of TEXTS) cpSync(join(HERE, file), join(out, file));
  cpSync(HERE, join(out, 'source/voice-pack'), { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
  for (const file of SHARED) cpSync(join(ROOT, 'shared/speech/pack', file), join(out, 'source/shared/speech/pack', file));
  cpSync(join(ROOT, 'LICENSE'), join(out, 'source/shared/LICENSE'));
  return out;
}

/** One of the two extensions: its manifest with Mingdu's version, its scripts, and Mingdu's icons. */
async function extension(browser, worker, scripts) {
  const manifest = JSON.parse(readFileSync(join(HERE, browser, 'manifest.json'), 'utf8'));
  manifest.version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
  const files = { 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n`, 'mingdu-voice.js': worker };
  for (const script of scripts) files[`${script}.js`] = await bundle(`${browser}/${script}.ts`);
  const out = folder(`voice-pack-${browser}`, files);
  for (const page of readdirSync(join(HERE, browser)).filter((file) => file.endsWith('.html'))) cpSync(join(HERE, browser, page), join(out, page));
  cpSync(join(ROOT, 'extension/icons'), join(out, 'icons'), { recursive: true });
}

if (install()) {
  const worker = await bundle('worker.ts', [espeak()]);
  folder('voice-pack', { 'mingdu-voice.js': worker });
  await extension('chromium', worker, ['background', 'offscreen']);
  await extension('firefox', worker, ['background']);
} else {
  console.warn(`语音包没有构建：装不上 ${PACKAGE} ${wanted}。别的都不受影响。 / The voice pack was not built: its package could not be had. Nothing else depends on it.`);
}
