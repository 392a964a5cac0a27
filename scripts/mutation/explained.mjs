// Mutants that live, and why no test should kill them: a row each. A row holds for every mutant of that place in the line whose replacement it
// names; a line that changes drops its rows (test/scripts/mutation.test.ts). Not for missing tests: those are to be written.

/**
 * @typedef {object} Explained
 * @property {string} file
 * @property {string} line  what stands in the line, enough to find it
 * @property {string} [was]  the part that was replaced; absent: any of the line
 * @property {string} [becomes]  what stood there instead; absent: anything
 * @property {string} why
 */

/** @type {readonly Explained[]} */
export const EXPLAINED = [];
