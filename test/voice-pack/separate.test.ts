// @vitest-environment node
// The voice pack is another program, under another licence: nothing of it is in Mingdu's own files, and it carries what its licence asks for.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { foreignInputs, foreignPackages } from '../../scripts/build/foreign.mjs';
import { VOICE_PACK_BYTES } from '../../widget/host';
import { DIST } from '../support/product';
import { hasVoicePack, VOICE_FILE } from '../support/voice-worker';

const OWN = ['widget', 'extension-chromium', 'extension-firefox'].filter((name) => existsSync(join(DIST, name)));
const PACKS = ['voice-pack', 'voice-pack-chromium', 'voice-pack-firefox'];
/** What the engine's program and data cannot be without, however they are packed; its mere name stands in names of voices too. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['its interface', /eSpeakNG|espeak_EVENT|_emscripten_bind/],
  ['the names of its data', /espeak-ng-data|phonindex|phontab|intonations|cmn_dict/],
  ['its runtime', /FS_createPath|getPreloadedPackage|isWasm2js/],
  ['WebAssembly', /\0asm|AGFzbQ|WebAssembly\.(instantiate|compile)/],
  ['packed data', /[A-Za-z0-9+/]{20000}/],
  ['its licence', /GPL/],
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
const marksIn = (path: string) => MARKS.filter(([, mark]) => mark.test(readFileSync(path, 'latin1'))).map(([what]) => what);

describe("Mingdu's own files", () => {
  it.skipIf(OWN.length === 0)('hold nothing of the voice pack', () => {
    const files = OWN.flatMap((name) => filesBelow(join(DIST, name)));
    expect(files.length).toBeGreaterThan(50);
    // The tables of pinyin are long words of letters, too, but ours.
    const marked = files.filter((path) => !/mingdu-pack-pinyin(\.[0-9a-f]{8})?\.js$/.test(path)).flatMap((path) => marksIn(path).map((what) => `${relative(DIST, path)}: ${what}`));
    expect(marked).toEqual([]);
    expect(files.filter((path) => /\.(wasm|data)$|mingdu-voice/.test(path))).toEqual([]);
  });

  it.skipIf(!hasVoicePack())('would be found out', () => {
    expect(marksIn(VOICE_FILE)).toEqual(expect.arrayContaining(['its interface', 'the names of its data', 'its runtime', 'packed data', 'its licence']));
  });

  it('are refused by the build when they take it in', () => {
    const good = ['shared/speech/pack/protocol.ts', 'widget/voice-pack.ts', 'extension/voice-pack.ts', 'node_modules/preact/dist/preact.js'];
    const bad = ['voice-pack/input.ts', './voice-pack/voice.ts', 'voice-pack/node_modules/@echogarden/x/y.js', 'node_modules/text2wav/index.js', 'node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.js', 'node_modules/phonemizer/dist/x.js'];
    expect(foreignInputs([...good, ...bad])).toEqual(bad);
  });

  it('come from no package that hides the engine under another licence', () => {
    const lock = JSON.parse(readFileSync(join(DIST, '../package-lock.json'), 'utf8')) as { packages: Record<string, unknown> };
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(foreignPackages(lock)).toEqual([]);
    expect(foreignPackages({ packages: { 'node_modules/a/node_modules/text2wav': {}, 'node_modules/phonemizer': {}, 'node_modules/kokoro-js': {}, 'node_modules/speak': {} } })).toHaveLength(3);
  });
});

describe.skipIf(!hasVoicePack())('the voice pack', () => {
  it.each(PACKS)('%s carries its licence, its notices, and where its source is', (name) => {
    const read = (file: string) => readFileSync(join(DIST, name, file), 'utf8');
    expect(read('LICENSE')).toContain('GNU GENERAL PUBLIC LICENSE');
    expect(read('LICENSE').length).toBeGreaterThan(30_000);
    expect(read('NOTICES.md')).toMatch(/eSpeak NG[\s\S]*modified/);
    expect(read('README.md')).toContain('@echogarden/espeak-ng-emscripten');
    expect(read('README.md')).toContain('0.3.5');
    for (const file of ['voice-pack/cut.mjs', 'voice-pack/build.mjs', 'voice-pack/package-lock.json', 'voice-pack/voice.ts', 'shared/speech/pack/protocol.ts']) expect(read(`source/${file}`)).not.toBe('');
    expect(existsSync(join(DIST, name, 'source/voice-pack/node_modules'))).toBe(false);
  });

  it('is at most 1.4 MB gzipped with all its texts, and about as much as the reader is told', () => {
    const sizes = filesBelow(join(DIST, 'voice-pack')).map((path) => gzipSync(readFileSync(path), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_400_000);
    expect(Math.abs(gzipSync(readFileSync(VOICE_FILE)).length / VOICE_PACK_BYTES - 1)).toBeLessThan(0.05);
  });

  it('pins the one package that it is made of', () => {
    const lock = JSON.parse(readFileSync(join(DIST, '../voice-pack/package-lock.json'), 'utf8')) as { packages: Record<string, { version?: string; integrity?: string }> };
    expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/@echogarden/espeak-ng-emscripten']);
    expect(lock.packages['node_modules/@echogarden/espeak-ng-emscripten']).toMatchObject({ version: '0.3.5', integrity: expect.stringMatching(/^sha512-/) });
  });
});
