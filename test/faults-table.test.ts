// docs/faults.md is the test plan for what goes wrong: each row names tests that exist.
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROWS = readFileSync('docs/faults.md', 'utf8').split('\n').filter((line) => /^\| (?!Fault|-)/.test(line));

it('has rows of four columns', () => {
  expect(ROWS.length).toBeGreaterThan(30);
  expect(ROWS.filter((row) => row.split(' | ').length !== 4)).toEqual([]);
});

it.each(ROWS)('%s', (row) => {
  const proofs = [...(row.split(' | ')[3] ?? '').matchAll(/`([\w./-]+)`: “([^”]+)”/g)];
  expect(proofs.length, 'each row names a test, or says that there is none').toBeGreaterThan(row.includes('**no test**') ? -1 : 0);
  for (const [, file = '', title = ''] of proofs) {
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, 'utf8').replaceAll("\\'", "'"), file).toContain(title);
  }
});
