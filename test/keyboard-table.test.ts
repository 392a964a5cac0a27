// The README's keyboard table is the test plan: each row names a test that exists, of the browser tests, which run in both browsers.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const text = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const section = text('../README.md').split('### 键盘')[1]?.split('\n\n明读')[0] ?? '';
const ROWS = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| 在哪里'));

it('has rows', () => expect(ROWS.length).toBeGreaterThan(8));

it.each(ROWS)('%s', (row) => {
  const [, file = '', title = ''] = /`([\w-]+\.test\.ts)`：(.+?) \|$/.exec(row) ?? [];
  const path = `./browser/${file}`;
  expect(file).not.toBe('');
  expect(existsSync(fileURLToPath(new URL(path, import.meta.url))), file).toBe(true);
  expect(text(path)).toContain(`'${title}'`);
  expect(text(path)).toContain('describe.each(BROWSERS)');
});
