export const OWN: Readonly<Record<string, string>>;
export function chineseStrings(root: string): string[];
export function traditional(text: string): string;
export function pairsFor(strings: readonly string[]): Record<string, string>;
