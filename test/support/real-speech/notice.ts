// A made notice of many sentences to read aloud, and what the page itself notes while it is read: a page script that wraps the page's own
// speechSynthesis and calls it through. No expectations in here.
import type { Page } from 'puppeteer-core';
import { widgetMount } from '../product';
import { TAG, type Mount } from '../site';

const DIGITS = '零一二三四五六七八九';
/** A number below 1,000 digit by digit, so that no voice and no rule has anything to change in it. */
const digits = (number: number) => [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');

const TAILS = [
  '各单位应当按时报送材料。',
  '申请人可以到街道办事大厅的窗口当面办理，也可以请家里的人代为办理。',
  '不收取任何费用。',
  '材料不齐的，工作人员应当一次说清楚还缺少什么，并且写在纸上交给申请人带回去。',
  '办理的结果在五个工作日以内告诉本人。',
];

/** Sentences of a notice, each of them different, none longer than a voice says in one go. */
export function noticeOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `第${digits(at + 1)}项规定，${TAILS[at % TAILS.length] ?? ''}`);
}

export const TITLE = '关于办理高龄津贴的通知';

/** Letters and digits alone: what is left when it does not matter into which pieces a text was cut. */
export const lettersOf = (texts: string | readonly string[]) => (typeof texts === 'string' ? texts : texts.join('')).replace(/[^\p{L}\p{N}]/gu, '');

/** The letters of what a voice was given, without the word for its kind that may be said after a heading. */
export const saidIn = (texts: readonly string[]) => lettersOf(texts).replaceAll(`${TITLE}标题`, TITLE);

/**
 * What a page notes of its own speech. `calls` are calls of speechSynthesis; `events` those of its utterances; `marked` is looked at in
 * every frame: where the last word event stood and where the word highlight stands, both as offsets in the text of the sentence.
 */
export interface Spied {
  readonly calls: readonly { readonly name: string; readonly text: string; readonly voice: string; readonly lang: string; readonly at: number }[];
  readonly events: readonly { readonly type: string; readonly text: string; readonly error: string; readonly at: number }[];
  readonly marked: readonly { readonly text: string; readonly unit: number; readonly painted: number; readonly word: string }[];
  readonly states: readonly { readonly state: string; readonly text: string }[];
  readonly problems: readonly { readonly id: string; readonly message: string }[];
}

/** Runs in the page before the product: hence one function that uses nothing from outside itself. */
function spyOnSpeech(): void {
  const spied = { calls: [] as object[], events: [] as object[], marked: [] as object[], states: [] as object[], problems: [] as object[] };
  Object.assign(window, { spied });
  const at = () => performance.now();
  let word: { text: string; unit: number } | null = null;
  for (const name of ['speak', 'cancel', 'pause', 'resume'] as const) {
    const real = SpeechSynthesis.prototype[name] as (this: SpeechSynthesis, utterance?: SpeechSynthesisUtterance) => void;
    Object.defineProperty(SpeechSynthesis.prototype, name, {
      configurable: true,
      value(this: SpeechSynthesis, utterance?: SpeechSynthesisUtterance) {
        const text = utterance?.text ?? '';
        spied.calls.push({ name, text, voice: utterance?.voice?.name ?? '', lang: utterance?.lang ?? '', at: at() });
        for (const type of utterance ? ['start', 'end', 'error', 'boundary'] : []) {
          utterance?.addEventListener(type, (event) => {
            const { charIndex, error = '' } = event as SpeechSynthesisEvent & { error?: string };
            if (type === 'boundary') word = { text, unit: charIndex };
            else word = null;
            if (type !== 'boundary') spied.events.push({ type, text, error, at: at() });
          });
        }
        if (utterance) real.call(this, utterance);
        else real.call(this);
      },
    });
  }
  document.addEventListener('mingdu:speech', (event) => spied.states.push((event as CustomEvent<object>).detail));
  document.addEventListener('mingdu:error', (event) => spied.problems.push((event as CustomEvent<object>).detail));
  const look = () => {
    const [sentence] = CSS.highlights.get('mingdu-speech') ?? [];
    const [painted] = CSS.highlights.get('mingdu-speech-word') ?? [];
    if (word && sentence && painted) {
      const before = document.createRange();
      before.setStart(sentence.startContainer, sentence.startOffset);
      before.setEnd(painted.startContainer, painted.startOffset);
      spied.marked.push({ ...word, painted: before.toString().length, word: painted.toString() });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What stands in the head of a page that is to be spied on. */
const SPY = `<script>(${spyOnSpeech.toString()})()</script>`;

/**
 * A notice as a portal has it: navigation, title, sentences as paragraphs, a foot.
 * @param head markup before the product's tag: a page script that makes something of this machine different
 */
export function noticePage(sentences: readonly string[], head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${TITLE}</title>${SPY}${head}${TAG}</head>
<body style="font-size:20px;line-height:2"><nav><a href="#a">网站首页导航</a></nav><h1>${TITLE}</h1>
<div id="body">${sentences.map((text) => `<p>${text}</p>`).join('\n')}</div><footer>版权所有：某某单位</footer></body></html>`;
}

/** For the head of a page: `ticks` are the times at which a timer of 50 ms came, to tell whether timers are throttled. */
export const TICKING = `<script>window.ticks = []; (function tick() { ticks.push(performance.now()); setTimeout(tick, 50); })()</script>`;

/** For the head of a page: timers of less than a second, pauses between sentences that is, run ten times as fast; watchdogs as ever. */
export const HASTENED = `<script>(() => {
  const real = window.setTimeout.bind(window);
  window.setTimeout = (run, ms = 0, ...more) => real(run, ms < 1000 ? ms / 10 : ms, ...more);
})()</script>`;

/**
 * For the head of a page: `passing(ms, factor)` lets time go by `factor` times as fast until so much of it has passed in the page's timers
 * and clocks; resolves then. Otherwise time is as ever.
 */
export const QUICK_CLOCK = `<script>(() => {
  const realTimeout = window.setTimeout.bind(window);
  const realNow = performance.now.bind(performance);
  const realDate = Date.now.bind(Date);
  let factor = 1, gained = 0, since = 0;
  const more = () => gained + (factor - 1) * (realNow() - since);
  performance.now = () => realNow() + more();
  Date.now = () => realDate() + more();
  window.setTimeout = (run, ms = 0, ...rest) => realTimeout(run, ms / factor, ...rest);
  window.passing = (ms, times) => new Promise((resolve) => {
    gained = more(); since = realNow(); factor = times;
    realTimeout(() => { gained = more(); since = realNow(); factor = 1; resolve(); }, ms / times);
  });
})()</script>`;

/** Serves a page at `/` beside the widget, and a page without the product at `/plain/`. */
export function serving(html: string): Mount[] {
  return [{ at: '/', from: () => ({ body: html }) }, { at: '/plain/', from: () => ({ body: `<!doctype html><title>plain</title>${TICKING}` }) }, widgetMount()];
}

export const spied = async (page: Page): Promise<Spied> => (await page.evaluate('window.spied')) as Spied;

/** Whether native pause() or resume() was ever called: one pause() silences every program of a Linux desktop. */
export const pausedNatively = ({ calls }: Spied): boolean => calls.some(({ name }) => name === 'pause' || name === 'resume');
