// Makes sure that Chromium, Firefox and a Chinese font are there for the browser tests. Plain Node, no package.
// On Debian as root it installs what is missing; elsewhere it says what to install. Packages of npm: ensure.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Where each browser's program may be, best first; the environment variable goes before the list. */
const PROGRAMS = {
  chromium: { variable: 'CHROMIUM_BIN', paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] },
  firefox: { variable: 'FIREFOX_BIN', paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'] },
};

/**
 * @param {'chromium' | 'firefox'} name
 * @returns {string | undefined} the browser's program, if it is installed
 */
export function findBrowser(name) {
  const { variable, paths } = PROGRAMS[name];
  const chosen = process.env[variable];
  return [...(chosen ? [chosen] : []), ...paths].find((path) => existsSync(path));
}

/** @returns {boolean} whether Chinese is drawn as characters and not as boxes */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.error === undefined) return listed.stdout.trim() !== '';
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

/** @returns {string[]} Debian packages that are missing */
function missingPackages() {
  const missing = [];
  if (findBrowser('chromium') === undefined) missing.push('chromium');
  if (findBrowser('firefox') === undefined) missing.push('firefox-esr');
  if (!hasChineseFont()) missing.push('fonts-noto-cjk');
  return missing;
}

/** @returns {boolean} whether apt-get can be used here without asking anybody */
function mayInstall() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** @param {string[]} words @returns {boolean} whether apt-get succeeded */
function runApt(words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

/**
 * Installs what is missing where that is possible.
 * @throws {Error} whose message says what to install, in Chinese and English
 */
export function ensureBrowsers() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (mayInstall()) {
    console.log(`正在安装测试用的浏览器和字体：${missing.join(' ')} / Installing what the browser tests need …`);
    // Lists may be old but good enough: a failing update (no network to one source) is not yet a failure.
    runApt(['update', '-q']);
    if (runApt(['install', '-y', '-q', '--no-install-recommends', ...missing]) && missingPackages().length === 0) return;
  }
  const names = { chromium: 'Chromium', 'firefox-esr': 'Firefox ESR', 'fonts-noto-cjk': '中文字体 Noto Sans CJK' };
  const list = missing.map((name) => names[name]).join('、');
  throw new Error(
    `浏览器测试还缺：${list}。请先安装（Debian：apt-get install ${missing.join(' ')}），` +
      '或用环境变量 CHROMIUM_BIN、FIREFOX_BIN 指出程序的位置，再运行一次。\n' +
      `The browser tests need ${missing.join(', ')}: install them (Debian: apt-get install ${missing.join(' ')}), ` +
      'or name the programs in CHROMIUM_BIN and FIREFOX_BIN, and run this again.',
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    ensureBrowsers();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
