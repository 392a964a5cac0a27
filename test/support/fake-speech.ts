// A speechSynthesis with the faults of real engines, for fast tests: in jsdom with fake timers, or put into a real page as source text
// (`createFakeSpeech.toString()`), hence one function that uses nothing from outside itself. Linux profiles are measured, others from reports.

export type FakeProfile =
  | 'linux-chromium'
  | 'linux-firefox'
  | 'chrome-google'
  | 'cutoff'
  | 'edge-drops'
  | 'no-end'
  | 'empty-late'
  | 'no-activation'
  | 'no-voice'
  | 'firefox-no-voice'
  | 'fails';

export interface FakeSpeech {
  readonly synthesis: SpeechSynthesis;
  readonly Utterance: typeof SpeechSynthesisUtterance;
  /** Texts whose utterance began to sound, and those that sounded to their end; oldest first. */
  readonly started: string[];
  readonly ended: string[];
  /** Every call of speak, cancel, pause, resume, in order. */
  readonly calls: string[];
  readonly rates: number[];
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
    voice: { name: string } | null;
    onstart?: ((event: object) => void) | null;
    onend?: ((event: object) => void) | null;
    onerror?: ((event: object) => void) | null;
  }
  const started: string[] = [];
  const ended: string[] = [];
  const calls: string[] = [];
  const rates: number[] = [];
  const local = (name: string, lang: string) => ({ name, lang, voiceURI: name, localService: true, default: false });
  const english = { ...local('English (America) espeak-ng', 'en-US'), default: true };
  const mandarin = [
    english,
    local('Chinese (Mandarin, latin as English) espeak-ng', 'cmn'),
    local('Chinese (Mandarin, latin as Pinyin) espeak-ng', 'cmn-LATN-PINYIN'),
    local('Chinese (Cantonese) espeak-ng', 'yue'),
  ];
  const google = { ...local('Google 普通话（中国大陆）', 'zh-CN'), localService: false };
  const firefox = mandarin.map((voice) => ({ ...voice, localService: false, voiceURI: `urn:moz-tts:speechd:${voice.name}?${voice.lang}` }));
  const lists: Partial<Record<FakeProfile, readonly object[]>> = {
    'linux-firefox': firefox,
    'chrome-google': [english, google],
    cutoff: [english, { ...google, localService: true }],
    'no-voice': [],
    'firefox-no-voice': [],
  };
  let voices: readonly object[] = profile === 'empty-late' ? [] : (lists[profile] ?? mandarin);
  let allowed = profile !== 'no-activation';
  let spoken = 0;
  let current: { utterance: Fake; timers: ReturnType<typeof setTimeout>[] } | null = null;
  let queue: Fake[] = [];
  let wedged = false;
  const listeners: ((event: Event) => void)[] = [];
  const soon = (run: () => void, ms: number) => setTimeout(run, ms);

  if (profile === 'empty-late') {
    soon(() => listeners.forEach((run) => run(new Event('voiceschanged'))), 7);
    soon(() => {
      voices = mandarin;
      listeners.forEach((run) => run(new Event('voiceschanged')));
    }, 1_500);
  }

  const finish = (utterance: Fake, how: 'end' | string) => {
    if (current?.utterance !== utterance) return;
    current.timers.forEach((timer) => clearTimeout(timer));
    current = null;
    if (how === 'end') {
      ended.push(utterance.text);
      utterance.onend?.({});
    } else if (how !== '') utterance.onerror?.({ error: how });
    advance();
  };

  function advance(): void {
    const utterance = queue[0];
    if (current || !utterance || wedged || profile === 'firefox-no-voice') return;
    queue = queue.slice(1);
    current = { utterance, timers: [] };
    const { timers } = current;
    spoken += 1;
    const error = !allowed ? 'not-allowed' : profile === 'no-voice' || profile === 'fails' || utterance.text === '' ? 'synthesis-failed' : '';
    if (error !== '') {
      timers.push(soon(() => finish(utterance, error), 0));
    } else if (profile === 'edge-drops' && (spoken % 5 === 0 || /[&<>]/.test(utterance.text))) {
      // Neither end nor error: simply gone.
      timers.push(soon(() => finish(utterance, ''), 1));
    } else {
      timers.push(
        soon(() => {
          started.push(utterance.text);
          rates.push(utterance.rate);
          utterance.onstart?.({});
        }, 4),
      );
      const ms = 4 + (utterance.text.length * msPerCharacter) / utterance.rate;
      const isCut = profile === 'cutoff' && ms > 14_000;
      if (!isCut && profile !== 'no-end') timers.push(soon(() => finish(utterance, 'end'), ms));
      if (profile === 'no-end') timers.push(soon(() => finish(utterance, ''), ms));
    }
  }

  function interrupt(): void {
    const waiting = queue;
    queue = [];
    const stopped = current?.utterance;
    current?.timers.forEach((timer) => clearTimeout(timer));
    current = null;
    const all = stopped ? [stopped, ...waiting] : waiting;
    // The event comes later, when the next utterance may already have been given.
    for (const utterance of all) soon(() => (profile === 'linux-firefox' ? utterance.onend?.({}) : utterance.onerror?.({ error: 'interrupted' })), 0);
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
    },
    resume: () => void calls.push('resume'),
    addEventListener: (_type: string, run: (event: Event) => void) => void listeners.push(run),
    removeEventListener: () => undefined,
  };
  function Utterance(this: Fake, text: string) {
    this.text = text;
    this.rate = 1;
    this.voice = null;
  }
  return {
    synthesis: synthesis as unknown as SpeechSynthesis,
    Utterance: Utterance as unknown as typeof SpeechSynthesisUtterance,
    started,
    ended,
    calls,
    rates,
    gesture: () => {
      allowed = true;
    },
    interrupt,
  };
}
