// A speechSynthesis with the faults of real engines, for fast tests: in jsdom with fake timers, or put into a real page as source text
// (`createFakeSpeech.toString()`), hence one function that uses nothing from outside itself. Linux profiles are measured, all others are
// built from reports.

export type FakeProfile =
  | 'linux-chromium'
  | 'linux-firefox'
  | 'chrome-google'
  | 'cutoff'
  | 'edge-drops'
  | 'edge-natural'
  | 'one-in-ten'
  | 'drops-midway'
  | 'win-huihui'
  | 'android'
  | 'safari'
  | 'webview'
  | 'no-end'
  | 'lying'
  | 'empty-late'
  | 'vanishing'
  | 'no-activation'
  | 'no-voice'
  | 'firefox-no-voice'
  | 'fails';

export interface FakeSpeech {
  /** Undefined under `webview`. */
  readonly synthesis: SpeechSynthesis;
  readonly Utterance: typeof SpeechSynthesisUtterance;
  /** Texts whose utterance began to sound, and those that sounded to their end; oldest first. */
  readonly started: string[];
  readonly ended: string[];
  /** Every call of speak, cancel, pause, resume, in order. */
  readonly calls: string[];
  readonly rates: number[];
  /** Names of the voices that sounded; "wrong language" where voice and lang were not both given. */
  readonly voices: string[];
  /** When each utterance truly began, by Date.now(), and after how many milliseconds each of its units sounds, and its end. */
  readonly sounds: { readonly text: string; readonly at: number; readonly units: readonly number[] }[];
  /** The reader pressed something. */
  gesture(): void;
  /** Somebody else's cancel(): another tab, the page. */
  interrupt(): void;
}

/**
 * @param profile which engine is imitated
 * @param msPerCharacter how fast it speaks at rate 1
 */
export function createFakeSpeech(profile: FakeProfile, msPerCharacter: number): FakeSpeech {
  interface Fake {
    text: string;
    rate: number;
    lang: string;
    voice: { name: string; lang: string } | null;
    onstart?: ((event: object) => void) | null;
    onend?: ((event: object) => void) | null;
    onerror?: ((event: object) => void) | null;
    onboundary?: ((event: object) => void) | null;
  }
  interface Traits {
    readonly list?: readonly { name: string; lang: string; voiceURI: string; localService: boolean; default: boolean }[];
    /** What is told of words: nothing where it is left out. */
    readonly words?: 'right' | 'lying';
    /** Every so-manieth utterance is gone without an event: before it sounds, or after a third of it. */
    readonly drops?: number;
    readonly dropsMidway?: number;
    /** It falls silent after so long, and claims to speak on. */
    readonly cutoffMs?: number;
    /** It ends without saying so. */
    readonly noEnd?: boolean;
    readonly fails?: boolean;
    /** It waits for ever and tells nothing. */
    readonly pends?: boolean;
    /** Before a press: an error, or nothing at all. */
    readonly beforePress?: 'not-allowed' | 'silent';
    readonly onCancel?: 'end';
    readonly failsAt?: RegExp;
    /** Which utterance the preferred voice is gone from, and the list with it for a moment. */
    readonly vanishesAt?: number;
    readonly growsAfterFirst?: boolean;
  }
  const local = (name: string, lang: string) => ({ name, lang, voiceURI: name, localService: true, default: false });
  const remote = (name: string, lang: string) => ({ ...local(name, lang), localService: false });
  const english = { ...local('English (America) espeak-ng', 'en-US'), default: true };
  const linux = [
    english,
    local('Chinese (Mandarin, latin as English) espeak-ng', 'cmn'),
    local('Chinese (Mandarin, latin as Pinyin) espeak-ng', 'cmn-LATN-PINYIN'),
    local('Chinese (Cantonese) espeak-ng', 'yue'),
  ];
  const google = remote('Google 普通话（中国大陆）', 'zh-CN');
  const windows = [local('Microsoft Zira - English (United States)', 'en-US'), local('Microsoft Huihui - Chinese (Simplified, PRC)', 'zh-CN'), local('Microsoft Kangkang - Chinese (Simplified, PRC)', 'zh-CN')];
  const natural = remote('Microsoft Xiaoxiao Online (Natural) - Chinese (Mainland)', 'zh-CN');
  const TRAITS: Record<FakeProfile, Traits> = {
    'linux-chromium': {},
    'linux-firefox': { list: linux.map((voice) => ({ ...voice, localService: false, voiceURI: `urn:moz-tts:speechd:${voice.name}?${voice.lang}` })), onCancel: 'end' },
    'chrome-google': { list: [english, google], cutoffMs: 14_000 },
    cutoff: { list: [english, { ...google, localService: true }], cutoffMs: 14_000 },
    'edge-drops': { drops: 5, failsAt: /[&<>]/ },
    'edge-natural': { list: [english, natural], words: 'right', drops: 9, dropsMidway: 7, failsAt: /[&<>]/, growsAfterFirst: true },
    'one-in-ten': { drops: 10 },
    'drops-midway': { dropsMidway: 10 },
    'win-huihui': { list: windows, words: 'right' },
    android: { list: [local('English United States', 'en_US'), local('中文 中国', 'zh_CN')] },
    safari: { list: ['Albert', 'Samantha', '婷婷', 'Eddy (中文（中国大陆）)'].map((name, at) => ({ ...local(name, at < 2 ? 'en-US' : 'zh-CN'), default: true })), words: 'right', beforePress: 'silent' },
    webview: { list: [] },
    'no-end': { noEnd: true },
    lying: { words: 'lying' },
    'empty-late': {},
    vanishing: { list: windows, vanishesAt: 60 },
    'no-activation': { beforePress: 'not-allowed' },
    'no-voice': { list: [], fails: true },
    'firefox-no-voice': { list: [], pends: true },
    fails: { fails: true },
  };
  const traits = TRAITS[profile];
  const started: string[] = [];
  const ended: string[] = [];
  const calls: string[] = [];
  const rates: number[] = [];
  const used: string[] = [];
  const sounds: { text: string; at: number; units: readonly number[] }[] = [];
  let voices = profile === 'empty-late' ? [] : (traits.list ?? linux);
  let allowed = traits.beforePress === undefined;
  let spoken = 0;
  let current: { utterance: Fake; timers: ReturnType<typeof setTimeout>[] } | null = null;
  let queue: Fake[] = [];
  let wedged = false;
  const listeners: ((event: Event) => void)[] = [];
  const soon = (run: () => void, ms: number) => setTimeout(run, ms);
  const list = (next: typeof voices) => {
    voices = next;
    listeners.forEach((run) => run(new Event('voiceschanged')));
  };

  if (profile === 'empty-late') {
    soon(() => list([]), 7);
    soon(() => list(linux), 1_500);
  }

  /** @param how `end`, the name of an error, or '' for gone without a word */
  const finish = (utterance: Fake, how: string) => {
    if (current?.utterance !== utterance) return;
    current.timers.forEach((timer) => clearTimeout(timer));
    current = null;
    if (how === 'end') {
      ended.push(utterance.text);
      utterance.onend?.({ charIndex: utterance.text.length });
      if (traits.growsAfterFirst && ended.length === 1) voices = [...voices, ...windows];
    } else if (how !== '') utterance.onerror?.({ error: how });
    advance();
  };

  /** When each unit sounds: no two syllables take the same time, commas rest, brackets take none; in all, so much a character. */
  function unitsOf(text: string, ms: number): number[] {
    const shares = Array.from(text, (character) => {
      const part = /[\p{Script=Han}\p{N}]/u.test(character) ? 0.75 + ((character.codePointAt(0) ?? 0) % 7) / 12 : /[，、；：]/.test(character) ? 1.3 : /[。！？]/.test(character) ? 0.8 : /\p{L}/u.test(character) ? 0.4 : 0.1;
      return Array.from({ length: character.length }, (_, at) => (at === 0 ? part : 0));
    }).flat();
    const whole = shares.reduce((sum, part) => sum + part, 0) || 1;
    let sum = 0;
    return [...shares, 0].map((part) => ((sum += part) - part) * (ms / whole));
  }

  function tell(utterance: Fake, charIndex: number, charLength: number): void {
    if (traits.words === 'right') utterance.onboundary?.({ name: 'word', charIndex, charLength });
    if (traits.words !== 'lying') return;
    // Sentences and marks, offsets of another text, backwards, past the end, and now and then the truth.
    utterance.onboundary?.({ name: 'sentence', charIndex: 0, charLength: utterance.text.length });
    utterance.onboundary?.({ name: 'word', charIndex: utterance.text.length + 40, charLength: 2 });
    utterance.onboundary?.({ name: 'word', charIndex, charLength: undefined });
    utterance.onboundary?.({ name: 'word', charIndex: Math.max(0, charIndex - 6), charLength: 2 });
    utterance.onboundary?.({ name: 'word', charIndex: -1, charLength: 2 });
  }

  function sound(utterance: Fake, timers: ReturnType<typeof setTimeout>[]): void {
    const { text, rate, voice, lang } = utterance;
    const ms = (text.length * msPerCharacter) / rate;
    const silentAt = spoken % (traits.dropsMidway ?? Infinity) === 0 ? ms * 0.34 : traits.cutoffMs !== undefined && ms > traits.cutoffMs ? traits.cutoffMs : ms;
    const at = unitsOf(text, ms);
    timers.push(
      soon(() => {
        sounds.push({ text, at: Date.now(), units: at });
        started.push(text);
        rates.push(rate);
        used.push(!voice || lang !== voice.lang ? 'wrong language' : voice.name);
        utterance.onstart?.({ charIndex: 0 });
      }, 4),
    );
    for (const { index, 0: word } of traits.words ? text.matchAll(/\p{Script=Han}{1,2}|[A-Za-z\d.%]+/gu) : []) {
      const after = at[index] ?? 0;
      if (after < silentAt) timers.push(soon(() => tell(utterance, index, word.length), 4 + after));
    }
    // Cut off, it claims to speak on for ever.
    if (silentAt < ms && traits.cutoffMs !== undefined) return;
    timers.push(soon(() => finish(utterance, silentAt < ms || traits.noEnd ? '' : 'end'), 4 + silentAt));
  }

  function advance(): void {
    const utterance = queue[0];
    if (current || !utterance || wedged || traits.pends) return;
    queue = queue.slice(1);
    current = { utterance, timers: [] };
    const { timers } = current;
    spoken += 1;
    if (spoken === traits.vanishesAt) {
      // The voice that was speaking is gone for good, and for a moment all are.
      const rest = voices.filter(({ name }) => name !== utterance.voice?.name);
      list([]);
      soon(() => list(rest), 400);
    }
    const isGone = utterance.voice && !voices.some(({ name }) => name === utterance.voice?.name);
    const error = !allowed ? (traits.beforePress ?? '') : traits.fails || isGone || utterance.text === '' || traits.failsAt?.test(utterance.text) ? 'synthesis-failed' : '';
    if (error !== '') timers.push(soon(() => finish(utterance, error === 'silent' ? '' : error), 0));
    // Neither end nor error: simply gone.
    else if (spoken % (traits.drops ?? Infinity) === 0) timers.push(soon(() => finish(utterance, ''), 1));
    else sound(utterance, timers);
  }

  function interrupt(): void {
    const waiting = queue;
    queue = [];
    const stopped = current?.utterance;
    current?.timers.forEach((timer) => clearTimeout(timer));
    current = null;
    const all = stopped ? [stopped, ...waiting] : waiting;
    // The event comes later, when the next utterance may already have been given.
    for (const utterance of all) soon(() => (traits.onCancel === 'end' ? utterance.onend?.({}) : utterance.onerror?.({ error: 'interrupted' })), 0);
  }

  const synthesis = {
    get speaking() {
      return current !== null;
    },
    get pending() {
      return queue.length > 0;
    },
    paused: false,
    getVoices: () => [...voices],
    speak(utterance: Fake) {
      calls.push(`speak ${utterance.text}`);
      queue.push(utterance);
      soon(advance, 0);
    },
    cancel() {
      calls.push('cancel');
      interrupt();
    },
    pause() {
      calls.push('pause');
      wedged = profile === 'linux-chromium';
      if (profile === 'android') interrupt();
    },
    resume: () => void calls.push('resume'),
    addEventListener: (_type: string, run: (event: Event) => void) => void listeners.push(run),
    removeEventListener: () => undefined,
  };
  function Utterance(this: Fake, text: string) {
    this.text = text;
    this.rate = 1;
    this.lang = '';
    this.voice = null;
  }
  return {
    synthesis: (profile === 'webview' ? undefined : synthesis) as unknown as SpeechSynthesis,
    Utterance: (profile === 'webview' ? undefined : Utterance) as unknown as typeof SpeechSynthesisUtterance,
    started,
    ended,
    calls,
    rates,
    voices: used,
    sounds,
    gesture: () => {
      allowed = true;
    },
    interrupt,
  };
}
