// How readings are drawn where a box keeps its shape: they take no room, so that nothing in the box is elsewhere than without them.
// Not for which boxes that are (keep.ts) nor for readings elsewhere (style.ts).
import { MARK_PREFIX, MARKER, PROPERTY_PREFIX } from '../../dom/marker';
import { LOWER, LOWER_FIREFOX } from './above';

/** The mark on boxes that keep their shape. */
export const KEPT = 'pinyin-kept';
/** The mark on blocks whose readings are whole only a little lower. */
export const LOW = 'pinyin-low';
/** On readings of characters that their box does not show. */
export const CUT = 'data-cut';

const EM = `${PROPERTY_PREFIX}em`;
const DOWN = `${PROPERTY_PREFIX}down`;
const NARROW = `${PROPERTY_PREFIX}narrow`;
const kept = `[${MARK_PREFIX}${KEPT}]`;
const RUBY = `${kept} ruby[${MARKER}]`;
const READING = `${RUBY}>rt[data-py]`;
/** How wide syllables of so many letters are drawn, so that none is wider than its character with a gap at either side. */
const WIDTHS: Readonly<Record<number, string>> = { 4: '.82', 5: '.67', 6: '.57' };

/** From so many letters on a reading bears their number in `data-letters`. */
export const LONG = 4;

/** The size of a reading, in that of its character. */
const SIZE = 0.45;

const drawn = (up: string) => `transform:translateY(calc(${up} + var(${DOWN},0em))) scaleX(var(${NARROW}))!important`;
const low = (by: number) => `[${MARK_PREFIX}${LOW}] ruby[${MARKER}]>rt[data-py]{${DOWN}:${by / SIZE}em}`;
// What a ruby text shows stands in a box of no size and runs over it at both sides, so it has no share in the width of its column; a line
// height of 0 leaves it none in the height of the line.
export const KEPT_CSS = [
  `${READING}{${NARROW}:1;padding:0!important;margin:0!important;font-size:${SIZE * 100}%!important;line-height:0!important}`,
  ...Object.entries(WIDTHS).map(([letters, width]) => `${READING}[data-letters="${letters}"]{${NARROW}:${width}}`),
  `${READING}::before{display:inline-flex!important;justify-content:center!important;width:0!important;height:0!important;` +
    `white-space:nowrap!important;line-height:0!important;${drawn('-.22em')}}`,
  low(LOWER),
  `${READING}[${CUT}]::before{visibility:hidden!important}`,
].join('\n');

/**
 * For Firefox besides: there the height goes by the font, so that has no size. What is shown gets the size of the characters below
 * through a registered property, which alone keeps it past that. A sheet of its own: Chromium lays the whole page out anew for it.
 */
export const KEPT_FIREFOX_CSS = [
  `@property ${EM}{syntax:'<length>';inherits:true;initial-value:0px}`,
  `${RUBY}{${EM}:1em}`,
  `${READING}{font-size:0!important}`,
  low(LOWER_FIREFOX),
  `${READING}::before{font-size:calc(var(${EM})*${SIZE})!important;${drawn('-.45em')}}`,
].join('\n');
