// Types of test-report.mjs for its test.
export declare function countTests(report: unknown, endedWell: boolean): { passed: number; failed: number };
export declare function filesToRepeat(report: unknown): string[];
export declare function settleReports(first: unknown, second: unknown): { report: unknown; unsteady: string[] };
