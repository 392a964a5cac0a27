// The presets that only the panel offers, as a table: what each sets to begin with. A setting that a build has not is passed over.
import type { Patch } from './schema';

export interface Preset {
  /** Also its name in the store, and its words: `preset.<id>`. */
  readonly id: string;
  readonly values: Patch;
}

export const MORE_PRESETS: readonly Preset[] = [
  {
    id: 'low-vision',
    values: { textSize: 200, spacing: 'wide', contrast: 'yellow-on-black', pointer: 'larger', focus: 'strong', readingLine: 'line', still: true },
  },
  // Keys of ours stay off: they are for those who ask for them.
  { id: 'keyboard', values: { cursor: 'on', focus: 'strong', readingLine: 'line', still: true } },
  { id: 'learner', values: { pinyin: 'all', toneColors: true, textSize: 150, spacing: 'wide', caption: true } },
];

/** What the reader saved; it sets nothing before that. */
export const MINE = 'mine';
