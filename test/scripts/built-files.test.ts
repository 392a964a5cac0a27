// @vitest-environment node
// What the build wrote into dist/widget/: names that are hashes of the content, the table that the loader's part knows them by, the list that
// browsers can hold them against, and the notices of all that is bundled.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { findBuilt, hashedName, hashesOf, plainName } from '../../scripts/build/hashed.mjs';
import { importMapText, integrityOf } from '../../scripts/build/integrity.mjs';
import { bundledPackages, thirdPartyText } from '../../scripts/build/notices.mjs';
import { builtName, DIST } from '../support/product';

const WIDGET = join(DIST, 'widget');
const isBuilt = existsSync(join(WIDGET, 'mingdu.js'));
const read = (file: string) => readFileSync(join(WIDGET, file), 'utf8');

describe('names with a hash', () => {
  it('are the plain name, and eight digits of the content', () => {
    const name = hashedName('mingdu-aid-x.js', 'text');
    expect(name).toBe(`mingdu-aid-x.${createHash('sha256').update('text').digest('hex').slice(0, 8)}.js`);
    expect(plainName(name)).toBe('mingdu-aid-x.js');
    expect(plainName('mingdu.js')).toBe('mingdu.js');
    expect(hashedName('a.js', 'other')).not.toBe(hashedName('a.js', 'text'));
    expect(hashesOf({ 'b-c': 'b-c.01234567', mingdu: 'mingdu', a: 'a.89abcdef' })).toEqual({ a: '89abcdef', 'b-c': '01234567' });
  });

  it('are found by the plain name, and never one of two', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingdu-names-'));
    expect(() => findBuilt(folder, 'a.js')).toThrow(/not there/);
    writeFileSync(join(folder, 'a.01234567.js'), '');
    expect(findBuilt(folder, 'a.js')).toBe('a.01234567.js');
    writeFileSync(join(folder, 'a.89abcdef.js'), '');
    expect(() => findBuilt(folder, 'a.js')).toThrow(/more than once/);
    writeFileSync(join(folder, 'a.js'), '');
    expect(findBuilt(folder, 'a.js')).toBe('a.js');
  });
});

describe.skipIf(!isBuilt)('the widget as built', () => {
  const scripts = isBuilt ? readdirSync(WIDGET).filter((file) => file.endsWith('.js')).sort() : [];
  const later = scripts.filter((file) => file !== 'mingdu.js');

  it('has a hash of the content in the name of each later file', () => {
    expect(later.length).toBeGreaterThan(30);
    for (const file of later) expect(file).toBe(hashedName(plainName(file), read(file)));
  });

  it('knows them all: the loader what it asks for itself, the runtime the table, the table the others', () => {
    const loader = read('mingdu.js');
    const table = read(builtName('mingdu-files'));
    for (const file of later) {
      const [plain, hash] = [plainName(file).replace('.js', ''), file.split('.')[1] ?? '-'];
      if (plain === 'mingdu-files') continue;
      const isFirst = plain === 'mingdu-main' || plain === 'mingdu-pack-options';
      expect((isFirst ? loader : table).includes(isFirst ? `${plain}.${hash}` : hash), file).toBe(true);
    }
    expect(read(builtName('mingdu-main'))).toContain(builtName('mingdu-files').replace('.js', ''));
  });

  it('lists what browsers can hold each against, and a snippet with the same', () => {
    const list = JSON.parse(read('integrity.json')) as Record<string, string>;
    expect(Object.keys(list)).toEqual(scripts);
    for (const [file, hash] of Object.entries(list)) expect(hash).toBe(`sha384-${createHash('sha384').update(readFileSync(join(WIDGET, file))).digest('base64')}`);
    const snippet = read('integrity-importmap.html');
    const { integrity } = JSON.parse(/<script type="importmap">([^<]*)</.exec(snippet)?.[1] ?? '{}') as { integrity: Record<string, string> };
    expect(integrity).toEqual(Object.fromEntries(later.map((file) => [`/mingdu/${file}`, list[file]])));
    expect(snippet).toContain(`<script async src="/mingdu/mingdu.js" integrity="${list['mingdu.js']}" crossorigin="anonymous"></script>`);
    expect(importMapText({ 'mingdu.js': integrityOf('a'), 'b.js': integrityOf('b') }, '1.0.0')).toContain(integrityOf('b'));
  });

  it('names every package that is bundled in anything of dist/, with its licence', async () => {
    const text = readFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const entries = ['widget/index.ts', 'widget/loader.ts', 'widget/voice-pack.ts', 'extension/index.ts', 'extension/content.ts', 'extension/background.ts', 'extension/popup/popup.ts', 'extension/options/options.tsx', 'shared/packs/pinyin.ts', 'shared/i18n/zh-tw.ts'];
    const { metafile } = await build({ entryPoints: entries, bundle: true, write: false, metafile: true, format: 'esm', outdir: 'x', jsx: 'automatic', jsxImportSource: 'preact', loader: { '.css': 'text' }, external: ['mingdu:*'], logLevel: 'error' });
    const inputs = Object.keys(metafile.inputs);
    const packages = bundledPackages(inputs);
    expect(packages).toEqual(expect.arrayContaining(['preact', 'webextension-polyfill']));
    for (const name of packages) {
      const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string; license: string };
      expect(text).toContain(`${name} ${version} (${license})`);
      expect(text).toContain(readFileSync(`node_modules/${name}/LICENSE`, 'utf8').trim().slice(0, 400));
      expect(text).toMatch(new RegExp(`^${name}: .*mingdu-main\\.js`, 'm'));
    }
    for (const words of ['pinyin-pro', 'Unihan', 'g2pM', 'opencc-js', 'GPL-3.0']) expect(text).toContain(words);
    expect(thirdPartyText(process.cwd(), { 'widget/a.js': ['shared/live.ts'] }, false)).not.toMatch(/preact|GPL/);
  });

  it('has the notices of its own folder', () => {
    expect(read('NOTICES.txt')).toMatch(/preact/);
    expect(read('NOTICES.txt')).not.toMatch(/webextension-polyfill/);
  });
});
