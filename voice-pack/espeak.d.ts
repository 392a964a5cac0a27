// SPDX-License-Identifier: GPL-3.0-or-later
// What this program uses of @echogarden/espeak-ng-emscripten, and how the build serves it, cut.
declare module 'mingdu:espeak-ng' {
  export interface EspeakEvent {
    readonly type: string;
    /** From 1, in code points. */
    readonly text_position: number;
    /** Code points. */
    readonly word_length: number;
    /** Milliseconds. */
    readonly audio_position: number;
  }
  export interface Espeak {
    set_voice(identifier: string): number;
    /** Words a minute, as espeak-ng counts. */
    set_rate(rate: number): void;
    /** Hertz. */
    get_samplerate(): number;
    /** @param run gets a piece of sound (null at the end) and what begins in it; true stops */
    synthesize(text: string, run: (samples: Int16Array | null, events: readonly EspeakEvent[]) => boolean): void;
  }
  export interface EspeakModule {
    readonly eSpeakNGWorker: new () => Espeak;
  }
  export default function start(options: { getPreloadedPackage(): ArrayBuffer }): Promise<EspeakModule>;
}

declare module 'mingdu:espeak-ng-data' {
  /** The data, packed by gzip and written in base64. */
  const data: string;
  export default data;
}
