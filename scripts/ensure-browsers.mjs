// Makes sure that Chromium, Firefox, a Chinese font and Mandarin speech are there for the browser tests. Plain Node, no package.
// On Debian as root it installs what is missing; elsewhere it says what to install. Packages of npm: ensure.mjs.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Where each browser's program may be, best first; the environment variable goes before the list. */
const PROGRAMS = {
  chromium: {
    variable: 'CHROMIUM_BIN',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/microsoft-edge',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_BIN',
    paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
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

/** What real Mandarin needs: Debian's packages by a program or folder of theirs, below one of the folders. */
const SPEECH = {
  'speech-dispatcher': { folders: ['/usr/bin'], name: 'speech-dispatcher' },
  'speech-dispatcher-espeak-ng': { folders: ['/usr/lib/speech-dispatcher-modules', '/usr/libexec/speech-dispatcher-modules'], name: 'sd_espeak-ng' },
  'speech-dispatcher-audio-plugins': { folders: librariesBelow(), name: 'speech-dispatcher' },
  'espeak-ng-data': { folders: [...librariesBelow(), '/usr/share'], name: 'espeak-ng-data' },
  pulseaudio: { folders: ['/usr/bin'], name: 'pulseaudio' },
  'pulseaudio-utils': { folders: ['/usr/bin'], name: 'parec' },
};

/** @returns {string[]} where libraries lie, one folder for each architecture */
function librariesBelow() {
  return existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [];
}

/** @returns {string[]} the packages that real Mandarin still needs; without them its tests say that they are skipped */
export function missingSpeech() {
  return Object.entries(SPEECH).flatMap(([name, { folders, name: file }]) => (folders.some((folder) => existsSync(`${folder}/${file}`)) ? [] : [name]));
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
 * Installs what is missing where that is possible; where it is not, speech may be missing, and its tests are skipped with a word.
 * @throws {Error} whose message says what to install, in Chinese and English
 */
export function ensureBrowsers() {
  const all = () => [...missingPackages(), ...missingSpeech()];
  if (all().length === 0) return;
  if (mayInstall()) {
    console.log(`正在安装测试用的浏览器、字体和语音：${all().join(' ')} / Installing what the browser tests need …`);
    // Nothing of somebody's desktop is taken away for it (another sound server). Lists may be old but good enough: a failing update (no network to one source) is not yet a failure.
    runApt(['update', '-q']);
    if (runApt(['install', '-y', '-q', '--no-install-recommends', '--no-remove', ...all()]) && all().length === 0) return;
    // Where everything can be installed, nothing is skipped.
    refuse(all());
  }
  const speech = missingSpeech();
  if (speech.length > 0) {
    console.warn(
      `没有装：${speech.join(' ')}。真实普通话语音的测试会跳过；要运行它们，请先安装（Debian：apt-get install ${speech.join(' ')}）。\n` +
        `Tests of real Mandarin are skipped: ${speech.join(', ')} not installed (Debian: apt-get install ${speech.join(' ')}).`,
    );
  }
  const missing = missingPackages();
  if (missing.length > 0) refuse(missing);
}

/** @param {string[]} missing packages @throws {Error} always */
function refuse(missing) {
  const names = { chromium: 'Chromium', 'firefox-esr': 'Firefox ESR', 'fonts-noto-cjk': '中文字体 Noto Sans CJK' };
  const list = missing.map((name) => names[name] ?? name).join('、');
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
