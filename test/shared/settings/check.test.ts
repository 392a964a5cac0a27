import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../shared/settings/check';
import { checkPatch, chosenOf, parseSettings, rulesOf } from '../../../shared/settings/check';

const RULES: Rules = rulesOf({
  size: { kind: 'range', min: 100, max: 300, step: 25, default: 100 },
  line: { kind: 'choice', options: ['off', 'line', 'mask'] },
  still: { kind: 'toggle', default: false },
  voice: { kind: 'text' },
});

describe('the rules of settings', () => {
  it('follow from the descriptors', () => {
    expect(RULES).toEqual({ size: [100, 100, 300], line: ['off', 'line', 'mask'], still: false, voice: [''] });
  });

  it.each([
    [null], [undefined], [7], ['text'], [[]], [{ size: '150', line: 'nowhere', still: 1 }], [{ size: Number.NaN }], [{ size: 301 }], [{ size: 99.9 }], [{ size: Infinity }], [{ voice: 7 }], [{ voice: 'x'.repeat(501) }],
  ])('read %j as the defaults', (stored) => {
    expect(parseSettings(RULES, stored)).toEqual({ size: 100, line: 'off', still: false, voice: '' });
    expect(chosenOf(RULES, stored)).toEqual({});
  });

  it('keep each good value beside a broken one, and know nothing of inherited keys', () => {
    const stored = Object.assign(Object.create({ line: 'mask' }) as object, { size: 137.5, still: 'yes', later: 1 });
    expect(parseSettings(RULES, stored)).toEqual({ size: 137.5, line: 'off', still: false, voice: '' });
    expect(chosenOf(RULES, stored)).toEqual({ size: 137.5 });
  });

  it('take both ends of a range, every option, and text of up to 500 characters', () => {
    for (const patch of [{ size: 100 }, { size: 300 }, { line: 'off' }, { line: 'mask' }, { voice: '' }, { voice: 'x'.repeat(500) }, { still: false }]) {
      expect(chosenOf(RULES, patch)).toEqual(patch);
      expect(checkPatch(RULES, patch)).toEqual(patch);
    }
  });

  it.each([
    [{ sizes: 150 }, /unknown setting 'sizes'.*size, line, still/],
    [{ toString: 1 }, /unknown setting 'toString'/],
    [{ size: '150' }, /size cannot be '150'.*100 to 300/],
    [{ size: 99 }, /size cannot be 99/],
    [{ size: Number.NaN }, /size cannot be NaN/],
    [{ line: true }, /line cannot be true.*'off', 'line', 'mask'/],
    [{ still: null }, /still cannot be null.*true, false/],
    [{ size: { to: 150 } }, /^Mingdu\.set: size cannot be an object; allowed: a number from 100 to 300$/],
    [{ voice: 'x'.repeat(501) }, /voice cannot be 'x+'; allowed: text, at most 500 characters$/],
    [null, /^Mingdu\.set: expected an object of settings, got null$/],
    [undefined, /got undefined$/],
    ['elder', /got 'elder'$/],
    [[], /expected an object/],
  ])('refuse %j with the key and what is allowed', (patch, message) => {
    expect(() => checkPatch(RULES, patch)).toThrow(TypeError);
    expect(() => checkPatch(RULES, patch)).toThrow(message);
  });

  it('take a good patch as it is, in a copy', () => {
    const patch = { size: 160, line: 'line', still: true };
    expect(checkPatch(RULES, patch)).toEqual(patch);
    expect(checkPatch(RULES, patch)).not.toBe(patch);
  });
});
