// What spacing writes down of each element and which rules follow from it. Pure; not for finding or measuring elements.
import { PROPERTY_PREFIX } from '../../dom/marker';
import { lineHeight, ownLine, typeRules } from '../../typography/rules';
import type { TypePlan } from '../../typography/typography';
import { lengthOf, SPACING_MARK, writeDown } from '../../typography/written';

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

const letterSpacing = (letter: number): string => `max(${lengthOf(letter)}em,${em('letter')})`;

/** The mark `spacing`: the page's own size, line height, letter spacing and, of paragraphs, what is below them. */
export const spacingPlan: TypePlan = {
  mark: SPACING_MARK,
  wanted: 'spaces',
  valueOf: ({ size, line, letter, below }, isParagraph) => writeDown({ size, line, letter, ...(isParagraph ? { below } : {}) }),
  rulesOf: (value, { size, line, letter, below }) =>
    typeRules(
      SPACING_MARK,
      value,
      {
        'line-height': lineHeight({ size, line }),
        'word-spacing': em('word'),
        'letter-spacing': letterSpacing(letter),
        ...(/\bb/.test(value) ? { 'margin-bottom': `max(${lengthOf(below)}em,${em('below')})` } : {}),
      },
      { 'line-height': ownLine(line), 'letter-spacing': `${lengthOf(letter)}em` },
    ),
  overridesOf: ({ size, line, letter }) => ({ 'line-height': lineHeight({ size, line }), 'letter-spacing': letterSpacing(letter) }),
};
