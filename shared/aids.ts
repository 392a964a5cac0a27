// Which aids run in a session: started when their setting leaves the default, stopped when it comes back, failed ones left alone.
// Not for one aid's life (run-feature.ts), nor for what the reader chose (assist.ts).
import type { AidKit, AidKitScript } from './aid-kit';
import type { Room } from './dom/room';
import type { FeatureDescriptor, Said, Speaking } from './feature';
import type { Host, Messages } from './host';
import type { Live, LiveCell } from './live';
import { createLive } from './live';
import { take } from './packs/registry';
import type { Drawing } from './panels/mount';
import type { Run } from './run-feature';
import type { Session } from './session';
import type { Rules } from './settings/check';
import type { Patch, Settings } from './settings/schema';
import type { Store } from './settings/store';

/** The aids of one session. */
export interface Aids {
  /** Starts and stops what the settings say. */
  sync(): void;
  /** Tells an aid something; the first of its commands starts it if it is off. */
  command(id: string, name: string): Promise<void>;
  /** Lets aids that had failed try again, whose setting the reader touched or who were asked to. */
  forgive(patch: Readonly<Record<string, unknown>> | string): void;
  /** The toolbar, in which a voice can be stopped, came or went. */
  showsStop(shows: boolean): void;
  /** Notes the reader's line before a change of layout, and puts it back after. */
  hold(): void;
  release(): void;
  /** Runs a scroll of ours, which is not the reader's; not at all while there is no aid, and so nobody to tell. */
  scroll(run: () => void): void;
  /** Stops all, in whatever order; the returned function, called when the session has ended, puts the reader's place back. */
  end(): () => void;
}

export interface AidsParts {
  readonly session: Session;
  readonly host: Host;
  readonly descriptors: readonly FeatureDescriptor[];
  readonly rules: Rules;
  readonly settings: Live<Settings>;
  readonly store: Store;
  readonly speaking: LiveCell<Speaking>;
  /** The settings that have an effect on this machine, of those that have not on all. */
  readonly able: LiveCell<ReadonlySet<string>>;
  /** How much of the window's top our bars cover, in CSS px. */
  topOf(): number;
  readonly room: Room;
  readonly drawing?: Drawing | undefined;
  /** Takes the words that come with what aids run on. */
  learn?(words: Partial<Messages>): void;
  /** Changes settings as a press would. */
  choose(patch: Patch): Promise<void>;
  /** The keys of settings that were changed on this page. */
  readonly chosen: ReadonlySet<string>;
  /** One sentence for the reader. */
  tell(notice: { readonly key: string; readonly id: string; readonly isNews?: boolean | undefined }): void;
  /** That sentence is true no longer. */
  untell(key: string): void;
}

/** Whether a command starts an aid that is off. */
export function starts({ commands = [], asks = [] }: FeatureDescriptor, name: string): boolean {
  return commands[0] === name || asks.includes(name);
}

/** Nothing runs before `sync` or `command`. */
export function createAids(parts: AidsParts): Aids {
  const { session, host, descriptors, rules, settings } = parts;
  const runs = new Map<string, Run>();
  const failed = new Set<string>();
  /** How many commands of an aid wait for it: one that comes meanwhile waits behind them, and it is not stopped before they were heard. */
  const coming = new Map<string, number>();
  const stops = createLive<ReadonlySet<string>>(new Set());
  const speaker = {
    said: createLive<Said | null>(null),
    offer: createLive<string | null>(null),
    isAway: createLive(false),
    isPreparing: createLive(false),
    stops,
    showsStop(who: string, shows: boolean) {
      if (stops.value.has(who) === shows) return;
      stops.set(new Set(shows ? [...stops.value, who] : [...stops.value].filter((one) => one !== who)));
    },
    command: (name: string) => void command('speech', name),
  };
  /** What aids run on; null until the first is wanted and its code is here. */
  let kit: AidKit | null = null;
  let equipping: Promise<void> | null = null;

  function isWanted({ id, main }: FeatureDescriptor): boolean {
    const rule = rules[main];
    return main !== '' && settings.value[main] !== (rule ? rule[0] : false) && !failed.has(id);
  }

  function fail(id: string, key: string, error: unknown): void {
    runs.delete(id);
    failed.add(id);
    if (session.signal.aborted) return;
    host.report(id, error);
    parts.tell({ key, id, ...(key === 'pack-failed' ? { cause: ` ${error}` } : {}) });
  }

  function sync(descriptor: FeatureDescriptor): void {
    const run = runs.get(descriptor.id);
    if (isWanted(descriptor)) {
      if (!run && kit) start(descriptor, kit);
      else if (!run) session.page.schedule.pending(equip());
    } else if (run && !run.held && !coming.get(descriptor.id)) {
      runs.delete(descriptor.id);
      session.flush();
      run.stop();
    }
  }

  /** Fetches what aids run on, and then starts those that are wanted by that time. */
  function equip(): Promise<void> {
    equipping ??= take<AidKitScript>('pack-aids', () => host.loadScript('mingdu-pack-aids')).then(
      (script) => {
        if (session.signal.aborted) return;
        parts.learn?.(script.words);
        kit = script.createKit(session, { ...parts, loadScript: host.loadScript, styles: host.styles });
        descriptors.forEach(sync);
      },
      (error: unknown) => {
        equipping = null;
        for (const { id } of descriptors.filter(isWanted)) fail(id, 'pack-failed', error);
      },
    );
    return equipping;
  }

  function start(descriptor: FeatureDescriptor, { run: runFeature }: AidKit): Run {
    const { id } = descriptor;
    const run = runFeature({
      descriptor,
      speaking: parts.speaking,
      speaker,
      speechPorts: host.speech,
      settings,
      loadScript: host.loadScript,
      uncover: host.uncover,
      ownsWindow: host.drawsToolbar,
      isChosen: parts.chosen.has(descriptor.main),
      choose: (patch) => void parts.choose(patch).catch((error: unknown) => host.report(id, error)),
      onFailure: (error, key) => fail(id, key, error),
      onProblem: (key, isNews) => parts.tell({ key, id, isNews }),
      onSolved: parts.untell,
      onAble(setting, isAble) {
        const able = new Set(parts.able.value);
        if (isAble) able.add(setting);
        else able.delete(setting);
        if (able.size !== parts.able.value.size) parts.able.set(able);
      },
      // Not at once: the aid that lets go is in the middle of its own callback.
      onHold: () => queueMicrotask(() => !session.signal.aborted && sync(descriptor)),
    });
    runs.set(id, run);
    return run;
  }

  async function command(id: string, name: string): Promise<void> {
    const descriptor = descriptors.find((one) => one.id === id);
    const waiting = coming.get(id) ?? 0;
    if (!descriptor || !(runs.has(id) || waiting > 0 || starts(descriptor, name))) return;
    coming.set(id, waiting + 1);
    if (!kit) await equip();
    const isOver = () => !kit || session.signal.aborted;
    const run = isOver() ? null : (runs.get(id) ?? (kit && starts(descriptor, name) ? start(descriptor, kit) : null));
    const done = run?.command(name);
    // By then the aid has begun to obey, and holds itself if it has to; what it does may take as long as it likes.
    await run?.started;
    coming.set(id, (coming.get(id) ?? 1) - 1);
    if (isOver()) return;
    await done;
    if (!session.signal.aborted) sync(descriptor);
  }

  return {
    sync: () => descriptors.forEach(sync),
    command,
    showsStop: (shows) => speaker.showsStop('toolbar', shows),
    forgive(patch) {
      for (const { id, main } of descriptors) if (!kit || (typeof patch === 'string' ? id === patch : main in patch)) failed.delete(id);
    },
    hold: () => kit?.place.hold(),
    scroll: (run) => kit?.place.move(run),
    release() {
      kit?.place.release();
      parts.room.uncover();
    },
    end() {
      const putBack = kit?.place.end();
      for (const run of runs.values()) run.stop();
      runs.clear();
      return () => putBack?.();
    },
  };
}
