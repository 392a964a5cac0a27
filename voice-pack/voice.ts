// SPDX-License-Identifier: GPL-3.0-or-later
// espeak-ng as a maker of Mandarin: a text in, pieces of sound out, each with the words that begin in it. Not for messages (worker.ts).
import start from 'mingdu:espeak-ng';
import packed from 'mingdu:espeak-ng-data';
import type { MadeWord } from '../shared/speech/pack/protocol';
import { inputFor } from './input';

export interface MadePiece {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly words: readonly MadeWord[];
  readonly isLast: boolean;
}

export interface Voice {
  /** Hertz. */
  readonly sampleRate: number;
  /**
   * @param rate 1 is 207 characters a minute
   * @param give called with each piece in its order, before `make` returns
   */
  make(text: string, readings: readonly string[] | null, rate: number, give: (piece: MadePiece) => void): void;
}

/** Chinese characters by its dictionary, syllables with a digit by its rules, other letters as English. */
const VOICE = 'cmn-latn-pinyin';
/** Words a minute at rate 1, and the least and most that it says well. */
const ORDINARY = 175;
const SLOWEST = 80;
const FASTEST = 450;
/** The first piece is short, so that it sounds soon; the others spare messages. */
const FIRST_PIECE_S = 0.15;
const PIECE_S = 1;

/** @throws Error when it cannot start */
export async function createVoice(): Promise<Voice> {
  const data = await unpack(packed);
  const { eSpeakNGWorker } = await start({ getPreloadedPackage: () => data });
  const espeak = new eSpeakNGWorker();
  if (espeak.set_voice(VOICE) !== 0) throw new Error(`no voice ${VOICE} in the data`);
  const sampleRate = espeak.get_samplerate();

  return {
    sampleRate,
    make(text, readings, rate, give) {
      const input = inputFor(text, readings);
      espeak.set_rate(Math.round(Math.min(FASTEST, Math.max(SLOWEST, ORDINARY * rate))));
      let chunks: Int16Array[] = [];
      let words: MadeWord[] = [];
      let length = 0;
      let isFirst = true;
      let reached = -1;
      const flush = (isLast: boolean) => {
        give({ samples: joined(chunks, length), words, isLast });
        chunks = [];
        words = [];
        length = 0;
        isFirst = false;
      };
      espeak.synthesize(input.text, (samples, events) => {
        for (const { type, text_position, word_length, audio_position } of events) {
          if (type !== 'word') continue;
          const unit = input.units[text_position - 1];
          // One number makes several events at one place.
          if (unit === undefined || unit <= reached) continue;
          reached = unit;
          const last = input.units[text_position - 2 + Math.max(1, word_length)] ?? unit;
          words.push({ unit, length: Math.max(unit, last) - unit + lengthAt(text, Math.max(unit, last)), at: audio_position / 1000 });
        }
        if (samples && samples.length > 0) {
          chunks.push(samples);
          length += samples.length;
        }
        if (length >= (isFirst ? FIRST_PIECE_S : PIECE_S) * sampleRate) flush(false);
        return false;
      });
      flush(true);
    },
  };
}

function lengthAt(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}

function joined(chunks: readonly Int16Array[], length: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(length);
  let at = 0;
  for (const chunk of chunks) for (const value of chunk) samples[at++] = value / 0x8000;
  return samples;
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
