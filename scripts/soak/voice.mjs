// A voice for the soak: one that is there at once and speaks a sentence in no time. Without any the product waits four seconds for one in each cycle.
// Not for the faults of real engines (test/support/fake-speech.ts).

/** Puts it in the place of `speechSynthesis`. Give it to `evaluateOnNewDocument`; it uses nothing from outside itself. */
export function putVoice() {
  const voice = { name: 'Soak', lang: 'zh-CN', voiceURI: 'soak', localService: true, default: true };
  let sounding = 0;
  class Utterance extends EventTarget {
    constructor(text) {
      super();
      Object.assign(this, { text, lang: '', voice: null, rate: 1, volume: 1, pitch: 1, onstart: null, onend: null, onerror: null, onboundary: null });
    }
  }
  const tell = (utterance, type, more) => {
    const event = Object.assign(new Event(type), { utterance, elapsedTime: 0, charIndex: 0, ...more });
    utterance[`on${type}`]?.(event);
    utterance.dispatchEvent(event);
  };
  let current = null;
  const synthesis = Object.assign(new EventTarget(), {
    pending: false, speaking: false, paused: false, onvoiceschanged: null,
    getVoices: () => [voice],
    speak(utterance) {
      sounding += 1;
      const mine = sounding;
      current = utterance;
      setTimeout(() => mine === sounding && tell(utterance, 'start'), 1);
      setTimeout(() => {
        if (mine !== sounding) return;
        current = null;
        tell(utterance, 'end');
      }, 20);
    },
    cancel() {
      const was = current;
      sounding += 1;
      current = null;
      if (was) setTimeout(() => tell(was, 'error', { error: 'canceled' }), 0);
    },
    pause: () => undefined,
    resume: () => undefined,
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true, writable: true });
}
