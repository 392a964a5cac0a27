// Presets on a site that does not offer every aid. All else of presets: choices.test.ts.
import { describe, expect, it } from 'vitest';
import { createChoices } from '../../shared/choices';
import { createLive } from '../../shared/live';
import { parseSettings, type Rules } from '../../shared/settings/check';
import type { Settings } from '../../shared/settings/schema';

const RULES: Rules = { textSize: [100, 100, 300], spacing: ['page', 'wide', 'wider'], contrast: ['off', 'yellow-on-black'], pinyin: ['off', 'all'] };
const DEFAULTS = parseSettings(RULES, {});

describe('what the site does not offer', () => {
  it('no preset sets, not one that the reader changed either', async () => {
    const settings = createLive<Settings>(DEFAULTS);
    let kept: unknown = { elder: { textSize: 200, pinyin: 'all' } };
    const hidden = new Set(['spacing', 'pinyin']);
    const own = createChoices({
      rules: RULES, settings, view: null, bodyPx: () => 16, kept: () => kept, site: { hides: (name) => hidden.has(name) },
      async write(patch, _asked, next) {
        if (next) kept = { ...Object(kept), ...next };
        settings.set({ ...settings.value, ...patch });
      },
    });
    await own.preset('elder');
    expect(settings.value).toEqual({ ...DEFAULTS, textSize: 200 });
    expect(own.isPresetOn('elder')).toBe(true);
    await own.preset('elder');
    expect(settings.value).toEqual(DEFAULTS);
    await own.preset('low', { spacing: 'wide', contrast: 'yellow-on-black' });
    expect(settings.value).toEqual({ ...DEFAULTS, contrast: 'yellow-on-black' });
  });
});
