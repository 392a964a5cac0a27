// What stands in for the reader's choices while a page begins: the remembered scheme's ground, and a page that is not shown before its text has the
// remembered size. Runs as scripts of their own (first-scripts.ts), before the store can be asked; that the resident script does. All share a
// world, and what they know of each other is one function in it for each.
import { FIRST_LIMIT_MS, type FirstColours, firstPaint, HELD, HELD_LIMIT_MS, HELD_STILL, HOLD } from '../shared/dom/first-paint';
import { createStyleSheet } from '../shared/dom/style-sheet';
import { headed } from './headed';

const COVER = Symbol.for('mingdu.cover');
const HOLDING = Symbol.for('mingdu.hold');
/** Takes it away; null once nothing is to be done here any more. */
type World = { [COVER]?: (() => void) | null; [HOLDING]?: (() => void) | null };
type Key = keyof World;

/** @param still holds transitions while the other goes, of the elements that it was for */
function put(key: Key, css: string, still: string): boolean {
  const world = globalThis as World;
  if (world[key] !== undefined) return false;
  const sheet = createStyleSheet(document, css);
  sheet.adopt(document);
  world[key] = () => {
    sheet.replace(still);
    const { documentElement, body } = document;
    for (const element of [documentElement, body]) if (element) void getComputedStyle(element).opacity;
    sheet.drop(document);
  };
  return true;
}

function end(key: Key): void {
  const world = globalThis as World;
  const run = world[key];
  world[key] = null;
  run?.();
}

/** Paints, unless the page has been decided upon already. */
export function cover(colours: FirstColours): void {
  if (put(COVER, firstPaint(colours), HOLD)) setTimeout(uncover, FIRST_LIMIT_MS);
}

/** Takes away what was painted first; see `uncover` of Host. */
export function uncover(): void {
  end(COVER);
}

/** Keeps the page from being seen, unless it has been decided upon already; not for long, counted from when there is anything to see. */
export function hold(): void {
  if (put(HOLDING, HELD, HELD_STILL)) void headed().then(() => setTimeout(reveal, HELD_LIMIT_MS));
}

/** Lets the page be seen: its text has its size now, or will have none. */
export function reveal(): void {
  end(HOLDING);
}
