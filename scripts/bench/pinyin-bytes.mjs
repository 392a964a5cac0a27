// What a reader of pinyin costs to fetch: Mingdu's built pack beside the bundles of other libraries. Runs in Node.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundleOf, LIBRARIES, packSource } from './pinyin-peers.mjs';
import { table } from './table.mjs';

/** Prints the size of each bundle. */
export async function benchBytes() {
  const sources = [['Mingdu', packSource()]];
  for (const library of LIBRARIES) sources.push([library, await bundleOf(library)]);
  const rows = sources.map(([name, source]) => {
    const bytes = Buffer.from(source);
    return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  });
  const own = rows[0][3];
  console.log(`bytes of a minified bundle\n${table(['reader', 'bytes', 'gzip', 'brotli', 'brotli / Mingdu'], rows.map((row) => [...row, (row[3] / own).toFixed(2)]))}`);
}
