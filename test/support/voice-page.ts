// A page that has the voice pack spoken to by its own buttons, since only real presses count, and that notes what is heard: loudness at the
// end of the audio graph, and when. No expectations in here.
import type { Page } from 'puppeteer-core';
import { builtName } from './product';
import type { Answer } from './site';

/** What a page noted of one utterance. */
export interface Noted {
  /** `start`, `end`, the failure, or `word UNIT+LENGTH`, in order. */
  readonly events: readonly string[];
  /** Milliseconds from the press to the first event. */
  readonly startMs: number;
  /** For each word, how much later than its sound it was told, in seconds of the audio clock. */
  readonly lags: readonly number[];
  /** The loudest moment (root mean square), while it sounded. */
  readonly loudest: number;
}

/**
 * Puts taps between any code of this realm and the loudspeaker. In an extension's own page the realm is another window.
 * @param realm an expression for it
 */
export const TAPS = (realm: string) => `(() => {
  const realm = ${realm};
  const noted = (realm.noted = { starts: [], contexts: new Set(), made: [], latencyReads: 0, level: () => 0 });
  const { get } = Object.getOwnPropertyDescriptor(realm.AudioContext.prototype, 'outputLatency');
  Object.defineProperty(realm.AudioContext.prototype, 'outputLatency', { configurable: true, get() { return (noted.latencyReads += 1), get.call(this); } });
  const Gain = realm.GainNode;
  realm.GainNode = function (context, options) {
    const node = new Gain(context, options);
    noted.contexts.add(context);
    const analyser = new realm.AnalyserNode(context, { fftSize: 2048 });
    node.connect(analyser);
    noted.level = () => {
      const samples = new realm.Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
    };
    return node;
  };
  const start = realm.AudioBufferSourceNode.prototype.start;
  realm.AudioBufferSourceNode.prototype.start = function (when, ...rest) {
    noted.starts.push(when);
    return start.call(this, when, ...rest);
  };
  const RealWorker = realm.Worker;
  realm.Worker = class extends RealWorker {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', ({ data }) => data.type === 'sound' && noted.made.push(...data.words));
    }
  };
})();`;

const SCRIPT = `
  const loaded = () => globalThis[Symbol.for('mingdu.packs')].get('pack-voice');
  let voice = null;
  globalThis.outcome = null;
  document.querySelector('#load').onclick = () => {
    outcome = null;
    const began = performance.now();
    (voice ??= loaded().load(new URL(document.body.dataset.folder, location.href).href, '1')).then(
      async (speech) => (outcome = { voices: await speech.voices(), readyMs: performance.now() - began }),
      (error) => (outcome = { error: error.message }),
    );
  };
  globalThis.heard = null;
  document.querySelector('#speak').onclick = () => say(performance.now());
  globalThis.say = async (pressed) => {
    const speech = await voice;
    const made = noted.made.length;
    const first = noted.starts.length;
    const mine = (heard = { events: [], startMs: 0, lags: [], loudest: 0, done: false });
    const watch = setInterval(() => (mine.loudest = Math.max(mine.loudest, noted.level())), 10);
    const over = (event) => {
      clearInterval(watch);
      mine.events.push(event);
      mine.done = true;
    };
    speech.speak({ rate: 1, volume: 1, voice: '', readings: null, ...globalThis.job }, {
      onStart() {
        mine.events.push('start');
        mine.startMs = performance.now() - pressed;
      },
      onWord(unit, length) {
        const context = [...noted.contexts].at(-1);
        const word = noted.made.slice(made).find((one) => one.unit === unit);
        mine.lags.push(context.currentTime - (noted.starts[first] + word.at));
        mine.events.push('word ' + unit + '+' + length);
      },
      onEnd: () => over('end'),
      onFailure: (failure) => over(failure),
    });
  };
  document.querySelector('#cancel').onclick = () => voice.then((speech) => speech.cancel());
`;

/** @param folder where the pack lies, as its tag would say; other origins count as well */
export function voicePage(folder = '/mingdu/voice-pack/', more: { readonly head?: string; readonly doctype?: string } = {}): Answer {
  const { head = '', doctype = '<!doctype html>' } = more;
  return {
    body: `${doctype}<html lang="zh-CN"><head><title>page</title>${head}</head><body data-folder="${folder}">
<button id="load">load</button><button id="speak">speak</button><button id="cancel">cancel</button>
<script src="/taps.js"></script><script src="/mingdu/${builtName('mingdu-pack-voice')}"></script><script src="/voice-page.js"></script></body></html>`,
  };
}

/** The page's own scripts, as files: a strict policy lets nothing else in. */
export const VOICE_PAGE_SCRIPTS = {
  'taps.js': TAPS('globalThis'),
  'voice-page.js': SCRIPT,
} as const;

/** Presses `load` and waits for what comes of it. */
export async function pressLoad(page: Page): Promise<{ readonly error?: string; readonly voices?: readonly { name: string }[]; readonly readyMs?: number }> {
  await page.click('#load');
  await page.waitForFunction('outcome !== null', { timeout: 30_000 });
  return (await page.evaluate('outcome')) as object;
}

/** Presses `speak` and waits until the utterance is over. */
export async function pressSpeak(page: Page, job: object): Promise<Noted> {
  await page.evaluate(`job = ${JSON.stringify(job)}`);
  await page.click('#speak');
  await page.waitForFunction('heard?.done', { timeout: 30_000 });
  return (await page.evaluate('heard')) as Noted;
}
