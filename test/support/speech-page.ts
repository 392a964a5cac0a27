// Pages on which reading aloud is tested with a speechSynthesis of ours: its script, what it heard, and words sounding when the test says so.
import type { Page } from 'puppeteer-core';
import { createFakeSpeech, type FakeProfile, type FakeSpeech } from './fake-speech';
import { visit, widgetMount } from './product';
import { TAG, type Site } from './site';

/** Put before the tag. `window.shown` holds each sentence with what was painted for it, `window.problems` what the reader was told. */
export const fakeSpeechScript = (profile: FakeProfile, ms: number) => `(() => {
  const fake = (${createFakeSpeech.toString()})(${JSON.stringify(profile)}, ${ms});
  const { speak } = fake.synthesis;
  fake.synthesis.speak = (utterance) => { window.utterance = utterance; speak.call(fake.synthesis, utterance); };
  Object.defineProperty(window, 'speechSynthesis', { value: fake.synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: fake.Utterance, configurable: true });
  window.fakeSpeech = fake;
  window.shown = [];
  document.addEventListener('mingdu:speech', ({ detail }) => Promise.resolve().then(() => {
    if (detail.state !== 'speaking') return;
    const painted = [...(CSS.highlights?.get('mingdu-speech') ?? [])];
    const box = painted[0]?.getBoundingClientRect();
    shown.push({ text: detail.text, painted: painted.map(String).join(''), isInView: Boolean(box && box.top >= -1 && box.bottom <= innerHeight + 1) });
  }));
  window.problems = [];
  document.addEventListener('mingdu:error', ({ detail }) => problems.push(detail.message));
})();`;

/** Put before all else where only the order counts: as in a hidden tab, no pauses are made between sentences. */
export const WITHOUT_PAUSES = `Object.defineProperty(document, 'hidden', { get: () => true });`;

export interface SpeechPage {
  /** Serves the markup with the fake voice and opens it; one press first, so that the browser lets the page sound. */
  open(html: string, options?: { readonly profile?: FakeProfile; readonly msPerCharacter?: number; readonly before?: string }): Promise<void>;
  heard<Key extends 'started' | 'ended' | 'calls'>(key: Key): Promise<FakeSpeech[Key]>;
  until(condition: string): Promise<unknown>;
  /** A word of what is being said begins to sound. */
  word(text: string): Promise<void>;
  /** The text under a highlight of ours, in the page or the window of a frame. */
  painted(name: 'speech' | 'speech-word', window?: string): Promise<string>;
}

export function speechPage(bench: { readonly page: Page; readonly site: Site }): SpeechPage {
  const until = (condition: string) => bench.page.waitForFunction(condition, { timeout: 20_000, polling: 20 });
  return {
    async open(html, { profile = 'linux-chromium', msPerCharacter = 400, before = '' } = {}) {
      const { page, site } = bench;
      const head = `<script>${before}</script><script src="/fake-speech.js"></script>${TAG}`;
      site.mount([
        { at: '/', from: () => ({ body: html.replace('<body', `${head}<body`) }) },
        { at: '/inner.html', from: () => ({ body: '<!doctype html><meta charset="utf-8"><title></title><body></body>' }) },
        { at: '/fake-speech.js', from: () => ({ type: 'text/javascript; charset=utf-8', body: fakeSpeechScript(profile, msPerCharacter) }) },
        widgetMount(),
      ]);
      await visit(page, `${site.origin}/`);
      await page.mouse.click(5, 5);
    },
    heard: async (key) => (await bench.page.evaluate(`fakeSpeech.${key}`)) as FakeSpeech[typeof key],
    until,
    async word(text) {
      await until(`window.utterance && fakeSpeech.started.at(-1) === utterance.text && utterance.text.includes(${JSON.stringify(text)})`);
      await bench.page.evaluate(`utterance.onboundary({ name: 'word', charIndex: utterance.text.indexOf(${JSON.stringify(text)}), charLength: ${text.length} })`);
    },
    painted: async (name, window = 'window') =>
      (await bench.page.evaluate(`[...(${window}.CSS.highlights?.get('mingdu-${name}') ?? [])].map((range) => range.cloneContents().textContent).join('')`)) as string,
  };
}
