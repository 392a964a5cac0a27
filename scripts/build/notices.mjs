// The notices of what is bundled, with the licence texts: packages as esbuild says that they are in a bundle, and data from elsewhere by the
// file that holds it. Not for the voice pack's own texts, which are in its folder (voice-pack/).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = `\n${'-'.repeat(72)}\n`;
const LICENCE_FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'COPYING'];

/** Data that was made from somebody's work and lies in a file of ours, or is made by the build: whose notice goes with it. */
const DATA = [
  {
    file: /^shared\/(packs\/pinyin|speech\/homophones-table)/,
    texts: (root) => ['pinyin-pro', '@pinyin-pro/data'].map((name) => `Readings of characters and words, chosen and packed, from\n${noticeOf(root, name)}`),
  },
  {
    file: /^shared\/packs\/pinyin/,
    texts: (root) => [
      `CPP, Chinese Polyphones with Pinyin (kakaobrain/g2pM, Copyright Kakao Brain, Apache-2.0): weights trained on its split "dev"\n\n${read(root, 'scripts/build/apache-licence.txt')}\n`,
      `Unihan database, property kTGH, 15.0.0: a modified extract (the first-level characters of 通用规范汉字表, packed)\n\n${read(root, 'scripts/build/unicode-licence.txt')}\n`,
    ],
  },
  {
    file: /^shared\/i18n\/zh-tw\.ts$/,
    texts: (root) => [`Pairs of simplified and traditional words, as its tables have them, from\n${noticeOf(root, 'opencc-js')}`],
  },
];

const read = (root, file) => readFileSync(join(root, file), 'utf8').trim();

/** @returns {string} name, version and licence of an installed package @throws {Error} where it has no licence: nobody may bundle it then */
function noticeOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = LICENCE_FILES.map((one) => join(folder, one)).find((path) => existsSync(path));
  if (!file && !license) throw new Error(`${name} is bundled, and its package says nothing of a licence`);
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : `Licence: ${license}`}\n`;
}

/**
 * @param {readonly string[]} inputs the files of bundles, as esbuild's metafile names them
 * @returns {string[]} the packages that they belong to, sorted
 */
export function bundledPackages(inputs) {
  const names = inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function noticesFor(root, inputs) {
  const data = DATA.filter(({ file }) => inputs.some((path) => file.test(path)));
  return [...bundledPackages(inputs).map((name) => noticeOf(root, name)), ...data.flatMap(({ texts }) => texts(root))];
}

/**
 * @param {string} root
 * @param {readonly string[]} inputs of all bundles in one folder
 * @returns {string} the text of that folder's NOTICES.txt
 */
export function noticesText(root, inputs) {
  return `Mingdu 明读\n\n${read(root, 'LICENSE')}\n${RULE}Bundled:\n\n${noticesFor(root, inputs).join(RULE)}`;
}

/**
 * @param {string} root
 * @param {Readonly<Record<string, readonly string[]>>} bundles inputs by the path of what was built, from dist/ on
 * @param {boolean} hasVoicePack whether the separate program was built too
 * @returns {string} the text of dist/THIRD-PARTY-NOTICES.txt: what is bundled in anything there, and in which files
 */
export function thirdPartyText(root, bundles, hasVoicePack) {
  const all = Object.values(bundles).flat();
  const whereIs = (name) => Object.keys(bundles).filter((out) => bundledPackages(bundles[out]).includes(name)).sort();
  const where = bundledPackages(all).map((name) => `${name}: ${whereIs(name).join(', ')}`);
  const voice = hasVoicePack
    ? ['voice-pack/, voice-pack-chromium/, voice-pack-firefox/: a separate program under the GPL-3.0-or-later (eSpeak NG); its licence, notices and source are in each of these folders']
    : [];
  const head = ['Mingdu 明读: what is bundled from elsewhere, and its licences. Made by the build from what it bundled.', ...where, ...voice].join('\n\n');
  return `${head}\n${RULE}${noticesFor(root, all).join(RULE)}`;
}
