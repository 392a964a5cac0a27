// Goes through what a site's owner wrote, on the tag or in a call, and sorts good from bad; bad options are named, the rest is taken. Never
// throws, whatever it is handed. Not for how one value is checked (option-kinds.ts), nor for what options do (options-script.ts).
import { OPTIONS } from 'mingdu:rules';
import type { ZoneId } from '../shared/page/zones';
import { contrast, parseColour } from '../shared/features/contrast/colour';
import type { Patch } from '../shared/settings/schema';
import { GROUND, INK } from './launcher-colours';
import { KINDS, shown, type CheckParts, type SiteStore } from './option-kinds';

/** What was taken. A key that is there and undefined asks for the default. */
export interface Options {
  trigger?: string | undefined;
  launcher?: boolean | undefined;
  /** As `#rrggbb`. */
  launcherColor?: string | undefined;
  launcherBackground?: string | undefined;
  lang?: string | undefined;
  aids?: readonly string[] | undefined;
  preset?: string | undefined;
  article?: string | undefined;
  zones?: Readonly<Partial<Record<ZoneId, string>>> | undefined;
  statement?: string | undefined;
  feedback?: string | undefined;
  base?: string | undefined;
  url?: boolean | undefined;
  voicePack?: string | undefined;
  settings?: Patch | undefined;
  store?: SiteStore | undefined;
}

export interface Checked {
  readonly options: Options;
  /** What was bad, each with its reason. */
  readonly wrong: readonly string[];
}

const LEAST_CONTRAST = 4.5;

/** Another attribute of the tag may be anybody's; one that is nearly ours is a slip. */
function meant(name: string): (typeof OPTIONS)[number] | undefined {
  return OPTIONS.find((row) => row.attribute !== null && distance(name, row.name.toLowerCase()) <= (name.length < 6 ? 1 : 2));
}

/** How many letters to change, add or take away. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const letter = one[at];
    const next = [at + 1];
    for (let i = 0; i < other.length; i += 1) next.push(Math.min((row[i] ?? 0) + (letter === other[i] ? 0 : 1), (row[i + 1] ?? 0) + 1, (next[i] ?? 0) + 1));
    row = next;
  }
  return row[other.length] ?? 0;
}

/** Keeps a name from making a warning endless. */
const NAME_CHARACTERS = 40;

/** @param data the tag's `dataset` */
export function checkTag(data: Readonly<Record<string, string | undefined>>, parts: CheckParts): Checked {
  const options: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const key of Object.keys(data)) {
    const row = OPTIONS.find(({ name, attribute }) => attribute !== null && name === key);
    const value = data[key];
    if (!row) {
      const near = key.length > NAME_CHARACTERS ? undefined : meant(key.toLowerCase());
      if (near) wrong.push(`data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} (is ${near.attribute} meant?)`);
      continue;
    }
    const outcome = KINDS[row.kind](value, row, parts);
    if (outcome.wrong !== undefined) wrong.push(`${row.attribute}=${shown(value)} (${outcome.wrong})`);
    if ('value' in outcome) options[key] = outcome.value;
  }
  return { options, wrong };
}

/**
 * @param given what was handed to `Mingdu.configure`, an object
 * @param isLate whether Mingdu was on already in this page
 */
export function checkGiven(given: object, isLate: boolean, parts: CheckParts): Checked {
  const options: Record<string, unknown> = {};
  const wrong: string[] = [];
  let keys: readonly string[] = [];
  try {
    keys = Object.keys(given);
  } catch {
    wrong.push('nothing of it can be read');
  }
  for (const key of keys) {
    const row = OPTIONS.find(({ name }) => name === key);
    try {
      const value = (given as Readonly<Record<string, unknown>>)[key];
      if (!row) wrong.push(`unknown: ${shown(key.slice(0, NAME_CHARACTERS))}`);
      else if (value === undefined) continue;
      else if (row.time === 'tag') wrong.push(`${key}: too late, only ${row.attribute} on the tag can say it`);
      else if (row.time === 'first' && isLate) wrong.push(`${key}: too late, Mingdu was already on in this page`);
      else {
        const outcome = KINDS[row.kind](value, row, parts);
        if (outcome.wrong !== undefined) wrong.push(`${key}: ${shown(value)} (${outcome.wrong})`);
        if ('value' in outcome) options[key] = outcome.value;
      }
    } catch {
      wrong.push(`${key}: cannot be read`);
    }
  }
  return { options, wrong };
}

/** What counts of two layers, the upper one first of all. */
export function merged(below: Options, above: Options): Options {
  return { ...below, ...above };
}

/**
 * Judges the launcher's colours together, each that was not given by its default.
 * @param before what counted until now
 * @param given what comes above it; colours that cannot be read beside the other are taken out of it
 * @returns why; '' where all is well
 */
export function refuseColours(before: Options, given: Options): string {
  if (!('launcherColor' in given || 'launcherBackground' in given)) return '';
  const { launcherColor: ink = INK, launcherBackground: ground = GROUND } = merged(before, given);
  const [one, other] = [parseColour(ink), parseColour(ground)];
  const ratio = one && other ? contrast(one, other) : 1;
  if (ratio >= LEAST_CONTRAST) return '';
  delete given.launcherColor;
  delete given.launcherBackground;
  // Rounded down: 4.499 is not 4.5.
  return `the launcher's ${ink} on ${ground} has a contrast of ${Math.floor(ratio * 10) / 10}:1, and needs ${LEAST_CONTRAST}:1`;
}
