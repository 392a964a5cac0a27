// A test runner for Stryker that runs test files of pure code in its own process: bundled once, evaluated anew for each mutant. Vitest starts a
// world for each, a second or more, and there are thousands. Not for tests that need a document, hooks or fakes: those run in vitest.
import { createRequire } from 'node:module';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, toMutantRunResult, TestStatus } from '@stryker-mutator/api/test-runner';
import { GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
import * as chai from 'chai';
import { build } from 'esbuild';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const expect = Object.assign((/** @type {unknown} */ value, /** @type {string | undefined} */ message) => chai.expect(value, message), chai.expect);
Object.assign(globalThis, { [GLOBAL_EXPECT]: expect });
setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null, expectedAssertionsNumberErrorGen: null }, expect);

/** Stryker takes a mutant for an endless loop that is passed a hundred times as often as the code unchanged in all tests together. Here it is counted in each test alone, so that fewer tell, and sooner than the clock. */
const LOOPS_TOLD_SOONER = 20;
const LEAST_PASSES = 20_000;

/** @typedef {{ id: string, name: string, run: () => unknown }} Test */

/** What the tests import from vitest, collecting into a list. @param {string} file @param {Test[]} tests */
function vitestFor(file, tests) {
  /** @type {string[]} */
  const path = [];
  const named = (/** @type {string} */ title, /** @type {unknown[]} */ row, /** @type {number} */ at) => `${title} ${at + 1}: ${typeof row[0] === 'string' ? row[0].slice(0, 60) : typeof row[0]}`;
  const each = (/** @type {(title: string, run: () => unknown) => void} */ add) => (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ title, /** @type {(...row: unknown[]) => unknown} */ run) =>
    rows.forEach((row, at) => {
      const cells = Array.isArray(row) ? row : [row];
      add(named(title, cells, at), () => run(...cells));
    });
  const it = (/** @type {string} */ title, /** @type {() => unknown} */ run) => {
    const name = [...path, title].join(' ');
    tests.push({ id: `${file}#${tests.length} ${name}`, name, run });
  };
  const describe = (/** @type {string} */ title, /** @type {() => unknown} */ run) => {
    path.push(title);
    run();
    path.pop();
  };
  it.each = each(it);
  describe.each = each(describe);
  return { it, test: it, describe, expect };
}

class InProcessRunner {
  static inject = tokens(commonTokens.options);

  /** @param {{ testFiles?: string[] }} options */
  constructor({ testFiles = [] }) {
    this.files = testFiles;
    /** @type {{ file: string, run: (require: unknown, vitest: unknown) => void }[]} */
    this.bundles = [];
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    for (const file of this.files) {
      const { outputFiles } = await build({
        entryPoints: [file], absWorkingDir: process.cwd(), bundle: true, write: false, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error', loader: { '.css': 'text' }, legalComments: 'none',
        plugins: [
          {
            name: 'vitest-of-ours',
            setup(own) {
              own.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'ours' }));
              own.onLoad({ filter: /.*/, namespace: 'ours' }, () => ({ contents: 'module.exports = mingduVitest;' }));
            },
          },
        ],
      });
      // eslint-disable-next-line no-new-func
      this.bundles.push({ file, run: /** @type {any} */ (new Function('require', 'mingduVitest', 'module', `${outputFiles[0]?.text ?? ''}`)) });
    }
  }

  /** Loads all test files anew and runs their tests, up to the first that fails. @param {ReadonlySet<string> | null} only @param {any} stryker */
  async #run(only, stryker) {
    const results = [];
    for (const { file, run } of this.bundles) {
      if (only && ![...only].some((id) => id.startsWith(`${file}#`))) continue;
      /** @type {Test[]} */
      const tests = [];
      const fail = (/** @type {Test} */ { id, name }, /** @type {unknown} */ error, /** @type {number} */ start) => {
        results.push({ id, name, timeSpentMs: performance.now() - start, status: TestStatus.Failed, failureMessage: String(error) });
      };
      try {
        run(createRequire(`${process.cwd()}/`), vitestFor(file, tests), { exports: {} });
      } catch (error) {
        fail({ id: `${file}#load`, name: 'load', run: () => {} }, error, performance.now());
        return results;
      }
      for (const test of tests) {
        if (only && !only.has(test.id)) continue;
        const start = performance.now();
        Object.assign(stryker, { currentTestId: test.id, hitCount: 0 });
        try {
          await test.run();
          results.push({ id: test.id, name: test.name, timeSpentMs: performance.now() - start, status: TestStatus.Success });
        } catch (error) {
          fail(test, error, start);
          return results;
        } finally {
          stryker.currentTestId = undefined;
        }
      }
    }
    return results;
  }

  async dryRun() {
    const stryker = ((/** @type {any} */ (globalThis).__stryker__) ??= {});
    Object.assign(stryker, { activeMutant: undefined, mutantCoverage: undefined });
    return { status: DryRunStatus.Complete, tests: await this.#run(null, stryker), mutantCoverage: stryker.mutantCoverage };
  }

  /** @param {{ testFilter?: string[], activeMutant: { id: string }, hitLimit?: number }} options */
  async mutantRun({ testFilter, activeMutant, hitLimit }) {
    const stryker = ((/** @type {any} */ (globalThis).__stryker__) ??= {});
    const most = hitLimit && Math.max(LEAST_PASSES, hitLimit / LOOPS_TOLD_SOONER);
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: most });
    // For what runs while a file is loaded Stryker names test files instead of tests.
    const tests = await this.#run(testFilter?.every((id) => id.includes('#')) ? new Set(testFilter) : null, stryker);
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, most) ?? { status: DryRunStatus.Complete, tests });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', /** @type {any} */ (InProcessRunner))];
