// What adapters of peers share: where a package's file is, in node_modules, and how something is clicked. Nothing is fetched.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../ensure.mjs';

/** @returns the path of a package's file, and the version; where it is not installed the file is undefined, which the measuring tells as a row */
export function packageFile(name, path) {
  const folder = join(PROJECT, 'node_modules', name);
  const description = join(folder, 'package.json');
  if (!existsSync(description)) return { file: undefined, version: '(not installed)' };
  return { file: join(folder, path), version: JSON.parse(readFileSync(description, 'utf8')).version };
}

/** Code that clicks as a mouse does: one of the peers takes clicks without a count for a keyboard's, and answers to nothing. */
export const click = (selector) => `document.querySelector('${selector}').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }))`;
