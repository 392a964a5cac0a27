// What the extension's folders hold besides scripts: manifest, messages of the manifest, icons, pages.
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const EXTENSIONS = ['chromium', 'firefox'];

/** Copies and writes into a folder that can be loaded as it is. */
export async function copyExtensionFiles(root, folder, browser, version) {
  const { manifestFor } = await import('../manifest.mjs');
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifestFor(browser, version), null, 2)}\n`);
  for (const part of ['_locales', 'icons', 'popup']) {
    const from = join(root, 'extension', part);
    if (existsSync(from)) cpSync(from, join(folder, part), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  }
}
