// What reviewers do: unpack the source archive into another folder that is no repository, build there, and get the same bytes. Needs dist/, as
// all tests here do, and no browser. What an archive is made of: test/scripts/pack.test.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles, zipFolder, zipOf } from '../../scripts/build/pack.mjs';
import { DIST } from '../support/product';

const ROOT = process.cwd();
const BUILD_MS = 240_000;
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const FOLDERS = { chromium: 'extension-chromium', firefox: 'extension-firefox', widget: 'widget', 'voice-pack-chromium': 'voice-pack-chromium', 'voice-pack-firefox': 'voice-pack-firefox' };

describe('npm run package from the source archive', () => {
  let home: string;
  let source: Uint8Array;
  let said: string;

  beforeAll(() => {
    home = join(mkdtempSync(join(tmpdir(), 'mingdu-package-')), '源码 source');
    source = zipOf(ROOT, sourceFiles(ROOT));
    for (const [path, bytes] of Object.entries(unzipSync(source))) {
      mkdirSync(join(home, dirname(path)), { recursive: true });
      writeFileSync(join(home, path), bytes);
    }
    // What `npm ci` would install, without the registry.
    symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(home, 'node_modules'));
    const voice = join(ROOT, 'voice-pack/node_modules');
    if (existsSync(voice)) symlinkSync(realpathSync(voice), join(home, 'voice-pack/node_modules'));
    const run = spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: home, encoding: 'utf8', env: { ...process.env, TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' } });
    said = run.stdout + run.stderr;
    expect(run.status, said).toBe(0);
  }, BUILD_MS);
  afterAll(() => rmSync(dirname(home), { recursive: true, force: true }));

  const made = (name: string) => readFileSync(join(home, `dist/mingdu-${name}-${version}.zip`));

  it.each(Object.entries(FOLDERS).filter(([, folder]) => existsSync(join(DIST, folder))))('makes the same %s archive, byte for byte', (name, folder) => {
    const wanted = Buffer.from(zipFolder(join(DIST, folder)));
    const names = (bytes: Uint8Array) => Object.keys(unzipSync(bytes));
    // First what differs, for whoever reads a failure.
    expect(names(made(name))).toEqual(names(wanted));
    const files = unzipSync(made(name));
    expect(Object.entries(unzipSync(wanted)).filter(([path, bytes]) => !Buffer.from(bytes).equals(files[path] ?? Buffer.alloc(0))).map(([path]) => path)).toEqual([]);
    expect(made(name).equals(wanted)).toBe(true);
    expect(names(wanted)).toContain(name === 'widget' ? 'mingdu.js' : 'manifest.json');
  });

  it('makes the same source archive again', () => {
    expect(made('source').equals(Buffer.from(source))).toBe(true);
  });

  it.skipIf(!existsSync(join(DIST, 'voice-pack-firefox')))('keeps the licence, the notices and the source of the voice pack in its archives', () => {
    for (const name of ['voice-pack-chromium', 'voice-pack-firefox']) {
      const files = unzipSync(made(name));
      expect(new TextDecoder().decode(files['LICENSE'])).toContain('GNU GENERAL PUBLIC LICENSE');
      expect(new TextDecoder().decode(files['NOTICES.md'])).toContain('eSpeak NG');
      expect(Object.keys(files)).toEqual(expect.arrayContaining(['source/voice-pack/build.mjs', 'source/voice-pack/cut.mjs', 'source/voice-pack/package-lock.json']));
    }
  });

  it('says what it made, and its checksums', () => {
    for (const name of ['chromium', 'firefox', 'widget', 'source']) expect(said).toMatch(new RegExp(`dist/mingdu-${name}-${version}\\.zip +\\d+ kB +sha256 [0-9a-f]{64}`));
  });
});
