// The rules that enlargement and spacing share: both write the same declarations, so either order of starting gives the same page.
// Pure text; not for deciding which element gets which mark.
import { MARK_PREFIX, PROPERTY_PREFIX, SKIP } from '../dom/marker';
import { BARE, OFF } from './measure';
import { attributeOf, lengthOf, type Written } from './written';

/** The factor of enlargement; 1 where nothing sets it. */
export const SIZE = `var(${PROPERTY_PREFIX}size,1)`;

/**
 * The rules for a mark's value: for the elements that bear it, save those that are just being measured, and for those from which
 * something that is measured inherits.
 */
export function typeRules(mark: string, value: string, grown: Readonly<Record<string, string>>, bare: Readonly<Record<string, string>>): string {
  const selector = `[${attributeOf(mark)}="${value}"]`;
  return important(`${selector}:not([${MARK_PREFIX}${OFF}])`, grown) + important(`${selector}[${MARK_PREFIX}${BARE}]`, bare);
}

/** A rule of declarations that all are important: a layered one loses otherwise. */
export function important(selector: string, declarations: Readonly<Record<string, string>>): string {
  const body = Object.entries(declarations).map(([name, value]) => `${name}:${value}!important`);
  return `${selector}{${body.join(';')}}`;
}

/** A line higher than this, in em, is there to put one line of text in the middle of a box. */
const CENTRING_EM = 2.2;
/** What such a line has at least when its text grows; in em. */
const ROOMY_EM = 1.6;

/**
 * The line height of an element for both aids: the page's own, grown with the size, but not under what spacing asks for. One that centres
 * a word in a bar (60 px for 14 px) grows only as far as the word needs it: bars that double take the window and cover their neighbours.
 */
export function lineHeight({ size, line }: Pick<Written, 'size' | 'line'>): string {
  if (line === null) return `var(${PROPERTY_PREFIX}line-normal,normal)`;
  const grown = line > size * CENTRING_EM ? `max(${lengthOf(line)}px,calc(${lengthOf(size * ROOMY_EM)}px*${SIZE}))` : `calc(${lengthOf(line)}px*${SIZE})`;
  return `max(${grown},calc(var(${PROPERTY_PREFIX}line,0)*1em))`;
}

/** The page's own line height, as it is written. */
export function ownLine(line: number | null): string {
  return line === null ? 'normal' : `${lengthOf(line)}px`;
}

/** Custom properties that change nothing, for regions that want to be left alone and for measuring what inherits. */
const NEUTRAL = {
  [`${PROPERTY_PREFIX}size`]: '1',
  [`${PROPERTY_PREFIX}line`]: '0',
  [`${PROPERTY_PREFIX}line-normal`]: 'normal',
  [`${PROPERTY_PREFIX}letter`]: '0',
  [`${PROPERTY_PREFIX}word`]: '0',
  [`${PROPERTY_PREFIX}below`]: '0',
};

/** What both aids need from the start. */
export const BASE = [
  important(`[${SKIP}]`, NEUTRAL),
  important(`[${MARK_PREFIX}${BARE}="deep"]`, NEUTRAL),
  // What is measured must not be on its way from one value to another.
  important([OFF, BARE].map((name) => `[${MARK_PREFIX}${name}]`).join() + `,[${MARK_PREFIX}${BARE}] *`, { 'transition-property': 'none' }),
].join('');
