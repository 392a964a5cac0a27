// What the status line says after each press, and the few characters for a screen reader. Not for words of controls (wording.ts).
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { Patch } from '../settings/schema';
import type { Notice, Undoable } from './model';
import { nameOf, ownerOf, valueOf } from './wording';

/** One sentence to see, and what is spoken by a screen reader: '' where the pressed control has said it itself. */
export interface Said {
  readonly text: string;
  readonly live: string;
  /** Whether it tells of a change that 撤销 takes back; a phone shows the button alone. */
  readonly undo?: true;
  /** The aid that 重试 starts again. */
  readonly retry?: string;
}

/** The hint 再按一次关闭 is for beginners. */
const HINTS_SHOWN = 3;

/** A setting in words, name and value. */
export function settingInWords(words: Words, descriptors: readonly FeatureDescriptor[], patch: Patch) {
  const [key, value] = Object.entries(patch)[0] ?? [];
  const owner = key === undefined ? undefined : ownerOf(descriptors, key);
  if (key === undefined || value === undefined || !owner) return null;
  return { what: nameOf(words, owner, key), value: valueOf(words, key, value) };
}

/** What 撤销 would take back: in full for the description, in brief (the thing's name) for the button. */
export function undoInWords(words: Words, descriptors: readonly FeatureDescriptor[], step: Undoable | null) {
  if (!step) return { brief: say(words, 'toolbar.undo-none'), full: say(words, 'toolbar.undo-none') };
  if (step.preset) {
    const what = say(words, `preset.${step.preset}`);
    return { brief: what, full: say(words, 'toolbar.undo-strip', { what }) };
  }
  const count = Object.keys(step.before).length;
  const one = count === 1 ? settingInWords(words, descriptors, step.before) : null;
  // Of a setting of the panel the name may not have come yet.
  if (one?.what) return { brief: one.what, full: say(words, 'toolbar.undo-one', one) };
  const many = say(words, 'toolbar.undo-many', { n: String(count) });
  return { brief: many, full: many };
}

/** Makes the sentences; remembers how often the beginner's hint was given. */
export function createSentences(words: Words, descriptors: readonly FeatureDescriptor[]) {
  let hints = 0;
  const undo = () => say(words, 'toolbar.hint-undo');

  function withHint(text: string): string {
    hints += 1;
    return text + (hints > HINTS_SHOWN ? '' : say(words, 'toolbar.hint-off')) + undo();
  }

  return {
    /** A switch on the bar was pressed. */
    switched(what: string, on: boolean): Said {
      const text = say(words, on ? 'toolbar.said-on' : 'toolbar.said-off', { what });
      return { text: on ? withHint(text) : text + undo(), live: '', undo: true };
    },
    /** A value was chosen; a radio button says by itself that it is checked, a stepper does not. */
    chosen(what: string, value: string, aloud: boolean): Said {
      const text = say(words, 'toolbar.said-value', { what, value }) + undo();
      return { text, live: aloud ? say(words, 'toolbar.live', { what, value }) : '', undo: true };
    },
    /** A stepper was pressed at its end. */
    atLimit(direction: 1 | -1, value: string): Said {
      const text = say(words, direction > 0 ? 'toolbar.said-most' : 'toolbar.said-least', { value });
      return { text, live: text };
    },
    undone(step: Undoable): Said {
      const one = settingInWords(words, descriptors, step.before);
      const live = one && Object.keys(step.before).length === 1 ? say(words, 'toolbar.live', one) : say(words, 'toolbar.undo');
      const { brief, full } = undoInWords(words, descriptors, step);
      // Of a preset the name: its full words begin with 撤销 themselves.
      return { text: say(words, 'toolbar.said-undone', { step: step.preset ? brief : full }), live };
    },
    reset(): Said {
      return { text: say(words, 'toolbar.said-reset'), live: say(words, 'toolbar.reset'), undo: true };
    },
    noticed({ key, params, retry }: Notice): Said {
      const aid = params?.['aid'];
      const text = say(words, key, { ...params, ...(aid === undefined ? {} : { aid: say(words, aid) || aid }) });
      return { text, live: text, ...(retry === undefined ? {} : { retry }) };
    },
  };
}
