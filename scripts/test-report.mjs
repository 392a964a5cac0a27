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
