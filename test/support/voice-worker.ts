// Runs the built voice pack's worker file inside Node, in a world that has what a worker has and nothing more, and talks to it by its protocol.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { MadeWord } from '../../shared/speech/pack/protocol';
import { DIST } from './product';

export const VOICE_FILE = join(DIST, 'voice-pack/mingdu-voice.js');

/** False where the pack's package could not be installed: the build has said so, and there is nothing to test. */
export const hasVoicePack = (): boolean => existsSync(VOICE_FILE);

/** A whole utterance. */
export interface Made {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly words: readonly MadeWord[];
  /** How many pieces it came in. */
  readonly pieces: number;
  /** Milliseconds until the first piece and until all of it. */
  readonly firstMs: number;
  readonly allMs: number;
}

export interface VoiceWorker {
  /** What it said when it was ready. */
  readonly ready: Record<string, unknown>;
  readonly readyMs: number;
  /** Everything that it tried to fetch or load. */
  readonly fetched: readonly string[];
  make(text: string, readings?: readonly string[] | null, rate?: number): Promise<Made>;
}

type Message = Record<string, unknown>;

/** @throws Error with the worker's reason when it refuses to start */
export async function startVoiceWorker(): Promise<VoiceWorker> {
  const fetched: string[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let hear: (message: Message) => void = () => undefined;
  const forbidden = (name: string) => (url: unknown) => {
    fetched.push(`${name} ${String(url)}`);
    throw new Error(`the voice must not ${name}`);
  };
  const world: Record<string, unknown> = {
    addEventListener: (type: string, run: (event: { data: unknown }) => void) => type === 'message' && listeners.push(run),
    postMessage: (message: Message) => hear(message),
    WorkerGlobalScope: function WorkerGlobalScope() {},
    location: new URL('http://localhost/mingdu/voice-pack/mingdu-voice.js'),
    fetch: forbidden('fetch'),
    importScripts: forbidden('importScripts'),
    ...{ atob, Blob, Response, DecompressionStream, TextDecoder, URL, performance, setTimeout, clearTimeout, console },
    // Its sound is checked by `instanceof` here, as a browser's copy would pass.
    ...{ Float32Array, ArrayBuffer, Uint8Array },
  };
  world['self'] = world;
  const began = performance.now();
  const ready = await new Promise<Message>((resolve, reject) => {
    hear = (message) => (message['type'] === 'voices' ? resolve(message) : reject(new Error(String(message['reason']))));
    runInContext(readFileSync(VOICE_FILE, 'utf8'), createContext(world), { filename: VOICE_FILE });
  });
  const readyMs = performance.now() - began;
  let last = 0;

  return {
    ready,
    readyMs,
    fetched,
    make: (text, readings = null, rate = 1) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const asked = performance.now();
        const pieces: Float32Array[] = [];
        const words: MadeWord[] = [];
        let firstMs = 0;
        hear = (message) => {
          if (message['id'] !== id) return;
          if (message['type'] !== 'sound') return reject(new Error(String(message['reason'])));
          firstMs ||= performance.now() - asked;
          pieces.push(message['samples'] as Float32Array);
          words.push(...(message['words'] as MadeWord[]));
          if (message['isLast'] !== true) return;
          const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
          pieces.reduce((at, piece) => (samples.set(piece, at), at + piece.length), 0);
          resolve({ samples, sampleRate: message['sampleRate'] as number, words, pieces: pieces.length, firstMs, allMs: performance.now() - asked });
        };
        for (const listener of listeners) listener({ data: { type: 'make', id, text, rate, readings } });
      }),
  };
}
