// One analysis of a part of the page: reads everything, judges, then writes all marks at once, so that nothing is painted between.
// Not for when to analyse (start.ts) nor for what the marks look like (sheet.ts).
import { textIn } from '../../dom/text-in';
import type { FeatureContext } from '../../feature';
import { SKIP, up } from '../../dom/marker';
import type { Root } from '../../page/page';
import { type Colour, contrast, hexOf, parseColour, WHITE } from './colour';
import { currentItems } from './current';
import { readDrawing } from './drawing';
import type { Around, Facts, TextSize } from './facts';
import { judge, type Sizes, type Verdict } from './judge';
import { createLost } from './lost';
import { textsOverPictures } from './overlaps';
import { ALL_USES, type PageRules, readPageRules } from './page-rules';
import { type Candidate, candidates, readPseudo } from './pseudo';
import { type Beside, besideRule, holdRule, markName, type MarkName, partRules, plateRule, stateRules } from './sheet';
import { createSpared } from './spared';
import { walk } from './walk';

type PainterContext = Pick<FeatureContext, 'page' | 'edits'>;

export interface Painter {
  /**
   * Reads and marks elements that bear no mark yet, with all below them. Call it in a batch.
   * @param show puts our sheets into force, after the reading and before what is lost is looked for
   */
  paint(tops: readonly Element[], show?: () => void): void;
  /** The same for elements that were painted before and that the page has changed since. */
  repaint(tops: readonly Element[]): void;
  /** Runs a change of colours while the page's transitions are held, which would draw it out over seconds. */
  atOnce(run: () => void): void;
  /** Forgets what was learned of a root's style sheets. */
  forgetSheets(root: Root): void;
}

const MARKS: readonly MarkName[] = ['ground', 'plate', 'edge', 'flat', 'line', 'size', 'beside', 'paint', 'current', 'before', 'after', 'keep'];
const BLACK: Colour = [0, 0, 0, 1];

/** @param context of the aid */
export function createPainter(context: PainterContext): Painter {
  const { page, edits } = context;
  const lost = createLost(edits);
  const spare = createSpared(edits);
  const known = new WeakMap<Root, PageRules>();
  const grounds = new WeakMap<Element, Colour>();
  const plates = new Set<string>();
  /** Written in one go: a sheet that is changed as it comes in has Chromium lay the whole page out anew. */
  let newPlates = '';
  const parts = new Set<string>();
  const states = new Set<string>();
  const besides = new Map<string, string>();
  const movers = new Set<Element>();
  let isShown = false;

  const sizes: Sizes = {
    boxOf: (element) => (element.getClientRects().length > 0 ? element.getBoundingClientRect() : null),
    isBroken,
    gapsOf,
  };

  function rulesOf(element: Element): PageRules | null {
    const root = element.getRootNode() as Root;
    if (!('styleSheets' in root)) return null;
    let rules = known.get(root);
    if (!rules) known.set(root, (rules = readPageRules(root)));
    return rules;
  }

  /** What an element stands in, from what was read and written of its ancestors. */
  function aroundOf(top: Element): Around {
    let ground: Colour | undefined;
    let size: TextSize | undefined;
    for (let at = above(top); at && !(ground && size); at = above(at)) {
      ground ??= grounds.get(at);
      size ??= (edits.marked(at, markName('size')) as TextSize | null) ?? undefined;
    }
    const isInLink = top.parentElement?.closest(':any-link') != null;
    return { ground: ground ?? WHITE, size: size ?? 'l', isInLink, uses: rulesOf(top)?.uses ?? ALL_USES, textOf: page.textOf };
  }

  function set(element: Element, name: MarkName, value: string | null): void {
    if (value !== null || edits.marked(element, markName(name)) !== null) edits.mark(element, markName(name), value);
  }

  function setPlate(element: Element, colour: string): void {
    if (!plates.has(colour)) {
      plates.add(colour);
      const ground = parseColour(colour) ?? WHITE;
      newPlates += plateRule(colour, contrast(ground, BLACK) >= contrast(ground, WHITE) ? '#000' : '#fff');
    }
    set(element, 'plate', colour);
  }

  function setBeside({ element, over }: Facts, beside: Beside): void {
    const look = JSON.stringify([beside, over]);
    let key = besides.get(look);
    if (key === undefined) {
      besides.set(look, (key = String(besides.size)));
      newPlates += besideRule(key, beside, hexOf(over));
    }
    set(element, 'beside', key);
  }

  function write(facts: Facts, verdict: Verdict, arounds: ReadonlyMap<Element, Around>): void {
    const { element } = facts;
    const outer = facts.parent ? facts.parent.size : arounds.get(element)?.size;
    if (facts.size !== outer) set(element, 'size', facts.size);
    if (verdict.ground) set(element, 'ground', verdict.ground);
    if (verdict.plate && verdict.ground === 'keep') setPlate(element, verdict.plate);
    if (verdict.beside) setBeside(facts, verdict.beside);
    if (verdict.edge !== '') set(element, 'edge', verdict.edge);
    if (verdict.flat) set(element, 'flat', '');
    if (verdict.line) set(element, 'line', '');
  }

  function paint(tops: readonly Element[], show?: () => void): void {
    const live = tops.filter((top) => !isSpared(top));
    const arounds = new Map(live.map((top) => [top, aroundOf(top)] as const));
    const { facts, spared } = walk(live, (top) => arounds.get(top) ?? aroundOf(top));
    const verdicts = judge(facts, sizes, (element) => textIn(element).trim().length);
    const drawings = facts.filter(({ kind }) => kind === 'drawing').map((drawing) => ({ drawing, ...readDrawing(drawing.element, page.textOf) }));
    for (const { drawing, isPicture } of drawings) {
      const verdict = verdicts.get(drawing);
      if (verdict && isPicture) Object.assign(verdict, { ground: 'keep', plate: drawing.alpha === 1 ? null : hexOf(drawing.under) });
    }
    for (const text of textsOverPictures(facts, verdicts)) Object.assign(verdicts.get(text) ?? {}, { ground: 'fill' });
    const pseudos = generatedOf(facts, live);
    const currents = currentItems(facts);
    const regions = asThePageHasIt(spared.flatMap(({ element }) => ancestors(element)), () => spared.map(({ element, ground }) => spare(element, ground)));
    const moving = facts.filter(({ hasTransition }) => hasTransition).map(({ element }) => element);

    // All is read; from here on all is written.
    moving.forEach((element) => movers.add(element));
    hold(moving);
    tops.filter((top) => top.isConnected && !live.includes(top) && !top.closest(`[${SKIP}]`)).forEach((top) => set(top, 'skip', ''));
    for (const [one, verdict] of verdicts) write(one, verdict, arounds);
    for (const rules of new Set(live.map(rulesOf))) {
      if (!rules) continue;
      if (adds(parts, rules.parts)) edits.sheet('parts', partRules([...parts]));
      if (adds(states, rules.states)) edits.sheet('states', stateRules([...states]));
    }
    if (newPlates) edits.rule('plates', newPlates);
    newPlates = '';
    for (const one of facts) if (one.alpha > 0 || one.image !== 'none' || !one.parent) grounds.set(one.element, one.over);
    for (const { paint: shapes } of drawings) for (const [shape, value] of shapes) set(shape, 'paint', value);
    for (const { facts: { element }, which, words } of pseudos) set(element, which, words);
    for (const { element } of currents) set(element, 'current', '');
    regions.forEach((run) => run());
    show?.();
    isShown = true;
    regain(facts, live);
    release(moving);
  }

  function hold(elements: readonly Element[]): void {
    if (elements.length > 0) edits.sheet('holds', holdRule());
    elements.forEach((element) => set(element, 'hold', ''));
  }

  function release(elements: readonly Element[]): void {
    // Reading forces the colours of a whole document in, so that nothing is left to fade when transitions are let go.
    const documents = new Map(elements.map((element) => [element.ownerDocument, element]));
    for (const [document, element] of documents) document.defaultView?.getComputedStyle(element).getPropertyValue('background-color');
    elements.forEach((element) => set(element, 'hold', null));
  }

  function atOnce(run: () => void): void {
    for (const element of movers) if (!element.isConnected) movers.delete(element);
    const all = [...movers];
    hold(all);
    run();
    release(all);
  }

  /** Reads while some elements are without our rules. */
  function asThePageHasIt<T>(elements: readonly Element[], read: () => T): T {
    if (!isShown) return read();
    elements.forEach((element) => set(element, 'raw', ''));
    const result = read();
    elements.forEach((element) => set(element, 'raw', null));
    return result;
  }

  function generatedOf(facts: readonly Facts[], tops: readonly Element[]) {
    const byRoot = new Map<Root, Element[]>();
    for (const top of tops) {
      const root = top.getRootNode() as Root;
      const some = byRoot.get(root);
      if (some) some.push(top);
      else byRoot.set(root, [top]);
    }
    const found: (Candidate & { readonly words: string })[] = [];
    for (const some of byRoot.values()) {
      const rules = some[0] && rulesOf(some[0]);
      if (!rules) continue;
      const own = byRoot.size === 1 ? facts : facts.filter(({ element }) => element.getRootNode() === some[0]?.getRootNode());
      for (const one of candidates(own, some, rules)) {
        const words = readPseudo(one, rules.generatedUses);
        if (words !== null) found.push({ ...one, words });
      }
    }
    return found;
  }

  /** The cascade is lost inline, which is seen at once, or in a layer of the page's, for which everything must be asked. */
  function regain(facts: readonly Facts[], tops: readonly Element[]): void {
    const layered = tops.some((top) => isLayered(rulesOf(top)));
    lost.regain(facts.filter(({ element, isStyled }) => layered || (isStyled && isImportantInline(element))).map(({ element }) => element));
  }

  function repaint(tops: readonly Element[]): void {
    const all = tops.flatMap((top) => [top, ...top.querySelectorAll('*')]);
    const held = all.filter((element) => edits.marked(element, markName('ground')) !== null || edits.marked(element, markName('current')) !== null);
    hold(held);
    for (const element of all) {
      lost.release(element);
      for (const name of MARKS) set(element, name, null);
    }
    // What is under the pointer now would be read without the ground that it has, and the page with ours.
    const dynamicNow = `:is(${[':hover,:active,:focus,:focus-within,:root,body', ...states].join()})`;
    const dynamic = all.filter((element) => element.matches(dynamicNow));
    dynamic.forEach((element) => set(element, 'raw', ''));
    paint(tops, () => dynamic.forEach((element) => set(element, 'raw', null)));
    release(held);
  }

  return { paint, repaint, atOnce, forgetSheets: (root) => void known.delete(root) };
}

const isLayered = (rules: PageRules | null) => rules !== null && (rules.hasLayers || rules.generating === null);

function isImportantInline(element: Element): boolean {
  return /important/i.test(element.getAttribute('style') ?? '');
}

/** The parent, also across the edge of a shadow tree. */
export function above(element: Element): Element | null {
  const parent = up(element);
  if (parent) return parent;
  const root = element.getRootNode();
  return root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null;
}

function ancestors(element: Element): Element[] {
  const outer = above(element);
  return outer ? [outer, ...ancestors(outer)] : [];
}

/** Whether an element lies in a region that is to be left alone, also across shadow trees. */
function isSpared(element: Element): boolean {
  for (let at = above(element); at; at = above(at)) if (at.hasAttribute(SKIP)) return true;
  return false;
}

/** Whether a set grew. */
function adds(set: Set<string>, more: Iterable<string>): boolean {
  const { size } = set;
  for (const one of more) set.add(one);
  return set.size > size;
}

function gapsOf(element: Element): ReturnType<Sizes['gapsOf']> {
  const box = element.getBoundingClientRect();
  const texts = element.ownerDocument.createTreeWalker(element, 4 /* SHOW_TEXT */);
  const range = element.ownerDocument.createRange();
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!/\S/.test((text as Text).data)) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      [left, right] = [Math.min(left, line.left), Math.max(right, line.right)];
      [top, bottom] = [Math.min(top, line.top), Math.max(bottom, line.bottom)];
    }
  }
  if (left >= right) return null;
  return { left: left - box.left, right: box.right - right, top: top - box.top, bottom: box.bottom - bottom, width: box.width, height: box.height };
}

function isBroken(element: Element): boolean {
  if (element.localName !== 'img') return false;
  const image = element as HTMLImageElement;
  // Drawings without a size of their own have none either when they did load.
  return image.complete && image.naturalWidth === 0 && !/\.svg|svg\+xml/i.test(image.currentSrc || image.src);
}
