import { beforeEach, describe, expect, it } from 'vitest';
import type { Choices } from '../../shared/choices';
import { createChoices } from '../../shared/choices';
import { createLive } from '../../shared/live';
import { parseSettings } from '../../shared/settings/check';
import type { Rules } from '../../shared/settings/check';
import type { Settings } from '../../shared/settings/schema';
import { PRESETS } from '../../shared/settings/presets';

const RULES: Rules = { textSize: [100, 100, 300], spacing: ['page', 'wide', 'wider'], pointer: ['page', 'large'], pinyin: ['off', 'all'] };

let body: number;
let settings: ReturnType<typeof createLive<Settings>>;
let choices: Choices;

beforeEach(() => {
  body = 14;
  settings = createLive<Settings>(parseSettings(RULES, {}));
  choices = createChoices({
    rules: RULES,
    settings,
    bodyPx: () => body,
    write: async (patch) => settings.set(parseSettings(RULES, { ...settings.value, ...patch })),
  });
});

describe('the elder preset', () => {
  it.each([[12, 200], [14, 175], [16, 150], [24, 150], [6, 300]])('brings body text of %i px to at least 24 px by %i percent', async (px, percent) => {
    body = px;
    await choices.preset('elder');
    expect(settings.value['textSize']).toBe(percent);
    expect(choices.isPresetOn('elder')).toBe(true);
  });

  it('is one step for undo', async () => {
    await choices.preset('elder');
    expect(choices.undoable.value?.preset).toBe('elder');
    await choices.undo();
    expect(settings.value).toEqual(parseSettings(RULES, {}));
  });

  it('pressed again brings back what was, and keeps what was changed by hand since', async () => {
    await choices.change({ spacing: 'wider', textSize: 125 });
    await choices.preset('elder');
    await choices.change({ pinyin: 'all' });
    await choices.preset('elder');
    expect(settings.value).toMatchObject({ spacing: 'wider', textSize: 125, pointer: 'page', pinyin: 'all' });
  });

  it('sets only what there is', () => {
    for (const preset of PRESETS) for (const key of Object.keys(preset.values(16))) expect(RULES).toHaveProperty(key);
  });
});

describe('undo', () => {
  it('takes steps back one by one, and says when there is none', async () => {
    await choices.change({ pinyin: 'all' });
    await choices.change({ spacing: 'wide' });
    await choices.undo();
    expect(settings.value).toMatchObject({ pinyin: 'all', spacing: 'page' });
    await choices.undo();
    expect(settings.value).toMatchObject({ pinyin: 'off' });
    expect(choices.undoable.value).toBeNull();
    await choices.undo();
  });

  it('does not count a change that changes nothing', async () => {
    await choices.change({ pinyin: 'off' });
    expect(choices.undoable.value).toBeNull();
  });
});
