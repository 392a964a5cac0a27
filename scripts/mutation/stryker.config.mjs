// How the mutation check runs one part of the product (parts.mjs): `npm run mutation` names the part. Stryker changes a copy of the tree,
// never the tree itself. The results lie under reports/, the copy under .stryker-tmp/; neither is kept in the repository.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PARTS } from './parts.mjs';

const name = process.env.MINGDU_MUTATION_PART ?? '';
const part = PARTS[name];
if (!part) throw new Error(`Run it as: npm run mutation -- ${Object.keys(PARTS).join('|')}`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: part.pure ? 'in-process' : 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('in-process.mjs', import.meta.url))],
  // Which tests may notice is said in parts.mjs: all the tests that are related to the ledger are half of all there are.
  vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
  mutate: process.env.MINGDU_MUTATION_FILES?.split(',') ?? [...part.files],
  testFiles: [...part.tests],
  // Tables are data: LEFT_OUT in parts.mjs says which and why.
  mutator: { excludedMutations: process.env.MINGDU_MUTATION_ALL ? [] : [...(part.without ?? [])] },
  coverageAnalysis: 'perTest',
  concurrency: Math.min(2, availableParallelism()),
  // A mutant that loops is told by the count of its steps; the clock is only the second guard, and machines are slow when they are busy.
  timeoutMS: 20_000,
  // What runs in one process is quick, and what only runs while a file is loaded would be taken over unseen.
  incremental: !part.pure,
  incrementalFile: `reports/mutation/${name}.incremental.json`,
  reporters: ['json', 'html', 'clear-text', ...(process.stdout.isTTY ? ['progress'] : [])],
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  clearTextReporter: { logTests: false, allowColor: false, allowEmojis: false },
  // What no unit test of these parts reads. node_modules is linked where it is a folder, and else found above the copy.
  ignorePatterns: ['/dist', '/demo', '/docs', '/voice-pack', '/extension', '/widget', '/.ci'],
};
