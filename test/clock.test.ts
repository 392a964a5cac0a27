// A clock that jumps can do nothing to a page: what runs there never asks for the date. Durations come from performance.now and event times.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = ['shared', 'widget', 'extension'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)).filter((file) => /\.tsx?$/.test(file));

it('no code that runs in a page reads the date', () => {
  expect(files.length).toBeGreaterThan(200);
  // The options page writes today's date into the name of a file.
  expect(files.filter((file) => /\bDate\.now\b|\bnew Date\b|\bDate\(\)/.test(readFileSync(file, 'utf8')))).toEqual(['extension/options/options.tsx']);
});
