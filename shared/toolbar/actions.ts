// What a press in the toolbar means: settings are changed, and one sentence says so. Not for how it looks.
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { Patch, RangeSetting, SettingValue } from '../settings/schema';
import type { ToolbarModel } from './model';
import type { Said } from './sentences';
import { createSentences, settingInWords } from './sentences';
import { mainOf, nameOf, stepFrom, valueOf } from './wording';

export type Actions = ReturnType<typeof createActions>;

/** What presses are about; the extension's options have as much without a page. */
export type ActedModel = Pick<ToolbarModel, 'descriptors' | 'settings' | 'choices' | 'notice' | 'undoable' | 'set' | 'command' | 'undo' | 'reset' | 'retry'>;

/**
 * @param tell shows a sentence until the next action
 * @param isShown whether a sentence still stands
 */
export function createActions(model: ActedModel, words: Words, tell: (said: Said) => void, isShown: (said: Said) => boolean, signal: AbortSignal) {
  const sentences = createSentences(words, model.descriptors);
  /** The value of each switch that was on last. */
  const lastOn = new Map<string, SettingValue>();

  model.settings.watch((settings) => {
    for (const descriptor of model.descriptors) {
      const { key, off } = mainOf(descriptor);
      const value = settings[key];
      if (value !== undefined && value !== off) lastOn.set(key, value);
    }
  }, signal);

  return {
    tell,
    sentences,
    /** Passes on what the runtime tells, from now on. */
    listen(): void {
      let told: Said | null = null;
      model.notice.watch((notice) => {
        if (notice) tell((told = sentences.noticed(notice)));
        else if (told && isShown(told)) tell({ text: '', live: '' });
      }, signal);
    },
    /** The language has changed: what was said is said in it no more. */
    renamed(): void {
      const one = settingInWords(words, model.descriptors, { language: model.settings.value['language'] ?? '' });
      tell(one?.what ? sentences.chosen(one.what, one.value, false) : { text: '', live: '' });
    },
    /** A switch on the bar: the value used last, or off. */
    toggle(descriptor: FeatureDescriptor): void {
      const { key, off } = mainOf(descriptor);
      const on = model.settings.value[key] === off;
      void model.set({ [key]: on ? (lastOn.get(key) ?? descriptor.barValue ?? off) : off });
      tell(sentences.switched(nameOf(words, descriptor, key), on));
    },
    /** A value chosen in the panel. */
    choose(descriptor: FeatureDescriptor, key: string, value: SettingValue): void {
      void model.set({ [key]: value });
      tell(sentences.chosen(nameOf(words, descriptor, key), valueOf(words, key, value), false));
    },
    step(descriptor: FeatureDescriptor, key: string, setting: RangeSetting, direction: 1 | -1): void {
      const value = Number(model.settings.value[key]);
      const next = stepFrom(setting, value, direction);
      if (next === value) return tell(sentences.atLimit(direction, valueOf(words, key, value)));
      void model.set({ [key]: next });
      tell(sentences.chosen(nameOf(words, descriptor, key), valueOf(words, key, next), true));
    },
    command(id: string, name: string): void {
      tell({ text: '', live: '' });
      void model.command(id, name);
    },
    /** @param values what it sets, if it is none of the bar's */
    preset(id: string, values?: Patch): void {
      const on = !model.choices.isPresetOn(id, values);
      void model.choices.preset(id, values);
      tell(sentences.switched(say(words, `preset.${id}`), on));
    },
    undo(): void {
      const step = model.undoable.value;
      if (!step) return tell({ text: say(words, 'toolbar.undo-none'), live: say(words, 'toolbar.undo-none') });
      void model.undo();
      tell(sentences.undone(step));
    },
    reset(): void {
      void model.reset();
      tell(sentences.reset());
    },
    retry(id: string): void {
      tell({ text: '', live: '' });
      model.retry(id);
    },
  };
}
