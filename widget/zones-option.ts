// Reads what a site's owner says of zones: `navigation: #menu; body: .TRS_Editor`, or the same as an object. Not for finding zones
// (shared/page/zones.ts).
import type { ZoneId } from '../shared/page/zones';
import { MOST_CHARACTERS, MOST_TOLD } from './option-limits';

type Zones = Partial<Record<ZoneId, string>>;

/** By the ids, the names that readers know, and what authors of pages are used to. */
const NAMES: readonly (readonly [ZoneId, RegExp])[] = [
  ['navigation', /^(navigation|nav|导航区?)$/i],
  ['window', /^(window|视窗区?)$/i],
  ['interaction', /^(interaction|form|交互区?)$/i],
  ['service', /^(service|服务区?)$/i],
  ['list', /^(list|列表区?)$/i],
  ['body', /^(body|article|main|正文区?)$/i],
];

/** Cuts at semicolons, but for those in brackets and quotes of a selector. */
function partsOf(text: string): string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|\([^)]*\)|[^;；])+/g) ?? []).map((part) => part.trim()).filter(Boolean);
}

function pairsOf(value: string | Readonly<Record<string, unknown>>): (readonly [string, () => unknown])[] {
  if (typeof value !== 'string') return Object.keys(value).map((name) => [name, () => value[name]]);
  return partsOf(value).map((part) => {
    const [, name = part, selector = ''] = /^([^:：]*)[:：]([^]*)$/.exec(part) ?? [];
    return [name.trim(), () => selector.trim()];
  });
}

/**
 * @param isSelector asks the browser
 * @returns the zones that were named well, and what was not; nothing where none was
 */
export function zonesOf(value: string | Readonly<Record<string, unknown>>, isSelector: (selector: string) => boolean): { readonly value?: Zones; readonly wrong?: string } {
  const zones: Zones = {};
  const bad: string[] = [];
  for (const [name, read] of pairsOf(value)) {
    const id = NAMES.find(([, names]) => names.test(name))?.[0];
    try {
      const selector = read();
      if (!id) bad.push(`unknown zone ${JSON.stringify(name.slice(0, 40))}; allowed: ${NAMES.map(([known]) => known).join(', ')}`);
      else if (typeof selector !== 'string' || selector.trim() === '' || selector.length > MOST_CHARACTERS || !isSelector(selector)) bad.push(`${name}: not a CSS selector`);
      // Named twice, a zone is both.
      else zones[id] = zones[id] ? `${zones[id]}, ${selector}` : selector;
    } catch {
      bad.push(`${name} cannot be read`);
    }
  }
  const told = bad.length > 0 ? { wrong: bad.slice(0, MOST_TOLD).join(', ') } : {};
  return Object.keys(zones).length > 0 ? { value: zones, ...told } : Object.keys(told).length > 0 ? told : { wrong: 'no zone in it' };
}
