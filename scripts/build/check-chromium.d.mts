// Types of check-chromium.mjs for the tests.
export declare function checkChromium(folder: string): string[];
export declare function pngSize(file: string): { width: number; height: number } | null;
