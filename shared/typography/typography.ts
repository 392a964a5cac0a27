// Keeps every text of the page under an aid's rules: measures and marks what is there and what comes, applies values, makes room.
// Not for what an aid writes down (its plan) nor for how room is made (room.ts).
import type { FeatureContext } from '../feature';
import { MARK_PREFIX, SKIP } from '../dom/marker';
import type { PageChange, Root } from '../page/page';
import { carriersIn } from './carriers';
import type { TypeOf } from './measure';
import { measureTypes, UNDER_OURS } from './measure';
import { createRestyled } from './restyled';
import { createRoom } from './room';
import { BASE } from './rules';

/** What an aid makes of an element's text. Pure. */
export interface TypePlan {
  /** Begins the names of all its marks: each aid has its own, because marks of one name end together. */
  readonly prefix: 'size' | 'spacing';
  /** Mark names and values for an element. */
  marksOf(element: Element, type: TypeOf): Readonly<Record<string, string>>;
  /** The rules for a mark's value. */
  ruleOf(name: string, value: string): string;
  /** What has to go inline where the page's own inline `!important` wins. */
  overridesOf(type: TypeOf): Readonly<Record<string, string>>;
}

/** What the engine needs of any aid's context. */
export type TypographyContext = Pick<
  FeatureContext,
  'page' | 'edits' | 'signal' | 'frame' | 'later' | 'pending' | 'listen' | 'observeIntersection' | 'observeResize'
>;

export interface Typography {
  /** Measures and marks all that is there; nothing looks different yet. */
  mark(): Promise<void>;
  /**
   * Puts the aid's custom properties into force and makes room.
   * @param css rules for `:root`
   * @param factor by how much text grows, for telling what is newly lost
   */
  apply(css: string, factor: number): void;
}

/** Carriers measured and marked in one go; above, the work is sliced. A task of this many costs some 40 ms. */
const AT_ONCE = 4000;
/** How many texts are looked at to learn whether the page's own layers beat ours. */
const SAMPLE = 250;
/** A window is dragged for a while before it has its width. */
const RESIZED_MS = 250;

/** @param plan of the aid whose context it is */
export function createTypography(context: TypographyContext, plan: TypePlan): Typography {
  const { page, edits, signal } = context;
  const known = new Set<string>();
  const overridden = new Map<Element, readonly string[]>();
  const moving = new Set<Element>();
  const types = new WeakMap<Element, TypeOf>();
  const served = new WeakSet<Root>();
  const room = createRoom(context, plan.prefix);
  const restyled = createRestyled();
  let values = '';
  let factor = 1;
  let applied = false;

  function addRule(name: string, value: string): void {
    const key = `${name}=${value}`;
    if (known.has(key)) return;
    known.add(key);
    edits.rule('marks', plan.ruleOf(name, value));
  }

  function write(measured: ReadonlyMap<Element, TypeOf>): void {
    for (const [element, type] of measured) {
      types.set(element, type);
      for (const [name, value] of Object.entries(plan.marksOf(element, type))) {
        addRule(name, value);
        edits.mark(element, name, value);
      }
      override(element, type);
      if (type.moves) moving.add(element);
    }
  }

  /** Inline `!important` is all that our layer loses to, save for page layers; see `regain`. */
  function override(element: Element, type: TypeOf): void {
    const { style } = element as HTMLElement;
    // No style, or a form's field of that name in its place.
    if (typeof style?.getPropertyPriority !== 'function') return;
    const lost = Object.entries(plan.overridesOf(type)).filter(([property]) => style.getPropertyPriority(property) === 'important');
    if (lost.length > 0) overrideAll(element, lost);
  }

  function overrideAll(element: Element, values: readonly [property: string, value: string][]): void {
    for (const [property, value] of values) edits.style(element, property, value);
    overridden.set(element, [...(overridden.get(element) ?? []), ...values.map(([property]) => property)]);
  }

  function giveBack(element: Element): void {
    for (const property of overridden.get(element) ?? []) edits.style(element, property, null);
    overridden.delete(element);
  }

  /** Where the computed size shows that a page's layer won (only enlargement can tell), the value goes inline. */
  function regain(elements: readonly Element[]): void {
    if (plan.prefix !== 'size' || factor === 1) return;
    const isLost = (element: Element): boolean => {
      const size = Number(edits.marked(element, 'size'));
      if (!size || overridden.has(element) || element.closest(`[${SKIP}]`)) return false;
      const now = parseFloat(element.ownerDocument.defaultView?.getComputedStyle(element).fontSize ?? '0');
      return now > 0 && Math.abs(now / (size * factor) - 1) > 0.03;
    };
    // Layers are rare: a sample tells whether to look at all.
    const stride = Math.ceil(elements.length / SAMPLE);
    if (!elements.some((element, index) => index % stride === 0 && isLost(element))) return;
    for (const element of elements.filter(isLost)) {
      const type = types.get(element);
      if (type) overrideAll(element, Object.entries(plan.overridesOf(type)));
    }
  }

  /** Runs a change of values while the page's own transitions are held, which would draw it out over time. */
  function withoutMoving(elements: Iterable<Element>, run: () => void): void {
    const held = [...elements].filter((element) => element.isConnected);
    for (const element of held) edits.mark(element, 'still', '');
    run();
    // Reading forces the new style in, so that nothing is left to move when the marks go.
    for (const element of held) element.ownerDocument.defaultView?.getComputedStyle(element).getPropertyValue('font-size');
    for (const element of held) edits.mark(element, 'still', null);
  }

  function markCarriers(carriers: readonly Element[], anew = false): void {
    edits.batch(() => {
      if (anew) carriers.forEach(giveBack);
      const measured = measureTypes(carriers, edits, anew);
      const now = applied ? [...measured].filter(([, type]) => type.moves).map(([element]) => element) : [];
      withoutMoving(now, () => write(measured));
      if (applied) regain([...measured.keys()]);
      room.note(measured.keys());
    });
  }

  async function markRoot(root: Root): Promise<void> {
    if (served.has(root)) return;
    served.add(root);
    const top = 'body' in root ? root.body : root;
    if (!top) return;
    const carriers = carriersIn(top, page.textOf);
    if (carriers.length <= AT_ONCE || applied) return markCarriers(carriers);
    let done = 0;
    await page.schedule.slice(
      (allowance) => {
        const some = carriers.slice(done, done + allowance);
        markCarriers(some.filter((carrier) => carrier.isConnected));
        done += some.length;
        return some.length;
      },
      AT_ONCE / 4,
      signal,
    );
  }

  function onChange(change: PageChange): void {
    const carriers = [...change.added, ...change.texts].flatMap((node) => carriersIn(node, page.textOf)).filter((one) => !isMarked(one));
    if (carriers.length > 0) markCarriers(carriers);
    const changed = change.restyled.filter((element) => restyled.isNew(element));
    if (changed.length > 0) remeasure(changed);
    if (!applied) return;
    room.disturb([...change.added, ...change.texts, ...changed]);
    room.release(change.restyled);
  }

  function isMarked(element: Element): boolean {
    return element.hasAttribute(`${MARK_PREFIX}${plan.prefix === 'size' ? 'size' : 'spacing-line'}`);
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
      for (const element of moving) if (!element.isConnected) moving.delete(element);
      withoutMoving(moving, () => edits.sheet('values', values));
      applied = true;
      for (const root of page.roots.value) regain([...root.querySelectorAll(`[${MARK_PREFIX}size]`)]);
    });
    room.make(factor);
  }

  /** The window has another width: other rules of the page may hold, and other boxes be too small. All is begun anew. */
  function beginAnew(): void {
    if (!applied) return;
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

  function watchWidth(): void {
    const view = page.document.defaultView;
    if (!view) return;
    let width = view.innerWidth;
    let cancel = (): void => undefined;
    context.listen(view, 'resize', () => {
      // Phones resize when their bars slide away: the height alone changes nothing for text.
      if (view.innerWidth === width) return;
      width = view.innerWidth;
      cancel();
      cancel = context.later(beginAnew, RESIZED_MS);
    });
  }

  return {
    async mark() {
      edits.sheet('base', BASE);
      edits.sheet('marks', `[${MARK_PREFIX}x]{}`);
      const firsts: Promise<void>[] = [];
      page.roots.watch((roots) => {
        for (const root of roots) firsts.push(markRoot(root));
        if (applied) room.disturb(roots.map((root) => ('body' in root ? root.body : root.host)));
      }, signal);
      page.onChange(onChange, signal);
      watchWidth();
      await Promise.all(firsts);
    },
    apply(css, next) {
      values = css;
      factor = next;
      putInForce();
    },
  };
}
