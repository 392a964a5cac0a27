// The port between the engine and whatever makes sound: the page's speechSynthesis, the extension's tts, the voice pack, and the clock
// alone where there is no voice. Types only.
import type { VoiceLike } from './voices';

/**
 * Why an utterance failed.
 * - `not-allowed`: the browser wants a press first.
 * - `interrupted`: somebody else ended it: another tab, the page itself.
 * - `failed`: anything else.
 */
export type Failure = 'not-allowed' | 'interrupted' | 'failed';

/** What is given to a voice to say in one go. */
export interface Utterance {
  /** As it is to be said; see spoken.ts. */
  readonly text: string;
  /** 0.5 to 2; 1 is the engine's ordinary speed. */
  readonly rate: number;
  /** 0 to 1. */
  readonly volume: number;
  /** URI of the voice that is wanted; '' or one that is not there (or not consented to): the best on this machine. */
  readonly voice: string;
  /**
   * The reading of each UTF-16 unit of the text (NFC, tone marks), '' for what is not read; null where nobody knows. Only for drivers
   * that take readings; others say the characters as they like.
   */
  readonly readings: readonly string[] | null;
}

/** What becomes of one utterance. Any of these may never come, or come twice: the engine has watchdogs. */
export interface UtteranceEvents {
  onStart(): void;
  /**
   * A word begins to sound.
   * @param unit its offset in the utterance's text, in UTF-16 units
   * @param length its length; 0 where the engine does not say
   */
  onWord(unit: number, length: number): void;
  onEnd(): void;
  onFailure(failure: Failure): void;
}

/** How much of official writing has to be put into words for a voice: system voices read numbers themselves, small ones do not. */
export type SpokenLevel = 'light' | 'full';

export interface Driver {
  /** Whether a usable voice is there now. */
  hasVoice(): boolean;
  /** Waits for a usable voice, since lists come late; false when none came. */
  voiceArrives(): Promise<boolean>;
  /** Every voice that may be offered to a reader of Mandarin, best first; remote ones included, which are never taken by themselves. */
  voices(): readonly VoiceLike[];
  /**
   * The voice that would speak now; null where none can.
   * @param wanted the URI of the one that is asked for, '' for the best
   */
  chosen(wanted: string): VoiceLike | null;
  /** Of the voice that would speak now. */
  readonly level: SpokenLevel;
  /** Whether `volume` of an utterance is heard. */
  readonly hasVolume: boolean;
  /** Whether `readings` of an utterance are heard. */
  readonly takesReadings: boolean;
  /** Says one text. Never queues: the engine gives the next one when this has ended. */
  speak(utterance: Utterance, events: UtteranceEvents): void;
  /** Silence now. Old utterances may still report. */
  cancel(): void;
  /** Whether something of this page is sounding or waiting to. */
  isBusy(): boolean;
  /** Turns to the next best voice of this machine after failures; false when there is no other. */
  fallBack(): boolean;
}

/** Speech that is made outside the page: by the extension's background, or by a worker. It lives behind messages, so all is late. */
export interface RemoteSpeech {
  /** Its voices as they are now. Rejects with the remedy in the message. */
  voices(): Promise<readonly VoiceLike[]>;
  /** Says one text with the voice that `utterance.voice` names; what was being said before is cancelled. */
  speak(utterance: Utterance, events: UtteranceEvents): void;
  cancel(): void;
  /** Silence, and gives back what it holds of the page's: a worker, an audio device. They come again with the next `speak`. */
  release?(): void;
}

/** A voice that can be fetched. Nothing of it is requested before `load`. */
export interface VoicePack {
  /** What the reader's browser would fetch, in bytes as transferred; 0 where it is installed already. */
  readonly bytes: number;
  /** Fetches it and gets it ready, once. Rejects with the remedy in the message, and then never tries again on this page. */
  load(): Promise<RemoteSpeech>;
}

/** Who speaks, among tabs and frames: one at a time. */
export interface Turn {
  /** This page begins to sound. */
  take(): void;
  /** Another page began to sound. */
  onTaken(run: () => void, signal: AbortSignal): void;
}

/** The ways to speak that a host has beside the page's own speechSynthesis. */
export interface SpeechPorts {
  /** So that pages pause one another instead of talking at once. */
  readonly turn: Turn;
  /** The extension's `tts`, which needs no press in the page; null elsewhere. */
  readonly tts: RemoteSpeech | null;
  /** Null where neither the site nor the reader has put one there. */
  readonly pack: VoicePack | null;
}
