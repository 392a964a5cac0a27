// npm run package: builds, asks the checkers, and writes what the stores take into dist/: an archive for each browser, the voice pack's two,
// the widget for site owners, and the source from which Mozilla's reviewers build the same bytes again (docs/build-for-reviewers.md).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, PROJECT } from './ensure.mjs';

const DIST = join(PROJECT, 'dist');
const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));

/** Folder in dist/, what its archive is called, which checker looks at it, if any. The voice pack is built where its package could be had. */
const ARCHIVES = [
  { folder: 'extension-chromium', name: 'mingdu-chromium', browser: 'chromium' },
  { folder: 'extension-firefox', name: 'mingdu-firefox', browser: 'firefox' },
  { folder: 'widget', name: 'mingdu-widget' },
  { folder: 'voice-pack-chromium', name: 'mingdu-voice-pack-chromium', browser: 'chromium', optional: true },
  { folder: 'voice-pack-firefox', name: 'mingdu-voice-pack-firefox', browser: 'firefox', optional: true },
];

/** Writes an archive and says what it is. */
function write(name, bytes) {
  const file = join(DIST, `${name}-${version}.zip`);
  writeFileSync(file, bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`dist/${name}-${version}.zip  ${Math.ceil(bytes.length / 1024)} kB  sha256 ${sum}`);
  return file;
}

async function main() {
  ensurePackages();
  const built = spawnSync(process.execPath, [join(PROJECT, 'esbuild.config.mjs')], { cwd: PROJECT, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('构建没有成功，原因见上。 / The build did not succeed; the reason is above.');
  // Only now: in a fresh clone the packages have just been installed.
  const { sourceFiles, uncommitted, zipFolder, zipOf } = await import('./build/pack.mjs');
  const { checkChromium } = await import('./build/check-chromium.mjs');
  const { checkFirefox } = await import('./build/check-firefox.mjs');

  console.log('');
  const wrong = [];
  for (const { folder, name, browser, optional } of ARCHIVES) {
    const path = join(DIST, folder);
    if (optional && !existsSync(path)) {
      console.warn(`${name}: 没有构建，不打包。 / Not built, so not packed.`);
      continue;
    }
    const file = write(name, zipFolder(path));
    if (browser) wrong.push(...(browser === 'chromium' ? checkChromium(path) : await checkFirefox(file)));
  }
  write('mingdu-source', zipOf(PROJECT, sourceFiles(PROJECT)));
  const changed = uncommitted(PROJECT);
  if (changed.length > 0) {
    console.warn(`\n有还没提交的改动（${changed.length} 处），包里是现在的样子；没有 git add 的新文件不在源码包里。 / ${changed.length} changes are not committed: the archives hold what is there now, and files that git does not know are not in the source archive.`);
  }
  if (wrong.length > 0) throw new Error(`\n商店不会收，原因如下： / The stores would not take this:\n${wrong.join('\n')}`);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
