// Packs folders for the stores, the same bytes whenever, wherever and by whomever: sorted names, one date, one mode, and a packer in plain
// JavaScript (zlib's bytes differ from processor to processor). Which folders, and what the archives are called: scripts/package.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** A zip has no time zone and begins in 1980: the fields of this date are the same everywhere. */
const DATE = new Date(1980, 0, 1);
/** A plain file of Unix, rw-r--r--. */
const UNIX = 3;
const PLAIN_FILE = 0o100644 << 16;

/** What a reviewer need not have to build and to read: tests, pictures, what continuous integration runs. */
const LEFT_OUT = [/^test\//, /^docs\/screenshots\//, /^\.ci\//, /^extension\/store\/.*\.png$/];
/** What building leaves behind in a folder that is no repository, and what never belongs to the source. */
const NO_SOURCE = /^(node_modules|dist|\.DS_Store|.*\.log|.*~)$/;

/** By code unit: what a locale thinks of the order is no matter. */
const byName = (a, b) => (a < b ? -1 : Number(a > b));

/** @param {string} folder @param {(name: string) => boolean} [skips] @returns {string[]} paths of files below the folder, with slashes; no links */
function filesBelow(folder, skips = () => false, before = '') {
  return readdirSync(join(folder, before), { withFileTypes: true }).flatMap((entry) => {
    const path = before + entry.name;
    if (skips(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(folder, skips, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

/**
 * @param {string} folder
 * @param {readonly string[]} paths of files below it
 * @returns {Uint8Array} the archive
 */
export function zipOf(folder, paths) {
  const sorted = [...paths].sort(byName);
  return zipSync(Object.fromEntries(sorted.map((path) => [path, [readFileSync(join(folder, path)), { mtime: DATE, os: UNIX, attrs: PLAIN_FILE, level: 9 }]])));
}

/** @param {string} folder with a manifest.json in it @returns {Uint8Array} all of it as an archive with the manifest at its root */
export function zipFolder(folder) {
  return zipOf(folder, filesBelow(folder));
}

/** @param {string} root @returns {string[] | null} what git knows in this folder; null where it is no repository of its own */
function trackedFiles(root) {
  const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const top = git('rev-parse', '--show-toplevel');
  // An unpacked archive may lie within somebody's repository.
  if (top.status !== 0 || realpathSync(top.stdout.trim()) !== realpathSync(root)) return null;
  return git('ls-files', '-z').stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/**
 * The files of the source archive, from which everything is built anew (docs/build-for-reviewers.md): from git, or in an unpacked
 * archive, which is no repository, all that building did not make.
 * @param {string} root the project's folder
 * @returns {string[]} sorted paths
 */
export function sourceFiles(root) {
  const isHidden = (path) => /^\.[^/]+\//.test(path);
  const paths = trackedFiles(root) ?? filesBelow(root, (name) => NO_SOURCE.test(name)).filter((path) => !isHidden(path));
  return paths.filter((path) => !LEFT_OUT.some((one) => one.test(path))).sort(byName);
}

/** @param {string} root @returns {string[]} what stands in the source folder and not in git's last commit; none where there is no git */
export function uncommitted(root) {
  if (trackedFiles(root) === null) return [];
  return spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).stdout.split('\n').filter(Boolean);
}
