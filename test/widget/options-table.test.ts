// @vitest-environment node
// The table of options in the README is the one in the code, in both languages.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { optionsTable } from '../../scripts/build/options-table.mjs';
import { SITE_OPTIONS } from '../../widget/options';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

it.each(['zh', 'en'] as const)('the README has the table of options as the code has it, %s', (language) => {
  const table = optionsTable(SITE_OPTIONS, language);
  expect(table.split('\n')).toHaveLength(SITE_OPTIONS.length + 2);
  for (const row of table.split('\n')) expect(README.split('\n'), row).toContain(row);
});

it('says each in one line that breaks no table', () => {
  for (const { zh, en, example } of SITE_OPTIONS) for (const text of [zh, en, example]) expect(text).toMatch(/^[^|\n]+$/);
});
