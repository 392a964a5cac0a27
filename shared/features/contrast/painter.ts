// One analysis of a part of the page: reads everything, judges, then writes all marks at once, so that nothing is painted between.
// Not for when to analyse (start.ts) nor for what the marks look like (sheet.ts).
import type { FeatureContext } from '../../feature';
import { SKIP } from '../../dom/marker';
import type { Root } from '../../page/page';
import { type Colour, contrast, parseColour, WHITE } from './colour';
import { currentItems } from './current';
import { readDrawing } from './drawing';
import type { Facts } from './facts';
import { judge, type Sizes, type Verdict } from './judge';
import { createLost } from './lost';
import { textsOverPictures } from './overlaps';
import { candidates, readPseudo, readSheets, type Sheets } from './pseudo';
import { markName, type MarkName, partRules, plateRule } from './sheet';
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

const MARKS: readonly MarkName[] = ['ground', 'plate', 'edge', 'flat', 'line', 'paint', 'current', 'before', 'after', 'keep'];
const BLACK: Colour = [0, 0, 0, 1];

/** @param context of the aid */
export function createPainter(context: PainterContext): Painter {
  const { page, edits } = context;
  const lost = createLost(edits);
  const spare = createSpared(edits);
  const sheets = new WeakMap<Root, Sheets>();
  const grounds = new WeakMap<Element, Colour>();
  const plates = new Set<string>();
  const parts = new Set<string>();
  const movers = new Set<Element>();
  let isShown = false;

  const sizes: Sizes = {
    boxOf: (element) => (element.getClientRects().length > 0 ? element.getBoundingClientRect() : null),
    isBroken,
  };

  function sheetsOf(root: Root): Sheets {
    let known = sheets.get(root);
    if (!known) sheets.set(root, (known = readSheets(root)));
    const fresh = [...known.parts].filter((part) => !parts.has(part));
    if (fresh.length > 0) {
      fresh.forEach((part) => parts.add(part));
      edits.sheet('parts', partRules([...parts]));
    }
    return known;
  }

  /** What the page had below an element, from what was read of its ancestors. */
  function groundOf(top: Element): Colour {
    for (let at = above(top); at; at = above(at)) {
      const known = grounds.get(at);
      if (known) return known;
    }
    return WHITE;
  }

  function set(element: Element, name: MarkName, value: string | null): void {
    if (value !== null || edits.marked(element, markName(name)) !== null) edits.mark(element, markName(name), value);
  }

  function setPlate(element: Element, colour: string): void {
    if (!plates.has(colour)) {
      plates.add(colour);
      const ground = parseColour(colour) ?? WHITE;
      edits.rule('plates', plateRule(colour, contrast(ground, BLACK) >= contrast(ground, WHITE) ? '#000' : '#fff'));
    }
    set(element, 'plate', colour);
  }

  function write(facts: Facts, verdict: Verdict): void {
    const { element } = facts;
    if (verdict.ground) set(element, 'ground', verdict.ground);
    if (verdict.plate && verdict.ground === 'keep') setPlate(element, verdict.plate);
    if (verdict.edge !== '') set(element, 'edge', verdict.edge);
    if (verdict.flat) set(element, 'flat', '');
    if (verdict.line) set(element, 'line', '');
  }

  function paint(tops: readonly Element[], show?: () => void): void {
    const live = tops.filter((top) => !isSpared(top));
    const { facts, spared } = walk(live, groundOf, page.textOf);
    const verdicts = judge(facts, sizes, (element) => (element.textContent ?? '').trim().length);
    const drawings = facts.filter(({ kind }) => kind === 'drawing').map((drawing) => ({ drawing, ...readDrawing(drawing.element, page.textOf) }));
    for (const { drawing, isPicture } of drawings) {
      const verdict = verdicts.get(drawing);
      if (verdict && isPicture) Object.assign(verdict, { ground: 'keep', plate: drawing.alpha === 1 ? null : hexOfUnder(drawing) });
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
    for (const [one, verdict] of verdicts) write(one, verdict);
    for (const one of facts) if (one.alpha > 0 || one.image !== 'none' || !one.parent) grounds.set(one.element, one.over);
    for (const { paint: shapes } of drawings) for (const [shape, value] of shapes) set(shape, 'paint', value);
    for (const { element, which, words } of pseudos) set(element, which, words);
    for (const { element } of currents) set(element, 'current', '');
    regions.forEach((run) => run());
    show?.();
    isShown = true;
    regain(facts, live);
    release(moving);
  }

  const hold = (elements: readonly Element[]) => elements.forEach((element) => set(element, 'hold', ''));

  function release(elements: readonly Element[]): void {
    // Reading forces the colours in, so that nothing is left to fade when transitions are let go.
    for (const element of elements) element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue('background-color');
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
      byRoot.set(root, [...(byRoot.get(root) ?? []), top]);
    }
    const found: { element: Element; which: 'before' | 'after'; words: string }[] = [];
    for (const [root, some] of byRoot) {
      const own = facts.filter(({ element }) => byRoot.size === 1 || element.getRootNode() === root);
      for (const one of candidates(own, some, sheetsOf(root))) {
        for (const which of ['before', 'after'] as const) {
          const words = readPseudo(one, which);
          if (words !== null) found.push({ element: one.element, which, words });
        }
      }
    }
    return found;
  }

  /** The cascade is lost inline, which is seen at once, or in a layer of the page's, for which everything must be asked. */
  function regain(facts: readonly Facts[], tops: readonly Element[]): void {
    const layered = tops.some((top) => top.isConnected && isLayered(sheetsOf(top.getRootNode() as Root)));
    lost.regain(facts.filter(({ element }) => layered || isImportantInline(element)).map(({ element }) => element));
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
    const dynamic = all.filter((element) => element.matches(':hover,:active,:focus,:focus-within,:root,body'));
    dynamic.forEach((element) => set(element, 'raw', ''));
    paint(tops, () => dynamic.forEach((element) => set(element, 'raw', null)));
    release(held);
  }

  return { paint, repaint, atOnce, forgetSheets: (root) => void sheets.delete(root) };
}

const isLayered = ({ hasLayers, selectors }: Sheets) => hasLayers || selectors === null;

function isImportantInline(element: Element): boolean {
  return /important/i.test(element.getAttribute('style') ?? '');
}

function hexOfUnder({ under }: Facts): string {
  return '#' + under.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
}

/** The parent, also across the edge of a shadow tree. */
export function above(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
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

function isBroken(element: Element): boolean {
  if (element.localName !== 'img') return false;
  const image = element as HTMLImageElement;
  // Drawings without a size of their own have none either when they did load.
  return image.complete && image.naturalWidth === 0 && !/\.svg|svg\+xml/i.test(image.currentSrc || image.src);
}
