// Names that hold a hash of the content, so that a file may be kept for ever and two versions never mix; and how to find such a file by its plain
// name. Not for what a browser checks (integrity.mjs).
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {string} name a file's plain name, `mingdu-aid-speech.js`
 * @param {string} content
 * @returns {string} `mingdu-aid-speech.0123abcd.js`
 */
export function hashedName(name, content) {
  return name.replace(/\.js$/, `.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.js`);
}

/** @param {string} name of a file, hashed or not @returns {string} its plain name */
export function plainName(name) {
  return name.replace(/\.[0-9a-f]{8}\.js$/, '.js');
}

/**
 * @param {string} folder one that the build wrote
 * @param {string} name a path below it, whose last part is a plain name
 * @returns {string} the path as it is there, from the folder on
 * @throws {Error} where there is none, or more than one
 */
export function findBuilt(folder, name) {
  if (existsSync(join(folder, name))) return name;
  const home = dirname(name);
  const there = existsSync(join(folder, home)) ? readdirSync(join(folder, home)) : [];
  const found = there.map((file) => join(home, file)).filter((path) => plainName(path) === name);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${join(folder, name)}: ${found.length === 0 ? 'not there; run npm run build' : `there more than once: ${found.join(', ')}`}`);
  return only;
}

/**
 * @param {Readonly<Record<string, string>>} named hashed names by plain ones, without `.js`
 * @returns {Record<string, string>} the hashes alone, in the order of the names
 */
export function hashesOf(named) {
  const rows = Object.entries(named).filter(([plain, name]) => plain !== name).map(([plain, name]) => [plain, name.slice(plain.length + 1)]);
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}
