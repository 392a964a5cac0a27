// SPDX-License-Identifier: GPL-3.0-or-later
// The voice as a worker: answers the messages of PROTOCOL.md, part one. All data are in this one file: it fetches nothing.
import type { FromWorker } from '../shared/speech/pack/protocol';
import { createVoice, type Voice } from './voice';
import { VOICES } from './voices';

const tell = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function answer(voice: Voice, value: unknown): void {
  const { type, id, text, readings, rate } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (type !== 'make' || typeof id !== 'number' || typeof text !== 'string') return;
  try {
    voice.make(text, Array.isArray(readings) && readings.length === text.length ? readings.map(String) : null, typeof rate === 'number' ? rate : 1, (piece) =>
      tell({ type: 'sound', id, sampleRate: voice.sampleRate, ...piece }, [piece.samples.buffer]),
    );
  } catch (error) {
    tell({ type: 'refused', id, reason: reasonOf(error) });
  }
}

createVoice().then(
  (voice) => {
    self.addEventListener('message', ({ data }) => answer(voice, data));
    tell(VOICES);
  },
  (error: unknown) => tell({ type: 'refused', id: null, reason: reasonOf(error) }),
);
