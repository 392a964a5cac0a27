// The rules of the aid: what every element gets, and what the marks of the analysis mean. Only text is made here.
// The rules are the same for all schemes; a scheme is a set of custom properties. Not for deciding who is marked (judge.ts).
import { EDITOR } from '../../dom/editor';
import { MARK_PREFIX, MARKER, PROPERTY_PREFIX, SKIP, TEXT_TAG } from '../../dom/marker';
import type { Scheme } from './schemes';

/** A mark's name for `edits.mark`. */
export const markName = (name: MarkName) => `contrast-${name}`;
/** What the analysis writes down of an element. */
export type MarkName = 'size' | 'beside' | 'ground' | 'plate' | 'edge' | 'flat' | 'line' | 'paint' | 'current' | 'before' | 'after' | 'hold' | 'raw' | 'skip' | 'keep';
const at = (name: MarkName) => `${MARK_PREFIX}${markName(name)}`;
const property = (name: string) => `${PROPERTY_PREFIX}contrast-${name}`;
const v = (name: string) => `var(${property(name)})`;

/** The custom properties that hold the text's and the ground's colour at an element. */
export const TEXT_PROPERTY = property('text');
export const GROUND_PROPERTY = property('ground');

/** In print, on paper and where the system's own colours are in force the page stays as its author made it. */
export const MEDIA = '@media screen and (forced-colors:none)';

/** Everything but our own interface and what its author wants left alone. The words of an annotation are the page's. */
/** `raw`: being read anew, as the page has it. */
const SPARED = `[${at('raw')}],[${SKIP}],[${SKIP}] *,[${at('skip')}],[${at('skip')}] *,[${MARKER}]:not(${TEXT_TAG},ruby)`;
/** Written last in a selector, because it is dear to match and selectors are matched from their beginning. */
const ALL = `:where(:not(${SPARED}))`;
const NO_FIELD = ['checkbox', 'radio', 'range', 'color', 'image', 'submit', 'button', 'reset', 'hidden'].map((type) => `[type=${type} i]`).join();
/** Controls into which one writes. */
export const FIELD = `input:not(${NO_FIELD}),textarea,select`;
/** Controls with a caption of their own. */
export const BUTTON = 'button,input:is([type=submit i],[type=button i],[type=reset i])';

const DYNAMIC = ':is(:hover,:active,:focus,:focus-within)';
/** On which the analysis found no ground. */
const UNMARKED = `:where(:not([${at('ground')}],[${at('current')}],:root,body))`;
/** Where nothing can be marked, because all in it is saved: every ground goes, and the editor's own is seen. The second half is for `designMode`. */
const IN_EDITOR = `:where(${EDITOR} *,:read-write:not(input,textarea,:root,body))`;

function important(declarations: Readonly<Record<string, string>>): string {
  return Object.entries(declarations).map(([name, value]) => `${name}:${value}!important;`).join('');
}

function rule(selector: string, declarations: Readonly<Record<string, string>>): string {
  return `${selector}{${important(declarations)}}`;
}

/** The text's colour, and nothing of the page's that hides or doubles it. */
const TEXT = {
  color: v('text'),
  '-webkit-text-fill-color': 'currentcolor',
  '-webkit-text-stroke-color': 'currentcolor',
  'text-shadow': 'inherit',
};
const NO_IMAGE = { 'background-image': 'none' };
/** Values of the marks `ground`, `before` and `after`. */
const GROUNDS = {
  fill: { 'background-color': v('ground'), ...NO_IMAGE },
  none: { 'background-color': 'transparent', ...NO_IMAGE, '-webkit-background-clip': 'border-box', 'background-clip': 'border-box' },
  ink: { 'background-color': 'currentcolor', ...NO_IMAGE },
  rule: { 'background-color': v('border'), ...NO_IMAGE },
  // In place of a small picture before a line, where the page had it.
  dot: { 'background-color': 'transparent', 'background-image': 'radial-gradient(closest-side,currentcolor 90%,#0000)', 'background-size': '6px 6px' },
} as const;
/** Behind a picture that is generated content: like the page's own ground there. */
const PSEUDO_PLATES = { light: { 'background-color': '#fff' }, dark: { 'background-color': '#444' } } as const;
export type Ground = keyof typeof GROUNDS | 'button' | 'field' | 'keep';
const SIDES = { t: 'top', r: 'right', b: 'bottom', l: 'left' } as const;

function context(pair: string): Record<string, string> {
  return { [property('ground')]: v(`${pair}-ground`), [property('text')]: v(`${pair}-ink`), [property('link-here')]: v(`${pair}-ink`), [property('visited-here')]: v(`${pair}-ink`) };
}

/** All rules, the same for every scheme. */
export function rules(): string {
  const marked = (name: MarkName, value?: string) => `[${at(name)}${value === undefined ? '' : `~="${value}"`}]`;
  const css = [
    // Outermost first: a custom property set further down comes down from here.
    rule(`:root${ALL}`, { [property('text')]: v('ink'), [property('ground')]: v('paper'), [property('link-here')]: v('link'), [property('visited-here')]: v('visited') }),
    rule(`:any-link${ALL}`, { [property('text')]: v('link-here') }),
    rule(`:where(${FIELD})${ALL}`, context('field')),
    rule(`${marked('ground', 'button')}${ALL}`, context('button')),
    rule(`${marked('current')}${ALL}`, context('current')),
    rule(`${marked('current')} :any-link${ALL}`, { [property('text')]: v('link-here') }),
    rule(`:disabled${ALL}`, { [property('text')]: v('disabled') }),

    rule(ALL, { ...TEXT, 'box-shadow': 'none', 'text-decoration-color': 'currentcolor' }),
    // Small text is drawn again in its own place: its thin strokes get the whole colour, of which smoothing leaves half.
    // Only there, because shadows that come or go have the browser lay the text out anew.
    ...(['d', 's', 'm', 'l'] as const).map((size) => rule(`${marked('size', size)}${ALL}`, { 'text-shadow': v(`strokes-${size}`) })),
    // Readings are smaller still; what is disabled is paler.
    rule(`rt[data-py]${ALL}`, { 'text-shadow': v('strokes-s') }),
    rule(`:disabled${ALL}`, { 'text-shadow': v('strokes-s') }),
    rule(`a:visited${ALL},a:visited ${ALL}`, { color: v('visited-here') }),
    rule(`:any-link${ALL},${marked('line')}${ALL}`, { 'text-decoration-line': 'underline' }),
    rule(`:root${ALL}`, { 'background-color': v('ground'), ...NO_IMAGE, 'accent-color': v('ink'), 'color-scheme': v('native') }),
    rule(`body${ALL}`, { 'background-color': v('ground'), ...NO_IMAGE }),

    rule(`${IN_EDITOR}${ALL}`, GROUNDS.none),
    rule(`${DYNAMIC}${UNMARKED}${ALL}`, GROUNDS.none),
    ...Object.entries(GROUNDS).map(([value, declarations]) => rule(`${marked('ground', value)}${ALL}`, declarations)),
    // Words that brought their own ground bring it for the readings above them too, which stand outside their box.
    rule(`${marked('ground', 'fill')}>${TEXT_TAG}>ruby[${MARKER}]>rt[data-py]`, { 'background-color': v('ground') }),
    rule(`${marked('ground', 'button')}${ALL}`, { ...GROUNDS.fill, 'border-color': v('border') }),
    rule(`:where(${FIELD})${ALL}`, { ...GROUNDS.fill, 'border-color': v('border'), 'caret-color': 'currentcolor', outline: `1px solid ${v('border')}`, 'outline-offset': '-1px' }),
    rule(`:where(input,textarea)${ALL}::placeholder`, { ...TEXT, opacity: '1' }),
    rule(`:where(option,optgroup)${ALL}`, GROUNDS.fill),
    // What browsers draw for these is pale on any ground.
    rule(`input:is([type=checkbox i],[type=radio i])${ALL}`, { outline: `2px solid ${v('border')}` }),
    rule(`input[type=radio i]${ALL}`, { 'border-radius': '50%' }),
    rule(`:where(progress,meter)${ALL}`, { outline: `1px solid ${v('border')}` }),
    rule(`meter${ALL}::-moz-meter-bar`, { background: 'currentcolor' }),
    rule(`:disabled:where(${FIELD})${ALL}`, { 'outline-style': 'dashed' }),
    rule(`${marked('current')}${ALL}`, GROUNDS.fill),

    ...Object.entries(SIDES).map(([side, name]) => rule(`${marked('edge', side)}${ALL}`, { [`border-${name}-color`]: v('border') })),
    rule(`${marked('flat')}${ALL}`, { opacity: '1', filter: 'none', 'backdrop-filter': 'none', '-webkit-backdrop-filter': 'none', 'mix-blend-mode': 'normal' }),
    rule(`${marked('paint', 'fill')}${ALL}`, { fill: 'currentcolor', 'fill-opacity': '1' }),
    rule(`${marked('paint', 'stroke')}${ALL}`, { stroke: 'currentcolor', 'stroke-opacity': '1' }),
    // Text of a drawing may lie on any of its shapes: it brings its own ground along.
    rule(`${marked('paint', 'halo')}${ALL}`, { fill: v('ink'), stroke: v('paper'), 'stroke-width': '.4em', 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),

    ...(['before', 'after'] as const).flatMap((name) => {
      const pseudo = `::${name}`;
      return [
        rule(`${marked(name)}${ALL}${pseudo}`, { ...TEXT, 'box-shadow': 'none' }),
        ...Object.entries({ ...GROUNDS, ...PSEUDO_PLATES }).map(([value, declarations]) => rule(`${marked(name, value)}${ALL}${pseudo}`, declarations)),
        ...Object.entries(SIDES).map(([side, edge]) => rule(`${marked(name, side)}${ALL}${pseudo}`, { [`border-${edge}-color`]: 'currentcolor' })),
        rule(`${marked(name, 'flat')}${ALL}${pseudo}`, { opacity: '1', filter: 'none', 'mix-blend-mode': 'normal' }),
      ];
    }),

    rule(`:focus-visible${ALL}`, { outline: `3px solid ${v('focus')}`, 'outline-offset': '2px' }),
  ];
  return `${MEDIA}{${css.join('')}}`;
}

/** Grounds that come with a state of something else (a menu's entry under the pointer, a box that is ticked) and that the page's own rules name. */
export function stateRules(selectors: readonly string[]): string {
  return `${MEDIA}{${selectors.map((selector) => rule(`${selector}${UNMARKED}${ALL}`, GROUNDS.none)).join('')}}`;
}

/** Transitions held; a sheet of its own, which stays until the colours are gone. */
export const holdRule = () => rule(`[${at('hold')}]`, { 'transition-property': 'none' });

/** Colours of what the reader selects; dear for a whole page, so only once something is selected. */
export function selectionRules(): string {
  return `${MEDIA}{${rule(`${ALL}::selection`, { 'background-color': v('selection-ground'), color: v('selection-ink'), '-webkit-text-fill-color': 'currentcolor', 'text-shadow': 'none' })}}`;
}

/** Colours for the first letters, first lines and list marks of pages that colour those; dear, so only on such pages. */
export function partRules(parts: readonly string[]): string {
  return `${MEDIA}{${parts.map((part) => rule(`${ALL}::${part}`, part === 'marker' ? { color: v('text') } : { ...TEXT, ...GROUNDS.none })).join('')}}`;
}

/** The rule for pictures that keep their own ground. */
export function plateRule(colour: string, ink: string): string {
  const selector = `[${at('plate')}="${colour}"]${ALL}`;
  // A picture's own words (its alternative text, parts in the text's colour) are drawn on the plate.
  const inner = `${selector}:where(img,input,svg,canvas,video,object,embed)`;
  return `${MEDIA}{${rule(selector, { 'background-color': colour })}${rule(inner, { [TEXT_PROPERTY]: ink })}}`;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A background picture as computed, and the room that the text leaves for it. */
export interface Beside {
  readonly side: Side;
  readonly room: number;
  readonly image: string;
  readonly position: string;
  readonly size: string;
}

/** A rule for a picture beside text: it stays, on the page's own ground, as far as the text; from there on the scheme's ground covers it. */
export function besideRule(key: string, { side, room, image, position, size }: Beside, colour: string): string {
  const isAcross = side === 'left' || side === 'right';
  const far = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }[side];
  const [strip, rest] = [`${room}px`, `calc(100% - ${room}px)`].map((length) => (isAcross ? `${length} 100%` : `100% ${length}`));
  const plain = (one: string) => `linear-gradient(${one},${one})`;
  const declarations = {
    'background-color': v('ground'),
    'background-image': `${plain(v('ground'))},${image},${plain(colour)}`,
    'background-size': `${rest},${size},${strip}`,
    'background-position': isAcross ? `${far} top,${position},${side} top` : `left ${far},${position},left ${side}`,
    'background-repeat': 'no-repeat',
    'background-origin': 'padding-box',
  };
  return `${MEDIA}{${rule(`[${at('beside')}="${key}"]${ALL}`, declarations)}}`;
}

/** A rule that gives back to a spared region what it inherited, and the ground that it stood on. */
export function keepRule(key: string, declarations: Readonly<Record<string, string>>): string {
  return `${MEDIA}{${rule(`[${at('keep')}="${key}"]`, declarations)}}`;
}

/** A digit that stands alone has so few pixels that nearly each gets another shade. */
const DIGIT_STROKES = 6;
const strokes = (times: number) => (times > 0 ? Array(times).fill('0 0 0 currentcolor').join() : 'none');

/** The custom properties of one scheme. */
export function values(scheme: Scheme): string {
  const pairs = Object.entries({ selection: scheme.selection, field: scheme.field, button: scheme.button, current: scheme.current });
  const all: Record<string, string> = {
    ink: scheme.ink,
    paper: scheme.ground,
    link: scheme.link,
    visited: scheme.visited,
    disabled: scheme.disabled,
    focus: scheme.focus,
    border: scheme.border,
    native: scheme.native,
    'strokes-d': strokes(DIGIT_STROKES),
    'strokes-s': strokes(scheme.strokes.small),
    'strokes-m': strokes(scheme.strokes.medium),
    'strokes-l': 'none',
    ...Object.fromEntries(pairs.flatMap(([name, pair]) => [[`${name}-ground`, pair.ground], [`${name}-ink`, pair.ink]])),
  };
  const set = (some: Record<string, string>, root = ':root') => rule(root, Object.fromEntries(Object.entries(some).map(([name, value]) => [property(name), value])));
  // Firefox draws text of any size thinner.
  const thin = strokes(scheme.strokes.small);
  return `${MEDIA}{${set(all)}@supports(-moz-appearance:none){${set({ 'strokes-m': thin, 'strokes-l': thin }, ':root:root')}}}`;
}
