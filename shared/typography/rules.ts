// The rules that enlargement and spacing share: both write the same declarations, so either order of starting gives the same page.
// Pure text; not for deciding which element gets which mark.
import { MARK_PREFIX, PROPERTY_PREFIX, SKIP } from '../dom/marker';
import { BARE, OFF } from './measure';

/** The factor of enlargement; 1 where nothing sets it. */
export const SIZE = `var(${PROPERTY_PREFIX}size,1)`;

/** A length as it stands in a mark and a rule: three decimals, because computed sizes are fractions (13.3333px). */
export function lengthOf(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Selects the elements with a mark, save those that are just being measured. */
export function marked(name: string, value: string): string {
  return `[${MARK_PREFIX}${name}="${value}"]:not([${MARK_PREFIX}${OFF}])`;
}

/** A rule of declarations that all are important: a layered one loses otherwise. */
export function important(selector: string, declarations: Readonly<Record<string, string>>): string {
  const body = Object.entries(declarations).map(([name, value]) => `${name}:${value}!important`);
  return `${selector}{${body.join(';')}}`;
}

/**
 * The line height of an element for both aids: the page's own, grown with the size, but not under what spacing asks for.
 * @param line in px as a mark has it, or 'normal'
 */
export function lineHeight(line: string): string {
  if (line === 'normal') return `var(${PROPERTY_PREFIX}line-normal,normal)`;
  return `max(calc(${line}px*${SIZE}),calc(var(${PROPERTY_PREFIX}line,0)*1em))`;
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
  `[${MARK_PREFIX}still]{transition-property:none!important}`,
].join('');
