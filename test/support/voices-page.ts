// A page with a speechSynthesis of ours whose list of voices a test decides, and which notes who said what; and what reads the picker there.
// No expectations in here but that what is waited for comes.
import type { Page } from 'puppeteer-core';
import type { VoiceLike } from '../../shared/speech/voices';
import { createFakeSpeech } from './fake-speech';
import { rootWith } from './interface';
import { ask, frames } from './product';

const MS_PER_CHARACTER = 60;

/**
 * Source for the page. `voiceList` there may be changed; `said` holds [voice, text, rate] of each utterance, `announceVoices()` tells of a change.
 * @param list null: no speechSynthesis at all, as in a WebView
 */
export function voicesScript(list: readonly VoiceLike[] | null): string {
  if (list === null) return `for (const name of ['speechSynthesis', 'SpeechSynthesisUtterance']) Object.defineProperty(window, name, { value: undefined, configurable: true });`;
  return `(() => {
    const fake = (${createFakeSpeech.toString()})('linux-chromium', ${MS_PER_CHARACTER});
    window.voiceList = ${JSON.stringify(list)};
    window.said = [];
    const { speak, addEventListener } = fake.synthesis;
    const heard = [];
    Object.defineProperties(fake.synthesis, {
      getVoices: { value: () => [...window.voiceList] },
      // The fake's own list is another one: a voice that is not in it would be gone.
      speak: { value(utterance) { said.push([utterance.voice.name, utterance.text, utterance.rate]); utterance.voice = null; speak.call(fake.synthesis, utterance); } },
      addEventListener: { value(type, run) { heard.push(run); addEventListener.call(fake.synthesis, type, run); } },
    });
    window.announceVoices = () => heard.forEach((run) => run(new Event('voiceschanged')));
    window.fakeSpeech = fake;
    Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
  })();`;
}

const PANEL = rootWith('.rows, .help');

export interface OpenedVoices {
  /** The value of an expression in which `root` is the panel's shadow root; null while there is none. */
  read<Answer>(expression: string): Promise<Answer>;
  isOpen(): Promise<boolean>;
  /** Waits, four seconds at most. */
  until(run: () => Promise<boolean>): Promise<void>;
  /** 更多, then 嗓音（谁来读）. */
  open(): Promise<void>;
  /** What the head says. */
  told(): Promise<string>;
  /** Names of the rows, the chosen one in brackets. */
  rows(): Promise<string[]>;
  /** Presses what says or is called so. */
  press(text: string): Promise<void>;
  /** Who said what. */
  said(): Promise<[voice: string, text: string, rate: number][]>;
  /** Text or name of what has the focus, through shadow roots. */
  focused(): Promise<string>;
}

/** @param now the page, which a test has only when it runs */
export function createVoicesPage(now: () => Page): OpenedVoices {
  const read = <Answer>(expression: string) => now().evaluate(`(() => { const root = ${PANEL}; return root ? (${expression}) : null; })()`) as Promise<Answer>;
  const isOpen = async () => (await read('true')) === true;
  async function until(run: () => Promise<boolean>): Promise<void> {
    let isThere = await run();
    for (let at = 0; at < 80 && !isThere; at += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isThere = await run();
    }
    if (!isThere) throw new Error(`never came: ${String(run)}`);
    await frames(now());
  }
  const named = (text: string) => `(one) => one.textContent.trim() === ${JSON.stringify(text)} || one.getAttribute('aria-label') === ${JSON.stringify(text)}`;
  async function pressAnywhere(text: string): Promise<void> {
    const button = `[...document.querySelectorAll('[data-mingdu]')].flatMap((host) => host.shadowRoot ? [...host.shadowRoot.querySelectorAll('*')] : []).flatMap((layer) => layer.shadowRoot ? [...layer.shadowRoot.querySelectorAll('button')] : []).find(${named(text)})`;
    await until(async () => Boolean(await now().evaluate(`${button} !== undefined`)));
    await now().evaluate(`${button}.click()`);
  }
  return {
    read,
    isOpen,
    until,
    async open() {
      await ask(now(), 'open()');
      await pressAnywhere('更多');
      await pressAnywhere('嗓音（谁来读）');
      await until(isOpen);
    },
    told: () => read<string>(`root.querySelector('[role=status]').textContent`),
    rows: () => read<string[]>(`[...root.querySelectorAll('[role=radio]')].map((one) => one.getAttribute('aria-checked') === 'true' ? '[' + one.querySelector('b').textContent + ']' : one.querySelector('b').textContent)`),
    async press(text) {
      const wanted = `[...root.querySelectorAll('button, summary')].find((one) => (${named(text)})(one) || one.querySelector('b')?.textContent === ${JSON.stringify(text)})`;
      await until(async () => (await read(`${wanted} !== undefined`)) === true);
      await read(`void ${wanted}.click()`);
      await frames(now());
    },
    said: () => now().evaluate('said') as Promise<[string, string, number][]>,
    focused: () =>
      now().evaluate(`(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at?.id === 'opener' ? 'opener' : (at?.querySelector('b')?.textContent ?? at?.getAttribute('aria-label') ?? (at?.textContent.trim() || at?.localName)); })()`) as Promise<string>,
  };
}
