// What spacing writes down of each element and which rules follow from it. Pure; not for finding or measuring elements.
import { MARK_PREFIX, PROPERTY_PREFIX } from '../../dom/marker';
import { BARE } from '../../typography/measure';
import { important, lengthOf, lineHeight, marked } from '../../typography/rules';
import type { TypePlan } from '../../typography/typography';

/** Multiples of the font size. */
export interface Spaces {
  readonly line: number;
  readonly letter: number;
  readonly word: number;
  readonly below: number;
}

/** `wide` is WCAG 2.2, 1.4.12 (text spacing); `wider` goes beyond. */
export const SPACES: Readonly<Record<'wide' | 'wider', Spaces>> = {
  wide: { line: 1.5, letter: 0.12, word: 0.16, below: 2 },
  wider: { line: 2, letter: 0.2, word: 0.3, below: 2.5 },
};

/** The custom properties that the rules below read. */
export function spaceProperties({ line, letter, word, below }: Spaces): string {
  const values = { line, 'line-normal': line, letter, word, below };
  return `:root{${Object.entries(values).map(([name, value]) => `${PROPERTY_PREFIX}${name}:${value}!important`).join(';')}}`;
}

const em = (name: keyof Spaces): string => `calc(var(${PROPERTY_PREFIX}${name},0)*1em)`;

/** Marks: `spacing-line` (px or `normal`), `spacing-letter` and, on paragraphs, `spacing-below` (em). */
export const spacingPlan: TypePlan = {
  prefix: 'spacing',
  marksOf(element, type) {
    return {
      'spacing-line': type.line === null ? 'normal' : lengthOf(type.line),
      'spacing-letter': lengthOf(type.letter),
      ...(element.localName === 'p' ? { 'spacing-below': lengthOf(type.below) } : {}),
    };
  },
  ruleOf(name, value) {
    const bare = `[${MARK_PREFIX}${name}="${value}"][${MARK_PREFIX}${BARE}]`;
    if (name === 'spacing-line') {
      const own = value === 'normal' ? 'normal' : `${value}px`;
      return important(marked(name, value), { 'line-height': lineHeight(value), 'word-spacing': em('word') }) + important(bare, { 'line-height': own });
    }
    if (name === 'spacing-below') return important(marked(name, value), { 'margin-bottom': `max(${value}em,${em('below')})` });
    return important(marked(name, value), { 'letter-spacing': `max(${value}em,${em('letter')})` }) + important(bare, { 'letter-spacing': `${value}em` });
  },
  overridesOf: (type) => ({
    'line-height': lineHeight(type.line === null ? 'normal' : lengthOf(type.line)),
    'letter-spacing': `max(${lengthOf(type.letter)}em,${em('letter')})`,
  }),
};
