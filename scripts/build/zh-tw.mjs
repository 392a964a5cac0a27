// Finds, for every Chinese word of ours, how it is written and said in Taiwan: opencc-js decides, but for the list below, and what comes out
// is the least set of pairs by which shared/i18n/zh-tw.ts does the same in the page. A word that it could not turn fails the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';

/** What the converter does not know, or knows otherwise than one says it to a reader of 75. */
export const OWN = {
  '“': '「',
  '”': '」',
  台: '台',
  嗓音: '嗓音',
  回车: 'Enter 鍵',
  撤销: '復原',
  打开: '打開',
  网页: '網頁',
  鼠标: '滑鼠',
  普通话: '普通話',
  工具栏: '工具列',
  简体: '簡體',
  繁体: '繁體',
  链接: '連結',
  黑底: '黑底',
  保存: '儲存',
  字体: '字體',
  谷歌: 'Google',
  安卓: 'Android ',
  火狐浏览器: ' Firefox ',
};

const HAN = /\p{Script=Han}/u;

/** The files that hold words of ours. */
function wordFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return wordFiles(path);
    return /^(.*-)?words\.ts$|^zh-[\w-]+\.ts$|^keys\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** Every string with a Han character in the tables of words. */
export function chineseStrings(root) {
  const found = new Set();
  for (const path of ['shared', 'extension'].flatMap((folder) => wordFiles(join(root, folder)))) {
    for (const [, text] of readFileSync(path, 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'/g)) if (HAN.test(text)) found.add(text.replace(/\\n/g, '\n'));
  }
  return [...found];
}

const convert = Converter({ from: 'cn', to: 'twp' });
const OWN_PARTS = new RegExp(`(${Object.keys(OWN).sort((a, b) => b.length - a.length).join('|')})`);

/** How a string should read. */
export function traditional(text) {
  return text.split(OWN_PARTS).map((part, index) => (index % 2 ? OWN[part] : convert(part))).join('');
}

function turner(pairs) {
  const known = new RegExp(Object.keys(pairs).sort((a, b) => b.length - a.length).join('|') || '(?!)', 'g');
  return (text) => text.replace(known, (one) => pairs[one]);
}

/** The commonest target of each character, where it is not the character itself. */
function singles(pieces) {
  const seen = new Map();
  for (const piece of pieces) {
    const target = convert(piece);
    if (target.length !== piece.length) continue;
    [...piece].forEach((char, index) => {
      const counts = seen.get(char) ?? new Map();
      seen.set(char, counts.set(target[index], (counts.get(target[index]) ?? 0) + 1));
    });
  }
  return Object.fromEntries([...seen].map(([char, counts]) => [char, [...counts].sort((a, b) => b[1] - a[1])[0][0]]).filter(([char, target]) => char !== target));
}

/** The part in which two strings of the same source differ, with so many characters around it. */
function differing(piece, wanted, got, around) {
  if (wanted.length !== piece.length || got.length !== piece.length || around > 3) return [piece, wanted];
  const at = [...wanted].findIndex((char, index) => char !== got[index]);
  const [start, end] = [Math.max(0, at - around), at + around + 1];
  return [piece.slice(start, end), wanted.slice(start, end)];
}

/**
 * @param strings all that has to come out right
 * @returns the pairs
 */
export function pairsFor(strings) {
  const pieces = [...new Set(strings.flatMap((text) => text.split(OWN_PARTS).filter((part, index) => index % 2 === 0 && HAN.test(part))))];
  const pairs = { ...singles(pieces), ...OWN };
  for (let around = 0; around < 6; around += 1) {
    for (const text of strings) {
      for (let tries = 0; tries < 20 && turner(pairs)(text) !== traditional(text); tries += 1) {
        const [from, to] = differing(text, traditional(text), turner(pairs)(text), around + 1);
        if (from in pairs && pairs[from] === to) break;
        pairs[from] = to;
      }
    }
  }
  const wrong = strings.filter((text) => turner(pairs)(text) !== traditional(text));
  if (wrong.length > 0) throw new Error(`zh-TW: no pairs could be found for ${wrong.join(', ')}`);
  // A pair without which everything still comes out right need not travel.
  const used = Object.keys(pairs).filter((key) => strings.some((text) => text.includes(key)));
  return Object.fromEntries(used.map((key) => [key, pairs[key]]));
}
