// A small site with the widget and the voice pack on it, whose pages note what the pack does there: its workers, the audio, the sentences and
// the words that are marked. Presses are the mouse's, since only real ones count. No expectations in here.
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { pageSideCode } from '../../scripts/instrument/instrument';
import { DIST, frames, widgetMount } from './product';
import type { Mount } from './site';
import { TAPS } from './voice-page';

/** What a page noted since it was loaded. */
export interface PackNotes {
  /** Sentences as they began, in order. */
  readonly sentences: readonly string[];
  /** Words as they were marked, in order, each with its offset in the page's text. */
  readonly words: readonly { readonly text: string; readonly at: number }[];
  /** Of each worker of the page: whether it was ended. */
  readonly workers: readonly boolean[];
  /** The state of each audio context. */
  readonly contexts: readonly string[];
}

const NOTES = `
  globalThis.packNotes = { sentences: [], words: [], workers: [], contexts: [] };
  const RealWorker = Worker;
  globalThis.Worker = class extends RealWorker {
    isEnded = false;
    constructor(...words) { super(...words); packNotes.workers.push(this); }
    terminate() { super.terminate(); this.isEnded = true; }
  };
  const RealContext = AudioContext;
  globalThis.AudioContext = class extends RealContext {
    constructor(...words) { super(...words); packNotes.contexts.push(this); }
  };
  document.addEventListener('mingdu:speech', ({ detail }) => {
    const { sentences } = packNotes;
    if (detail.state === 'speaking' && sentences.at(-1) !== detail.text) sentences.push(detail.text);
  });
  const registry = globalThis.HighlightRegistry?.prototype;
  const set = registry?.set;
  if (set) registry.set = function (name, highlight) {
    const [range] = name === 'mingdu-speech-word' ? highlight : [];
    if (range) {
      const before = document.createRange();
      before.setStart(document.body, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const at = before.toString().length;
      // The same word is painted anew when the page has moved.
      if (packNotes.words.at(-1)?.at !== at) packNotes.words.push({ text: range.toString(), at });
    }
    return set.call(this, name, highlight);
  };
`;

/**
 * @param pages markup of each page's body, by its path below `/`
 * @param folder what the tag says of the voice pack
 */
export function packMounts(pages: Readonly<Record<string, { readonly body: string; readonly folder: string }>>): Mount[] {
  const script = (at: string, make: () => string | Promise<string>): Mount => ({ at, from: async () => ({ type: 'text/javascript; charset=utf-8', body: await make() }) });
  return [
    widgetMount(),
    { at: '/mingdu/voice-pack/', from: join(DIST, 'voice-pack') },
    script('/notes.js', () => TAPS('globalThis') + NOTES),
    script('/probe.js', pageSideCode),
    {
      at: '/',
      from: (path) => {
        const page = pages[path];
        return page && {
          // The picture of the page is taken before anything of ours can have changed it, and nothing is parsed after that.
          body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>通知</title><script src="/notes.js"></script><script src="/probe.js"></script></head><body><a id="opener" href="#" data-mingdu-open>无障碍浏览</a>${page.body}<script src="/mingdu/mingdu.js" data-voice-pack="${page.folder}"></script><script>mingduProbe.take('before')</script></body></html>`,
        };
      },
    },
  ];
}

/** Whether a request is for something of the voice pack: its program, or what plays it. */
export const isOfPack = (path: string): boolean => /mingdu-(pack-)?voice(\.[0-9a-f]{8})?\.js/.test(path);

export async function packNotes(page: Page): Promise<PackNotes> {
  return (await page.evaluate(`({ ...packNotes, workers: packNotes.workers.map(({ isEnded }) => isEnded), contexts: packNotes.contexts.map(({ state }) => state) })`)) as PackNotes;
}

/** Expression: the buttons of ours that are seen and say so, or are called so. */
const buttonsNamed = (name: string) => `(() => {
  const found = [];
  const visit = (top) => {
    for (const one of top.querySelectorAll('*')) {
      if (one.shadowRoot) visit(one.shadowRoot);
      const isNamed = one.localName === 'button' && (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(${JSON.stringify(name)});
      if (isNamed && one.getBoundingClientRect().width > 0) found.push(one);
    }
  };
  for (const host of document.querySelectorAll('[data-mingdu]')) if (host.shadowRoot) visit(host.shadowRoot);
  return found;
})()`;

/** Whether a button of ours that begins so is there to be pressed. */
export const isOffered = (page: Page, name: string) => page.evaluate(`${buttonsNamed(name)}.length > 0`) as Promise<boolean>;

/** Waits for the one button of ours that begins so, and presses it with the mouse. */
export async function pressButton(page: Page, name: string): Promise<void> {
  await page.waitForFunction(`${buttonsNamed(name)}.length > 0`, { timeout: 15_000 });
  await frames(page);
  const [x, y] = (await page.evaluate(`(() => {
    const [button] = ${buttonsNamed(name)};
    button.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`)) as [number, number];
  await page.mouse.click(x, y);
}
