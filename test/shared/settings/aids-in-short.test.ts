// What the bar is drawn from says the same as the descriptors themselves, wherever something but the panel asks.
import { describe, expect, it } from 'vitest';
import type { FeatureDescriptor } from '../../../shared/feature';
import { FEATURES } from '../../../shared/features/index';
import { atLength, inShort } from '../../../shared/settings/aids-in-short';
import { ruleOf, rulesOf } from '../../../shared/settings/check';

const RULES = rulesOf(Object.assign({}, ...FEATURES.map((feature) => feature.settings)));
const MADE = atLength(JSON.parse(JSON.stringify(FEATURES.map(inShort))), RULES);

describe('aids in short', () => {
  it.each(FEATURES.map((feature, at) => ({ id: feature.id, feature, made: MADE[at] })))('$id keeps what runtime and bar ask', ({ feature, made }) => {
    expect({ id: made?.id, main: made?.main, commands: made?.commands, asks: made?.asks, barValue: made?.barValue }).toEqual({
      id: feature.id,
      main: feature.main,
      commands: feature.commands,
      // On no button of the bar, either: one list is enough.
      asks: feature.asks || feature.calls ? [...(feature.asks ?? []), ...(feature.calls ?? [])] : undefined,
      barValue: feature.barValue,
    });
    for (const [key, setting] of Object.entries(feature.settings)) {
      const other = made?.settings[key];
      expect(other && ruleOf(other), key).toEqual(ruleOf(setting));
      expect(other?.kind, key).toBe(setting.kind);
      if (setting.kind === 'choice' && other?.kind === 'choice') expect(other.look, key).toBe(setting.look);
    }
    const main = feature.settings[feature.main];
    // The buttons of the bar go by its step, and have its picture.
    if (main?.kind === 'range') expect(made?.settings[feature.main]).toMatchObject({ step: main.step });
    if (main?.kind === 'range' || feature.barValue !== undefined) expect(made?.icon).toEqual(feature.icon);
  });

  it('are shorter', () => {
    expect(JSON.stringify(FEATURES.map(inShort)).length).toBeLessThan(JSON.stringify(FEATURES).length / 2);
  });

  const SIZED: FeatureDescriptor = {
    id: 'sized',
    main: 'size',
    group: 'hear',
    icon: [{ d: 'M0 0' }] as unknown as FeatureDescriptor['icon'],
    settings: {
      size: { kind: 'range', default: 100, min: 50, max: 300, step: 25 },
      pace: { kind: 'range', default: 1, min: 0, max: 2, step: 0.5 },
      tint: { kind: 'choice', options: ['off', 'dark'], look: 'samples' },
      side: { kind: 'choice', options: ['left', 'right'] },
      plain: { kind: 'toggle', default: false },
      words: { kind: 'text' },
    },
  };

  it('tell of settings the step that the bar goes by and how choices look, and nothing else', () => {
    expect(inShort(SIZED).settings).toStrictEqual({ size: { step: 25 }, pace: 0, tint: { look: 'samples' }, side: 0, plain: 0, words: 0 });
    const switched = { ...SIZED, main: 'plain', barValue: true };
    expect(inShort(switched).settings).toStrictEqual({ size: 0, pace: 0, tint: { look: 'samples' }, side: 0, plain: 0, words: 0 });
    expect(inShort(switched).icon).toBe(SIZED.icon);
    expect(inShort({ ...SIZED, main: 'plain' })).not.toHaveProperty('icon');
  });

  it('are drawn at length with what only the panel tells left empty', () => {
    const [made] = atLength([inShort({ ...SIZED, main: 'plain' })], rulesOf(SIZED.settings));
    expect(made).toEqual({
      id: 'sized',
      main: 'plain',
      group: 'see',
      icon: [],
      settings: {
        size: { kind: 'range', default: 100, min: 50, max: 300, step: 1 },
        pace: { kind: 'range', default: 1, min: 0, max: 2, step: 1 },
        tint: { kind: 'choice', options: ['off', 'dark'], look: 'samples' },
        side: { kind: 'choice', options: ['left', 'right'] },
        plain: { kind: 'toggle', default: false },
        words: { kind: 'text' },
      },
    });
  });
});
