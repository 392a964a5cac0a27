// The aid's context and a driver of a few lines, for tests of which voice speaks: they remember what they were asked. Not a test.
import type { FeatureContext, Speaking } from '../../shared/feature';
import type { speechDescriptor } from '../../shared/features/speech/descriptor';
import { createPicker } from '../../shared/features/speech/extras/voices';
import { createVoices } from '../../shared/features/speech/voices';
import { createLive } from '../../shared/live';
import type { VoicesPanel } from '../../shared/panel';
import type { Driver, RemoteSpeech, Utterance, UtteranceEvents, VoicePack } from '../../shared/speech/driver';
import type { VoiceLike } from '../../shared/speech/voices';
import { offeredVoices } from '../../shared/speech/voices';

export const PACK_SPEECH: RemoteSpeech = { voices: async () => [], speak: () => undefined, cancel: () => undefined };

export interface StandOptions {
  readonly list: readonly VoiceLike[];
  readonly voice?: string;
  readonly consent?: unknown;
  /** Absent: the host has none. */
  readonly pack?: VoicePack;
  /** Whether the store keeps what is written. */
  readonly isFull?: boolean;
  readonly userAgent?: string;
  /** Whether a driver of the pack is there. */
  readonly drivesPack?: boolean;
}

export function speechStand(signal: AbortSignal, options: StandOptions) {
  const settings = createLive({ speech: 'off', rate: 1.5, volume: 50, voice: options.voice ?? '' });
  const stored = createLive<unknown>(options.consent);
  const speaking = createLive<Speaking>({ state: 'idle', text: '' });
  const state = {
    list: options.list,
    problems: [] as string[],
    holds: new Set<string>(),
    said: [] as Utterance[],
    cancels: 0,
    silences: 0,
    turns: 0,
    packs: 0,
    events: null as UtteranceEvents | null,
    timers: [] as { run: () => void; ms: number }[],
    props: null as VoicesPanel | null,
  };
  const driver = {
    voices: () => offeredVoices(state.list),
    voiceArrives: async () => offeredVoices(state.list).some((one) => voices.allows(one)),
    speak(utterance: Utterance, events: UtteranceEvents) {
      state.said.push(utterance);
      state.events = events;
    },
    cancel: () => void (state.cancels += 1),
  } as unknown as Driver;
  let work: Promise<unknown>[] = [];
  const view = Object.assign(new EventTarget(), {
    navigator: { userAgent: options.userAgent ?? 'Windows', maxTouchPoints: 0, languages: ['zh-CN'], clipboard: undefined },
    speechSynthesis: { getVoices: () => state.list },
  });
  const context = {
    signal, settings,
    page: { document: { defaultView: view } },
    speaker: { stops: { value: new Set<string>() } },
    speaking,
    speechPorts: { tts: null, pack: options.pack ?? null, turn: { take: () => void (state.turns += 1), onTaken: () => undefined } },
    kept: () => ({
      value: stored,
      update: async (change: (value: unknown) => unknown) => (stored.set(change(stored.value)), !options.isFull),
    }),
    choose: (patch: object) => settings.set({ ...settings.value, ...patch }),
    hold: (on: boolean, what = '') => void (on ? state.holds.add(what) : state.holds.delete(what)),
    problem: (key: string) => void state.problems.push(key),
    pending: (one: Promise<unknown>) => void work.push(one),
    listen: (target: EventTarget, type: string, run: () => void) => target.addEventListener(type, run, { signal }),
    later(run: () => void, ms: number) {
      const timer = { run, ms };
      state.timers.push(timer);
      return () => void (state.timers = state.timers.filter((one) => one !== timer));
    },
    loadPack: async () => ({ createPicker }),
    panel: () => ({ show: (props: VoicesPanel | null) => void (state.props = props) }),
    onCommand: (name: string, run: () => Promise<void>) => void commands.set(name, run),
  } as unknown as FeatureContext<typeof speechDescriptor.settings>;
  const commands = new Map<string, () => Promise<void>>();
  function onPack(): void {
    state.packs += 1;
    state.list = [...state.list, { name: '明读语音包', lang: 'zh-CN', voiceURI: 'pack', localService: true }];
  }
  const voices = createVoices(context, {
    driver: () => driver,
    silence: () => void (state.silences += 1),
    ...(options.drivesPack === false ? {} : { onPack }),
  });
  return {
    voices, settings, stored, state, driver, view, speaking,
    /** What the panel is shown now. */
    props: () => state.props as VoicesPanel,
    async open(): Promise<VoicesPanel> {
      await commands.get('voices')?.();
      await this.done();
      return this.props();
    },
    /** Until no work is pending. */
    async done(press: () => void = () => undefined): Promise<void> {
      press();
      while (work.length > 0) {
        const now = work;
        work = [];
        await Promise.all(now);
      }
    },
    /** The timers of so many milliseconds run. */
    pass(ms: number): void {
      const due = state.timers.filter((timer) => timer.ms === ms);
      state.timers = state.timers.filter((timer) => timer.ms !== ms);
      for (const { run } of due) run();
    },
  };
}
