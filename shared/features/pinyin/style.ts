// How annotated text is drawn. The reading is generated content: it is in no text of the page, no copy, no search.
// Not for which characters get one (sentences.ts).
import { MARK_PREFIX, MARKER, TEXT_TAG } from '../../dom/marker';
import { KEPT_CSS } from './style-kept';

/** The mark on elements whose lines were too tight for readings above them. */
export const ROOM = 'pinyin';
/** The line height of a reading. */
const READING_LINE = 1.15;
/** What a line needs besides its reading: with one of half its size Firefox needs 1.91 with Noto Sans CJK, Chromium 1.65. */
const LINE = 1.375;

/**
 * Lines of this height, in the size of the font, do not grow when readings come.
 * @param size of the readings, in percent
 */
export const roomyLine = (size: number) => LINE + (READING_LINE * size) / 100;

function important(selector: string, declarations: Readonly<Record<string, string>>): string {
  return `${selector}{${Object.entries(declarations).map(([name, value]) => `${name}:${value}!important`).join(';')}}`;
}

const WRAPPER = `${TEXT_TAG}[${MARKER}]`;
const RUBY = `ruby[${MARKER}]`;
const READING = `${RUBY}>rt[data-py]`;
const room = `[${MARK_PREFIX}${ROOM}]`;

// What the page says of `*`, `li > *`, `:not(:defined)` is not meant for what we inserted: it shall look like the text it stands for.
const UNSEEN = important(WRAPPER, { all: 'unset' });

/** On paper as well as on the screen: no reading, and text that looks like the page's own. */
export const PLAIN_CSS = `${UNSEEN}@media not screen{${important(RUBY, { all: 'unset' })}${important(READING, { display: 'none' })}}`;

/**
 * For text that got its readings while it was selected: a selection's ground is painted behind its readings too, which have the ink of
 * unselected text. A tint leaves both to be read, on light grounds and on dark ones. The attribute so often, so that it wins over a scheme.
 */
export const SELECTED_CSS = important(`:is(${TEXT_TAG},ruby)${`[${MARKER}]`.repeat(6)}::selection`, { 'background-color': 'rgba(127,127,127,.35)', color: 'currentcolor' });

/**
 * The aid's style sheet. Engines older than `ruby-text` lay out rt as ruby only with `block`, the display of their own sheet.
 * @param size of the readings, in percent of the text
 */
export const pinyinCss = (size: number) => [
  // Where readings begin or end: without it Chromium draws a long one over the space before the text, which so comes nearer than it was.
  important(WRAPPER, { 'unicode-bidi': 'isolate' }),
  important(RUBY, { all: 'revert', 'ruby-position': 'over', 'text-indent': '0', font: 'inherit', 'line-height': 'inherit' }),
  important(READING, {
    all: 'revert',
    'font-family': 'sans-serif',
    'font-size': `${size}%`,
    'font-style': 'normal',
    'font-weight': '400',
    'line-height': String(READING_LINE),
    'letter-spacing': '0',
    'word-spacing': '0',
    'text-indent': '0',
    'text-transform': 'none',
    'text-shadow': 'none',
    'text-emphasis': 'none',
    'white-space': 'nowrap',
    // Without it neighbours fuse into one string: a third of all syllables are wider than their character.
    padding: '0 .12em',
    '-webkit-user-select': 'none',
    'user-select': 'none',
  }),
  `${READING}{display:block!important;display:ruby-text!important}`,
  // The second one, with its empty alternative text, keeps readings out of the accessibility tree; older engines take the first.
  `${READING}::before{all:unset!important;content:attr(data-py)!important;content:attr(data-py) / ""!important}`,
  // Twice the attribute, so that it wins over the line heights that other aids set.
  important(room + room, { 'line-height': String(roomyLine(size)) }),
  KEPT_CSS,
].join('\n');
