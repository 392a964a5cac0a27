// The mutation check: `npm run mutation` for all parts, `npm run mutation -- ledger` or `-- shared/dom/marks.ts` for one. Slow, so that it is
// no part of `npm test`. What is mutated is in mutation/parts.mjs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { keepScores, readScores, unexplained, writePage } from './mutation/page.mjs';
import { PARTS } from './mutation/parts.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const stryker = join(dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')), 'bin/stryker.js');

/** The parts to run, each with the files of it that were asked for. @param {string[]} asked */
function chosen(asked) {
  if (asked.length === 0) return Object.entries(PARTS).map(([name, part]) => ({ name, files: part.files, pure: part.pure }));
  const rows = Object.entries(PARTS).map(([name, part]) => ({ name, files: asked.includes(name) ? part.files : part.files.filter((file) => asked.includes(file)), pure: part.pure }));
  const known = new Set(rows.flatMap(({ name, files }) => [name, ...files]));
  const unknown = asked.filter((one) => !known.has(one));
  if (unknown.length > 0) {
    console.error(`Not in scripts/mutation/parts.mjs: ${unknown.join(', ')}. Parts: ${Object.keys(PARTS).join(', ')}`);
    process.exit(2);
  }
  return rows.filter(({ files }) => files.length > 0);
}

let status = 0;
for (const { name, files, pure } of chosen(process.argv.slice(2))) {
  console.log(`mutation: ${name}, ${files.length} files`);
  const env = { ...process.env, MINGDU_MUTATION_PART: name, MINGDU_MUTATION_FILES: files.join(','), MINGDU_MUTATION_PURE: pure ? '1' : '' };
  const run = spawnSync(process.execPath, [stryker, 'run', 'scripts/mutation/stryker.config.mjs'], { cwd: ROOT, env, stdio: 'inherit' });
  if (run.status !== 0) {
    status = 1;
    continue;
  }
  keepScores(name);
  writePage();
  const left = unexplained(readScores()).filter(({ file }) => files.includes(file));
  for (const { file, line, was, becomes } of left) console.log(`${file}: ${was} → ${becomes || 'nothing'}\n    in ${line}`);
  if (left.length > 0) {
    console.log(`mutation: ${left.length} survivors of ${name} have no reason in scripts/mutation/explained.mjs: a test is missing, code is dead, or the reason is`);
    status = 1;
  }
}
process.exit(status);
