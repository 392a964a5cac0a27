// Types of guide.mjs for the tests.
export declare function guideText(root: string, guide: string): Promise<string>;
