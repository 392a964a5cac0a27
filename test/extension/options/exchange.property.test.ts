// Settings out into a file and back in: whatever is stored comes back as far as it keeps the rules, whatever the file is nothing breaks.
import fc from 'fast-check';
import { RULES } from 'mingdu:rules';
import { describe, expect, it } from 'vitest';
import { broughtBack, cleared, CLEARED, differencesOf, fileText, partsOf, readFile, withParts } from '../../../extension/options/exchange';
import { ACTIONS } from '../../../shared/keys/bindings';
import { recordOf } from '../../../shared/settings/presets';
import { oddJson, oddRecord } from '../../support/odd-values';
import { runs } from '../../support/properties';

const NAMES = ['version', 'on', 'toolbar', 'settings', 'readings', 'places', 'consent', 'keys', 'presets', 'sites', 'launcher', 'id', 'was', 'set', 'mingdu', 'state', 'larger', 'stop', 'elder', 'mine', '道路', 'www.mca.gov.cn', ...Object.keys(RULES).slice(0, 8)];
const anything = oddJson(NAMES, ['Alt+KeyQ', 'F8', 'dào lù', 'wide', 'settings']);
const some = (keys: readonly string[], values: readonly unknown[]) => fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...values)), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs) as unknown);
const settings = some([...Object.keys(RULES), 'later', 'constructor'], [true, 150, 'wide', 'off', 'on', 'all']);
const stored = fc.oneof(
  anything,
  oddRecord(
    {
      version: fc.constantFrom(1, 9, '1'),
      on: fc.boolean(),
      toolbar: fc.constantFrom('open', 'folded'),
      settings,
      keys: some(ACTIONS, ['Alt+KeyQ', 'F8', 'Ctrl+Shift+Digit1', '', 'KeyA']),
      presets: oddRecord({ on: fc.array(oddRecord({ id: fc.constantFrom('elder', 'mine', 'Bad id'), was: settings, set: settings }, anything), { maxLength: 3 }), mine: settings }, anything),
      readings: some(['道路', '行', 'ab', '二○二六'], ['dào lù', 'háng', 'xíng', 'èr líng èr liù', '']),
      sites: some(['www.mca.gov.cn', 'a b', 'localhost'], ['on', 'off', 'no']),
      consent: anything,
      places: anything,
    },
    anything,
  ),
);

describe('a file of settings', () => {
  it('brings back what was stored, as far as it keeps the rules, into whatever store', () => {
    fc.assert(
      fc.property(stored, stored, (value, other) => {
        const before = JSON.stringify([value, other]);
        const read = readFile(RULES, fileText(value, '1.0.0'));
        if (!('parts' in read)) throw new Error(read.refusal);
        // Whoever keeps a list, or a word, instead of settings has none.
        const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
        expect(read.parts).toEqual(partsOf(RULES, isRecord ? value : {}));
        const taken = withParts(RULES, other, read.parts);
        expect(partsOf(RULES, taken)).toEqual(read.parts);
        expect(differencesOf(read.parts, partsOf(RULES, taken))).toEqual([]);
        // Written out and read again, nothing of it breaks a rule any more.
        expect(readFile(RULES, fileText(taken, '1.0.0'))).toMatchObject({ parts: read.parts });
        for (const key of Object.keys(recordOf(other))) if (!CLEARED.includes(key) && key !== 'version') expect(taken[key]).toEqual(recordOf(other)[key]);
        const later = (one: unknown) => Object.entries(recordOf(recordOf(one)['settings'])).filter(([key]) => !Object.hasOwn(RULES, key));
        expect(later(taken)).toEqual(later(other));
        expect(JSON.stringify([value, other])).toBe(before);
      }),
      runs(500),
    );
  });

  it('of any content is taken or refused, never in between', () => {
    const wrapped = fc.record({ mingdu: fc.constantFrom<unknown>('settings', 'other', 1), state: fc.oneof(stored, anything) }).map((file) => JSON.stringify(file));
    fc.assert(
      fc.property(fc.oneof(wrapped, anything.map((value) => JSON.stringify(value)), fc.string(), wrapped.map((text) => text.slice(0, -1))), (text) => {
        const read = readFile(RULES, text);
        if ('refusal' in read) {
          expect(['unreadable', 'other', 'newer']).toContain(read.refusal);
          return;
        }
        expect(read.dropped).toBeGreaterThanOrEqual(0);
        expect(partsOf(RULES, read.parts)).toEqual(read.parts);
      }),
      runs(600),
    );
  });

  it('of a later form is refused', () => {
    fc.assert(
      fc.property(stored, fc.integer({ min: 2 }), (value, version) => {
        const text = JSON.stringify({ mingdu: 'settings', state: { ...recordOf(value), version } });
        expect(readFile(RULES, text)).toEqual({ refusal: 'newer' });
      }),
      runs(50),
    );
  });

  it('what was cleared comes back whole', () => {
    fc.assert(
      fc.property(stored, (value) => {
        const gone = cleared(RULES, value);
        expect(partsOf(RULES, gone)).toEqual(partsOf(RULES, {}));
        const back = broughtBack(gone, value);
        const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
        if (isRecord) expect(back).toEqual({ on: false, toolbar: 'none', settings: {}, ...value, version: 1 });
      }),
      runs(300),
    );
  });
});
