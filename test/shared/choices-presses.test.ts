// Whose values stay when presets are pressed and pressed back over each other, what the site leaves out, and what switches the assist on.
// Each preset alone, and undo: choices.test.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Choices, ChoicesParts } from '../../shared/choices';
import { createChoices } from '../../shared/choices';
import { createLive } from '../../shared/live';
import type { Rules } from '../../shared/settings/check';
import { parseSettings } from '../../shared/settings/check';
import { elderValues } from '../../shared/settings/presets';
import type { Settings } from '../../shared/settings/schema';

const RULES: Rules = { textSize: [100, 100, 300], spacing: ['page', 'wide', 'wider'], pointer: ['page', 'large'], contrast: ['off', 'yellow-on-black'], pinyin: ['off', 'all'], still: false };
const DEFAULTS = parseSettings(RULES, {});

let body: number;
let kept: unknown;
let site: ChoicesParts['site'];
/** For each write whether it was to switch the assist on. */
let asks: boolean[];
let settings: ReturnType<typeof createLive<Settings>>;
let choices: Choices;

/** The next page of the same tab, with what is stored. */
function nextPage(): void {
  choices = createChoices({
    rules: RULES,
    settings,
    view: null,
    site,
    bodyPx: () => body,
    kept: () => kept,
    async write(patch, asked, next) {
      asks.push(asked);
      if (next) kept = { ...Object(kept), ...next };
      settings.set(parseSettings(RULES, { ...settings.value, ...patch }));
    },
  });
  choices.begin(true);
}

beforeEach(() => {
  body = 14;
  kept = undefined;
  site = undefined;
  asks = [];
  settings = createLive<Settings>(DEFAULTS);
  nextPage();
});

it('what is changed and pressed switches the assist on, what is taken back does not', async () => {
  await choices.change({ pinyin: 'all' });
  await choices.preset('elder');
  await choices.preset('elder');
  expect(asks).toEqual([true, true, true]);
  await choices.reset();
  await choices.undo();
  expect(asks).toEqual([true, true, true, false, false]);
});

it('a preset leaves alone what the site does not offer', async () => {
  site = { hides: (key: string) => key === 'pointer' } as ChoicesParts['site'];
  nextPage();
  await choices.preset('elder');
  expect(settings.value).toEqual({ ...DEFAULTS, ...elderValues(14), pointer: 'page' });
  await choices.undo();
  site = {} as ChoicesParts['site'];
  nextPage();
  await choices.preset('elder');
  expect(settings.value).toMatchObject(elderValues(14));
});

describe('a second press', () => {
  it('brings back what was on another page, also on one of larger text, where it would set less', async () => {
    await choices.preset('elder');
    body = 24;
    expect(choices.isPresetOn('elder')).toBe(true);
    await choices.preset('elder');
    expect(settings.value).toEqual(DEFAULTS);
  });

  it('is what the first is where all of it was set by hand: it ends what the preset would set', async () => {
    await choices.change(elderValues(14));
    await choices.change({ pinyin: 'all' });
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, pinyin: 'all' });
    expect(choices.layers()).toEqual([]);
  });

  it('leaves to a later preset what was set by hand before that one', async () => {
    const sight = { spacing: 'wider', contrast: 'yellow-on-black' };
    await choices.change({ spacing: 'wider' });
    await choices.preset('elder');
    await choices.change({ spacing: 'page' });
    await choices.preset('sight', sight);
    await choices.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, ...sight });
    await choices.preset('sight', sight);
    expect(settings.value).toEqual(DEFAULTS);
  });

  it('leaves earlier presets as they were kept', async () => {
    await choices.preset('elder');
    const before = kept;
    await choices.preset('sight', { textSize: 300, contrast: 'yellow-on-black' });
    await choices.preset('sight', { textSize: 300, contrast: 'yellow-on-black' });
    expect(kept).toEqual(before);
  });
});
