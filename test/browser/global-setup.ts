// Before any browser test: the product must have been built. Not a build itself, so that a test never runs on a half-written dist/.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { DIST } from '../support/product';

const NEEDED = ['widget/mingdu.js', 'extension-chromium/manifest.json', 'extension-firefox/manifest.json'];

/** @throws Error that names what is missing and the command that makes it. */
export function setup(): void {
  // The instruments' own checks need no product: `MINGDU_WITHOUT_DIST=1 npx vitest run --project browser support`.
  if (process.env['MINGDU_WITHOUT_DIST'] === '1') return;
  const missing = NEEDED.filter((file) => !existsSync(resolve(DIST, file)));
  if (missing.length > 0) throw new Error(`dist/ lacks ${missing.join(', ')}: run \`npm run build\` first`);
}
