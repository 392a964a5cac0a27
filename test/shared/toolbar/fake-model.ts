// A runtime of a few lines for the toolbar's tests: it remembers what it was asked, and does it. Not a test.
import { createChoices } from '../../../shared/choices';
import { defineFeature, type FeatureDescriptor, type Speaking } from '../../../shared/feature';
import { createLive } from '../../../shared/live';
import { rulesOf } from '../../../shared/settings/check';
import { defaultOf, type Patch, type Settings } from '../../../shared/settings/schema';
import { zhPanel } from '../../../shared/i18n/zh-panel';
import css from '../../../shared/toolbar/panel.css';
import { Guide } from '../../../shared/toolbar/guide';
import { Panel } from '../../../shared/toolbar/panel';
import type { Notice, PresetState, ToolbarModel, Undoable } from '../../../shared/toolbar/model';

const icon = ['M5 5h20'];

const descriptors = [
  defineFeature({ id: 'text-size', settings: { textSize: { kind: 'range', min: 100, max: 300, step: 25, default: 100 } }, main: 'textSize', icon, group: 'see' }),
  defineFeature({
    id: 'contrast',
    settings: { contrast: { kind: 'choice', look: 'samples', options: ['off', 'black-on-white', 'yellow-on-black'] } },
    main: 'contrast',
    icon,
    group: 'see',
    barValue: 'yellow-on-black',
  }),
  defineFeature({ id: 'spacing', settings: { spacing: { kind: 'choice', options: ['page', 'wide', 'wider'] }, lineWidth: { kind: 'range', min: 4, max: 24, step: 4, default: 8, stops: [4, 8, 16], when: ['wider'] } }, main: 'spacing', icon, group: 'see' }),
  defineFeature({
    id: 'speech',
    settings: {
      speech: { kind: 'choice', options: ['off', 'point', 'continuous'] },
      rate: { kind: 'range', min: 0.5, max: 2, step: 0.25, default: 1, stops: [0.5, 1, 2] },
    },
    main: 'speech',
    commands: ['play', 'pause', 'next', 'previous', 'stop'],
    icon,
    group: 'hear',
    barValue: 'continuous',
  }),
  defineFeature({ id: 'pinyin', settings: { pinyin: { kind: 'choice', options: ['off', 'rare', 'all'] } }, main: 'pinyin', icon, group: 'hear', barValue: 'all' }),
];
export const DESCRIPTORS: readonly FeatureDescriptor[] = descriptors;

export function fakeModel({ hasPanel = true, isFirst = false, lang = 'zh-CN' } = {}) {
  const defaults: Settings = Object.fromEntries(
    DESCRIPTORS.flatMap(({ settings }) => Object.entries(settings).map(([key, setting]) => [key, defaultOf(setting)])),
  );
  const asked: string[] = [];
  const settings = createLive<Settings>(defaults);
  const presets = createLive<readonly PresetState[]>([{ id: 'elder', isOn: false }]);
  let kept: unknown;
  const choices = createChoices({
    rules: rulesOf(Object.assign({}, ...DESCRIPTORS.map((one) => one.settings))),
    settings,
    view: null,
    bodyPx: () => 16,
    kept: () => kept,
    async write(patch, _asked, next) {
      if (next) kept = { ...Object(kept), ...next };
      settings.set({ ...settings.value, ...patch });
      presets.set([{ id: 'elder', isOn: choices.isPresetOn('elder') }]);
    },
  });
  const speaking = createLive<Speaking>({ state: 'idle', text: '' });
  const able = createLive<ReadonlySet<string>>(new Set());
  const notice = createLive<Notice | null>(null);
  const undoable = createLive<Undoable | null>(null);
  const state = createLive<'open' | 'folded'>('open');
  const model: ToolbarModel = {
    descriptors: DESCRIPTORS,
    presets,
    settings,
    speaking,
    able,
    notice,
    undoable,
    state,
    setState: (next) => state.set(next),
    async set(patch: Patch) {
      asked.push(`set ${JSON.stringify(patch)}`);
      undoable.set({ before: Object.fromEntries(Object.keys(patch).map((key) => [key, settings.value[key] ?? false])) });
      settings.set({ ...settings.value, ...patch });
    },
    async command(id, name) {
      asked.push(`command ${id} ${name}`);
      speaking.set({ state: name === 'stop' ? 'idle' : name === 'pause' ? 'paused' : 'speaking', text: '' });
    },
    choices: {
      ...choices,
      preset(id, values) {
        asked.push(`preset ${id}`);
        return choices.preset(id, values);
      },
    },
    async undo() {
      asked.push('undo');
      await choices.undo();
      settings.set({ ...settings.value, ...undoable.value?.before });
      undoable.set(null);
    },
    async reset() {
      asked.push('reset');
      settings.set(defaults);
    },
    close: () => void asked.push('close'),
    retry: (id) => void asked.push(`retry ${id}`),
    language: createLive(lang),
    turn: (words) => words,
    version: '1.2.3',
    isFirst: async () => isFirst,
    loadPanel: async () => (hasPanel ? { Panel, Guide: (props) => Guide({ ...props, descriptors: DESCRIPTORS }), css, words: zhPanel } : Promise.reject(new Error('no file'))),
  };
  return { model, asked, settings, speaking, notice, undoable, state, kept: () => kept };
}
