// What spacing writes down and which rules follow: pure, no page.
import { describe, expect, it } from 'vitest';
import { spaceProperties, SPACES, spacingPlan } from '../../../../shared/features/spacing/plan';
import { sizePlan } from '../../../../shared/features/text-size/plan';
import type { TypeOf } from '../../../../shared/typography/measure';
import type { TypePlan } from '../../../../shared/typography/typography';
import { type Written, writtenOf } from '../../../../shared/typography/written';

const TYPE: TypeOf = { size: 14, line: 24, indent: 0, letter: 0.1, below: 1, isInline: false };
const NONE: Written = { size: 0, line: null, indent: 0, letter: 0, below: 0 };
const rulesOf = (plan: TypePlan, value: string) => plan.rulesOf(value, writtenOf(value) ?? NONE);

describe('the values', () => {
  it('of wide are those of WCAG 1.4.12', () => {
    expect(SPACES.wide).toEqual({ line: 1.5, letter: 0.12, word: 0.16, below: 2 });
  });

  it('of wider go beyond, each of them', () => {
    for (const key of ['line', 'letter', 'word', 'below'] as const) expect(SPACES.wider[key], key).toBeGreaterThan(SPACES.wide[key]);
  });

  it('become custom properties', () => {
    expect(spaceProperties(SPACES.wide)).toContain('--mingdu-x-line:1.5!important');
  });
});

describe('the rules', () => {
  it('never lower a line height of the page', () => {
    expect(rulesOf(spacingPlan, 's14 l24 t0')).toContain('line-height:max(calc(24px*var(--mingdu-x-size,1)),calc(var(--mingdu-x-line,0)*1em))!important');
  });

  it('say of line height what enlargement says, so that the order of starting does not matter', () => {
    const line = (rule: string) => /line-height:([^!]+)!/.exec(rule)?.[1];
    expect(line(rulesOf(spacingPlan, 's14 l24 t0'))).toBe(line(rulesOf(sizePlan, 's14 l24')));
  });

  it('give a normal line height one of its own', () => {
    expect(rulesOf(spacingPlan, 't0')).toContain('line-height:var(--mingdu-x-line-normal,normal)!important');
  });

  it('keep what the page gives where that is more', () => {
    expect(rulesOf(spacingPlan, 't0.3')).toContain('letter-spacing:max(0.3em,');
    expect(rulesOf(spacingPlan, 't0 b3')).toContain('margin-bottom:max(3em,');
  });

  it('space paragraphs only', () => {
    expect(spacingPlan.valueOf(TYPE, true)).toBe('s14 l24 t0.1 b1');
    expect(spacingPlan.valueOf(TYPE, false)).toBe('s14 l24 t0.1');
    expect(rulesOf(spacingPlan, 't0 b0')).toContain('margin-bottom:max(0em,');
    expect(rulesOf(spacingPlan, 't0')).not.toContain('margin-bottom');
  });
});
