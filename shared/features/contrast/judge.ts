// Decides what becomes of each element's ground, border and dimming. Pure; not for reading (facts.ts) or writing (marker.ts).
import type { Facts } from './facts';
import { hexOf } from './colour';
import type { Beside, Ground, Side } from './sheet';

/** What is to be written down of one element. */
export interface Verdict {
  ground: Ground | null;
  /** The colour behind a picture, as the page had it there; null for none. */
  plate: string | null;
  /** A picture beside text. */
  beside?: Beside;
  edge: string;
  flat: boolean;
  /** Underlined by itself, being out of reach of its link's underline. */
  line: boolean;
}

/** What judging needs to ask of the page besides the facts; only of few elements. */
export interface Sizes {
  /** Width and height as laid out, in px; null when not rendered. */
  boxOf(element: Element): { readonly width: number; readonly height: number } | null;
  /** How far the text of an element stays from each edge of it, and its size, in px; null without text. */
  gapsOf(element: Element): Readonly<Record<Side | 'width' | 'height', number>> | null;
  /** Whether an image did not load, so that its words are drawn instead. */
  isBroken(element: Element): boolean;
}

/** A line or a dot drawn by an empty element: thinner, or in all smaller than this, in px. */
const LINE_PX = 8;
const DOT_PX = 32;
/** A picture with a few words over it, not a ground for text: at least so large and so wide for its height, with at most so much of it text. */
const BANNER_PX = { width: 240, height: 60, maxHeight: 400 };
const BANNER_SHAPE = 1.5;
const BANNER_TEXT_PART = 0.15;
const CHARACTER_PX2 = 20 * 20;
/** Seen through more than this, a ground lets a picture below be seen on purpose. */
const SHEER_ALPHA = 0.9;
const PAGE = new Set(['html', 'body', 'frameset']);
/** Elements of the kind that is a picture for people with eyes and a word for others. */
const REPLACEABLE = new Set(['a', 'i', 'b', 'em', 'span', 'button', 'h1', 'h2', 'label', 'input']);

interface Content {
  /** Text with no ground of its own between it and the element. */
  bare: boolean;
  /** The same, not rendered now. */
  hidden: boolean;
  any: boolean;
  shown: boolean;
  characters: number;
  pictures: boolean;
}

const nothing = (): Content => ({ bare: false, hidden: false, any: false, shown: false, characters: 0, pictures: false });

/**
 * @param all parents before children
 * @param charactersOf how many characters of its own an element has
 */
export function judge(all: readonly Facts[], sizes: Sizes, charactersOf: (element: Element) => number): Map<Facts, Verdict> {
  const contents = new Map<Facts, Content>();
  const verdicts = new Map<Facts, Verdict>();
  const bearers = new Set<Facts>();
  const contentOf = (facts: Facts) => {
    let content = contents.get(facts);
    if (!content) contents.set(facts, (content = nothing()));
    return content;
  };

  // How much text there is matters on pictures alone.
  const hasPictures = all.some(({ image }) => image === 'picture');
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const facts = all[at];
    if (!facts) continue;
    const content = contentOf(facts);
    if (facts.hasText) {
      content.any = true;
      if (facts.isHidden) content.hidden = true;
      else content.bare = content.shown = true;
      if (hasPictures) content.characters += charactersOf(facts.element);
    }
    if (facts.kind === 'picture' || facts.kind === 'drawing') content.pictures = true;
    const verdict: Verdict = { ground: null, plate: null, edge: facts.edges, flat: facts.isDimmed && content.any, line: facts.isOffLine && content.any };
    verdicts.set(facts, verdict);
    // The page's own ground is the sheet's affair.
    if (!PAGE.has(facts.element.localName)) decideGround(facts, content, verdict, sizes);
    if (verdict.ground === 'keep' && content.bare && !verdict.beside) bearers.add(facts);
    if (verdict.ground === 'none' && facts.alpha > 0 && !facts.clipsText) bearers.add(facts);
    if (!facts.parent) continue;
    const outer = contentOf(facts.parent);
    const isGrounded = verdict.ground === 'fill' || verdict.ground === 'button' || verdict.ground === 'field';
    outer.bare ||= content.bare && !isGrounded;
    outer.hidden ||= content.hidden && !isGrounded;
    outer.any ||= content.any;
    outer.shown ||= content.shown;
    outer.characters += isGrounded ? 0 : content.characters;
    outer.pictures ||= content.pictures || facts.image === 'picture';
  }
  groundTextsOn(bearers, all, verdicts);
  return verdicts;
}

function decideGround(facts: Facts, content: Content, verdict: Verdict, sizes: Sizes): void {
  const plate = hexOf(facts.under);
  if (facts.kind === 'picture') {
    if (sizes.isBroken(facts.element)) verdict.ground = 'fill';
    else if (facts.alpha > 0 && facts.image === 'none') verdict.ground = 'keep';
    else Object.assign(verdict, { ground: 'keep', plate });
    return;
  }
  if (facts.kind === 'field') {
    Object.assign(verdict, { ground: 'field' }, facts.image === 'picture' ? inFieldOf(facts) : null);
    return;
  }
  const isReplaceable = REPLACEABLE.has(facts.element.localName);
  const isReplaced = isReplaceable && facts.image === 'picture' && !facts.isHidden && !content.shown;
  const hasText = content.any && !isReplaced;
  if (facts.isMasked && !hasText) verdict.ground = 'ink';
  else if (facts.clipsText) verdict.ground = 'none';
  else if (facts.image === 'picture' && !(hasText && !isBanner(facts, content, sizes))) {
    Object.assign(verdict, { ground: 'keep', plate: facts.alpha === 1 ? null : plateOf(facts) });
  } else if (facts.kind === 'button' && (facts.alpha > 0 || facts.image !== 'none' || facts.edges !== '')) verdict.ground = 'button';
  else if (facts.image === 'picture') Object.assign(verdict, { ground: 'fill' }, facts.isHidden ? null : besideOf(facts, sizes));
  else if (facts.image === 'gradient' || facts.alpha > 0) verdict.ground = plain(facts, content, sizes);
}

/** Room for a bullet, for a picture that says something, for one above or below its words; what is larger has a picture for its ground. In px. */
const BESIDE_PX = { dot: 6, picture: 20, above: 24, most: 80, moved: 4, field: 12, line: 60, tile: 240 };

/** A picture once, where the text leaves room for it: a bullet, an arrow, an icon beside or above its words. */
function besideOf({ style, element, alpha }: Facts, sizes: Sizes): Partial<Verdict> | null {
  const { backgroundImage: image, backgroundPosition: position, backgroundRepeat, backgroundSize: size } = style;
  const [, x = '', unit, y = ''] = /^(-?[\d.]+)(px|%) (-?[\d.]+)(?:px|%)$/.exec(position) ?? [];
  const gaps = backgroundRepeat === 'no-repeat' && x !== '' && Number(x) >= 0 && Number(y) >= 0 ? sizes.gapsOf(element) : null;
  if (!gaps) return null;
  const keep = (side: Side, room: number): Partial<Verdict> => ({ ground: 'keep', beside: { side, room: Math.floor(room - 1), image, position, size } });
  if (gaps.height > BESIDE_PX.line) {
    if (gaps.height > BESIDE_PX.tile) return null;
    const side = gaps.top >= gaps.bottom ? 'top' : 'bottom';
    if (gaps.width <= BESIDE_PX.tile && gaps[side] >= BESIDE_PX.above) return keep(side, gaps[side]);
    // A list with its heading drawn beside it.
    const isAtEdge = Number(x) === 0 || (unit === 'px' && Number(x) < gaps.left);
    return isAtEdge && gaps.left >= BESIDE_PX.picture && gaps.left <= BESIDE_PX.most ? keep('left', gaps.left) : null;
  }
  // In the middle of it, the words stand on the picture, unless that was moved to its own place.
  if (Math.abs(gaps.left - gaps.right) < gaps.left / 4 && !(unit === 'px' && Number(x) >= BESIDE_PX.moved)) return null;
  const side = unit === '%' && Number(x) > 50 ? 'right' : 'left';
  const room = gaps[side] - (unit === 'px' ? Number(x) : 0);
  if ((unit === '%' && side === 'left' && Number(x) > 0) || room < BESIDE_PX.dot || gaps[side] > BESIDE_PX.most) return null;
  if (room >= BESIDE_PX.picture) return keep(side, gaps[side]);
  return side === 'right' || alpha > 0 ? null : { ground: 'dot' };
}

/** The arrow of a list, the sign of a search: a picture in the room that a field keeps beside its text. */
function inFieldOf({ style }: Facts): Partial<Verdict> | null {
  const { backgroundImage: image, backgroundPosition: position, backgroundRepeat, backgroundSize: size } = style;
  const across = /^(-?[\d.]+)(px|%)/.exec(position);
  if (backgroundRepeat !== 'no-repeat' || !across) return null;
  const side = across[2] === '%' && Number(across[1]) > 50 ? 'right' : 'left';
  const room = parseFloat(side === 'right' ? style.paddingRight : style.paddingLeft);
  return room >= BESIDE_PX.field ? { beside: { side, room: Math.floor(room), image, position, size } } : null;
}

function plateOf(facts: Facts): string {
  return hexOf(facts.alpha > 0 ? facts.over : facts.under);
}

/** A colour or a gradient. */
function plain(facts: Facts, content: Content, sizes: Sizes): Ground | null {
  if (facts.isLifted && facts.alpha < SHEER_ALPHA && facts.image === 'none' && !facts.hasText) return content.any ? 'none' : null;
  if (content.any && !content.bare && !content.hidden) return isGridOf(facts) ? 'rule' : 'fill';
  if (content.any || content.pictures) return 'fill';
  if (facts.image === 'none' && facts.alpha < SHEER_ALPHA) return null;
  const box = facts.isHidden || facts.element.firstElementChild ? null : sizes.boxOf(facts.element);
  if (!box || box.width === 0 || box.height === 0) return 'fill';
  return Math.min(box.width, box.height) <= LINE_PX || Math.max(box.width, box.height) <= DOT_PX ? 'ink' : 'fill';
}

/** An old table's lines: its own colour seen through the gaps between its cells. */
function isGridOf(facts: Facts): boolean {
  return facts.element.localName === 'table' && /^[1-4]px/.test(facts.style.borderSpacing) && facts.style.borderCollapse === 'separate';
}

function isBanner(facts: Facts, content: Content, sizes: Sizes): boolean {
  if (facts.hasText || facts.isHidden || !isPlacedOnce(facts.style)) return false;
  const box = sizes.boxOf(facts.element);
  if (!box || box.width < BANNER_PX.width || box.height < BANNER_PX.height || box.height > BANNER_PX.maxHeight || box.width < box.height * BANNER_SHAPE) return false;
  return content.characters * CHARACTER_PX2 < box.width * box.height * BANNER_TEXT_PART;
}

/** Repeated, a picture is a pattern: paper, a bar, a column. */
function isPlacedOnce({ backgroundRepeat, backgroundSize }: CSSStyleDeclaration): boolean {
  return backgroundSize === 'cover' || !backgroundRepeat.split(',').some((repeat) => repeat.trim() !== 'no-repeat');
}

/** Words over a picture that stays get a ground of their own; pictures over it need none. */
function groundTextsOn(bearers: ReadonlySet<Facts>, all: readonly Facts[], verdicts: ReadonlyMap<Facts, Verdict>): void {
  if (bearers.size === 0) return;
  const open = new Set<Facts>();
  for (const facts of all) {
    const verdict = verdicts.get(facts);
    if (!verdict) continue;
    const isOn = bearers.has(facts) || (facts.parent !== null && open.has(facts.parent) && (verdict.ground === null || verdict.ground === 'none'));
    if (facts.parent && open.has(facts.parent) && verdict.ground === 'keep') verdict.plate = null;
    if (!isOn) continue;
    if (facts.hasText) verdict.ground = 'fill';
    else open.add(facts);
  }
}
