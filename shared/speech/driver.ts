// The port between the engine and whatever makes sound: speechSynthesis here, other drivers later. Types only.

/**
 * Why an utterance failed.
 * - `not-allowed`: the browser wants a press first.
 * - `interrupted`: somebody else ended it: another tab, the page itself.
 * - `failed`: anything else.
 */
export type Failure = 'not-allowed' | 'interrupted' | 'failed';

/** What becomes of one utterance. Any of these may never come: the engine has watchdogs. */
export interface UtteranceEvents {
  onStart(): void;
  onEnd(): void;
  onFailure(failure: Failure): void;
}

export interface Driver {
  /** Whether a usable voice is there now. */
  hasVoice(): boolean;
  /** Waits for a usable voice, since lists come late; false when none came. */
  voiceArrives(): Promise<boolean>;
  /**
   * Says one text. Never queues: the engine gives the next one when this has ended.
   * @param rate 0.5 to 2
   */
  speak(text: string, rate: number, events: UtteranceEvents): void;
  /** Silence now. Old utterances may still report. */
  cancel(): void;
  /** Whether something of this page is sounding or waiting to. */
  isBusy(): boolean;
  /** Turns to the next best voice after failures; false when there is no other. */
  fallBack(): boolean;
}
