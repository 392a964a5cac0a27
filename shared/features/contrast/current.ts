// Finds the one tab or menu item that its ground, or its class, sets apart from its neighbours. Reads only.
import { textIn } from '../../dom/text-in';
import type { Facts } from './facts';

/** Names that authors give to the item where the reader is. */
const CURRENT = /(^|[-_ ])(on|cur|curr|current|active|actived|selected|sel|checked|now|here|this|thistab|focus)(?=$|[-_ \d])/i;
/** A menu's items are words, not paragraphs. */
const MAX_ITEM_CHARACTERS = 16;
const MAX_ITEMS = 40;
const MAX_DEPTH = 2;

/** Whether an element's author says that it is the current one. */
export function isCalledCurrent(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const current = element.getAttribute('aria-current');
  if (current !== null && current !== 'false') return true;
  return element.getAttribute('aria-selected') === 'true' || CURRENT.test(element.getAttribute('class') ?? '');
}

interface Item {
  readonly chain: readonly Facts[];
  /** What its grounds look like, and its text's colour. */
  readonly ground: string;
  readonly colour: string;
  readonly isCalled: boolean;
}

/** @returns the elements that are to stand out */
export function currentItems(all: readonly Facts[]): Facts[] {
  const children = new Map<Facts, Facts[]>();
  for (const facts of all) {
    if (!facts.parent) continue;
    const list = children.get(facts.parent);
    if (list) list.push(facts);
    else children.set(facts.parent, [facts]);
  }
  const found: Facts[] = [];
  for (const list of children.values()) {
    const name = list[0]?.element.localName;
    const items = list.filter(({ element }) => element.localName === name);
    if (items.length < 2 || items.length > MAX_ITEMS || name === 'tr' || name === 'option' || name === 'p') continue;
    const odd = oddOne(items, children);
    if (odd) found.push(odd);
  }
  return found;
}

function oddOne(list: readonly Facts[], children: ReadonlyMap<Facts, readonly Facts[]>): Facts | null {
  const all = list.map((facts) => itemOf(facts, children));
  // Most lists have nothing that stands out: seen cheaply, before their words are looked at.
  if (all.every(({ ground, isCalled }) => !isCalled && ground === all[0]?.ground)) return null;
  if (list.some(({ element }) => textIn(element).trim().length > MAX_ITEM_CHARACTERS)) return null;
  const items = all.filter(({ chain: [outer] }) => outer && showsText(outer, children));
  const called = items.filter((item) => item.isCalled);
  const byGround = aloneBy(items, (item) => item.ground);
  const isTable = list[0]?.element.localName === 'td' || list[0]?.element.localName === 'th';
  if (byGround && (byGround.isCalled || (items.length > 2 && called.length === 0 && !isTable))) return outermost(byGround, items);
  const one = called.length === 1 ? called[0] : undefined;
  if (!one) return null;
  const differs = items.some((item) => item !== one) && items.every((item) => item === one || item.ground !== one.ground || item.colour !== one.colour);
  return differs ? outermost(one, items) : null;
}

function showsText(facts: Facts, children: ReadonlyMap<Facts, readonly Facts[]>): boolean {
  return !facts.isHidden && (facts.hasText || (children.get(facts) ?? []).some((inner) => showsText(inner, children)));
}

function itemOf(facts: Facts, children: ReadonlyMap<Facts, readonly Facts[]>): Item {
  const chain = [facts];
  for (let at = facts; chain.length <= MAX_DEPTH; ) {
    const inner = children.get(at) ?? [];
    if (inner.length !== 1 || !inner[0]) break;
    chain.push((at = inner[0]));
  }
  return {
    chain,
    ground: chain.map(groundOf).join('|'),
    get colour() {
      return chain.at(-1)?.style.color ?? '';
    },
    isCalled: chain.some(({ element }) => isCalledCurrent(element)),
  };
}

const groundOf = ({ style, image, ground }: Facts) => (image === 'none' ? ground : `${ground} ${style.backgroundPosition}`);

function aloneBy(items: readonly Item[], key: (item: Item) => string): Item | null {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  if (groups.size !== 2) return null;
  return [...groups.values()].find((group) => group.length === 1)?.[0] ?? null;
}

/** The outermost element of the item whose ground is its own. */
function outermost(item: Item, items: readonly Item[]): Facts | null {
  const other = items.find((one) => one !== item);
  const at = item.chain.findIndex((facts, depth) => {
    const beside = other?.chain[depth];
    return !beside || groundOf(beside) !== groundOf(facts);
  });
  return item.chain[Math.max(at, 0)] ?? null;
}
