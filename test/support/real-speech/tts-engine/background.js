// A voice engine for tests, inside the real browser: says nothing, but reports start, words and end on time, and can be told to have the
// faults of real engines. What it was asked for is in `log`; test-engine.ts reads that and sets `manner`. Part of no product.

/** Voices by name; `words`: tells word by word, `ends`: ever tells that it ended. */
const VOICES = {
  Words: { lang: 'zh-CN', words: true, ends: true },
  'No words': { lang: 'zh-CN', words: false, ends: true },
  'No end': { lang: 'zh-CN', words: false, ends: false },
  Remote: { lang: 'zh-CN', words: true, ends: true, remote: true },
  Cantonese: { lang: 'yue-HK', words: true, ends: true },
  Taiwan: { lang: 'zh-TW', words: true, ends: true },
};

/**
 * - `msPerUnit`: milliseconds a UTF-16 unit takes at rate 1
 * - `dropEvery`: every so-manyth utterance is swallowed without a sound or an event; 0 for none
 * - `cutAfterMs`: falls silent after this time without an event; 0 for never
 */
globalThis.manner = { msPerUnit: 10, dropEvery: 0, cutAfterMs: 0 };
/** `{ at, kind, text, voice, … }`, oldest first; kinds: speak (asked), drop, word, cut, end (said in full), stop. */
globalThis.log = [];

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
let asked = 0;
let timers = [];
let current = null;

function note(kind, of, more = {}) {
  globalThis.log.push({ at: performance.now(), kind, text: of?.text ?? '', voice: of?.voice ?? '', ...more });
}

function end() {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
  current = null;
}

chrome.ttsEngine.onSpeak.addListener((text, options, send) => {
  end();
  asked += 1;
  const { msPerUnit, dropEvery, cutAfterMs } = globalThis.manner;
  const rate = options.rate ?? 1;
  const mine = { text, voice: options.voiceName ?? '' };
  const kind = VOICES[mine.voice.replace(/ \d+$/, '')] ?? VOICES.Words;
  const { words, ends } = kind;
  current = mine;
  note('speak', mine, { lang: options.lang, rate, volume: options.volume });
  if (dropEvery > 0 && asked % dropEvery === 0) {
    note('drop', mine);
    return;
  }
  const at = (unit) => (unit * msPerUnit) / rate;
  const later = (run, ms) => {
    if (cutAfterMs === 0 || ms < cutAfterMs) timers.push(setTimeout(run, ms));
  };
  send({ type: 'start', charIndex: 0, length: text.length });
  for (const { segment, index, isWordLike } of words ? segmenter.segment(text) : []) {
    if (!isWordLike) continue;
    later(() => {
      note('word', mine, { unit: index, length: segment.length });
      send({ type: 'word', charIndex: index, length: segment.length });
    }, at(index));
  }
  if (cutAfterMs > 0 && at(text.length) >= cutAfterMs) timers.push(setTimeout(() => note('cut', mine), cutAfterMs));
  later(() => {
    if (!ends) {
      note('mute', mine);
      return;
    }
    note('end', mine);
    end();
    send({ type: 'end', charIndex: text.length });
  }, at(text.length));
});

chrome.ttsEngine.onStop.addListener(() => {
  // The browser also calls this before each utterance; only a stop of something counts.
  if (current) note('stop', current);
  end();
});

/** Offers these voices from now on; a name with a number behind it is one more of the kind. */
globalThis.offer = (names) =>
  chrome.ttsEngine.updateVoices(
    names.map((name) => {
      const { lang, words, remote = false } = VOICES[name.replace(/ \d+$/, '')];
      return { voiceName: name, lang, remote, eventTypes: words ? ['start', 'word', 'end', 'error'] : ['start', 'end', 'error'] };
    }),
  );

/** Offers many voices that are of no use, and one that is. */
globalThis.offerCrowd = (count, good) =>
  chrome.ttsEngine.updateVoices([
    ...Array.from({ length: count - 1 }, (_, at) => ({ voiceName: `Crowd ${at}`, lang: ['af', 'en-US', 'yue-HK', 'fr-FR', 'zh-TW', 'ru'][at % 6], eventTypes: ['start', 'end', 'error'] })),
    { voiceName: good, lang: 'zh-CN', eventTypes: ['start', 'word', 'end', 'error'] },
  ]);
