// The table of sizes that the build prints, and the budgets over which it fails.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { findBuilt } from './hashed.mjs';

/**
 * Limits in bytes, gzipped; by brotli for the tables of digits, which gzip packs badly. A sum is the name of its parts joined with +.
 * Files go by their plain names. What is optional is measured where it was built: the voice pack's package may be out of reach.
 */
export const BUDGETS = [
  { name: 'loader', files: ['widget/mingdu.js'], gzip: 4_000 },
  { name: 'open toolbar, no aid on', files: ['widget/mingdu.js', 'widget/mingdu-main.js'], gzip: 30_000 },
  { name: 'names of later files', files: ['widget/mingdu-files.js'], gzip: 900 },
  { name: 'options of the site', files: ['widget/mingdu-pack-options.js'], gzip: 6_500 },
  { name: 'resident content script', files: ['extension-chromium/content.js'], gzip: 6_000 },
  { name: 'taking out of leftovers', files: ['extension-firefox/mingdu-pack-leftovers.js'], gzip: 1_500 },
  { name: 'options page', files: ['extension-chromium/options/options.js'], gzip: 46_000 },
  { name: 'first colours', files: ['extension-chromium/mingdu-first-yellow-on-black.js'], gzip: 2_000 },
  { name: 'first hold', files: ['extension-chromium/mingdu-first-hold.js'], gzip: 2_000 },
  { name: 'what aids run on', files: ['widget/mingdu-pack-aids.js'], gzip: 10_550 },
  { name: 'boxes at the edges', files: ['widget/mingdu-pack-edges.js'], gzip: 2_500 },
  { name: 'panel', files: ['widget/mingdu-pack-panel.js'], gzip: 12_500 },
  { name: 'traditional Chinese words', files: ['widget/mingdu-pack-words-zh-tw.js'], gzip: 3_000 },
  { name: 'English words', files: ['widget/mingdu-pack-words-en.js'], gzip: 3_500 },
  { name: 'aid text-size', files: ['widget/mingdu-aid-text-size.js'], gzip: 14_000 },
  { name: 'aid spacing', files: ['widget/mingdu-aid-spacing.js'], gzip: 14_000 },
  { name: 'aid contrast', files: ['widget/mingdu-aid-contrast.js'], gzip: 15_000 },
  { name: 'aid reading-line', files: ['widget/mingdu-aid-reading-line.js'], gzip: 4_000 },
  { name: 'aid pointer', files: ['widget/mingdu-aid-pointer.js'], gzip: 4_000 },
  { name: 'aid focus', files: ['widget/mingdu-aid-focus.js'], gzip: 4_000 },
  { name: 'aid still', files: ['widget/mingdu-aid-still.js'], gzip: 10_000 },
  { name: 'aid lens', files: ['widget/mingdu-aid-lens.js'], gzip: 13_000 },
  { name: 'aid image', files: ['widget/mingdu-aid-image.js'], gzip: 6_000 },
  { name: 'panel image', files: ['widget/mingdu-panel-image.js'], gzip: 4_000 },
  { name: 'aid view', files: ['widget/mingdu-aid-view.js'], gzip: 16_000 },
  { name: 'aid find', files: ['widget/mingdu-aid-find.js'], gzip: 11_100 },
  { name: 'shortcuts of one’s own', files: ['widget/mingdu-pack-rebind.js'], gzip: 4_000 },
  { name: 'panel links', files: ['widget/mingdu-panel-links.js'], gzip: 3_500 },
  { name: 'panel zones', files: ['widget/mingdu-panel-zones.js'], gzip: 3_000 },
  { name: 'panel shortcuts', files: ['widget/mingdu-panel-shortcuts.js'], gzip: 5_000 },
  { name: 'aid cursor', files: ['widget/mingdu-aid-cursor.js'], gzip: 19_000 },
  { name: 'aid pinyin', files: ['widget/mingdu-aid-pinyin.js'], gzip: 14_000 },
  { name: 'tone colours', files: ['widget/mingdu-pack-tones.js'], gzip: 2_000 },
  { name: 'corrections of readings', files: ['widget/mingdu-pack-corrections.js'], gzip: 10_000 },
  { name: 'panel readings', files: ['widget/mingdu-panel-readings.js'], gzip: 5_000 },
  { name: 'picker of voices', files: ['widget/mingdu-pack-voices.js'], gzip: 6_000 },
  { name: 'panel voices', files: ['widget/mingdu-panel-voices.js'], gzip: 7_500 },
  { name: 'aid speech', files: ['widget/mingdu-aid-speech.js'], gzip: 36_200 },
  { name: 'wording for the voice pack', files: ['widget/mingdu-pack-full-speech.js'], gzip: 6_500 },
  { name: 'names of fields', files: ['widget/mingdu-pack-field-names.js'], gzip: 3_800 },
  { name: 'homophones', files: ['widget/mingdu-pack-homophones.js'], gzip: 13_000 },
  { name: 'aid caption', files: ['widget/mingdu-aid-caption.js'], gzip: 12_000 },
  { name: 'panel caption', files: ['widget/mingdu-panel-caption.js'], gzip: 6_000 },
  { name: 'aid fields', files: ['widget/mingdu-aid-fields.js'], gzip: 5_000 },
  { name: 'panel fields', files: ['widget/mingdu-panel-fields.js'], gzip: 3_000 },
  { name: 'aid media', files: ['widget/mingdu-aid-media.js'], gzip: 3_500 },
  { name: 'panel media', files: ['widget/mingdu-panel-media.js'], gzip: 3_500 },
  { name: 'player of the voice pack', files: ['widget/mingdu-pack-voice.js'], gzip: 4_000 },
  { name: 'voice pack', files: ['voice-pack/mingdu-voice.js'], gzip: 1_400_000, optional: true },
  { name: 'pack readings', files: ['widget/mingdu-pack-readings.js'], gzip: 5_000 },
  { name: 'pack pinyin', files: ['widget/mingdu-pack-pinyin.js'], brotli: 200_000 },
];

const NAMES = { gzip: 'gzipped', brotli: 'by brotli' };

/**
 * Measures what was built.
 * @returns {{ table: string, over: string[] }} the table as text, and a sentence for each budget that is passed
 */
export function measure(dist, budgets = BUDGETS) {
  const there = budgets.filter(({ files, optional }) => !optional || files.every((file) => existsSync(join(dist, file))));
  const rows = there.map(({ name, files, gzip, brotli }) => {
    const contents = files.map((file) => readFileSync(join(dist, findBuilt(dist, file))));
    const sum = (sizeOf) => contents.reduce((total, content) => total + sizeOf(content), 0);
    const kind = brotli === undefined ? 'gzip' : 'brotli';
    return { name, raw: sum((c) => c.length), gzip: sum((c) => gzipSync(c, { level: 9 }).length), brotli: sum((c) => brotliCompressSync(c).length), kind, limit: brotli ?? gzip };
  });
  const over = rows.filter((row) => row[row.kind] > row.limit).map((row) => `${row.name}: ${row[row.kind]} bytes ${NAMES[row.kind]}, ${row.limit} allowed`);
  const head = ['part', 'bytes', 'gzip', 'brotli', 'budget', 'of'];
  const cells = [head, ...rows.map((row) => [row.name, row.raw, row.gzip, row.brotli, row.limit, row.kind].map(String))];
  const widths = head.map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  const table = cells.map((line) => line.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ')).join('\n');
  return { table, over };
}
