// SPDX-License-Identifier: GPL-3.0-or-later
// The few calls of Chromium that this extension makes.
export interface TtsEvent {
  readonly type: 'start' | 'word' | 'end' | 'error';
  readonly charIndex?: number;
  readonly length?: number;
  readonly errorMessage?: string;
}
interface Listeners<Arguments extends unknown[]> {
  addListener(run: (...given: Arguments) => void): void;
}
interface SpeakOptions {
  readonly rate?: number;
  readonly volume?: number;
}
export interface Chrome {
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Listeners<[unknown]>;
  };
  readonly offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  };
  readonly ttsEngine: {
    readonly onSpeak: Listeners<[string, SpeakOptions, (event: TtsEvent) => void]>;
    readonly onStop: Listeners<[]>;
    readonly onPause: Listeners<[]>;
    readonly onResume: Listeners<[]>;
  };
}
