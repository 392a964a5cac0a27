// Settings out of whatever is stored: always whole and within the rules, nothing that a newer version keeps is lost, and every step leads back.
import fc from 'fast-check';
import { RULES } from 'mingdu:rules';
import { describe, expect, it } from 'vitest';
import { createChoices } from '../../../shared/choices';
import { createLive } from '../../../shared/live';
import { checkPatch, chosenOf, parseSettings } from '../../../shared/settings/check';
import { MORE_PRESETS } from '../../../shared/settings/more-presets';
import { layersOf, recordOf, type KeptPresets } from '../../../shared/settings/presets';
import type { Patch, Settings } from '../../../shared/settings/schema';
import { createStore, parseState } from '../../../shared/settings/store';
import { oddJson, oddRecord } from '../../support/odd-values';
import { runs } from '../../support/properties';

const KEYS = Object.keys(RULES);
const NAMES = ['version', 'on', 'toolbar', 'settings', 'readings', 'places', 'consent', 'keys', 'presets', 'seen', 'sites', 'id', 'was', 'set', ...KEYS.slice(0, 12)];
const WORDS = KEYS.flatMap((key) => { const rule = RULES[key]; return Array.isArray(rule) ? [...rule] as unknown[] : []; });
const DEFAULTS = parseSettings(RULES, null);

/** A value of a setting that keeps its rule. */
function valueOf(key: string): fc.Arbitrary<boolean | number | string> {
  const rule = RULES[key];
  if (!rule) return fc.boolean();
  const [first] = rule;
  if (typeof first === 'number') return fc.oneof(fc.constantFrom(...(rule as readonly number[])), fc.double({ min: Number(rule[1]), max: Number(rule[2]), noNaN: true }).map((value) => value + 0));
  return first === '' ? fc.string({ maxLength: 40 }) : fc.constantFrom(...(rule as readonly string[]));
}
const pair = fc.constantFrom(...KEYS).chain((key) => valueOf(key).map((value): [string, boolean | number | string] => [key, value]));
const patch: fc.Arbitrary<Patch> = fc.array(pair, { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs));
const anything = oddJson(NAMES, WORDS);
const layer = oddRecord({ id: fc.constantFrom('elder', 'low-vision', 'mine'), was: patch, set: patch }, anything);
const presets = oddRecord({ on: fc.array(layer, { maxLength: 3 }), mine: patch, elder: patch }, anything);
const stored = fc.oneof(anything, oddRecord({ version: fc.constantFrom(1, 9), on: fc.boolean(), toolbar: fc.constantFrom('open', 'folded', 'none'), settings: patch, presets, keys: anything, sites: anything }, anything));

describe('what is stored, whatever it is', () => {
  it('is read as whole settings within the rules, again the same, and stays as it was', () => {
    fc.assert(
      fc.property(stored, (value) => {
        const before = JSON.stringify(value);
        const state = parseState(RULES, value);
        expect(Object.keys(state.settings)).toEqual(KEYS);
        expect(checkPatch(RULES, state.settings)).toEqual(state.settings);
        expect(parseSettings(RULES, state.settings)).toEqual(state.settings);
        expect(parseState(RULES, { on: state.on, toolbar: state.toolbar, settings: state.chosen, ...state.kept })).toEqual(state);
        expect(typeof state.on).toBe('boolean');
        expect(['open', 'folded', 'none']).toContain(state.toolbar);
        expect(JSON.stringify(value)).toBe(before);
        expect(parseSettings(RULES, {})).toEqual(DEFAULTS);
      }),
      runs(600),
    );
  });

  it('gives layers of presets that can be trusted', () => {
    fc.assert(
      fc.property(presets, (value) => {
        for (const { was, set } of layersOf(RULES, recordOf(value))) {
          for (const values of [was, set]) expect(checkPatch(RULES, values)).toEqual(values);
        }
      }),
      runs(600),
    );
  });

  it('loses nothing that is not ours to change, and says afterwards what was chosen', async () => {
    await fc.assert(
      fc.asyncProperty(stored, patch, fc.boolean(), async (value, change, on) => {
        let kept: unknown = structuredClone(value);
        const storage = { read: async () => kept, update: async (make: (stored: unknown) => unknown) => ((kept = make(kept)), true), onChange: () => undefined };
        const store = createStore(storage, RULES, new AbortController().signal, (run) => run);
        const before = parseState(RULES, value);
        await store.write({ on, settings: change });
        const after = parseState(RULES, kept);
        expect(after).toEqual({ ...before, on, settings: { ...before.settings, ...change }, chosen: after.chosen });
        expect(store.state.value).toEqual(after);
        const isPlain = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one);
        const others = (one: unknown, ours: readonly string[]) => (isPlain(one) ? Object.entries(one).filter(([key]) => !ours.includes(key)) : []);
        expect(others(kept, ['version', 'on', 'toolbar', 'settings'])).toEqual(others(value, ['version', 'on', 'toolbar', 'settings']));
        expect(others(recordOf(kept)['settings'], KEYS)).toEqual(others(recordOf(value)['settings'], KEYS));
        // Back to the defaults one by one, nothing of it is kept.
        await store.write({ settings: Object.fromEntries(Object.keys(change).map((key) => [key, null])) });
        for (const key of Object.keys(change)) expect(Object.hasOwn(recordOf(recordOf(kept)['settings']), key)).toBe(false);
      }),
      runs(400),
    );
  });
});

describe('a patch that somebody hands in', () => {
  /** A page's object: each value is told by a getter, and another one at the next reading; or the getter throws. */
  const hostile = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS.slice(0, 6)), fc.constantFrom('__proto__', 'toString')), fc.array(fc.oneof(fc.anything(), pair.map(([, value]) => value)), { minLength: 1, maxLength: 3 }), fc.boolean()), { maxLength: 4 }).map((entries) => {
    const made = {};
    for (const [key, values, throws] of entries) {
      let reading = 0;
      Object.defineProperty(made, key, { enumerable: true, configurable: true, get: () => { if (throws) throw new RangeError('the page’s own'); return values[reading++ % values.length]; } });
    }
    return made;
  });

  it('is taken as values within the rules, or refused', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, hostile.map((one) => new Proxy(one, {})), fc.anything({ withNullPrototype: true })), (given) => {
        let taken: Patch;
        try {
          taken = checkPatch(RULES, given);
        } catch (error) {
          expect(error instanceof TypeError || error instanceof RangeError).toBe(true);
          return;
        }
        expect(Object.getPrototypeOf(taken)).toBe(Object.prototype);
        expect(chosenOf(RULES, taken)).toEqual(taken);
        expect(Object.keys(taken).every((key) => KEYS.includes(key))).toBe(true);
      }),
      runs(400),
    );
  });
});

describe('the reader’s steps', () => {
  const open = (chosen: Patch, bodyPx: number) => {
    const settings = createLive<Settings>(parseSettings(RULES, chosen));
    let kept: KeptPresets = {};
    const choices = createChoices({
      rules: RULES,
      settings,
      view: null,
      bodyPx: () => bodyPx,
      kept: () => kept,
      async write(change, _asked, more) {
        if (more) kept = { ...kept, ...more };
        settings.set(parseSettings(RULES, { ...settings.value, ...change }));
      },
    });
    return { choices, now: () => settings.value };
  };
  const ids = ['elder', ...MORE_PRESETS.map(({ id }) => id)] as const;
  const press = (choices: ReturnType<typeof createChoices>, id: string) => choices.preset(id, MORE_PRESETS.find((one) => one.id === id)?.values);
  const step = fc.oneof(
    fc.record({ do: fc.constant('change' as const), patch }),
    fc.record({ do: fc.constant('preset' as const), id: fc.constantFrom(...ids) }),
    fc.record({ do: fc.constant('reset' as const) }),
    fc.record({ do: fc.constant('undo' as const) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
  const take = async (choices: ReturnType<typeof createChoices>, one: Step) => {
    if (one.do === 'change') await choices.change(one.patch);
    else if (one.do === 'preset') await press(choices, one.id);
    else await choices[one.do]();
  };

  it('keep the rules, and undone one after the other lead back to where they began', async () => {
    await fc.assert(
      fc.asyncProperty(patch, fc.integer({ min: 8, max: 40 }), fc.array(step, { maxLength: 12 }), async (chosen, bodyPx, steps) => {
        const { choices, now } = open(chosen, bodyPx);
        const start = now();
        for (const one of steps) {
          await take(choices, one);
          expect(checkPatch(RULES, now())).toEqual(now());
        }
        for (let left = steps.length + 1; choices.undoable.value; left -= 1) {
          expect(left).toBeGreaterThan(0);
          await choices.undo();
        }
        expect(now()).toEqual(start);
        expect(choices.layers()).toEqual([]);
      }),
      runs(400),
    );
  });

  it('a preset that was not on, pressed and pressed again, leaves everything as it was', async () => {
    await fc.assert(
      fc.asyncProperty(patch, fc.integer({ min: 8, max: 40 }), fc.array(step, { maxLength: 8 }), fc.constantFrom(...ids), async (chosen, bodyPx, steps, id) => {
        const { choices, now } = open(chosen, bodyPx);
        for (const one of steps) await take(choices, one);
        if (choices.layers().some((one) => one.id === id) || choices.isPresetOn(id, MORE_PRESETS.find((one) => one.id === id)?.values)) return;
        const before = now();
        const layers = choices.layers();
        await press(choices, id);
        await press(choices, id);
        expect(now()).toEqual(before);
        expect(choices.layers()).toEqual(layers);
      }),
      runs(400),
    );
  });
});
