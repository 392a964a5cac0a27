// 嗓音 on the options page: who reads now, 试听, and the picker of voices, with the same rules of consent as in a page.
// Not for those rules (features/speech/voices.ts) nor for how it is drawn.
import { createVoices } from '../../shared/features/speech/voices';
import { createSample } from '../../shared/features/speech/sample';
import { createLive, type Live } from '../../shared/live';
import type { RemoteSpeech, SpeechPorts } from '../../shared/speech/driver';
import { createSpeaker, type SpeakerDriver } from '../../shared/speech/speaker';
import { describeVoice } from '../../shared/speech/voice-names';
import type { Desk } from './desk';
import type { LentPanels } from './panels';

export interface Voices {
  /** The name of the voice that would read now; null while none is known. */
  name(): string | null;
  /** Whether voices may still come. */
  readonly isWaiting: boolean;
  readonly isSounding: boolean;
  /** Says one sentence of ours with the voice that would read now; or silence. */
  sample(): void;
  /** Opens the picker. @param needsHelp where it says how a voice is added */
  open(needsHelp: boolean): Promise<void>;
}

export interface VoicesParts {
  readonly view: Window;
  readonly desk: Desk;
  readonly panels: LentPanels;
  readonly ports: SpeechPorts;
  readonly signal: AbortSignal;
  /** Something that is shown has changed. */
  redraw(): void;
  /** A sentence by its key: `sample-failed`, or one of an aid's problems. */
  tell(key: string): void;
  report(error: unknown): void;
}

/** Makes it; nothing sounds before a press. */
export function createVoiceDesk({ view, desk, panels, ports, signal, redraw, tell, report }: VoicesParts): Voices {
  const commands = new Map<string, () => void | Promise<void>>();
  let isWaiting = true;
  const later = (run: () => void, ms: number) => {
    const timer = view.setTimeout(() => signal.aborted || run(), ms);
    return () => view.clearTimeout(timer);
  };
  const settings = desk.settings as unknown as Live<{ readonly speech: 'off'; readonly rate: number; readonly volume: number; readonly voice: string }>;

  const voices = createVoices(
    {
      settings,
      signal,
      page: { document: view.document },
      kept: desk.kept,
      speechPorts: ports,
      // Nothing is read here that a caption could show.
      speaker: { stops: createLive(new Set(['caption'])) },
      speaking: createLive({ state: 'idle', text: '' }),
      problem: (key) => tell(`problem.${key}`),
      loadPack: panels.loadPack,
      panel: panels.panel,
      onCommand: (name, run) => void commands.set(name, run),
      pending: (work) => void work.catch(report),
      later,
      listen: (target, type, run, options) => target.addEventListener(type, run, { passive: true, ...options, signal }),
      // No aid has to be kept running for it.
      hold: () => undefined,
      choose: (patch) => void desk.set(patch),
    },
    { driver: () => driver, silence: () => hush(), onPack: (speech: RemoteSpeech) => driver.usePack(speech) },
  );
  const driver: SpeakerDriver = createSpeaker({
    allows: voices.allows,
    window: view,
    ports,
    now: () => view.performance.now(),
    later,
    listen: (target, type, run) => target.addEventListener(type, run, { signal }),
    allowsSilence: () => false,
    // Whatever sounds here was asked for by a press.
    wasAsked: () => true,
    onVoices: () => void later(changed, 0),
  });
  const sample = createSample({
    driver: () => driver,
    manner: () => ({ rate: settings.value.rate, volume: settings.value.volume / 100 }),
    later,
    onEnd(_uri, how) {
      if (how === 'failed') tell('sample-failed');
      redraw();
    },
  });

  function hush(): void {
    sample.stop();
    redraw();
  }

  function changed(): void {
    desk.setAble('volume', driver.hasVolume);
    redraw();
  }

  const arrived = () => {
    isWaiting = false;
    changed();
  };
  driver.voiceArrives().then(() => voices.packArrives()).then(arrived, arrived);
  ports.turn.onTaken(hush, signal);
  view.addEventListener('pagehide', hush, { signal });
  signal.addEventListener('abort', () => sample.stop(), { once: true });

  return {
    get isWaiting() {
      return isWaiting;
    },
    get isSounding() {
      return sample.sounding !== null;
    },
    name() {
      const voice = driver.hasVoice() ? driver.chosen(voices.wanted()) : null;
      return voice && describeVoice(voice).name;
    },
    sample() {
      if (sample.sounding !== null) return hush();
      // In browsers with one queue for all tabs it would wait behind another one's text.
      ports.turn.take();
      sample.say(voices.wanted());
      redraw();
    },
    async open(needsHelp) {
      hush();
      await (needsHelp ? voices.help() : commands.get('voices')?.());
    },
  };
}
