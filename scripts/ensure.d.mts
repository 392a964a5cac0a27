// The types of ensure.mjs, for the tests; it is plain JavaScript because it runs before anything is installed.

/** The project's folder, with a separator at the end. */
export const PROJECT: string;

/** Whether node_modules holds what package-lock.json asks for. */
export function packagesAreCurrent(project?: string): boolean;

/**
 * Installs the packages with `npm ci` unless they are there.
 * @throws {Error} whose message says what to do, in Chinese and English
 */
export function ensurePackages(): void;
