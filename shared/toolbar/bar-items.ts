// What stands on the bar, as data made from the descriptors: for a wide window, and for a phone. Not for how it is drawn (bar.tsx).
import type { FeatureDescriptor, Icon } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { RangeSetting } from '../settings/schema';
import type { Actions } from './actions';
import { ICONS } from './icon';
import type { ToolbarModel } from './model';
import { undoInWords } from './sentences';
import { mainOf, nameOf, valueOf } from './wording';

/** One button of the bar, or the value between two. */
export interface Item {
  readonly id: string;
  /** What is seen under the picture, and the accessible name unless `name` says otherwise. */
  readonly word: string;
  readonly name?: string;
  /** How things stand, under the word. */
  readonly state?: string;
  /** The state in full, for the description. */
  readonly description?: string;
  readonly icon: Icon;
  readonly kind?: 'leave' | 'choose' | 'value';
  readonly pressed?: boolean;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** `choose` is what ↓ does as well. */
  readonly opens?: string;
  readonly press: () => void;
}

/** Buttons that belong together. */
export interface ItemGroup {
  readonly label?: string;
  readonly plain?: boolean;
  /** Pushed to the far end. */
  readonly far?: boolean;
  readonly items: readonly Item[];
}

/** What the panel shows instead of settings. */
export const HELP = 'help';

/** What of the toolbar's own state the bar shows. */
export interface BarView {
  readonly phone: boolean;
  /** The part of the panel that is open, null when it is closed. */
  readonly panel: string | null;
  /** The aid whose stepper stands in the strip on a phone. */
  readonly strip: string | null;
  /** How much had to give way for the width: 1 glosses, 2 选, 3 presets and 帮助, 4 撤销, 5 the value between two buttons, 6 all switches but one. */
  readonly narrow: number;
}

/** What the bar can open by itself. */
export interface Opening {
  panel(at: string): void;
  strip(id: string): void;
}

/** What it is all made of. */
export interface Bar {
  readonly model: ToolbarModel;
  readonly words: Words;
  readonly actions: Actions;
  readonly opening: Opening;
  readonly view: BarView;
}

/** 缩小 · 大字 150% · 放大. */
export function stepperItems({ model, words, actions }: Bar, descriptor: FeatureDescriptor, setting: RangeSetting): Item[] {
  const { key } = mainOf(descriptor);
  const now = Number(model.settings.value[key]);
  const value = valueOf(words, key, now);
  const end = (id: 'smaller' | 'larger', direction: 1 | -1): Item => ({
    id: `${key}-${id}`,
    word: say(words, `toolbar.${id}`),
    description: value,
    icon: ICONS[id],
    disabled: now === (direction > 0 ? setting.max : setting.min),
    press: () => actions.step(descriptor, key, setting, direction),
  });
  const middle: Item = { id: key, word: nameOf(words, descriptor, key), state: value, icon: descriptor.icon, kind: 'value', press: () => undefined };
  return [end('smaller', -1), middle, end('larger', 1)];
}

function switchItem({ model, words, actions }: Bar, descriptor: FeatureDescriptor): Item {
  const { key, off } = mainOf(descriptor);
  const value = model.settings.value[key] ?? off;
  return {
    id: key,
    word: nameOf(words, descriptor, key),
    state: valueOf(words, key, value),
    icon: descriptor.icon,
    pressed: value !== off,
    ...(hasChoices(descriptor) ? { opens: key } : {}),
    press: () => actions.toggle(descriptor),
  };
}

/** 朗读 is a command, not a switch: what a press does next stands under the word. */
function commandItems({ model, words, actions, view }: Bar, descriptor: FeatureDescriptor): Item[] {
  const { id, main } = descriptor;
  const { state } = model.speaking.value;
  const speaks = state === 'speaking';
  const idle = state === 'idle' ? say(words, view.phone ? 'toolbar.from-here' : `${id}/play`) : say(words, 'toolbar.resume');
  const items: Item[] = [
    {
      id: main,
      word: nameOf(words, descriptor, main),
      state: speaks ? say(words, `${id}/pause`) : idle,
      icon: speaks ? ICONS.pause : descriptor.icon,
      opens: main,
      press: () => actions.command(id, speaks ? 'pause' : 'play'),
    },
  ];
  if (state !== 'idle') {
    items.push({ id: `${main}-stop`, word: say(words, `${id}/stop`), icon: ICONS.stop, press: () => actions.command(id, 'stop') });
  }
  return items;
}

function chooseItem({ words, opening, view }: Bar, descriptor: FeatureDescriptor): Item {
  const { main } = descriptor;
  return {
    id: `${main}-choose`,
    word: say(words, 'toolbar.choose'),
    name: say(words, 'toolbar.options', { what: nameOf(words, descriptor, main) }),
    icon: ICONS.choose,
    kind: 'choose',
    expanded: view.panel === main,
    press: () => opening.panel(main),
  };
}

function hasChoices(descriptor: FeatureDescriptor): boolean {
  const keys = Object.keys(descriptor.settings);
  return keys.length > 1 || mainOf(descriptor).setting?.kind === 'choice';
}

function moreItem({ words, opening, view }: Bar): Item {
  const expanded = view.panel !== null && view.panel !== HELP;
  return {
    id: 'more',
    word: say(words, 'toolbar.more'),
    state: say(words, expanded ? 'toolbar.fold-up' : 'toolbar.unfold'),
    icon: ICONS.more,
    expanded,
    press: () => opening.panel(''),
  };
}

function helpItem({ words, opening, view }: Bar): Item {
  return {
    id: HELP,
    word: say(words, 'toolbar.help'),
    state: say(words, 'toolbar.help?'),
    icon: ICONS.help,
    expanded: view.panel === HELP,
    press: () => opening.panel(HELP),
  };
}

function closeItem({ words, model }: Bar): Item {
  return {
    id: 'close',
    word: say(words, 'toolbar.close'),
    state: say(words, 'toolbar.close?'),
    icon: ICONS.close,
    kind: 'leave',
    press: () => model.close(),
  };
}

/** The aids that the site offers; the others may be on, by `Mingdu.set`. */
export function offered({ descriptors, site }: Pick<ToolbarModel, 'descriptors' | 'site'>): readonly FeatureDescriptor[] {
  return descriptors.filter(({ main, id }) => !site?.hides?.(main || id));
}

/** @returns the groups in reading order */
export function barGroups(bar: Bar): ItemGroup[] {
  return bar.view.phone ? phoneGroups(bar) : wideGroups(bar);
}

/** Those of a wide window. */
export function wideGroups(bar: Bar): ItemGroup[] {
  const { model, words, actions, view } = bar;
  const steppers: ItemGroup[] = [];
  const others: ItemGroup[] = [];
  for (const descriptor of offered(model)) {
    const { setting, key } = mainOf(descriptor);
    const label = nameOf(words, descriptor, key);
    const choose = view.narrow < 2 && hasChoices(descriptor) ? [chooseItem(bar, descriptor)] : [];
    if (setting?.kind === 'range') steppers.push({ label, items: stepperItems(bar, descriptor, setting).filter(({ kind }) => view.narrow < 5 || kind !== 'value') });
    else if (descriptor.commands && descriptor.barValue !== undefined) others.push({ label, items: [...commandItems(bar, descriptor), ...choose] });
    else if (descriptor.barValue !== undefined && (view.narrow < 6 || others.length === 0)) others.push({ label, items: [switchItem(bar, descriptor), ...choose] });
  }
  const presets = model.presets.value.slice(0, view.narrow < 3 ? 1 : 0).map(({ id, isOn }): Item => {
    const state = say(words, isOn ? 'toolbar.preset-on' : `preset.${id}?`);
    return {
      id: `preset-${id}`,
      word: say(words, `preset.${id}`),
      description: state,
      ...(view.narrow < 1 ? { state } : {}),
      icon: ICONS.person,
      pressed: isOn,
      press: () => actions.preset(id),
    };
  });
  const { brief, full } = undoInWords(words, model.descriptors, model.undoable.value);
  const undo: Item = {
    id: 'undo',
    word: say(words, 'toolbar.undo'),
    state: brief,
    description: full,
    icon: ICONS.undo,
    disabled: !model.undoable.value,
    press: () => actions.undo(),
  };
  return [
    ...steppers,
    ...others,
    { plain: true, items: [...presets, moreItem(bar)] },
    { plain: true, far: true, items: [...(view.narrow < 4 ? [undo] : []), ...(view.narrow < 3 ? [helpItem(bar)] : []), closeItem(bar)] },
  ];
}

function phoneGroups(bar: Bar): ItemGroup[] {
  const { model, words, opening, view } = bar;
  const items: Item[] = [];
  const commands: Item[] = [];
  for (const descriptor of offered(model)) {
    const { key, setting } = mainOf(descriptor);
    if (setting?.kind === 'range') {
      items.push({
        id: key,
        word: nameOf(words, descriptor, key),
        state: valueOf(words, key, model.settings.value[key] ?? 0),
        icon: descriptor.icon,
        expanded: view.strip === descriptor.id,
        press: () => opening.strip(descriptor.id),
      });
    } else if (descriptor.commands && descriptor.barValue !== undefined) commands.push(...commandItems(bar, descriptor));
    // One switch has room; the others are in the panel.
    else if (descriptor.barValue !== undefined && !items.some((item) => item.pressed !== undefined)) items.push(switchItem(bar, descriptor));
  }
  return [{ plain: true, items: [...items, ...commands, moreItem(bar), closeItem(bar)] }];
}
