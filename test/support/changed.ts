// Holds what was seen on a page against what an aid says it changes (shared/changes.ts). Pure; no browser and no expectations in here.
import type { AidChanges, ChangedNames } from '../../shared/changes';
import { MARK_PREFIX } from '../../shared/dom/marker';
import type { Seen } from './change-watch';

type Kind = keyof ChangedNames;
export const KINDS: readonly Kind[] = ['marks', 'lends', 'inline', 'css', 'nodes', 'highlights', 'listens', 'observers'];
/** Their scripts serve the toolbar and all aids alike. */
const COMMON = /^(loader|main|pack-aids|pack-edges|pack-panel|panel-guide): /;
const OBSERVER = /Observer$/;

/** What was seen, in the kinds and words of the declarations. `isCommon`: by what serves all aids, or else by an aid's own scripts. */
export function namesOf(seen: Seen, isCommon: boolean): Record<Kind | 'prevents', string[]> {
  const alive = seen.alive.filter((one) => COMMON.test(one) === isCommon).map((one) => one.replace(/^[\w-]+: /, ''));
  const ours = (name: string) => name.startsWith(MARK_PREFIX);
  const events = alive.filter((one) => !OBSERVER.test(one));
  const typeOf = (one: string) => one.split(' ')[0] ?? '';
  return {
    marks: seen.attributes.filter(ours).map((name) => name.slice(MARK_PREFIX.length)),
    lends: seen.attributes.filter((name) => !ours(name)),
    // Properties of ours alone mean nothing to the page.
    inline: seen.inline.filter((name) => !name.startsWith('--')),
    css: seen.css.filter((name) => !name.startsWith('--')),
    nodes: [...seen.nodes],
    highlights: [...seen.highlights],
    listens: [...new Set(events.map(typeOf))],
    observers: [...new Set(alive.filter((one) => OBSERVER.test(one)))],
    prevents: [...new Set(events.filter((one) => one.includes('(may prevent)')).map(typeOf))],
  };
}

/** Whether one declared name stands for a seen one: the same, a beginning with `*`, of a property the longer ones too, `all` for every property. */
function covers(kind: Kind, said: string, name: string): boolean {
  if (said.endsWith('*')) return name.startsWith(said.slice(0, -1));
  if (kind === 'css' || kind === 'inline') return said === name || said === 'all' || name.startsWith(`${said}-`);
  return said === name;
}

/** @returns `kind name` of what was seen and nobody said, that of what is common left out */
export function undeclared(seen: Seen, changes: AidChanges, before: AidChanges, followed: readonly string[], isCommon = false): string[] {
  const names = namesOf(seen, isCommon);
  const said = (kind: Kind) => [changes, changes.seldom, before, before.seldom].flatMap((one, at) => (at > 1 && (kind === 'listens' || kind === 'observers') ? [] : (one?.[kind] ?? [])));
  const all = (kind: Kind) => [...said(kind), ...(kind === 'listens' && changes.follows ? followed : [])];
  const missing = KINDS.flatMap((kind) => names[kind].filter((name) => !all(kind).some((one) => covers(kind, one, name))).map((name) => `${kind} ${name}`));
  return [...missing, ...names.prevents.filter((name) => !changes.prevents?.includes(name)).map((name) => `prevents ${name}`)];
}

/** @returns `kind name` of what is said, not as seldom, and was not seen */
export function unseen(seen: Seen, changes: AidChanges, isCommon = false): string[] {
  const names = namesOf(seen, isCommon);
  return KINDS.flatMap((kind) => (changes[kind] ?? []).filter((said) => !names[kind].some((name) => covers(kind, said, name))).map((name) => `${kind} ${name}`));
}
