// The runtime: brings the page in line with what the reader chose. Aids start and stop here, errors end here, events leave here.
// Not for one aid's life (run-feature.ts), nor for what exists while something is on (session.ts).
import type { Aids } from './aids';
import { createAids, starts } from './aids';
import type { Choices } from './choices';
import { createChoices } from './choices';
import type { Claim } from './claim';
import { createClaim } from './claim';
import { createRoom, type Room } from './dom/room';
import type { FeatureDescriptor, Speaking } from './feature';
import { createFence } from './fence';
import type { Host, Messages } from './host';
import { createLive, type Live } from './live';
import { take } from './packs/registry';
import { bodySize } from './page/body-size';
import type { Drawing } from './panels/mount';
import type { Session } from './session';
import { createSession } from './session';
import type { Rules } from './settings/check';
import { checkPatch } from './settings/check';
import { recordOf } from './settings/presets';
import type { Settings } from './settings/schema';
import type { State } from './settings/store';
import { createStore } from './settings/store';

export type EventType = 'open' | 'close' | 'change' | 'speech' | 'error';

/** One sentence for the reader: a message key and what fills its gaps. */
export interface Notice {
  readonly key: string;
  /** The aid it is about. */
  readonly id?: string;
  /** For the site owner, after the reader's sentence in the `error` event. */
  readonly cause?: string;
  /** All went well: no `error` event. */
  readonly isNews?: boolean | undefined;
}

/** What draws the toolbar, handed in by the product so that the runtime knows no interface. */
export interface Interface {
  /** How much of the window's top the bar covers, in CSS px. */
  topInset(): number;
  focusFirst(): void;
}

export interface AssistOptions {
  readonly document: Document;
  readonly host: Host;
  readonly descriptors: readonly FeatureDescriptor[];
  readonly rules: Rules;
  readonly version: string;
  /** Ends everything, e.g. when the extension is unloaded. */
  readonly signal: AbortSignal;
  /** What must be at hand before anything is shown, e.g. the words of another language. */
  prepare?(settings: Settings): Promise<unknown>;
  /** Draws the toolbar into a session; ends with the signal. */
  mount(assist: Assist, session: Session, room: Room, signal: AbortSignal): Interface;
  /** Takes words that come later than the bar's. */
  learn?(words: Partial<Messages>): void;
  /** Lets aids show panels. */
  readonly drawing?: Drawing;
  /** The sentence of a notice, for the `error` event. */
  sentence(notice: Notice): string;
  emit(type: EventType, detail: unknown): void;
}

export interface Assist {
  readonly descriptors: readonly FeatureDescriptor[];
  readonly state: Live<State>;
  readonly settings: Live<Settings>;
  readonly speaking: Live<Speaking>;
  /** The settings that have an effect on this machine, of those that have not on all. */
  readonly able: Live<ReadonlySet<string>>;
  readonly notice: Live<Notice | null>;
  readonly choices: Choices;
  /** Reads the store and does what it says; call once. */
  begin(): Promise<void>;
  /** @param byKeyboard whether a key or a pointer opens it; undefined: no press does, and the focus stays where it is */
  open(byKeyboard?: boolean): Promise<void>;
  close(): Promise<void>;
  set(patch: unknown): Promise<void>;
  fold(folded: boolean): Promise<void>;
  /** Tells an aid something; the first of its commands starts it if it is off. */
  command(id: string, name: string): Promise<void>;
  /** Starts an aid again that had failed. */
  retry(id: string): Promise<void>;
  settled(): Promise<void>;
  /** Says one sentence in the toolbar and as an `error` event. */
  tell(next: Notice): void;
  /** Whether the reader has never seen our interface here. Asked once, and remembered; false where nothing is kept. */
  isFirst(): Promise<boolean>;
}

/** Makes the runtime; nothing happens to the page before `begin`, `open` or `set`. */
export function createAssist(options: AssistOptions): Assist {
  const { document, host, descriptors, rules } = options;
  const speaking = createLive<Speaking>({ state: 'idle', text: '' });
  const able = createLive<ReadonlySet<string>>(new Set());
  const notice = createLive<Notice | null>(null);
  let session: Session | null = null;
  let aids: Aids | null = null;
  let room: Room | null = null;
  let shown: { readonly controller: AbortController; readonly face: Interface } | null = null;
  /** Writes of our own under way: what they change is followed at once, also in the background. */
  let writing = 0;
  /** The store refused, and the reader has been told. */
  let isForgetful = false;
  const chosen = new Set<string>();
  let beginning: Promise<void> | null = null;
  /** The assist is being turned on by a command. */
  let turning: Promise<void> | null = null;

  const report = (error: unknown) => host.report('mingdu', error);
  const fence = createFence(report);
  const store = createStore(host.storage, rules, options.signal, fence);
  const settings = createLive(store.state.value.settings);
  speaking.watch((now) => {
    if (session) options.emit('speech', { ...now });
  }, options.signal);

  const claim: Claim = createClaim({
    document,
    kind: host.kind,
    version: options.version,
    signal: options.signal,
    isOwner: () => session !== null,
    onLost: fence(() => deactivate()),
    onRequest: fence((request: Readonly<Record<string, unknown>>) => {
      const work = request['open'] === true ? assist.open() : request['settings'] ? assist.set(request['settings']) : null;
      work?.catch(report);
    }),
  });

  function tell(next: Notice): void {
    notice.set(next);
    if (!next.isNews) options.emit('error', { id: next.id ?? next.key, message: options.sentence(next) + (next.cause ?? '') });
  }

  function untell(key: string): void {
    if (notice.value?.key === key) notice.set(null);
  }

  /** What is stored decides; a tab in the background follows when it is looked at again. */
  function follow(state: State): void {
    if (writing > 0 || !document.hidden) apply(state);
  }

  function apply(state: State): void {
    const before = settings.value;
    const changed = Object.keys(rules).filter((key) => before[key] !== state.settings[key]);
    if (state.on && !session && claim.take()) activate();
    if (changed.length > 0) settings.set(state.settings);
    if (!state.on && session) deactivate();
    if (session) {
      aids?.sync();
      showToolbar(state, session);
      aids?.showsStop(shown !== null);
    }
    if (changed.length > 0) {
      const patch = Object.fromEntries(changed.map((key) => [key, state.settings[key]]));
      options.emit('change', { patch, settings: { ...state.settings } });
    }
  }

  function activate(): void {
    const { ledger, page, signal } = (session = createSession(document, host.reachesFrames, report));
    ledger.owner(signal).mark(document.documentElement, 'owner', `${host.kind} ${options.version}`);
    const made = (room = createRoom({ edits: ledger.owner(signal), page, signal, scroll: (run) => aids?.scroll(run), loadEdges: () => take('pack-edges', () => host.loadScript('mingdu-pack-edges')) }));
    const topOf = () => (shown?.face.topInset() ?? 0) + made.beside('toolbar').top;
    aids = createAids({ ...options, session, settings, store, speaking, able, chosen, room: made, topOf, tell, untell, choose: (patch) => assist.set(patch) });
  }

  function deactivate(): void {
    const ending = session;
    if (!ending) return;
    ending.flush();
    // Each aid takes out its own layer; the session's own edits go last.
    const putBack = aids?.end();
    shown?.controller.abort();
    shown = null;
    ending.end();
    session = null;
    aids = room = null;
    chosen.clear();
    if (speaking.value.state !== 'idle') speaking.set({ state: 'idle', text: '' });
    notice.set(null);
    choices.begin(false);
    putBack?.();
    options.emit('close', {});
  }

  function showToolbar(state: State, current: Session): void {
    const wanted = state.toolbar !== 'none' && host.drawsToolbar;
    if (wanted && !shown && room) {
      const controller = new AbortController();
      const face = options.mount(assist, current, room, controller.signal);
      shown = { controller, face };
      options.emit('open', {});
    } else if (!wanted && shown) {
      shown.controller.abort();
      shown = null;
    }
  }

  function begin(): Promise<void> {
    beginning ??= store.load().then(() => options.prepare?.(store.state.value.settings)).then(() => {
      // After 退出, in whatever tab, nothing is left to take back.
      choices.begin(store.state.value.on);
      apply(store.state.value);
      store.state.watch(fence(follow), options.signal);
      document.addEventListener('visibilitychange', fence(() => follow(store.state.value)), { signal: options.signal });
      options.signal.addEventListener('abort', fence(deactivate), { once: true });
    });
    return beginning;
  }

  /** Writes, lets the page follow, and keeps the reader's line in place while it does. `written` runs before the aids are done. */
  async function change(write: Parameters<typeof store.write>[0], written?: () => void): Promise<void> {
    await begin();
    aids?.hold();
    writing += 1;
    try {
      const isKept = await store.write(write);
      if (!isKept && !isForgetful) tell({ key: 'storage' });
      isForgetful = !isKept;
    } finally {
      writing -= 1;
    }
    written?.();
    // What is off is off already; a browser that does not anchor would show a frame of it elsewhere.
    aids?.release();
    await session?.page.schedule.settled();
    aids?.release();
  }

  const choices = createChoices({
    rules,
    settings,
    view: document.defaultView,
    site: host.site, bodyPx: () => bodySize(document),
    kept: () => store.state.value.kept.presets,
    write(patch, asked, kept) {
      for (const key of Object.keys(patch)) chosen.add(key);
      aids?.forgive(patch);
      const presets = (stored: unknown) => kept && { ...recordOf(stored), ...recordOf(kept) };
      return change({ ...(asked && { on: true }), settings: patch, kept: { presets } });
    },
  });

  const assist: Assist = {
    descriptors,
    state: store.state,
    settings,
    speaking,
    able,
    notice,
    choices,
    async begin() {
      await begin();
      await session?.page.schedule.settled();
      // The scheme has done so when it began; it may be off, or have failed.
      host.uncover();
    },
    async open(byKeyboard) {
      if (claim.isTaken()) return claim.ask({ open: true });
      // Pressed again while open, any opener moves focus to the bar, a call of the page none; at once, for an aid may take seconds to look for a voice.
      const takesFocus = byKeyboard || (byKeyboard === false && shown !== null);
      await change({ on: true, toolbar: 'open' }, () => takesFocus && shown?.face.focusFirst());
    },
    close: () => change({ on: false, toolbar: 'none' }),
    async set(patch) {
      const checked = checkPatch(rules, patch);
      if (claim.isTaken()) return claim.ask({ settings: checked });
      await choices.change(checked);
    },
    fold: (folded) => change({ toolbar: folded ? 'folded' : 'open' }),
    async command(id, name) {
      const descriptor = descriptors.find((one) => one.id === id);
      // A command that comes while the assist is being turned on by another waits behind it: 停止 must end what is about to begin.
      if (!session && descriptor && starts(descriptor, name)) turning = change({ on: true });
      await turning;
      await aids?.command(id, name);
    },
    async retry(id) {
      aids?.forgive(id);
      notice.set(null);
      aids?.sync();
      await session?.page.schedule.settled();
    },
    tell,
    async isFirst() {
      // Not while the toolbar is being put up: what is written is followed at once, and would put up another.
      await null;
      return store.state.value.kept.seen === undefined && store.write({ kept: { seen: () => true } });
    },
    settled: async () => session?.page.schedule.settled(),
  };
  return assist;
}
