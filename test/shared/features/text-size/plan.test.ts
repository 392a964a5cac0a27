// What enlargement writes down and which rules follow: pure, no page.
import { describe, expect, it } from 'vitest';
import { sizePlan } from '../../../../shared/features/text-size/plan';
import type { TypeOf } from '../../../../shared/typography/measure';

const TYPE: TypeOf = { size: 13.33333, line: 24, indent: 0, letter: 0, below: 0, moves: false };
const marks = (type: Partial<TypeOf>) => sizePlan.marksOf(document.createElement('p'), { ...TYPE, ...type });

describe('what is written down', () => {
  it('is the size to three decimals, because computed sizes are fractions', () => {
    expect(marks({})).toEqual({ size: '13.333', 'size-line': '24' });
  });

  it('leaves out a normal line height, which follows the size by itself', () => {
    expect(marks({ line: null })).toEqual({ size: '13.333' });
  });

  it('takes an indent forwards, but not one that hides or hangs', () => {
    expect(marks({ indent: 28 })).toMatchObject({ 'size-indent': '28' });
    expect(marks({ indent: -9999 })).not.toHaveProperty('size-indent');
  });

  it('opens lines that only held because the text was short, but not those that hide something', () => {
    expect(marks({ size: 20, line: 18 })).toMatchObject({ 'size-line': '24' });
    expect(marks({ size: 20, line: 0 })).toMatchObject({ 'size-line': '0' });
  });

  it('keeps text of no size at none', () => {
    expect(marks({ size: 0, line: 20 })).toMatchObject({ size: '0' });
  });
});

describe('the rules', () => {
  it('multiply by one custom property, and win', () => {
    expect(sizePlan.ruleOf('size', '14')).toContain('font-size:calc(14px*var(--mingdu-x-size,1))!important');
  });

  it('do not hold while an element is measured anew', () => {
    expect(sizePlan.ruleOf('size', '14')).toContain('[data-mingdu-x-size="14"]:not([data-mingdu-x-off])');
  });

  it('show the written size while what inherits from it is measured', () => {
    expect(sizePlan.ruleOf('size', '14')).toContain('[data-mingdu-x-size="14"][data-mingdu-x-bare]{font-size:14px!important}');
  });

  it('override inline what the page set inline', () => {
    expect(Object.keys(sizePlan.overridesOf(TYPE))).toEqual(['font-size', 'line-height']);
    expect(Object.keys(sizePlan.overridesOf({ ...TYPE, line: null }))).toEqual(['font-size']);
  });
});
