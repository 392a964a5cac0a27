// What a shortcut does: settings as a press on the bar would change them, speech by its commands, and the ways through the page. Not for which
// key it is (keys/), nor for the ways themselves (start.ts).
import type { FeatureContext } from '../../feature';
import type { Action } from '../../keys/bindings';
import type { SettingValue } from '../../settings/schema';

/** As the descriptors of those aids have it; a test compares. */
export const STEPS = { setting: 'textSize', min: 100, max: 300, step: 25 } as const;
export const SWITCHES: Readonly<Partial<Record<Action, { readonly setting: string; readonly off: SettingValue; readonly first: SettingValue }>>> = {
  contrast: { setting: 'contrast', off: 'off', first: 'yellow-on-black' },
  pinyin: { setting: 'pinyin', off: 'off', first: 'all' },
  view: { setting: 'view', off: 'page', first: 'article' },
  cursor: { setting: 'cursor', off: 'off', first: 'on' },
};

/** The ways through the page; each says whether it did anything. */
export type Ways = Readonly<Partial<Record<Action, () => boolean>>>;

const OTHERS: Readonly<Partial<Record<Action, string>>> = { larger: STEPS.setting, smaller: STEPS.setting, play: 'speech', stop: 'speech' };

/** Whether this build knows what an action is about, and the site offers it: an aid that is not there has no shortcut. */
export function isKnown(context: Pick<FeatureContext, 'all'>, action: Action): boolean {
  const setting = SWITCHES[action]?.setting ?? OTHERS[action];
  return setting === undefined || setting in context.all.value;
}

/** @returns does an action; false where it has nothing to do, and the key is the page's */
export function createActs(context: Pick<FeatureContext, 'all' | 'choose' | 'speaker' | 'speaking' | 'focusBar'>, ways: Ways): (action: Action) => boolean {
  const { all, choose, speaker, speaking } = context;
  /** The value that each switch had last: a press brings it back. */
  const last = new Map<string, SettingValue>();

  function step(direction: 1 | -1): boolean {
    const { setting, min, max, step: size } = STEPS;
    const now = Number(all.value[setting]);
    const next = (direction > 0 ? Math.floor(now / size) + 1 : Math.ceil(now / size) - 1) * size;
    const kept = Math.min(max, Math.max(min, next));
    if (kept !== now) choose({ [setting]: kept });
    return true;
  }

  function toggle({ setting, off, first }: NonNullable<(typeof SWITCHES)[Action]>): boolean {
    const now = all.value[setting];
    if (now === undefined) return false;
    if (now !== off) last.set(setting, now);
    choose({ [setting]: now === off ? (last.get(setting) ?? first) : off });
    return true;
  }

  return (action) => {
    if (!isKnown(context, action)) return false;
    if (action === 'larger' || action === 'smaller') return step(action === 'larger' ? 1 : -1);
    if (action === 'play') {
      speaker.command(speaking.value.state === 'speaking' ? 'pause' : 'play');
      return true;
    }
    if (action === 'stop') {
      if (speaking.value.state === 'idle') return false;
      speaker.command('stop');
      return true;
    }
    if (action === 'toolbar') return context.focusBar();
    const change = SWITCHES[action];
    return change ? toggle(change) : (ways[action]?.() ?? false);
  };
}
