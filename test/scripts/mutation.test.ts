// @vitest-environment node
// The mutation check is too slow to run here: this only says that it would look at what it means to.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPLAINED } from '../../scripts/mutation/explained.mjs';
import { pageOf, readScores, reasonOf } from '../../scripts/mutation/page.mjs';
import { PARTS } from '../../scripts/mutation/parts.mjs';

const parts = Object.entries(PARTS);

describe('the mutation check', () => {
  it.each(parts)('%s names files that there are, in shared/, and tests of their own', (_, { files, tests }) => {
    expect(files.length).toBeGreaterThan(0);
    expect(tests.length).toBeGreaterThan(0);
    for (const file of files) expect(file).toMatch(/^shared\/.+\.ts$/);
    for (const test of tests) expect(test).toMatch(/^test\/.+\.test\.ts$/);
    expect([...files, ...tests].filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names no file twice', () => {
    const files = parts.flatMap(([, part]) => part.files);
    expect(new Set(files).size).toBe(files.length);
  });

  it.each(parts.filter(([, { pure }]) => pure))('%s runs without a document because its tests need none', (_, { tests }) => {
    for (const test of tests) expect(readFileSync(test, 'utf8'), test).not.toMatch(/\bdocument\.|\bwindow\.|createElement/);
  });

  it('explains nothing that is no longer in the file: a line that changed has to be looked at anew', () => {
    const stale = EXPLAINED.filter(({ file, line }) => !readFileSync(file, 'utf8').includes(line));
    expect(stale).toEqual([]);
  });

  it('explains survivors of files that it looks at, each in a sentence', () => {
    const files = new Set(parts.flatMap(([, part]) => part.files));
    for (const { file, why } of EXPLAINED) {
      expect(files.has(file), file).toBe(true);
      expect(why.length).toBeGreaterThan(15);
    }
  });

  it('has a page that says what the scores say', () => {
    expect(readFileSync('docs/mutation.md', 'utf8'), 'npm run mutation writes it').toBe(pageOf(readScores()));
  });

  it('lists a survivor with its reason, and counts one without', () => {
    const survivor = { line: '{ once: true },', was: 'true', becomes: 'false' };
    const score = { made: 4, killed: 1, timedOut: 1, survivors: [survivor, { line: 'if (a | b) {', was: 'a | b', becomes: '' }] };
    const page = pageOf({ 'shared/dom/ledger.ts': score });
    expect(reasonOf('shared/dom/marks.ts', survivor)).toBeUndefined();
    expect(page).toContain('| shared/dom/ledger.ts | 4 | 1 | 1 | 2 | 1 | 50.0 % | – |');
    expect(page).toContain(`| \`true\` → \`false\` | ${reasonOf('shared/dom/ledger.ts', survivor)} |`);
    expect(page).toContain('Not yet looked at, one by one: 1 survivors');
    expect(page).not.toContain('a | b');
  });
});
