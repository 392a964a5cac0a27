// What spacing writes down and which rules follow: pure, no page.
import { describe, expect, it } from 'vitest';
import { spaceProperties, SPACES, spacingPlan } from '../../../../shared/features/spacing/plan';
import { sizePlan } from '../../../../shared/features/text-size/plan';
import type { TypeOf } from '../../../../shared/typography/measure';

const TYPE: TypeOf = { size: 14, line: 24, indent: 0, letter: 0.1, below: 1, moves: false };

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
    expect(spacingPlan.ruleOf('spacing-line', '24')).toContain('line-height:max(calc(24px*var(--mingdu-x-size,1)),calc(var(--mingdu-x-line,0)*1em))!important');
  });

  it('say of line height what enlargement says, so that the order of starting does not matter', () => {
    const line = (rule: string) => /line-height:([^!]+)!/.exec(rule)?.[1];
    expect(line(spacingPlan.ruleOf('spacing-line', '24'))).toBe(line(sizePlan.ruleOf('size-line', '24')));
  });

  it('give a normal line height one of its own', () => {
    expect(spacingPlan.ruleOf('spacing-line', 'normal')).toContain('line-height:var(--mingdu-x-line-normal,normal)!important');
  });

  it('keep what the page gives where that is more', () => {
    expect(spacingPlan.ruleOf('spacing-letter', '0.3')).toContain('letter-spacing:max(0.3em,');
    expect(spacingPlan.ruleOf('spacing-below', '3')).toContain('margin-bottom:max(3em,');
  });

  it('space paragraphs only', () => {
    expect(spacingPlan.marksOf(document.createElement('p'), TYPE)).toEqual({ 'spacing-line': '24', 'spacing-letter': '0.1', 'spacing-below': '1' });
    expect(spacingPlan.marksOf(document.createElement('td'), TYPE)).not.toHaveProperty('spacing-below');
  });
});
