// Each line of docs/threat-model.md names the tests that prove it: they exist, under that name. What they try is in them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const HERE = import.meta.dirname;
const text = (path: string) => readFileSync(join(HERE, path), 'utf8');
const ROWS = text('../docs/threat-model.md').split('\n').filter((line) => line.startsWith('| ') && !/^\| (Threat|---)/.test(line));
const CELL = /`([\w./-]+\.test\.tsx?)`: (.+)/;

/** Whether a test of that title is in a file, as it is written there. */
function isIn(file: string, title: string): boolean {
  const code = text(file).replace(/\\(['"`])/g, '$1');
  return ["'", '"', '`'].some((quote) => code.includes(`(${quote}${title}${quote},`));
}

it('has rows', () => expect(ROWS.length).toBeGreaterThan(30));

it.each(ROWS)('%s', (row) => {
  const cells = row.split(' | ');
  expect(cells).toHaveLength(3);
  const named = (cells[2] ?? '').replace(/ \|$/, '').split('<br>');
  for (const one of named) {
    const [, file = '', title = ''] = CELL.exec(one) ?? [];
    expect(existsSync(join(HERE, file)), one).toBe(true);
    expect(isIn(file, title), one).toBe(true);
  }
});
