// Counts what a test run really did, from the runner's JSON report. Apart from test.mjs so that it can be tested.

/**
 * A file that failed outside its tests (import, beforeAll), a run with no test at all, and a runner that ended badly
 * with nothing to show for it each count as one failure. What was skipped counts as neither.
 * @param {unknown} report the parsed JSON report, or undefined when there is none
 * @param {boolean} endedWell whether the runner ended with code 0
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report, endedWell) {
  let passed = 0;
  let failed = 0;
  for (const file of report?.testResults ?? []) {
    const results = file.assertionResults ?? [];
    const failedHere = results.filter(({ status }) => status === 'failed').length;
    passed += results.filter(({ status }) => status === 'passed').length;
    failed += failedHere === 0 && file.status === 'failed' ? 1 : failedHere;
  }
  if (failed === 0 && (passed === 0 || !endedWell)) failed = 1;
  return { passed, failed };
}

/** A machine that is loaded, and drivers of browsers, fail a test now and then; more than this at once is a fault. */
const MOST_UNSTEADY = 3;

/**
 * Which files are worth a second look: those of a run with a few failed tests. Where more failed, or nothing tells what, none.
 * @param {unknown} report the parsed JSON report, or undefined when there is none
 * @returns {string[]} their paths
 */
export function filesToRepeat(report) {
  const failed = (report?.testResults ?? []).filter((file) => file.status === 'failed');
  return countTests(report, true).failed <= MOST_UNSTEADY ? failed.map(({ name }) => name) : [];
}

/**
 * Puts what a second look at some files found in place of the first. What failed at both stays failed; so does what failed at the second alone.
 * @param {unknown} first the report of all files
 * @param {unknown} second the report of the repeated ones; where there is none, the first stands
 * @returns {{ report: unknown, unsteady: string[] }} the whole report, and the tests that failed first and passed then: each is a defect
 *   of the product or of the test, to be named wherever the sum is
 */
export function settleReports(first, second) {
  const again = new Map((second?.testResults ?? []).map((file) => [file.name, file]));
  const unsteady = [];
  const testResults = first.testResults.map((file) => {
    const repeated = again.get(file.name);
    if (repeated === undefined) return file;
    const now = new Map(repeated.assertionResults.map((one) => [one.fullName, one]));
    for (const { status, fullName } of file.assertionResults) {
      if (status !== 'failed') continue;
      if (now.get(fullName)?.status === 'passed') unsteady.push(fullName);
      // Not run this time is not passed.
      else now.set(fullName, { fullName, status });
    }
    return { ...repeated, assertionResults: [...now.values()] };
  });
  return { report: { ...first, testResults }, unsteady };
}
