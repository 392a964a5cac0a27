// @vitest-environment node
// The sum that `npm test` ends with must be true also when things go wrong outside a test.
import { describe, expect, it } from 'vitest';
import { countTests, filesToRepeat, settleReports } from '../../scripts/test-report.mjs';

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

describe('a second look', () => {
  const named = (name: string, tests: Record<string, string>) => ({
    name,
    status: Object.values(tests).includes('failed') ? 'failed' : 'passed',
    assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
  });
  const first = { testResults: [named('/a', { one: 'passed', two: 'failed' }), named('/b', { three: 'passed' })] };

  it('is given to the files of a few failed tests, and of one that failed outside its tests', () => {
    expect(filesToRepeat(first)).toEqual(['/a']);
    expect(filesToRepeat({ testResults: [{ name: '/c', status: 'failed', assertionResults: [] }] })).toEqual(['/c']);
  });

  it('is given to none where many failed, none did, or there is no report', () => {
    expect(filesToRepeat({ testResults: [named('/a', { 1: 'failed', 2: 'failed' }), named('/b', { 3: 'failed', 4: 'failed' })] })).toEqual([]);
    expect(filesToRepeat({ testResults: [named('/b', { three: 'passed' })] })).toEqual([]);
    expect(filesToRepeat(undefined)).toEqual([]);
  });

  it('names what passed then, and counts it once', () => {
    const { report, unsteady } = settleReports(first, { testResults: [named('/a', { one: 'passed', two: 'passed' })] });
    expect(unsteady).toEqual(['two']);
    expect(countTests(report, true)).toEqual({ passed: 3, failed: 0 });
  });

  it('leaves failed what failed twice, or the second time only', () => {
    const { report, unsteady } = settleReports(first, { testResults: [named('/a', { one: 'failed', two: 'failed' })] });
    expect(unsteady).toEqual([]);
    expect(countTests(report, false)).toEqual({ passed: 1, failed: 2 });
  });

  it('changes nothing where it gave no report, or a test was not run again', () => {
    expect(countTests(settleReports(first, undefined).report, false)).toEqual({ passed: 2, failed: 1 });
    expect(countTests(settleReports(first, { testResults: [named('/a', { one: 'passed', two: 'skipped' })] }).report, true)).toEqual({ passed: 2, failed: 1 });
  });
});
