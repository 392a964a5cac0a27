// `npm test`: sets itself up, builds, checks types, runs all tests, and ends with one line, `N passed, N failed`.
// Plain Node so that it starts in a fresh clone; what is tested is in test/.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { ensurePackages, PROJECT } from './ensure.mjs';
import { countTests } from './test-report.mjs';

const MINUTE_MS = 60_000;
const reports = mkdtempSync(join(tmpdir(), 'mingdu-test-'));
const total = { passed: 0, failed: 0 };

/**
 * Runs a Node program of the project and shows what it says.
 * @param {string[]} words program and arguments
 * @param {number} limitMs it is stopped, and has failed, after this time
 * @returns {Promise<boolean>} whether it ended by itself with code 0
 */
function run(words, limitMs) {
  return new Promise((resolve) => {
    // Its own process group: when time is up, the browsers it started end with it.
    const child = spawn(process.execPath, words, {
      cwd: PROJECT,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      // A browser that had to be stopped leaves its profile where it is removed at the end.
      env: { ...process.env, TMPDIR: reports },
    });
    const stop = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    };
    const timer = setTimeout(() => {
      console.error(`没有在 ${limitMs / MINUTE_MS} 分钟内结束，已停止。/ Stopped after ${limitMs / MINUTE_MS} minutes.`);
      stop();
    }, limitMs);
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(code === 0);
    });
  });
}

/** @param {string} title @param {{ passed: number, failed: number }} counts */
function add(title, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed\n`);
}

/** @param {string} title @param {string[]} words @param {number} limitMs */
async function step(title, words, limitMs) {
  console.log(`— ${title}`);
  const good = await run(words, limitMs);
  add(title, good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return good;
}

/** @param {string} project @param {number} limitMs */
async function tests(project, limitMs) {
  console.log(`— ${project} tests`);
  const file = join(reports, `${project}.json`);
  const words = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const good = await run(['node_modules/vitest/vitest.mjs', ...words], limitMs);
  add(`${project} tests`, countTests(readReport(file), good));
}

/** @param {string} file @returns {unknown} the report; undefined when the runner wrote none, which counts as failed */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`no report of the tests: ${String(error)}`);
    return undefined;
  }
}

try {
  await ensurePackages();
  ensureBrowsers();
  const built = await step('build', ['esbuild.config.mjs'], 3 * MINUTE_MS);
  await step('typecheck', ['node_modules/typescript/bin/tsc', '--noEmit'], 3 * MINUTE_MS);
  await tests('unit', 5 * MINUTE_MS);
  if (built) {
    await tests('browser-pages', 25 * MINUTE_MS);
    await tests('browser', 55 * MINUTE_MS);
  } else add('browser tests (not run: the build failed)', { passed: 0, failed: 1 });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  add('setting up', { passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
