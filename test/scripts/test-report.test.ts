// @vitest-environment node
// The sum that `npm test` ends with must be true also when things go wrong outside a test.
import { describe, expect, it } from 'vitest';
import { countTests } from '../../scripts/test-report.mjs';

const file = (status: string, ...statuses: string[]) => ({ status, assertionResults: statuses.map((one) => ({ status: one })) });

describe('countTests', () => {
  it('adds up passed and failed tests over all files', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed', 'failed')] };
    expect(countTests(report, false)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a skipped test as neither', () => {
    expect(countTests({ testResults: [file('passed', 'passed', 'skipped', 'pending', 'todo')] }, true)).toEqual({ passed: 1, failed: 0 });
  });

  it('counts a file that failed outside its tests', () => {
    expect(countTests({ testResults: [file('passed', 'passed'), file('failed')] }, false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests({ testResults: [file('failed', 'skipped', 'skipped')] }, false)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run without a single test, or without a report, as failed', () => {
    expect(countTests({ testResults: [] }, true)).toEqual({ passed: 0, failed: 1 });
    expect(countTests({ testResults: [file('passed', 'skipped')] }, true)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a runner that ended badly although every test passed', () => {
    expect(countTests({ testResults: [file('passed', 'passed')] }, false)).toEqual({ passed: 1, failed: 1 });
  });
});
