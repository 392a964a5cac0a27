// How often a property is tried, and from which seed: few times and the same each time unless MINGDU_RUNS (a factor) and MINGDU_SEED (a number
// that a failure has printed, or `random`) say otherwise. Knows nothing of what is tried.
import { vi } from 'vitest';

const TIMES = Math.max(1, Number(process.env['MINGDU_RUNS'] ?? 1) || 1);
const GIVEN = process.env['MINGDU_SEED'];
const SEED = GIVEN === 'random' ? Math.trunc(Math.random() * 0x7fffffff) : Number(GIVEN ?? 20_260_305) || 0;
const TEST_MS = 15_000;

// What is tried more often takes longer.
if (TIMES > 1) vi.setConfig({ testTimeout: TEST_MS * TIMES });

/** @param count how often on an ordinary day */
export function runs(count: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.ceil(count * TIMES), seed: SEED };
}
