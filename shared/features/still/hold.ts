// Pins what a script moves: each member of a group keeps the computed values that it had at rest, by a rule that beats inline styles, so
// the script writes on without being seen. Let go for a moment when the reader uses the group's own buttons.
// Not for finding out what moves (motion.ts).
import { MARK_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Acts } from './acts';
import { isButtonOf, scopeOf } from './scope';
import { clipOf, partSeen } from './seen';

/** By what scripts move, change and blink. */
const PROPERTIES = ['display', 'visibility', 'opacity', 'transform', 'translate', 'scale', 'left', 'top', 'right', 'bottom', 'margin-left', 'margin-top',
  'margin-right', 'margin-bottom', 'width', 'height', 'padding-top', 'padding-bottom', 'z-index', 'clip-path', 'background-position',
  'background-image', 'background-color', 'color', 'border-top-color', 'border-bottom-color', 'filter', 'font-weight'] as const;
/** Of what runs on without rest only these are pinned. */
const PLACES = ['transform', 'translate', 'left', 'top', 'right', 'bottom', 'margin-left', 'margin-top', 'opacity', 'visibility', 'background-position'];
/** Where a thing is that nobody moved. */
const UNMOVED: Readonly<Record<string, string>> = { transform: 'none', translate: 'none', 'margin-left': '0px', 'margin-top': '0px', left: '0px', top: '0px', opacity: '1', visibility: 'visible' };
const GOOD_PART = 0.6;
const SHOWN_PART = 0.3;
/** After a press it is looked so often whether the page has come to rest, which takes it so long at most. */
const LOOK_MS = 150;
const NO_ANSWER_LOOKS = 6;
const MOST_LOOKS = 20;

/** Marks of a list whose entries keep their places, and of their places: see turns.ts. */
export const LIST = 'still-list';
export const ORDER = 'still-order';

export type Values = ReadonlyMap<string, string>;

/** The computed values of what a script may change. */
export function valuesOf(element: Element): Values {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return new Map(PROPERTIES.map((name) => [name, style?.getPropertyValue(name) ?? '']));
}

export interface Group {
  readonly members: Map<Element, Values>;
  readonly properties: Set<string>;
  /** Around the group and its buttons. */
  readonly scope: Element;
  /** How often it was looked since it was let go; null while it is pinned. */
  looks: number | null;
}

export interface Holds {
  /**
   * Pins a group at given values.
   * @returns false where nothing would be seen of it, or nothing differs
   */
  hold(members: Map<Element, Values>): boolean;
  /** Pins one element that never rests, where most of it can be seen. */
  holdMoving(element: Element): void;
  /** The children of an element in the order that they had when all of them were pinned; null where they are not. */
  orderIn(list: Element): Element[] | null;
  /** The group that an element is pinned in. */
  groupOf(element: Element): Group | null;
  /** The page wrote on members again: whatever differs in more than is pinned is pinned too. */
  extend(group: Group): void;
  /** Lets all go and pins them anew, at a new size of the window. */
  releaseAll(): void;
}

export function createHolds(context: Pick<FeatureContext, 'edits' | 'later'>, acts: Acts): Holds {
  const { edits } = context;
  const groups = new Set<Group>();
  const byMember = new WeakMap<Element, Group>();
  const written = new Map<string, number>();

  /** Differences between what a member was and is, and what is just now on its way by a transition. */
  function differing(members: ReadonlyMap<Element, Values>): string[] {
    const found = new Set<string>();
    for (const [element, values] of members) {
      if (!element.isConnected) continue;
      const now = valuesOf(element);
      for (const [name, value] of values) if (now.get(name) !== value) found.add(name);
      for (const animation of element.getAnimations?.() ?? []) {
        const name = (animation as Partial<CSSTransition>).transitionProperty;
        if (name && (PROPERTIES as readonly string[]).includes(name)) found.add(name);
      }
    }
    return [...found];
  }

  /** One rule for each set of values; the weight of no selector, so that what the reader asked of other aids wins. */
  function pin(element: Element, values: Values, properties: ReadonlySet<string>): void {
    const declarations = [...properties].map((name) => `${name}:${values.get(name) || 'initial'}!important`).join(';');
    let id = written.get(declarations);
    if (id === undefined) {
      written.set(declarations, (id = written.size));
      edits.rule('hold', `:where([${MARK_PREFIX}still-hold="${id}"]){${declarations};transition:none!important}`);
    }
    edits.mark(element, 'still-hold', String(id));
  }

  function apply(group: Group): void {
    edits.batch(() => {
      for (const [element, values] of group.members) if (element.isConnected) pin(element, values, group.properties);
    });
  }

  const isShown = (element: Element) => partSeen(element, clipOf(element)) > SHOWN_PART;

  function add(members: Map<Element, Values>, properties: Iterable<string>): Group | null {
    const [first] = members.keys();
    if (!first) return null;
    const group: Group = { members, properties: new Set(properties), scope: scopeOf(first), looks: null };
    groups.add(group);
    for (const element of members.keys()) byMember.set(element, group);
    apply(group);
    return group;
  }

  function remove(group: Group): void {
    groups.delete(group);
    edits.batch(() => {
      for (const element of group.members.keys()) {
        byMember.delete(element);
        edits.mark(element, 'still-hold', null);
      }
    });
  }

  function release(group: Group): void {
    const isNew = group.looks === null;
    group.looks = 0;
    if (!isNew) return;
    edits.batch(() => {
      for (const element of group.members.keys()) {
        for (const mark of ['still-hold', ORDER]) edits.mark(element, mark, null);
        if (element.parentElement) edits.mark(element.parentElement, LIST, null);
      }
    });
    const begun = stateOf(group);
    context.later(() => settle(group, begun, begun), LOOK_MS);
  }

  const stateOf = ({ members }: Group) => [...members.keys()].map((element) => [...valuesOf(element).values()].join()).join();

  /** Pins again once the page has answered and come to rest. */
  function settle(group: Group, begun: string, before: string): void {
    const members = [...group.members.keys()].filter((element) => element.isConnected);
    if (members.length === 0) return remove(group);
    const looks = (group.looks ?? 0) + 1;
    const now = stateOf(group);
    const isDone = now === before && members.some(isShown) && (now !== begun || looks >= NO_ANSWER_LOOKS);
    if (!isDone && looks < MOST_LOOKS) {
      group.looks = looks;
      context.later(() => settle(group, begun, now), LOOK_MS);
      return;
    }
    group.looks = null;
    group.members.clear();
    members.sort((one, other) => (one.compareDocumentPosition(other) & 4 /* FOLLOWING */ ? -1 : 1));
    for (const element of members) group.members.set(element, valuesOf(element));
    apply(group);
  }

  acts.onAct((target, isPress) => {
    const touched = [...groups].filter(({ scope, members }) => {
      if (!scope.contains(target)) return false;
      return isPress || (isButtonOf(target, scope) && ![...members.keys()].some((member) => member.contains(target) && !isButtonOf(member, scope)));
    });
    for (const group of groups) {
      if (touched.some(({ scope }) => scope === group.scope || [...group.members.keys()].some((member) => scope.contains(member)))) release(group);
    }
  });

  return {
    hold(members) {
      const properties = differing(members);
      if (properties.length === 0) return false;
      // Nothing of it was to be seen: better that it moves than that it is gone.
      const wasShown = [...members].some(([, values]) => values.get('display') !== 'none' && values.get('visibility') === 'visible' && Number(values.get('opacity')) > SHOWN_PART);
      return wasShown && add(members, properties) !== null;
    },
    holdMoving(element) {
      const inline = (element as Partial<HTMLElement>).style;
      const properties = PLACES.filter((name) => inline?.getPropertyValue(name));
      if (properties.length === 0) return;
      const now = valuesOf(element);
      const clip = clipOf(element);
      const seen = partSeen(element, clip);
      const group = add(new Map([[element, now]]), properties);
      if (!group || seen >= GOOD_PART) return;
      group.members.set(element, new Map(properties.map((name) => [name, UNMOVED[name] ?? now.get(name) ?? ''])));
      apply(group);
      if (partSeen(element, clip) > seen) return;
      group.members.set(element, now);
      apply(group);
    },
    orderIn(list) {
      const first = list.firstElementChild;
      const group = first && byMember.get(first);
      if (!group || group.looks !== null || group.members.size !== list.children.length) return null;
      const entries = [...group.members.keys()];
      return entries.every((entry) => entry.parentElement === list) ? entries : null;
    },
    groupOf: (element) => byMember.get(element) ?? null,
    extend(group) {
      if (group.looks !== null) return;
      const more = differing(group.members).filter((name) => !group.properties.has(name));
      if (more.length === 0) return;
      more.forEach((name) => group.properties.add(name));
      apply(group);
    },
    releaseAll: () => groups.forEach(release),
  };
}
