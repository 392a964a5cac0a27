// What enlargement writes down and which rules follow: pure, no page.
import { describe, expect, it } from 'vitest';
import { sizePlan } from '../../../../shared/features/text-size/plan';
import type { TypeOf } from '../../../../shared/typography/measure';
import { type Written, writtenOf } from '../../../../shared/typography/written';

const TYPE: TypeOf = { size: 13.33333, line: 24, indent: 0, letter: 0, below: 0, isInline: false };
const NONE: Written = { size: 0, line: null, indent: 0, letter: 0, below: 0 };
const written = (type: Partial<TypeOf>) => sizePlan.valueOf({ ...TYPE, ...type }, true);
const rulesOf = (value: string) => sizePlan.rulesOf(value, writtenOf(value) ?? NONE);

describe('what is written down', () => {
  it('is the size to three decimals, because computed sizes are fractions', () => {
    expect(written({})).toBe('s13.333 l24');
  });

  it('leaves out a normal line height, which follows the size by itself', () => {
    expect(written({ line: null })).toBe('s13.333');
  });

  it('takes an indent forwards, but not one that hides or hangs', () => {
    expect(written({ indent: 28 })).toBe('s13.333 l24 i28');
    expect(written({ indent: -9999 })).toBe('s13.333 l24');
  });

  it('opens lines that only held because the text was short, but not those that hide something', () => {
    expect(written({ size: 20, line: 18 })).toBe('s20 l24');
    expect(written({ size: 20, line: 0 })).toBe('s20 l0');
  });

  it('keeps text of no size at none', () => {
    expect(written({ size: 0, line: 20 })).toBe('s0 l20');
  });

  it('is read as it was written', () => {
    expect(writtenOf('s13.333 l24 i28')).toEqual({ size: 13.333, line: 24, indent: 28, letter: 0, below: 0 });
    expect(writtenOf('s14')).toMatchObject({ size: 14, line: null });
    expect(writtenOf(null)).toBeNull();
  });
});

describe('the rules', () => {
  it('multiply by one custom property, and win', () => {
    expect(rulesOf('s14')).toContain('font-size:calc(14px*var(--mingdu-x-size,1))!important');
  });

  it('do not hold while an element is measured anew', () => {
    expect(rulesOf('s14')).toContain('[data-mingdu-x-size="s14"]:not([data-mingdu-x-off])');
  });

  it('show the written size while what inherits from it is measured', () => {
    expect(rulesOf('s14')).toContain('[data-mingdu-x-size="s14"][data-mingdu-x-bare]{font-size:14px!important}');
  });

  it('let a line that centres a word in a bar grow only as far as the word needs', () => {
    expect(rulesOf('s14 l60')).toContain('line-height:max(max(60px,calc(22.4px*var(--mingdu-x-size,1))),calc(var(--mingdu-x-line,0)*1em))!important');
    expect(rulesOf('s14 l28')).toContain('line-height:max(calc(28px*var(--mingdu-x-size,1)),');
  });

  it('let an indent grow with the text', () => {
    expect(rulesOf('s14 i28')).toContain('text-indent:calc(28px*var(--mingdu-x-size,1))!important');
  });

  it('override inline what the page set inline', () => {
    expect(Object.keys(sizePlan.overridesOf({ ...NONE, size: 14, line: 24 }))).toEqual(['font-size', 'line-height']);
    expect(Object.keys(sizePlan.overridesOf({ ...NONE, size: 14 }))).toEqual(['font-size']);
  });
});
