// Types of test-report.mjs for its test.
export declare function countTests(report: unknown, endedWell: boolean): { passed: number; failed: number };
