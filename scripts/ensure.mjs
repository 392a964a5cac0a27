// Makes sure that what package-lock.json names is installed, so that one command is enough in a fresh clone.
// Plain Node, no package: it runs before there are any. Browsers are looked after in ensure-browsers.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the current one is. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>} the packages a lock file names, by folder
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Whether node_modules holds what package-lock.json asks for. A lock file that is only newer (git touches it at a
 * checkout) does not count as changed: then the versions are compared, without those for other platforms.
 * @param {string} [project] folder that holds package-lock.json
 * @returns {boolean}
 */
export function packagesAreCurrent(project = PROJECT) {
  const wanted = join(project, 'package-lock.json');
  // npm writes this at the end of an installation: without it, one was interrupted or there was none.
  const present = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  if (statSync(present).mtimeMs >= statSync(wanted).mtimeMs) return true;
  const installed = lockedPackages(present);
  return Object.entries(lockedPackages(wanted)).every(
    ([folder, { version, optional }]) =>
      folder === '' || installed[folder]?.version === version || (optional && !installed[folder]),
  );
}

/**
 * Runs npm, the one that started us if there is one, and shows what it says.
 * @param {string[]} words
 * @returns {boolean} whether it succeeded
 */
function runNpm(words) {
  const ours = process.env['npm_execpath'] ?? '';
  const result = basename(ours).startsWith('npm-cli')
    ? spawnSync(process.execPath, [ours, ...words], { cwd: PROJECT, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: PROJECT, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status === 0;
}

/**
 * Installs the packages with `npm ci` unless they are there.
 * @throws {Error} whose message says what to do, in Chinese and English
 */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  console.log('正在安装依赖（npm ci），约一分钟…… / Installing packages (npm ci), about a minute …');
  // NODE_ENV=production would leave out the build tools.
  if (runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'])) return;
  throw new Error(
    '依赖没有装上。请检查网络和 npm 的 registry 设置，然后再运行一次。\n' +
      'The packages could not be installed. Check the network and npm’s registry setting, then run this again.',
  );
}
