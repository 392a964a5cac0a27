// Paints the remembered scheme's ground when a page begins, and takes it away again. Runs as a script of its own (first-scripts.ts), before
// the store can be asked; that the resident script does. Both share a world, and what they know of each other is one function in it.
import { FIRST_LIMIT_MS, type FirstColours, firstPaint, HOLD } from '../shared/dom/first-paint';
import { createStyleSheet } from '../shared/dom/style-sheet';

const COVER = Symbol.for('mingdu.cover');
/** Takes the paint away; null once nothing is to be painted here any more. */
type World = { [COVER]?: (() => void) | null };

/** Paints, unless the page has been decided upon already. */
export function cover(colours: FirstColours): void {
  const world = globalThis as World;
  if (world[COVER] !== undefined) return;
  const sheet = createStyleSheet(document, firstPaint(colours));
  sheet.adopt(document);
  world[COVER] = () => {
    sheet.replace(HOLD);
    void getComputedStyle(document.documentElement).color;
    sheet.drop(document);
  };
  setTimeout(uncover, FIRST_LIMIT_MS);
}

/** Takes away what was painted first; see `uncover` of Host. */
export function uncover(): void {
  const world = globalThis as World;
  const end = world[COVER];
  world[COVER] = null;
  end?.();
}
