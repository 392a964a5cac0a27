// @vitest-environment node
// Archives for the stores: the same bytes from whatever is the same to a store. That a whole build gives the same: test/browser/package.test.ts.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceFiles, uncommitted, zipFolder } from '../../scripts/build/pack.mjs';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'mingdu-pack-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function folder(name: string, files: readonly (readonly [string, string])[]): string {
  const path = join(work, name);
  for (const [file, text] of files) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}
const FILES = [['manifest.json', '{}'], ['b.js', 'b'.repeat(500)], ['a/c.js', '中文'], ['B.js', 'B']] as const;
const git = (at: string, ...words: string[]) => expect(spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], { cwd: at }).status).toBe(0);

describe('zipFolder', () => {
  it('gives the same bytes whatever the order, dates and modes of the files, in any time zone', () => {
    const one = folder('one', FILES);
    const other = folder('other place', [...FILES].reverse());
    utimesSync(join(other, 'b.js'), 1e9, 1e9);
    chmodSync(join(other, 'a/c.js'), 0o755);
    const first = Buffer.from(zipFolder(one));
    expect(Buffer.from(zipFolder(other)).equals(first)).toBe(true);
    const script = `import { zipFolder } from ${JSON.stringify(join(process.cwd(), 'scripts/build/pack.mjs'))}; process.stdout.write(zipFolder(${JSON.stringify(other)}));`;
    for (const TZ of ['Asia/Shanghai', 'America/New_York']) {
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } });
      expect(stdout.equals(first), TZ).toBe(true);
    }
    writeFileSync(join(other, 'B.js'), 'x');
    expect(Buffer.from(zipFolder(other)).equals(first)).toBe(false);
  });

  it('has all files with the manifest at the root, sorted, and can be read', () => {
    const names = Object.entries(unzipSync(zipFolder(folder('one', FILES)))).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
    expect(names.map(([name]) => name)).toEqual(['B.js', 'a/c.js', 'b.js', 'manifest.json']);
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries(FILES));
  });
});

describe('sourceFiles', () => {
  const SOURCE = [['package.json', '{}'], ['.npmrc', ''], ['shared/a.ts', ''], ['docs/a.md', ''], ['extension/store/notes.md', '']] as const;
  const LEFT_OUT = [['test/a.test.ts', ''], ['docs/screenshots/a.png', ''], ['.ci/run', ''], ['extension/store/a.png', '']] as const;
  const MADE = [['node_modules/x/index.js', ''], ['voice-pack/node_modules/y.js', ''], ['dist/mingdu.js', ''], ['run.log', '']] as const;
  const wanted = SOURCE.map(([name]) => name).sort();

  it('are the same from the repository and from an unpacked archive in which everything has been installed and built', () => {
    const repository = folder('repository', [...SOURCE, ...LEFT_OUT, ...MADE, ['notes of mine.txt', ''], ['.gitignore', 'node_modules\ndist\n*.log\n']]);
    git(repository, 'init', '-q');
    git(repository, 'add', '.', ':!notes of mine.txt');
    git(repository, 'commit', '-q', '-m', 'a');
    const tracked = sourceFiles(repository);
    expect(tracked).toEqual([...wanted, '.gitignore'].sort());
    expect(uncommitted(repository)).toEqual(['?? "notes of mine.txt"']);

    // Within somebody else's repository, as a download may lie.
    const unpacked = join(repository, 'unpacked');
    for (const path of tracked) cpSync(join(repository, path), join(unpacked, path));
    for (const [path] of MADE) cpSync(join(repository, path), join(unpacked, path));
    symlinkSync(join(repository, 'node_modules'), join(unpacked, 'link'));
    expect(sourceFiles(unpacked)).toEqual(tracked);
    expect(uncommitted(unpacked)).toEqual([]);
  });

  it('of this project are all that a build needs, with the words for reviewers, and no tests or pictures of pages', () => {
    const files = sourceFiles(process.cwd());
    for (const path of ['package-lock.json', '.npmrc', 'esbuild.config.mjs', 'scripts/package.mjs', 'manifest.json', 'LICENSE', 'voice-pack/LICENSE', 'docs/build-for-reviewers.md', 'docs/privacy.md']) {
      if (existsSync(path)) expect(files).toContain(path);
    }
    expect(files.filter((path) => /^(test|dist|node_modules)\/|\/node_modules\//.test(path))).toEqual([]);
    expect(files.filter((path) => /\.png$/.test(path) && !/^(extension\/icons|demo)\//.test(path))).toEqual([]);
  });
});
