// What the bar is drawn from says the same as the descriptors themselves, wherever something but the panel asks.
import { describe, expect, it } from 'vitest';
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
});
