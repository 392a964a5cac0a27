// The extension as the shared code sees it. Not for the background's side (background.ts).
import browser from 'webextension-polyfill';
import type { Host } from '../shared/host';
import { pageLanguage } from '../shared/page/language';
import type { SpeechPorts } from '../shared/speech/driver';
import { isAlive } from './alive';
import { uncover } from './cover';
import { type LoadAnswer, type LoadMessage, NO_ANSWER, parseLoadAnswer, type StyleMessage } from './messages';
import type { Quiet } from './quiet';
import { createExtensionStorage } from './storage';
import { createTts } from './tts';
import { createTurn } from './turn';
import { createPackFinder, findVoicePack } from './voice-pack';

/**
 * When the background is told again where no answer came. It was ended while it did as it was told, and is woken by the next word; or the
 * extension is gone, which shows in this page only a moment after the answer failed.
 */
const AGAIN_MS = [0, 50, 500];

/** Tells the background what to do, again where it does not answer: doing it twice does no harm. */
async function ask(message: LoadMessage | StyleMessage): Promise<LoadAnswer> {
  let answer: LoadAnswer = NO_ANSWER;
  for (const waitMs of AGAIN_MS) {
    try {
      answer = parseLoadAnswer(await browser.runtime.sendMessage(message));
      if (answer !== NO_ANSWER) return answer;
    } catch (error) {
      answer = { ok: false, reason: String(error) };
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!isAlive()) break;
  }
  return answer;
}

/**
 * Has the background run one of our scripts in this frame, whatever the page's policy.
 * @param file its name without `.js`
 * @throws Error that says what to do
 */
export async function loadScript(file: string): Promise<void> {
  const message: LoadMessage = { type: 'load', file };
  const answer = await ask(message);
  if (!answer.ok) throw new Error(`Mingdu: ${file}.js could not be loaded (${answer.reason}); load the page again, or install Mingdu again`);
}

async function userStyle(css: string, on: boolean): Promise<void> {
  const message: StyleMessage = { type: 'style', css, on };
  const answer = await ask(message);
  if (!answer.ok) throw new Error(`Mingdu: no style could be given to this page (${answer.reason})`);
}

export interface HostParts {
  readonly quiet: Quiet;
  /** The extension was updated or removed: nothing of it works any more in this page. */
  onGone(): void;
  /** An aid has done what it does at once, or failed. */
  onBegun(id: string): void;
}

/** @param view the page or frame that this copy serves */
export function createExtensionHost(view: Window, { quiet, onGone, onBegun }: HostParts): Host {
  const report = (id: string, error: unknown) => {
    if (!isAlive()) onGone();
    else console.error('Mingdu 明读:', id, error);
  };
  const packs = createPackFinder(findVoicePack);
  const speech: SpeechPorts = { turn: createTurn(), tts: createTts(), get pack() { return packs.pack; } };
  return {
    kind: 'extension',
    storage: createExtensionStorage(view, (error) => report('storage', error)),
    languages: [pageLanguage(view.document)],
    reachesFrames: false,
    styles: { insert: (css) => userStyle(css, true), remove: (css) => userStyle(css, false) },
    speech,
    drawsToolbar: view.top === view.self,
    loadScript: (file) =>
      quiet.turnOf(file).then(() => loadScript(file)).catch((error: unknown) => {
        if (!isAlive()) onGone();
        throw error;
      }),
    uncover,
    begun: onBegun,
    report,
  };
}
