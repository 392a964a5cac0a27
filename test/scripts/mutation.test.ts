// @vitest-environment node
// The mutation check is too slow to run here: this only says that it would look at what it means to.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPLAINED } from '../../scripts/mutation/explained.mjs';
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
});
