// Keeps every text of the page under an aid's rules: measures and marks what is there and what comes, applies values, makes room.
// Not for what an aid writes down (its plan) nor for how room is made (room.ts).
import type { FeatureContext } from '../feature';
import { MARK_PREFIX, SKIP } from '../dom/marker';
import type { PageChange, Root } from '../page/page';
import { carriersIn } from './carriers';
import type { TypeOf, Wanted } from './measure';
import { measureTypes, UNDER_OURS } from './measure';
import { createRestyled } from './restyled';
import { createRoom } from './room';
import { BASE } from './rules';
import type { Written } from './written';
import { attributeOf, SIZE_MARK, writtenOf } from './written';

/** What an aid makes of an element's text. Pure. */
export interface TypePlan {
  /** The name of its mark; it begins the names of its remedies too, because marks of one name end together. */
  readonly mark: string;
  readonly wanted: Wanted;
  /** The mark's value for an element. */
  valueOf(type: TypeOf, isParagraph: boolean): string;
  /** The rules for a mark's value. */
  rulesOf(value: string, written: Written): string;
  /** What has to go inline where the page's own inline `!important` wins. */
  overridesOf(written: Written): Readonly<Record<string, string>>;
}

/** What the engine needs of any aid's context. */
export type TypographyContext = Pick<
  FeatureContext,
  'page' | 'edits' | 'signal' | 'frame' | 'later' | 'pending' | 'listen' | 'observeIntersection' | 'observeResize'
>;

export interface Typography {
  /** Measures all that is there, and what comes; nothing is written yet. */
  measure(): Promise<void>;
  /**
   * Puts the aid's custom properties into force and makes room.
   * @param css rules for `:root`
   * @param factor by how much text grows, for telling what is newly lost
   */
  apply(css: string, factor: number): void;
}

/** Carriers measured in one go; above, the work is sliced. A task of this many costs some 50 ms. */
const AT_ONCE = 12_000;
const SLICE = 3000;
/** How many texts are looked at to learn whether the page's own layers beat ours. */
const SAMPLE = 250;
/** A window is dragged for a while before it has its width. */
const RESIZED_MS = 250;

/** @param plan of the aid whose context it is */
export function createTypography(context: TypographyContext, plan: TypePlan): Typography {
  const { page, edits, signal } = context;
  const attribute = attributeOf(plan.mark);
  const known = new Set<string>();
  const overridden = new Map<Element, readonly string[]>();
  const valuesOf = [new Map<TypeOf, string>(), new Map<TypeOf, string>()] as const;
  const served = new WeakSet<Root>();
  const room = createRoom(context, plan.mark);
  const restyled = createRestyled();
  /** Measured, but not marked yet: until the first values come nothing is written, so that the page is styled anew only once. */
  let unmarked: ReadonlyMap<Element, TypeOf>[] | null = [];
  let values = '';
  let factor = 1;

  /** The mark's value, with its rules in force. */
  function valueOf(type: TypeOf, isParagraph: boolean): string {
    const cache = valuesOf[isParagraph ? 1 : 0];
    let value = cache.get(type);
    if (value !== undefined) return value;
    cache.set(type, (value = plan.valueOf(type, isParagraph)));
    const written = writtenOf(value);
    if (written && !known.has(value)) edits.rule('marks', plan.rulesOf(value, written));
    known.add(value);
    return value;
  }

  function write(measured: ReadonlyMap<Element, TypeOf>): void {
    for (const [element, type] of measured) {
      // A shadow tree that came to an element later, told by nothing: what is in it would keep its mark.
      if (!element.isConnected || (element.localName === 'slot' && !page.roots.value.includes(element.getRootNode() as Root))) continue;
      const value = valueOf(type, element.localName === 'p');
      edits.mark(element, plan.mark, value);
      if (element.hasAttribute('style')) override(element, value);
    }
  }

  /** Inline `!important` is all that our layer loses to, save for page layers; see `regain`. */
  function override(element: Element, value: string): void {
    const written = /important/i.test(element.getAttribute('style') ?? '') ? writtenOf(value) : null;
    const { style } = element as HTMLElement;
    // No style, or a form's field of that name in its place.
    if (!written || typeof style?.getPropertyPriority !== 'function') return;
    const lost = Object.entries(plan.overridesOf(written)).filter(([property]) => style.getPropertyPriority(property) === 'important');
    if (lost.length > 0) overrideAll(element, lost);
  }

  function overrideAll(element: Element, values: readonly [property: string, value: string][]): void {
    for (const [property, value] of values) edits.style(element, property, value);
    overridden.set(element, [...(overridden.get(element) ?? []), ...values.map(([property]) => property)]);
    void edits.coming()?.then(() => !unmarked && !signal.aborted && room.disturb([element]));
  }

  function giveBack(element: Element): void {
    for (const property of overridden.get(element) ?? []) edits.style(element, property, null);
    overridden.delete(element);
  }

  /** Where the computed size shows that a page's layer won (only enlargement can tell), the value goes inline. */
  function regain(elements: ArrayLike<Element>): void {
    if (plan.mark !== SIZE_MARK || factor === 1) return;
    const isLost = (element: Element | undefined): boolean => {
      const size = element && writtenOf(element.getAttribute(attribute))?.size;
      if (!size || overridden.has(element) || element.closest(`[${SKIP}]`)) return false;
      const now = parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '0');
      return now > 0 && Math.abs(now / (size * factor) - 1) > 0.03;
    };
    // Layers are rare: a sample tells whether to look at all.
    let anyLost = false;
    for (let at = 0; at < elements.length && !anyLost; at += Math.ceil(elements.length / SAMPLE)) anyLost = isLost(elements[at]);
    if (!anyLost) return;
    for (const element of Array.from(elements).filter(isLost)) {
      const written = writtenOf(element.getAttribute(attribute));
      if (written) overrideAll(element, Object.entries(plan.overridesOf(written)));
    }
  }

  function markCarriers(carriers: readonly Element[], anew = false): void {
    edits.batch(() => {
      if (anew) carriers.forEach(giveBack);
      const measured = measureTypes(carriers, edits, plan.wanted, anew);
      for (const [element, type] of measured) room.note(element, type.isInline);
      if (unmarked) return void unmarked.push(measured);
      edits.atOnce(() => write(measured));
      regain([...measured.keys()]);
    });
  }

  async function markRoot(root: Root): Promise<void> {
    if (served.has(root)) return;
    served.add(root);
    const top = 'body' in root ? root.body : root;
    if (!top) return;
    const carriers = carriersIn(top, page.textOf);
    if (carriers.length <= AT_ONCE || !unmarked) return markCarriers(carriers);
    let done = 0;
    await page.schedule.slice(
      (allowance) => {
        const some = carriers.slice(done, done + allowance);
        markCarriers(some.filter((carrier) => carrier.isConnected));
        done += some.length;
        return some.length;
      },
      SLICE,
      signal,
    );
  }

  function onChange(change: PageChange): void {
    const carriers = [...change.added, ...change.texts].flatMap((node) => carriersIn(node, page.textOf)).filter((one) => !isMarked(one));
    if (carriers.length > 0) markCarriers(carriers);
    const changed = change.restyled.filter((element) => restyled.isNew(element));
    if (changed.length > 0) remeasure(changed);
    if (unmarked) return;
    room.disturb([...change.added, ...change.texts, ...changed]);
    room.release(change.restyled);
  }

  function isMarked(element: Element): boolean {
    return element.hasAttribute(attribute) || Boolean(unmarked?.some((measured) => measured.has(element)));
  }

  /** The page has given elements another class or style: what is written down of them and of all in them may be wrong now. */
  function remeasure(elements: readonly Element[]): void {
    const carriers = new Set<Element>();
    for (const element of elements) {
      if (element.matches(UNDER_OURS)) carriers.add(element);
      for (const inner of element.querySelectorAll(UNDER_OURS)) carriers.add(inner);
      for (const inner of carriersIn(element, page.textOf)) carriers.add(inner);
    }
    if (carriers.size > 0) markCarriers([...carriers], true);
  }

  function putInForce(): void {
    room.remember();
    edits.batch(() => {
      const first = unmarked;
      unmarked = null;
      edits.atOnce(() => {
        if (first) {
          edits.sheet('base', BASE);
          edits.sheet('marks', `[${MARK_PREFIX}x]{}`);
          first.forEach(write);
        }
        edits.sheet('values', values);
      });
      for (const root of page.roots.value) regain(root.querySelectorAll(`[${attribute}]`));
    });
    room.make(factor);
  }

  /** The window has another width: other rules of the page may hold, and other boxes be too small. All is begun anew. */
  function beginAnew(): void {
    if (unmarked) return;
    edits.batch(() => {
      room.forget();
      edits.sheet('values', '');
      for (const root of page.roots.value) {
        const top = 'body' in root ? root.body : root;
        if (top) markCarriers(carriersIn(top, page.textOf), true);
      }
      putInForce();
    });
  }

  /** What changes all sizes of the page: another width, a style sheet that has come, the rest of a page on a part of which we began. */
  function watchWhole(): void {
    const { document } = page;
    const view = document.defaultView;
    if (!view) return;
    let width = view.innerWidth;
    let cancel = (): void => undefined;
    const anew = (ms: number): void => {
      cancel();
      cancel = context.later(beginAnew, ms);
    };
    context.listen(view, 'resize', () => {
      // Phones resize when their bars slide away: the height alone changes nothing for text.
      if (view.innerWidth === width) return;
      width = view.innerWidth;
      anew(RESIZED_MS);
    });
    context.listen(document, 'load', ({ target }) => (target as Partial<Element> | null)?.localName === 'link' && (target as HTMLLinkElement).sheet && anew(0), { capture: true });
    if (document.readyState === 'loading') context.listen(document, 'DOMContentLoaded', beginAnew);
  }

  return {
    async measure() {
      const firsts: Promise<void>[] = [];
      page.roots.watch((roots) => {
        for (const root of roots) firsts.push(markRoot(root));
        if (!unmarked) room.disturb(roots.map((root) => ('body' in root ? root.body : root.host)));
      }, signal);
      page.onChange(onChange, signal);
      watchWhole();
      await Promise.all(firsts);
    },
    apply(css, next) {
      values = css;
      factor = next;
      putInForce();
    },
  };
}
