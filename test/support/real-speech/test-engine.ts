// Chromium with the voices of tts-engine/: real speechSynthesis in the page, a made engine behind it that can be asked what it was given.
// No expectations in here; what the page itself sees is in spy.ts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebWorker } from 'puppeteer-core';
import { launch, type OpenBrowser, type OpenOptions } from '../browsers';

/** A voice by its kind in tts-engine/background.js; with a number behind it, one more of that kind (`Words 2`). */
export type VoiceName = 'Words' | 'No words' | 'No end' | 'Remote' | 'Cantonese' | 'Taiwan' | `Words ${number}`;

export interface Manner {
  /** Milliseconds a UTF-16 unit takes at rate 1. */
  readonly msPerUnit: number;
  /** Every so-manyth utterance is swallowed: no sound, no event. */
  readonly dropEvery: number;
  /** Falls silent after so long, without an event. */
  readonly cutAfterMs: number;
}

/** What happened to an utterance: it was asked for, swallowed, a word began, it was cut off, said in full, stopped; `mute`: done, not told. */
export interface Logged {
  readonly at: number;
  readonly kind: 'speak' | 'drop' | 'word' | 'cut' | 'end' | 'stop' | 'mute';
  readonly text: string;
  readonly voice: string;
  readonly lang?: string;
  readonly rate?: number;
  readonly unit?: number;
  readonly length?: number;
}

export interface TestEngine {
  readonly opened: OpenBrowser;
  /** Offers these voices from now on, in a manner of speaking; forgets what was logged. */
  begin(voices: readonly VoiceName[], manner?: Partial<Manner>): Promise<void>;
  /** Changes the list; the log stays. */
  offer(voices: readonly VoiceName[]): Promise<void>;
  /** Offers so many voices of which one, named `Words`, can read Mandarin. */
  offerCrowd(count: number): Promise<void>;
  log(): Promise<readonly Logged[]>;
  /** The texts of one kind of entry, oldest first. */
  texts(kind: Logged['kind']): Promise<string[]>;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'tts-engine');
const ORDINARY: Manner = { msPerUnit: 1.5, dropEvery: 0, cutAfterMs: 0 };

/** Starts it; the caller closes `opened`. */
export async function launchWithEngine(options: OpenOptions = {}): Promise<TestEngine> {
  const opened = await launch('chromium', { ...options, extension: FOLDER });
  const target = await opened.browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(opened.extensionOrigin));
  const worker = await target.worker();
  if (worker === null) throw new Error('the test voices have no service worker');
  const run = (statement: string): Promise<unknown> => (worker as WebWorker).evaluate(statement);
  const log = async () => (await run('log')) as readonly Logged[];
  return {
    opened,
    async begin(voices, manner = {}) {
      await run(`offer(${JSON.stringify(voices)}); manner = ${JSON.stringify({ ...ORDINARY, ...manner })}; asked = 0; log = [];`);
    },
    offer: async (voices) => void (await run(`offer(${JSON.stringify(voices)}); 0`)),
    offerCrowd: async (count) => void (await run(`offerCrowd(${count}, 'Words'); 0`)),
    log,
    texts: async (kind) => (await log()).filter((one) => one.kind === kind).map(({ text }) => text),
  };
}
