// Colours for the four tones and the neutral one: which set is read on which ground, and the rules. The tone mark stays: colour never says
// alone what it says. No attribute on the readings: the letters of `data-py` carry the tone. Fetched when colours are first wanted.
import type { Edits } from '../../../dom/edits';
import { MARK_PREFIX, MARKER } from '../../../dom/marker';
import { type Colour, contrast, groundOf, parseColour } from '../../../page/ground';

/** First to fourth tone, neutral. */
type Five = readonly [string, string, string, string, string];

/**
 * Red, ochre, green, blue, and the ink itself for the neutral tone. Chosen by search so that, within what the contrast allows, the least
 * difference of two (ΔE in CIE Lab, 1976) is 38 with normal sight, and 22 for protanopia, deuteranopia and tritanopia (Machado 2009):
 * hues that fuse for these differ in lightness. The dark set is for grounds of a luminance of at least 0.72 (white, cream, yellow, pale
 * tints), the light one for at most 0.08 (black, #00f, the deep blues of mastheads); between them the text keeps its own colour.
 */
export const TONES: Readonly<Record<'dark' | 'light', Five>> = {
  dark: ['#a03c4a', '#81550a', '#023702', '#491ed3', '#000000'],
  light: ['#ffafaf', '#e5d583', '#48fd3b', '#bdc1fe', '#ffffff'],
};
/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
/** Text that one could not read on what we took for its ground stands on something else: a picture. */
const PLAUSIBLE_CONTRAST = 3;

export type ToneSet = keyof typeof TONES | 'none';

/**
 * The set that is read on a ground.
 * @param ink the text's own colour; it tells whether the ground was found at all
 */
export function toneSetFor(ground: Colour, ink: Colour | null): ToneSet {
  if (ink && contrast(ground, ink) < PLAUSIBLE_CONTRAST) return 'none';
  const isRead = (set: Five) => set.every((hex) => contrast(ground, parseColour(hex) ?? ground) >= LEAST_CONTRAST);
  return isRead(TONES.dark) ? 'dark' : isRead(TONES.light) ? 'light' : 'none';
}

const MARK = 'tones';
const property = (tone: number) => `--mingdu-x-tone-${tone}`;
/** Letters that bear each tone; those of m, n and ê, too, some of them letter and mark. */
const LETTERS = ['āēīōūǖm̄n̄ê̄', 'áéíóúǘḿńế', 'ǎěǐǒǔǚm̌ňê̌', 'àèìòùǜm̀ǹề'].map((letters) => letters.normalize('NFC').match(/.[\u0300-\u036f]?/gu) ?? []);

function coloured(selector: string, tone: number): string {
  // A site's own fill colour would else lie over ours.
  return `${selector}{color:var(${property(tone)},currentcolor)!important;-webkit-text-fill-color:currentcolor!important}`;
}

/** The sheet; in forced colours the system's hold. */
function toneRules(): string {
  const reading = `ruby[${MARKER}]>rt[data-py]`;
  const sets = Object.entries(TONES).map(([name, five]) => `[${MARK_PREFIX}${MARK}=${name}]{${five.map((colour, at) => `${property(at)}:${colour}`).join(';')}}`);
  // Of an element around it that stands on another ground.
  const none = `[${MARK_PREFIX}${MARK}=none]{${TONES.dark.map((_, at) => `${property(at)}:initial`).join(';')}}`;
  const tones = LETTERS.map((letters, tone) => coloured(`${reading}:is(${letters.map((letter) => `[data-py*="${letter}"]`).join()})`, tone));
  return `@media (forced-colors:none){${[...sets, none, coloured(reading, 4), ...tones].join('\n')}}`;
}

/** Says on which ground text stands, by marks on the elements that hold it. */
export interface Tones {
  /** Reads the grounds of these elements; the answer writes what they came to. */
  measure(elements: Iterable<Element>): () => void;
}

/** Puts the sheet in force; the colours come with the marks. */
export function createTones(edits: Edits): Tones {
  edits.sheet('tones', toneRules());
  return {
    measure(elements) {
      const known = new Map<Element, Colour>();
      const sets = [...elements].filter((element) => element.isConnected).map((element) => {
        const ink = parseColour(element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '');
        return [element, toneSetFor(groundOf(element, known), ink)] as const;
      });
      const others = sets.filter(([element, set]) => edits.marked(element, MARK) !== set);
      return () => others.forEach(([element, set]) => edits.mark(element, MARK, set));
    },
  };
}
