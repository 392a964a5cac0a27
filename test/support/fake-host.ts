// A Host without a browser: storage in memory, scripts by direct import. Shorter than what it stands for, and no more clever.
import { aidKitScript } from '../../shared/aid-kit';
import type { Host, SettingsStorage } from '../../shared/host';
import { provide } from '../../shared/packs/registry';
import { createReadings } from '../../shared/readings/readings';

const aids = import.meta.glob<{ start: unknown }>('../../shared/features/*/start.ts');
const panels = import.meta.glob<object>(['../../shared/panels/*/panel.tsx', '../../shared/panels/*/words.ts']);
const extras = import.meta.glob<object>('../../shared/features/*/extras/*.ts');
const packs = import.meta.glob('../../shared/packs/*.ts');

export interface FakeHost extends Omit<Host, 'drawsToolbar'> {
  drawsToolbar: boolean;
  /** What is stored now. */
  stored: unknown;
  /** As another tab would: writes and tells. */
  writeElsewhere(value: unknown): void;
  /** Errors that were reported, oldest first. */
  readonly reports: { id: string; error: unknown }[];
  /** Files that were asked for. */
  readonly loaded: string[];
  /** Whether the store refuses to keep what is written. */
  isFull: boolean;
  /** Files whose loading fails. */
  readonly broken: Set<string>;
}

/** @param stored what the store holds at first */
export function createFakeHost(stored: unknown = null): FakeHost {
  const watchers = new Set<(value: unknown) => void>();
  const storage: SettingsStorage = {
    read: async () => host.stored,
    async update(change) {
      host.stored = change(host.stored);
      return !host.isFull;
    },
    onChange(run, signal) {
      watchers.add(run);
      signal.addEventListener('abort', () => watchers.delete(run));
    },
  };
  const host: FakeHost = {
    kind: 'widget',
    storage,
    languages: ['zh-CN'],
    reachesFrames: true,
    styles: null,
    speech: { turn: { take: () => undefined, onTaken: () => undefined }, tts: null, pack: null },
    drawsToolbar: false,
    stored,
    reports: [],
    loaded: [],
    isFull: false,
    broken: new Set(),
    uncover: () => undefined,
    report: (id, error) => void host.reports.push({ id, error }),
    writeElsewhere(value) {
      host.stored = value;
      for (const run of watchers) run(value);
    },
    async loadScript(file) {
      host.loaded.push(file);
      if (host.broken.has(file)) throw new Error(`${file} is not there`);
      if (file === 'mingdu-pack-readings') return provide('pack-readings', { createReadings });
      const aid = /^mingdu-aid-(.+)$/.exec(file)?.[1];
      if (file === 'mingdu-pack-aids') return provide('pack-aids', aidKitScript);
      if (aid) provide(`aid-${aid}`, await aids[`../../shared/features/${aid}/start.ts`]?.());
      const panel = /^mingdu-panel-(.+)$/.exec(file)?.[1];
      const part = (name: string) => panels[`../../shared/panels/${panel}/${name}`]?.();
      if (panel) provide(`panel-${panel}`, { css: '', ...(await part('panel.tsx')), ...(await part('words.ts')) });
      const pack = /^mingdu-pack-(.+)$/.exec(file)?.[1];
      const extra = Object.keys(extras).find((path) => path.endsWith(`/extras/${pack}.ts`));
      if (extra) provide(`pack-${pack}`, await extras[extra]?.());
      if (pack) await packs[`../../shared/packs/${pack}.ts`]?.();
    },
  };
  return host;
}
