// What the extension's folders hold besides scripts: manifest, messages of the manifest, icons, pages.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { traditionalMessages } from './locales.mjs';
import { privacyPage } from './privacy.mjs';

export const EXTENSIONS = ['chromium', 'firefox'];

/** Copies and writes into a folder that can be loaded as it is. */
export async function copyExtensionFiles(root, folder, browser, version) {
  const { manifestFor } = await import('../manifest.mjs');
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  for (const part of ['_locales', 'icons', 'popup', 'options']) {
    const from = join(root, 'extension', part);
    if (existsSync(from)) cpSync(from, join(folder, part), { recursive: true, filter: (path) => !/\.tsx?$|options\.css$/.test(path) });
  }
  const messages = (locale) => {
    const file = join(root, 'extension/_locales', locale, 'messages.json');
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };
  mkdirSync(join(folder, '_locales/zh_TW'), { recursive: true });
  writeFileSync(join(folder, '_locales/zh_TW/messages.json'), `${JSON.stringify(traditionalMessages(messages('zh_CN'), messages('zh_TW')), null, 2)}\n`);
  writeFileSync(join(folder, 'privacy.html'), privacyPage(readFileSync(join(root, 'docs/privacy.md'), 'utf8')));
  cpSync(join(root, 'extension/privacy.css'), join(folder, 'privacy.css'));
}
