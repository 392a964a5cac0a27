// What a page's frame and the background say to each other while the browser's `tts` speaks, through one port a frame; and the check of
// what arrives. Not for what the events mean to a reader (shared/speech).
import type { Failure } from '../shared/speech/driver';
import type { VoiceLike } from '../shared/speech/voices';

/** The name of such a port. */
export const SPEECH_PORT = 'mingdu-tts';

/** Frame → background. */
export type SpeechOrder =
  | { readonly type: 'voices' }
  | { readonly type: 'speak'; readonly id: number; readonly text: string; readonly rate: number; readonly volume: number; readonly voice: string }
  | { readonly type: 'cancel' };

/** Background → frame; `id` is that of the order to speak. */
export type SpeechNews =
  | { readonly type: 'voices'; readonly voices: readonly VoiceLike[] }
  | { readonly type: 'start'; readonly id: number }
  | { readonly type: 'end'; readonly id: number }
  | { readonly type: 'word'; readonly id: number; readonly unit: number; readonly length: number }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure };

function fieldsOf(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}

/** @returns the order, or null for what is none */
export function parseOrder(value: unknown): SpeechOrder | null {
  const { type, id, text, rate, volume, voice } = fieldsOf(value);
  if (type === 'voices' || type === 'cancel') return { type };
  if (type !== 'speak' || typeof id !== 'number' || typeof text !== 'string' || typeof voice !== 'string') return null;
  return typeof rate === 'number' && typeof volume === 'number' ? { type, id, text, rate, volume, voice } : null;
}

/** @returns the news, or null for what is none */
export function parseNews(value: unknown): SpeechNews | null {
  const { type, id, unit, length, failure, voices } = fieldsOf(value);
  if (type === 'voices' && Array.isArray(voices)) return { type, voices: voices.flatMap(parseVoice) };
  if (typeof id !== 'number') return null;
  if (type === 'start' || type === 'end') return { type, id };
  if (type === 'word' && typeof unit === 'number') return { type, id, unit, length: typeof length === 'number' ? length : 0 };
  return type === 'failure' ? { type, id, failure: failure === 'interrupted' ? failure : 'failed' } : null;
}

function parseVoice(value: unknown): VoiceLike[] {
  const { name, lang, voiceURI, localService } = fieldsOf(value);
  if (typeof name !== 'string' || typeof lang !== 'string' || typeof voiceURI !== 'string') return [];
  return [{ name, lang, voiceURI, localService: localService === true }];
}
