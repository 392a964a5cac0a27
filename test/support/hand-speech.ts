// A speechSynthesis that a test leads by hand: nothing begins, no word sounds and nothing ends until the test says so. Source text for a page;
// an engine with faults of its own is in fake-speech.ts.

/**
 * Goes before the product. Then `hand.texts` are the texts that were given out, `hand.text` the one that sounds, `hand.word(3, 2)` has the word
 * at its offset 3 sound, `hand.end()` ends it.
 */
export const HAND_SPEECH = `(() => {
  let now = null;
  const hand = {
    texts: [],
    isSounding: false,
    get text() { return now?.text ?? ''; },
    word: (charIndex, charLength) => now?.onboundary?.({ name: 'word', charIndex, charLength }),
    end() { const was = now; now = null; was?.onend?.({}); },
  };
  const voice = { name: 'Huihui', lang: 'zh-CN', voiceURI: 'huihui', localService: true, default: true };
  const synthesis = {
    get speaking() { return now !== null; },
    pending: false, paused: false,
    getVoices: () => [voice],
    addEventListener() {}, removeEventListener() {},
    speak(utterance) { now = utterance; hand.texts.push(utterance.text); hand.isSounding = false; setTimeout(() => { hand.isSounding = true; utterance.onstart?.({}); }, 0); },
    cancel() { const was = now; now = null; if (was) setTimeout(() => was.onerror?.({ error: 'interrupted' }), 0); },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: class { constructor(text) { this.text = text; } }, configurable: true });
  window.hand = hand;
})();`;
