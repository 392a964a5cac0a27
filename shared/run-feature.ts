// One aid while it runs: its context, its lifetime, its fence. Not for deciding when it runs (assist.ts).
import type { FeatureContext, FeatureDescriptor, FeatureScript, Kept, KeptKey, Speaker, Speaking } from './feature';
import type { Packs } from './host';
import { take } from './packs/registry';
import type { Ledger } from './dom/ledger';
import { outsideEditors } from './dom/outside-editors';
import type { Live, LiveCell } from './live';
import { createLive } from './live';
import type { Page } from './page/page';
import type { TopLine } from './page/top-line';
import type { PanelHandle, PanelName, Panels } from './panel';
import type { ShowPanel } from './panels/mount';
import type { Position } from './position';
import type { Readings } from './readings/port';
import type { Patch, Settings, SettingsOf, SettingsSchema } from './settings/schema';
import type { Site } from './site';
import type { SpeechPorts } from './speech/driver';

/** A running aid. */
export interface Run {
  readonly descriptor: FeatureDescriptor;
  /** Resolves when `start` is done; never rejects: a failure goes to `onFailure`. */
  readonly started: Promise<void>;
  /** Whether the aid keeps itself running though its setting is off. */
  readonly held: boolean;
  /** Runs a command once the aid has started. */
  command(name: string): Promise<void>;
  /** Aborts, which undoes everything. */
  stop(): void;
}

export interface RunParts {
  readonly descriptor: FeatureDescriptor;
  readonly page: Page;
  readonly ledger: Ledger;
  readonly position: Position;
  readonly speaking: LiveCell<Speaking>;
  readonly speaker: Speaker;
  readonly speechPorts: SpeechPorts;
  readonly settings: Live<Settings>;
  readonly showPanel: ShowPanel;
  /** Shared by all aids of the session. */
  readings(): Promise<Readings>;
  /** Ends with the signal, which is the aid's: what the session's held would stay for each time an aid was on. */
  kept(key: KeptKey, until: AbortSignal): Kept;
  readonly looks: LiveCell<number>;
  readonly topLine: TopLine;
  loadScript(file: string): Promise<void>;
  /** The host's. */
  uncover(): void;
  /** The aid was stopped. */
  onFailure(error: unknown, key: FailureKey): void;
  /** @param isNews it is no error */
  onProblem(key: string, isNews?: boolean): void;
  onSolved(key: string): void;
  onAble(setting: string, isAble: boolean): void;
  onHold(): void;
  choose(patch: Patch): void;
  focusBar(): boolean;
  readonly language: string;
  turn<T>(words: T): T;
  readonly ownsWindow: boolean;
  readonly isChosen: boolean;
  /** What the site's owner asked for. */
  readonly site: Site | undefined;
}

/** Why an aid was stopped, as the key of the sentence about it: its file could not be had, the page is more than it may take on, or it erred. */
type FailureKey = 'pack-failed' | 'page-too-large' | 'aid-failed';

/**
 * So many elements an aid may look at one by one. With more the page would answer nothing for many seconds, and all aids together come near
 * the memory that a browser gives one tab, which would end it and take what the reader has written (measured: docs/faults.md).
 */
const MOST_ELEMENTS = 250_000;

type Callback<A extends unknown[]> = (...args: A) => void;

function pick(descriptor: FeatureDescriptor, all: Settings): SettingsOf<SettingsSchema> {
  return Object.fromEntries(Object.keys(descriptor.settings).map((key) => [key, all[key]])) as SettingsOf<SettingsSchema>;
}

/** Starts an aid, fetching its script first. */
export function runFeature(parts: RunParts): Run {
  const { descriptor, page, settings } = parts;
  const controller = new AbortController();
  const { signal } = controller;
  const commands = new Map<string, () => void | Promise<void>>();
  const holds = new Set<string>();

  /** Errors that are no fault of the aid: a file that could not be had, a page that is too large. */
  const excused = new WeakMap<object, FailureKey>();
  const excuse = (error: unknown, key: FailureKey): never => {
    if (error instanceof Error) excused.set(error, key);
    throw error;
  };
  const fetched = <T>(work: Promise<T>): Promise<T> => work.catch((error: unknown) => excuse(error, 'pack-failed'));

  function fail(error: unknown, key: FailureKey = (error instanceof Error && excused.get(error)) || 'aid-failed'): void {
    if (signal.aborted) return;
    controller.abort();
    parts.onFailure(error, key);
  }

  function fence<A extends unknown[]>(run: Callback<A>): Callback<A> {
    return (...args) => {
      if (signal.aborted) return;
      try {
        run(...args);
      } catch (error) {
        // An edit after the stop throws AbortError: an ordinary stop, for which `fail` does nothing.
        fail(error);
      }
    };
  }

  /** Work of a stopped aid may wait for a timer that will never run: nobody shall wait for it. */
  const stopping = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const untilStopped = (work: Promise<unknown> | void): Promise<unknown> => Promise.race([work, stopping]);

  function pending(work: Promise<unknown>): void {
    page.schedule.pending(untilStopped(work.catch((error: unknown) => fail(error))));
  }

  const changeLooks = (): void => parts.looks.set(parts.looks.value + 1);

  async function start(): Promise<void> {
    const name = `aid-${descriptor.id}`;
    const script = await take<FeatureScript>(name, () => parts.loadScript(`mingdu-${name}`)).catch((error: unknown) => fail(error, 'pack-failed'));
    if (!script || signal.aborted) return;
    const context = createContext();
    // After the ledger, which undoes the aid's layer at the same signal and has been told of it first.
    signal.addEventListener('abort', changeLooks, { once: true });
    await script.start(context);
    if (!signal.aborted) changeLooks();
  }

  function createContext(): FeatureContext {
    const own = createLive(pick(descriptor, settings.value));
    settings.watch((all) => {
      const next = pick(descriptor, all);
      if (!Object.keys(next).some((key) => next[key] !== own.value[key])) return;
      own.set(next);
      changeLooks();
    }, signal);
    const view = page.document.defaultView as Window & typeof globalThis;
    const timers = new Set<number>();
    signal.addEventListener('abort', () => timers.forEach((timer) => view.clearTimeout(timer)), { once: true });
    let nextFrame: ((time: number) => void) | null = null;
    const heard: Page = { ...page, onChange: (run, until) => page.onChange(fence(run), until) };
    return {
      page: heard,
      edits: outsideEditors(parts.ledger.owner(signal), heard, signal),
      position: parts.position,
      settings: followed(own),
      all: { get value() { return offered(settings.value); }, watch: (run) => settings.watch(fence((now) => run(offered(now))), signal) },
      speaking: watched(parts.speaking),
      speaker: { ...parts.speaker, said: watched(parts.speaker.said), offer: watched(parts.speaker.offer), isAway: watched(parts.speaker.isAway), isPreparing: watched(parts.speaker.isPreparing), stops: followed(parts.speaker.stops) },
      speechPorts: parts.speechPorts,
      kept(key) {
        const { value, update } = parts.kept(key, signal);
        return { value: followed(value), update };
      },
      able: (setting, isAble) => {
        if (!signal.aborted) parts.onAble(setting, isAble);
      },
      signal,
      takeOnAll() {
        const count = page.document.getElementsByTagName('*').length;
        if (count > MOST_ELEMENTS) excuse(new Error(`Mingdu: ${count} elements are more than ${MOST_ELEMENTS}`), 'page-too-large');
      },
      loadPack: (pack) => fetched(take<Packs[typeof pack]>(`pack-${pack}`, () => parts.loadScript(`mingdu-pack-${pack}`))),
      async readings() {
        const all = await fetched(parts.readings());
        return { ...all, onChange: (run, until) => all.onChange(fence(run), until) };
      },
      looks: followed(parts.looks),
      topLine: parts.topLine,
      panel: createPanel,
      onCommand: (name, run) => void commands.set(name, run),
      uncover: parts.uncover,
      language: parts.language,
      turn: parts.turn,
      ownsWindow: parts.ownsWindow,
      isChosen: parts.isChosen,
      choose: parts.choose,
      focusBar: parts.focusBar,
      hold(on, what = '') {
        if (on) holds.add(what);
        else if (holds.delete(what) && holds.size === 0) parts.onHold();
      },
      problem: (key) => {
        if (!signal.aborted) parts.onProblem(key);
      },
      news: (key) => {
        if (!signal.aborted) parts.onProblem(key, true);
      },
      solved: parts.onSolved,
      pending,
      listen: (target, type, run, options) => target.addEventListener(type, fence(run), { passive: true, ...options, signal }),
      frame(run) {
        if (!nextFrame) {
          view.requestAnimationFrame(
            fence((time: number) => {
              const latest = nextFrame;
              nextFrame = null;
              latest?.(time);
            }),
          );
        }
        nextFrame = run;
      },
      later(run, ms) {
        const timer = view.setTimeout(
          fence(() => {
            timers.delete(timer);
            run();
          }),
          ms,
        );
        timers.add(timer);
        return () => {
          timers.delete(timer);
          view.clearTimeout(timer);
        };
      },
      observeIntersection: (run, options) => ending(new view.IntersectionObserver(fence(run), options)),
      observeResize: (run) => ending(new view.ResizeObserver(fence(run))),
    };
  }

  /** Without what the site leaves out. */
  function offered(all: Settings): Settings {
    return Object.fromEntries(Object.entries(all).filter(([key]) => !parts.site?.hides?.(key)));
  }

  /** Followed by the aid's own callbacks, until it ends. */
  function followed<T>(live: Live<T>): Live<T> {
    return { get value() { return live.value; }, watch: (run) => live.watch(fence(run), signal) };
  }
  const watched = <T,>(live: LiveCell<T>): LiveCell<T> => Object.assign(followed(live), { set: live.set });

  /** What a panel calls belongs to the aid: an error there stops the aid, and nothing is called once it has stopped. */
  function fenced<P extends object>(props: P): P {
    return Object.fromEntries(Object.entries(props).map(([key, part]) => [key, typeof part === 'function' ? fence(part as Callback<unknown[]>) : part])) as P;
  }

  function createPanel<N extends PanelName>(name: N): PanelHandle<N> {
    const props = createLive<Panels[N] | null>(null);
    let isWanted = false;
    return {
      show(next) {
        props.set(next && fenced(next));
        if (isWanted || !next) return;
        isWanted = true;
        page.schedule.pending(untilStopped(parts.showPanel(name, props, signal).catch((error: unknown) => fail(error, 'pack-failed'))));
      },
    };
  }

  function ending<T extends ResizeObserver | IntersectionObserver>(observer: T): T {
    signal.addEventListener('abort', () => {
      observer.disconnect();
      // One that looks at something again has come back to life, for ever. Defined, by what inherits nothing: a page may have frozen what observers
      // inherit, and may have given every object a `get`, with which a descriptor is refused.
      Object.defineProperty(observer, 'observe', { __proto__: null, value: () => undefined } as PropertyDescriptor);
    }, { once: true });
    return observer;
  }

  const started = untilStopped(start().catch((error: unknown) => fail(error))).then(() => undefined);
  page.schedule.pending(started);

  return {
    descriptor,
    started,
    get held() {
      return holds.size > 0;
    },
    async command(name) {
      await started;
      if (signal.aborted) return;
      try {
        await untilStopped(commands.get(name)?.());
      } catch (error) {
        fail(error);
      }
    },
    stop: () => controller.abort(),
  };
}
