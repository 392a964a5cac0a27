// Writes what of the documentation is made from the code: `npm run docs`. Tests fail where it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guideText } from './build/guide.mjs';
import { changesText, readChanges } from './build/changes.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
writeFileSync(join(ROOT, 'docs/what-it-changes.md'), changesText(await readChanges(ROOT)));
const guide = join(ROOT, 'docs/site-owners.md');
writeFileSync(guide, await guideText(ROOT, readFileSync(guide, 'utf8')));
