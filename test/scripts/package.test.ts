// @vitest-environment node
// The package as somebody gets it who installs it: packed, looked at by the checkers of packages, bundled and type-checked by a project of
// its own. What `load` does in a page is in test/widget/module.test.ts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WINDOWS = process.platform === 'win32';
const BUILT = existsSync(join(ROOT, 'dist/npm/index.js'));

let folder = '';
let site = '';
let tarball = new Uint8Array();
let made: Package;

beforeAll(() => {
  if (!BUILT) return;
  folder = mkdtempSync(join(tmpdir(), 'mingdu-package-'));
  const answer = execFileSync('npm', ['pack', '--ignore-scripts', '--offline', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8', shell: WINDOWS, stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ filename }] = JSON.parse(answer) as [{ filename: string }];
  tarball = new Uint8Array(readFileSync(join(folder, filename)));
  made = createPackageFromTarballData(tarball);
  // Installed, but for its dependencies, which no site's page needs.
  site = join(folder, 'site');
  for (const path of made.listFiles()) {
    const target = join(site, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, made.readFile(path));
  }
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
}, 60_000);
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What TypeScript says about a file of the site, the package's own types looked into as well. */
function complaints(file: string, text: string, module: ts.ModuleKind, moduleResolution: ts.ModuleResolutionKind): string[] {
  const path = join(site, file);
  writeFileSync(path, text);
  const program = ts.createProgram([path], { module, moduleResolution, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [], strict: true, noEmit: true, skipDefaultLibCheck: true });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const USE = `import { load, type MingduApi, type MingduSettings } from 'mingdu';
const made: Promise<MingduApi> = load({ base: '/mingdu/', launcher: false });
void made.then(async (mingdu) => {
  await mingdu.set({ textSize: 150, contrast: 'yellow-on-black' });
  const now: MingduSettings = window.Mingdu.get();
  Mingdu.on('change', ({ patch }) => console.log(patch.pinyin, now.pinyin));
  document.addEventListener('mingdu:error', (event) => console.log(event.detail.message));
});
`;
const CJS_USE = USE.replace(/import \{ load, type MingduApi, type MingduSettings \} from 'mingdu';/, `import mingdu = require('mingdu'); import type { MingduApi, MingduSettings } from 'mingdu'; const { load } = mingdu;`);
const { Node16, ESNext } = ts.ModuleKind;
const { Node16: BY_NODE, Bundler } = ts.ModuleResolutionKind;

describe.skipIf(!BUILT)('the packed package', () => {
  it('holds what its entries name, the widget and the notices of licences; no source, no test, nothing under another licence', () => {
    const names = made.listFiles().map((path) => path.replace('/node_modules/mingdu/', ''));
    for (const name of ['dist/widget/mingdu.js', 'dist/widget/mingdu.d.ts', 'dist/npm/index.js', 'dist/npm/index.cjs', 'README.md', 'LICENSE', 'docs/site-owners.md', 'docs/what-it-changes.md']) expect(names).toContain(name);
    expect(names.some((name) => /^dist\/.*NOTICES/.test(name))).toBe(true);
    expect(names.filter((name) => !/^(dist\/(widget|npm|check)\/|dist\/[\w-]+\.txt$|docs\/[\w-]+\.md$|package\.json$|README\.md$|LICENSE$)/.test(name))).toEqual([]);
    expect(names.filter((name) => /voice-pack\/|mingdu-voice\.js/.test(name))).toEqual([]);
  });

  it('publint finds nothing, not even a suggestion', async () => {
    const { buffer, byteOffset, byteLength } = tarball;
    const { messages } = await publint({ pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) }, strict: true });
    expect(messages).toEqual([]);
  });

  it('the types are right for every way of resolving them', async () => {
    const result = await checkPackage(made);
    if (!result.types) throw new Error('no types found');
    expect(result.problems).toEqual([]);
    expect(Object.keys(result.entrypoints)).toContain('.');
  });

  it.each([
    ['a bundler', 'bundled.ts', USE, ESNext, Bundler],
    ['Node, as an ES module', 'module.mts', USE, Node16, BY_NODE],
    ['Node, as CommonJS', 'common.cts', CJS_USE, Node16, BY_NODE],
  ] as const)('a project that resolves like %s type-checks, and is told of a wrong value', (_, file, text, module, resolution) => {
    expect(complaints(file, text, module, resolution)).toEqual([]);
    const wrong = complaints(file, text.replace('textSize: 150', `textSize: 'large'`), module, resolution);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain(`'string' is not assignable to type 'number'`);
  }, 60_000);

  it('esbuild bundles it: a few lines, and nothing of the product in them', async () => {
    writeFileSync(join(site, 'app.js'), `import { load } from 'mingdu'; load({ base: '/mingdu/' });`);
    const bundle = async (contents: string) => {
      const { outputFiles } = await build({ stdin: { contents, resolveDir: site }, bundle: true, write: false, minify: true, format: 'esm' });
      return outputFiles[0]?.text ?? '';
    };
    const code = await bundle(readFileSync(join(site, 'app.js'), 'utf8'));
    expect(code).toContain('mingdu.js');
    expect(code.length).toBeLessThan(2000);
    // Imported and not used, nothing of it stays.
    expect(await bundle(`import { load } from 'mingdu'; console.log(1);`)).toBe('console.log(1);\n');
  });

  it('can be imported and required where there is no page; load() there says where to call it', () => {
    const run = (...words: string[]) => execFileSync(process.execPath, words, { cwd: site, encoding: 'utf8' }).trim();
    const said = `.load().catch((error) => console.log(error.message))`;
    expect(run('--input-type=module', '-e', `import * as mingdu from 'mingdu'; await mingdu${said}`)).toContain('call it in the browser');
    expect(run('--input-type=commonjs', '-e', `require('mingdu')${said}`)).toContain('call it in the browser');
  });
});
