// Types of in-page.mjs for vitest.config.ts.
export declare function inPageModule(name: string): Promise<string>;
