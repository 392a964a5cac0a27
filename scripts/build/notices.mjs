// The notices of what is bundled: every package in "dependencies" of package.json, and data from elsewhere, with their licence texts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What scripts/pinyin makes its tables from; no code of theirs is bundled. */
const SOURCES_OF_READINGS = ['pinyin-pro', '@pinyin-pro/data'];

function noticeOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE'].map((one) => join(folder, one)).find((path) => existsSync(path));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8').trim() : `Licence: ${license}`}\n`;
}

/** @returns {string} the text of NOTICES.txt */
export function noticesText(root) {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = Object.keys(dependencies).map((name) => noticeOf(root, name));
  parts.push(...SOURCES_OF_READINGS.map((name) => `Readings of characters and words, chosen and packed, from\n${noticeOf(root, name)}`));
  const apache = readFileSync(join(root, 'scripts/build/apache-licence.txt'), 'utf8').trim();
  parts.push(`CPP, Chinese Polyphones with Pinyin (kakaobrain/g2pM, Copyright Kakao Brain, Apache-2.0): weights trained on its split "dev"\n\n${apache}\n`);
  const unihan = readFileSync(join(root, 'scripts/build/unicode-licence.txt'), 'utf8').trim();
  parts.push(`Unihan database, property kTGH, 15.0.0: a modified extract (the first-level characters of 通用规范汉字表, packed)\n\n${unihan}\n`);
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return `Mingdu 明读\n\n${own}\n\n${'-'.repeat(72)}\nBundled:\n\n${parts.join(`\n${'-'.repeat(72)}\n`)}`;
}
