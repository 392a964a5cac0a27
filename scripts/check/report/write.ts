// PLACEHOLDER of the branch `check`; the report comes with the branch `report`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from '../store/rows';

export async function writeReport(folder: string, _options: { readonly lang: 'zh' | 'en' }): Promise<{ pages: number; failed: number; barriers: number }> {
  const sums = { pages: 0, failed: 0, barriers: 0 };
  for await (const row of readRows(folder)) {
    sums.pages += 1;
    if (row.state === 'failed') sums.failed += 1;
    sums.barriers += row.problems.filter(({ weight }) => weight === 'barrier').length;
  }
  writeFileSync(join(folder, 'report.json'), JSON.stringify(sums));
  return sums;
}
