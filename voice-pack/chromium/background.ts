// SPDX-License-Identifier: GPL-3.0-or-later
// The voice of the whole browser: hands on what the browser wants said to the page that sounds, and its events back. It may be ended and
// woken at any time: listeners are added at once, and what it remembers is the utterance that sounds.
import type { Chrome, TtsEvent } from './chrome';
import { type Ask, parseToWorker, type ToPage } from './messages';

declare const chrome: Chrome;

interface Current {
  readonly id: number;
  readonly length: number;
  send(event: TtsEvent): void;
}

let current: Current | null = null;
/** Not from nought: the page may still tell of what an earlier life asked for. */
let lastId = Date.now();
/** One question after the other, since the page must be there first. */
let asked: Promise<unknown> = Promise.resolve();

/** Makes the page, or finds that it is there: the browser closes it when nothing has sounded for a while. */
async function ensurePage(): Promise<void> {
  try {
    await chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: ['AUDIO_PLAYBACK'], justification: '朗读 speech' });
  } catch (error) {
    if (!/single offscreen/i.test(String(error))) throw error;
  }
}

function ask(question: Ask, onFailure: (error: unknown) => void): void {
  const message: ToPage = { to: 'page', ask: question };
  asked = asked.then(ensurePage).then(() => chrome.runtime.sendMessage(message)).catch(onFailure);
}

function fail(id: number, reason: unknown): void {
  if (current?.id !== id) return;
  const { send } = current;
  current = null;
  send({ type: 'error', errorMessage: String(reason) });
}

const warn = (error: unknown) => console.warn('明读语音包:', error);

chrome.ttsEngine.onSpeak.addListener((text, options, send) => {
  const id = (lastId += 1);
  current = { id, length: text.length, send };
  ask({ type: 'speak', id, utterance: { text, rate: options.rate ?? 1, volume: options.volume ?? 1, voice: '', readings: null } }, (error) => fail(id, error));
});

chrome.ttsEngine.onStop.addListener(() => {
  current = null;
  ask({ type: 'cancel' }, warn);
});

chrome.ttsEngine.onPause.addListener(() => {
  ask({ type: 'pause' }, warn);
});

chrome.ttsEngine.onResume.addListener(() => {
  ask({ type: 'resume' }, warn);
});

chrome.runtime.onMessage.addListener((value) => {
  const event = parseToWorker(value);
  if (!event || current?.id !== event.id) return;
  const { send, length } = current;
  if (event.type === 'start') send({ type: 'start', charIndex: 0 });
  else if (event.type === 'word') send({ type: 'word', charIndex: event.unit, length: event.length });
  else if (event.type === 'failed') fail(event.id, event.failure);
  else {
    current = null;
    send({ type: 'end', charIndex: length });
  }
});
