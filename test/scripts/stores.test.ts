// @vitest-environment node
// What the stores' checkers say of the built extensions: Mozilla's own, and ours for what Chromium's stores refuse; each must also find faults.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChromium } from '../../scripts/build/check-chromium.mjs';
import { checkFirefox } from '../../scripts/build/check-firefox.mjs';
import { zipFolder } from '../../scripts/build/pack.mjs';
import { DIST } from '../support/product';

const isBuilt = existsSync(join(DIST, 'extension-firefox/manifest.json'));
const hasPack = existsSync(join(DIST, 'voice-pack-firefox/manifest.json'));
const LONG_MS = 60_000;
let work: string;

/** A copy of a built folder with another manifest, or other files. */
function spoilt(folder: string, change: (manifest: Record<string, unknown>, path: string) => void): string {
  const path = mkdtempSync(join(work, 'spoilt-'));
  cpSync(join(DIST, folder), path, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  change(manifest, path);
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  return path;
}

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'mingdu-stores-'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(!isBuilt)('for Firefox', () => {
  it('the folder has no error, no warning and no notice', async () => {
    expect(await checkFirefox(join(DIST, 'extension-firefox'))).toEqual([]);
  }, LONG_MS);

  it('nor has the archive', async () => {
    const file = join(work, 'mingdu-firefox.zip');
    writeFileSync(file, zipFolder(join(DIST, 'extension-firefox')));
    expect(await checkFirefox(file)).toEqual([]);
  }, LONG_MS);

  it.skipIf(!hasPack)('nor has the voice pack', async () => {
    expect(await checkFirefox(join(DIST, 'voice-pack-firefox'))).toEqual([]);
  }, LONG_MS);

  it('a fault is found', async () => {
    const path = spoilt('extension-firefox', (manifest, folder) => {
      Object.assign(manifest, { permissions: ['storage', 'tts'] });
      writeFileSync(join(folder, 'popup/popup.js'), 'document.body.innerHTML = location.hash;');
    });
    expect((await checkFirefox(path)).join('\n')).toMatch(/UNSAFE_VAR_ASSIGNMENT in popup\/popup\.js(.|\n)*tts|tts(.|\n)*UNSAFE_VAR_ASSIGNMENT/);
  }, LONG_MS);
});

describe.skipIf(!isBuilt)('for Chromium', () => {
  it('the folders have nothing that the stores refuse', () => {
    expect(checkChromium(join(DIST, 'extension-chromium'))).toEqual([]);
    if (hasPack) expect(checkChromium(join(DIST, 'voice-pack-chromium'))).toEqual([]);
  });

  it.each<[string, (manifest: Record<string, unknown>, folder: string) => void, RegExp]>([
    ['a key of another browser', (manifest) => (manifest['browser_specific_settings'] = {}), /the key browser_specific_settings is none/],
    ['a permission that we do not ask for', (manifest) => (manifest['permissions'] = ['history']), /permission history/],
    ['an icon that is not there', (_, folder) => rmSync(join(folder, 'icons/128.png')), /names icons\/128\.png, which is not there/],
    ['an icon of another size', (_, folder) => cpSync(join(folder, 'icons/16.png'), join(folder, 'icons/48.png')), /48\.png is not a PNG of 48 × 48/],
    ['a size of icon that is missing', (manifest) => (manifest['icons'] = { 16: 'icons/16.png' }), /an icon of 128 pixels is missing/],
    ['a word that one language lacks', (_, folder) => writeFileSync(join(folder, '_locales/en/messages.json'), '{ "name": { "message": "x" } }'), /_locales\/en has no word for description/],
    ['a description that is too long', (manifest) => (manifest['description'] = '长'.repeat(133)), /description en has 133 characters, 1 to 132/],
    ['a language that is not there', (manifest) => (manifest['default_locale'] = 'fr'), /default_locale names no folder/],
    ['a version that is no number', (manifest) => (manifest['version'] = '1.0-beta'), /version 1\.0-beta/],
    ['Ctrl+Alt', (manifest) => (manifest['commands'] = { a: { suggested_key: { default: 'Ctrl+Alt+M' } } }), /Ctrl\+Alt\+M cannot be suggested/],
    ['a fifth suggested key', (manifest) => (manifest['commands'] = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [n, { suggested_key: { default: `Alt+Shift+${n}` } }]))), /5 commands suggest keys/],
    ['a script that is not there', (_, folder) => rmSync(join(folder, 'content.js')), /names content\.js/],
    ['a script within a page', (_, folder) => writeFileSync(join(folder, 'popup/popup.html'), '<script>1</script>'), /popup\.html: a script of its own/],
    ['a file from elsewhere', (_, folder) => writeFileSync(join(folder, 'popup/popup.html'), '<img src="https://www.example.com.cn/a.png">'), /popup\.html: .*from elsewhere/],
    ['a name with _ in front', (_, folder) => writeFileSync(join(folder, '_a.js'), ''), /_a\.js/],
  ])('finds %s', (_, change, told) => {
    expect(checkChromium(spoilt('extension-chromium', change)).join('\n')).toMatch(told);
  });
});
