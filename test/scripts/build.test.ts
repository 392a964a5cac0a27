// @vitest-environment node
import { expect, it } from 'vitest';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { noticesText } from '../../scripts/build/notices.mjs';
import { BUDGETS, measure } from '../../scripts/build/sizes.mjs';
import { typesText } from '../../scripts/build/types.mjs';

it('the notices name every bundled package and the source of the data, with licences', () => {
  const text = noticesText(process.cwd(), ['node_modules/preact/dist/preact.mjs', 'node_modules/webextension-polyfill/dist/browser-polyfill.js', 'shared/packs/pinyin.ts', 'shared/packs/pinyin/table.ts', 'shared/i18n/zh-tw.ts']);
  for (const name of ['preact', 'pinyin-pro', '@pinyin-pro/data', 'CPP', 'webextension-polyfill', 'Unihan', 'opencc-js']) expect(text).toContain(name);
  expect(text.match(/Permission is hereby granted/g)?.length).toBeGreaterThanOrEqual(4);
  expect(noticesText(process.cwd(), ['shared/live.ts'])).not.toMatch(/preact|pinyin|opencc/);
});

it('the table of sizes sums the files of a part and names what is over its budget', () => {
  const dist = mkdtempSync(join(tmpdir(), 'mingdu-sizes-'));
  mkdirSync(join(dist, 'a'));
  writeFileSync(join(dist, 'a/one.js'), 'x'.repeat(100));
  writeFileSync(join(dist, 'a/two.js'), String(Math.PI).repeat(50));
  const { gzip, brotli } = { gzip: gzipSync('x'.repeat(100), { level: 9 }).length, brotli: brotliCompressSync('x'.repeat(100)).length };
  const { table, over } = measure(dist, [
    { name: 'both', files: ['a/one.js', 'a/two.js'], gzip: 10 },
    { name: 'first', files: ['a/one.js'], gzip: 1000 },
  ]);
  expect(table).toContain('both');
  expect(over).toHaveLength(1);
  expect(over[0]).toMatch(/^both: \d+ bytes gzipped, 10 allowed$/);
  // Each kind of limit is held against its own figure, and reached is not passed.
  expect(brotli).not.toBe(gzip);
  const one = { name: 'first', files: ['a/one.js'] };
  expect(measure(dist, [{ ...one, gzip }, { ...one, brotli }]).over).toEqual([]);
  expect(measure(dist, [{ ...one, gzip: gzip - 1 }, { ...one, brotli: brotli - 1 }]).over).toEqual([
    `first: ${gzip} bytes gzipped, ${gzip - 1} allowed`,
    `first: ${brotli} bytes by brotli, ${brotli - 1} allowed`,
  ]);
  expect(BUDGETS.find(({ name }) => name === 'pack pinyin')?.brotli).toBeLessThanOrEqual(200_000);
});

it('the types say each option of a site’s owner', () => {
  expect(typesText({ size: [100, 100, 300] }, [{ name: 'aids', attribute: 'data-aids', type: 'string', en: 'only these' }])).toContain('/** only these. On the tag: data-aids. */\n  aids?: string;');
});

it('the types say each setting with its values', () => {
  const text = typesText({ size: [100, 100, 300], line: ['off', 'on'], still: false });
  expect(text).toContain('size: number;');
  expect(text).toContain("line: 'off' | 'on';");
  expect(text).toContain('still: boolean;');
});
