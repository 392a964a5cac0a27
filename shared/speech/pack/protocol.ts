// The small protocol between Mingdu and a program that makes speech (voice-pack/PROTOCOL.md): what is said either way, and the check of
// what arrives. It names no engine. Not for playing (playback.ts) nor for who starts the program (worker-speech.ts, port-speech.ts).
import type { Failure, Utterance } from '../driver';
import type { VoiceLike } from '../voices';

/** A program that answers with another number is not understood. */
export const PROTOCOL = 1;

/** To a worker: make the sound of a text. Answered by `sound` in pieces, or by `failed`. */
export interface MakeMessage {
  readonly type: 'make';
  /** Comes back with each piece. */
  readonly id: number;
  readonly text: string;
  /** 0.5 to 2; 1 is the ordinary speed. */
  readonly rate: number;
  /** As in Utterance. */
  readonly readings: readonly string[] | null;
}

/** A word, as the sound has it. */
export interface MadeWord {
  /** Offset in the text, in UTF-16 units. */
  readonly unit: number;
  readonly length: number;
  /** When it begins, in seconds from the beginning of the utterance. */
  readonly at: number;
}

/** From a worker: the next piece of an utterance. */
export interface SoundMessage {
  readonly type: 'sound';
  readonly id: number;
  /** One channel, -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** Those that begin in this piece. */
  readonly words: readonly MadeWord[];
  readonly isLast: boolean;
}

/** From either: it is there. */
export interface VoicesMessage {
  readonly type: 'voices';
  readonly protocol: number;
  readonly voices: readonly VoiceLike[];
}

/** From a worker: it could not start (`id` null), or not make this text. */
export interface RefusedMessage {
  readonly type: 'refused';
  readonly id: number | null;
  readonly reason: string;
}

/**
 * To a program that plays by itself. `voices` asks who is there, `wake` the same of a program that shall be ready to sound when it answers. A
 * new `speak` silences what was being said.
 */
export type PortAsk = { readonly type: 'voices' | 'wake' } | { readonly type: 'cancel' } | { readonly type: 'speak'; readonly id: number; readonly utterance: Utterance };

/** From a program that plays by itself: what becomes of one utterance. */
export type PortEvent =
  | { readonly type: 'start' | 'end'; readonly id: number }
  | { readonly type: 'word'; readonly id: number; readonly unit: number; readonly length: number }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure };

export type FromWorker = VoicesMessage | SoundMessage | RefusedMessage;
export type FromPort = VoicesMessage | PortEvent;

const FAILURES: readonly Failure[] = ['not-allowed', 'interrupted', 'failed'];

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function parseVoices({ protocol, voices }: Record<string, unknown>): VoicesMessage | null {
  if (protocol !== PROTOCOL || !Array.isArray(voices)) return null;
  const known = voices.map(record).flatMap(({ name, lang, voiceURI, localService }) =>
    typeof name === 'string' && typeof lang === 'string' && typeof voiceURI === 'string' ? [{ name, lang, voiceURI, localService: localService === true }] : [],
  );
  return known.length === 0 ? null : { type: 'voices', protocol, voices: known };
}

/** @returns the message, or null for what is none, or another protocol's */
export function parseFromWorker(value: unknown): FromWorker | null {
  const message = record(value);
  const { type, id, samples, sampleRate, words, isLast, reason } = message;
  if (type === 'voices') return parseVoices(message);
  if (type === 'refused' && typeof reason === 'string') return { type, id: isCount(id) ? id : null, reason };
  if (type !== 'sound' || !isCount(id) || !(samples instanceof Float32Array) || typeof sampleRate !== 'number' || !Array.isArray(words)) return null;
  const made = words.map(record).flatMap(({ unit, length, at }) => (isCount(unit) && isCount(length) && typeof at === 'number' ? [{ unit, length, at }] : []));
  return { type, id, samples: samples as Float32Array<ArrayBuffer>, sampleRate, words: made, isLast: isLast === true };
}

/** @returns the message, or null for what is none, or another protocol's */
export function parseFromPort(value: unknown): FromPort | null {
  const message = record(value);
  const { type, id, unit, length, failure } = message;
  if (type === 'voices') return parseVoices(message);
  if (!isCount(id)) return null;
  if (type === 'start' || type === 'end') return { type, id };
  if (type === 'word' && isCount(unit) && isCount(length)) return { type, id, unit, length };
  const known = FAILURES.find((one) => one === failure);
  return type === 'failed' && known ? { type, id, failure: known } : null;
}

/** @returns what a program that plays by itself is asked, or null for what is no question */
export function parsePortAsk(value: unknown): PortAsk | null {
  const { type, id, utterance } = record(value);
  if (type === 'voices' || type === 'wake' || type === 'cancel') return { type };
  const { text, rate, volume, voice, readings } = record(utterance);
  if (type !== 'speak' || !isCount(id) || typeof text !== 'string') return null;
  const range = (given: unknown, least: number, most: number) => (typeof given === 'number' && given >= least && given <= most ? given : 1);
  return {
    type,
    id,
    utterance: {
      text,
      rate: range(rate, 0.1, 10),
      volume: range(volume, 0, 1),
      voice: typeof voice === 'string' ? voice : '',
      readings: Array.isArray(readings) && readings.length === text.length ? readings.map(String) : null,
    },
  };
}
