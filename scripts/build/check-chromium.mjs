// What the Chrome Web Store and Edge Add-ons would refuse, or Chromium would warn of, in a folder with an extension: there is no checker of
// theirs to ask. Firefox: check-firefox.mjs.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** https://developer.chrome.com/docs/extensions/reference/manifest; Chromium names any other key in a warning. */
const KEYS = new Set(
  ('manifest_version name short_name description version version_name default_locale minimum_chrome_version author homepage_url icons action background ' +
    'content_scripts content_security_policy commands externally_connectable host_permissions incognito omnibox optional_host_permissions ' +
    'optional_permissions options_page options_ui permissions sandbox side_panel storage tts_engine web_accessible_resources').split(' '),
);
/** https://developer.chrome.com/docs/extensions/reference/permissions-list: those that need no word of warning at install, and are enough for us. */
const PERMISSIONS = new Set(['activeTab', 'alarms', 'contextMenus', 'offscreen', 'scripting', 'storage', 'tts', 'ttsEngine']);
/** In characters. https://developer.chrome.com/docs/extensions/reference/manifest/name and …/description */
const LONGEST = { name: 75, description: 132 };
const MOST_SUGGESTED_KEYS = 4;
const MESSAGE = /__MSG_(\w+)__/g;

/** @param {string} file @returns {{ width: number, height: number } | null} null if it is no PNG */
export function pngSize(file) {
  const bytes = readFileSync(file);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** @returns {Record<string, Record<string, { message: string }>>} the messages of each language */
function localesOf(folder) {
  const home = join(folder, '_locales');
  if (!existsSync(home)) return {};
  return Object.fromEntries(readdirSync(home).map((locale) => [locale, JSON.parse(readFileSync(join(home, locale, 'messages.json'), 'utf8'))]));
}

/** Files that a manifest names, wherever it does. */
function namedFiles(manifest) {
  const { icons = {}, action = {}, background = {}, content_scripts = [], options_ui = {}, options_page } = manifest;
  const parts = content_scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  return [...Object.values(icons), ...Object.values(action.default_icon ?? {}), action.default_popup, background.service_worker, ...parts, options_ui.page, options_page].filter((one) => one !== undefined);
}

function checkKeys({ permissions = [], optional_permissions = [], commands = {}, version, ...rest }, say) {
  for (const key of Object.keys(rest)) if (!KEYS.has(key)) say(`the key ${key} is none of Chromium's`);
  for (const one of [...permissions, ...optional_permissions]) if (!PERMISSIONS.has(one)) say(`the permission ${one} is not among those that we ask for`);
  if (!/^\d{1,5}(\.\d{1,5}){0,3}$/.test(version)) say(`the version ${version} is not one to four numbers`);
  const keys = Object.values(commands).flatMap(({ suggested_key }) => Object.values(suggested_key ?? {}));
  const suggested = Object.values(commands).filter(({ suggested_key }) => suggested_key !== undefined).length;
  if (suggested > MOST_SUGGESTED_KEYS) say(`${suggested} commands suggest keys, ${MOST_SUGGESTED_KEYS} may`);
  // On many keyboards Ctrl+Alt is AltGr, with which people write.
  for (const key of keys) if (/Ctrl\+Alt|Alt\+Ctrl/.test(key) || !/^((Alt|Ctrl|Command|MacCtrl)(\+Shift)?)\+([A-Z0-9]|Comma|Period|Home|End|PageUp|PageDown|Space|Insert|Delete|Up|Down|Left|Right)$/.test(key)) say(`the key ${key} cannot be suggested`);
}

function checkIcons(folder, { icons = {}, action = {} }, say) {
  for (const size of ['16', '32', '48', '128']) if (icons[size] === undefined) say(`an icon of ${size} pixels is missing`);
  for (const [size, file] of [...Object.entries(icons), ...Object.entries(action.default_icon ?? {})]) {
    if (!existsSync(join(folder, file))) continue;
    const found = pngSize(join(folder, file));
    if (found?.width !== Number(size) || found.height !== Number(size)) say(`${file} is not a PNG of ${size} × ${size} pixels`);
  }
}

function checkWords(folder, manifest, say) {
  const locales = localesOf(folder);
  const used = [...JSON.stringify(manifest).matchAll(MESSAGE)].map(([, key]) => key);
  if (manifest.default_locale === undefined ? Object.keys(locales).length > 0 || used.length > 0 : locales[manifest.default_locale] === undefined) say('default_locale names no folder in _locales, or there is none');
  const keys = new Set(Object.values(locales).flatMap((words) => Object.keys(words)));
  for (const [locale, words] of Object.entries(locales)) {
    for (const key of new Set([...keys, ...used])) if (!words[key]?.message?.trim()) say(`_locales/${locale} has no word for ${key}`);
  }
  const shown = Object.keys(locales).length > 0 ? Object.entries(locales) : [['', {}]];
  for (const [locale, words] of shown) {
    for (const [part, most] of Object.entries(LONGEST)) {
      const text = String(manifest[part] ?? '').replace(MESSAGE, (_, key) => words[key]?.message ?? '');
      if (text === '' || [...text].length > most) say(`${part} ${locale} has ${[...text].length} characters, 1 to ${most} may be`);
    }
  }
}

function checkFiles(folder, manifest, say) {
  for (const file of namedFiles(manifest)) if (!existsSync(join(folder, file))) say(`the manifest names ${file}, which is not there`);
  const all = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll('\\', '/'));
  for (const path of all) if (/(^|\/)_/.test(path) && !/^_locales(\/|$)/.test(path)) say(`${path}: Chromium keeps names that begin with _ for itself`);
  for (const path of all.filter((one) => /\.html$/.test(one) && !one.startsWith('source/'))) {
    const text = readFileSync(join(folder, path), 'utf8');
    if (/<script(?![^>]*\ssrc=)[^>]*>|\son\w+\s*=|(?:src|<link[^>]*href)\s*=\s*["']?(?:https?:)?\/\//i.test(text)) say(`${path}: a script of its own, or a file from elsewhere`);
  }
}

/**
 * @param {string} folder an extension for Chromium
 * @returns {string[]} what is wrong, a sentence each
 */
export function checkChromium(folder) {
  const found = [];
  const say = (text) => found.push(`${text} (${folder})`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (manifest.manifest_version !== 3) say('the stores take manifest_version 3 alone');
  checkKeys(manifest, say);
  checkIcons(folder, manifest, say);
  checkWords(folder, manifest, say);
  checkFiles(folder, manifest, say);
  return found;
}
