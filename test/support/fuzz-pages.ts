// Bundles the fuzzer's page (test/fixtures/fuzz) when a test needs it, and serves it with its twin. No expectations in here.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { pageOf } from '../fixtures/fuzz/page';
import { TAG, type Mount } from './site';

/** What came of a run so far (fixtures/fuzz/driver.js). */
export interface FuzzReport {
  readonly steps: number;
  /** Times that all was waited for and compared; of those, with everything off; of those, switched on and off with nothing else going on. */
  readonly checks: number;
  readonly closed: number;
  readonly restored: number;
  /** The first thing that did not hold; the run ends with it. */
  readonly problems: readonly string[];
}

/** What the page has on `window`. */
export interface FuzzControls {
  startFuzz(): Promise<void>;
  endFuzz(): void;
  readonly fuzz: { begin(seed: number): Promise<object>; run(steps: number): Promise<FuzzReport>; end(): Promise<FuzzReport> };
}

let bundle: Promise<string> | undefined;

/** Serves `/fuzz/page`, which has the tag, and `/fuzz/twin`, which has none. */
export function fuzzMount(): Mount {
  const from = async (path: string) => {
    if (path === 'twin') return { body: pageOf('') };
    if (path === 'page') return { body: pageOf(`${TAG}<script defer src="/fuzz/main.js"></script>`) };
    if (path !== 'main.js') return undefined;
    bundle ??= build({ entryPoints: [fileURLToPath(new URL('../fixtures/fuzz/main.js', import.meta.url))], bundle: true, format: 'iife', write: false, logLevel: 'error' }).then((result) => result.outputFiles[0]?.text ?? '');
    return { type: 'text/javascript; charset=utf-8', body: await bundle };
  };
  return { at: '/fuzz/', from };
}
