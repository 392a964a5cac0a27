// Lists that scripts turn by putting the first entry last, or a copy of it: each entry keeps its place on the screen by `order`,
// wherever the script puts it in the document. Not for lists that are moved by their style (motion.ts).
import { textIn } from '../../dom/text-in';
import { MARK_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { PageChange } from '../../page/page';
import type { Acts } from './acts';
import { type Holds, LIST, ORDER } from './hold';

/** Turns without the reader's doing until the list is one that turns by itself. */
const TURNS = 2;
const LONGEST_PAUSE_MS = 20_000;
const MOST_ENTRIES = 80;
const CSS = ['column', 'row'].map((way) => `[${MARK_PREFIX}${LIST}="${way}"]{display:flex!important;flex-flow:${way} wrap!important}`).join('') +
  `[${MARK_PREFIX}${LIST}=column]{flex-wrap:nowrap!important}[${MARK_PREFIX}${LIST}]:not([${MARK_PREFIX}${LIST}=own])>*{flex-shrink:0!important}`;

interface Turning {
  /** The entries, in the order of the page when they first turned. */
  readonly entries: readonly Element[];
  count: number;
  last: number;
}

/** @param holds knows the slides that are pinned: their order is pinned with them when the page first changes it */
export function createTurns(context: Pick<FeatureContext, 'page' | 'edits'>, acts: Acts, holds: Holds): { onChange(change: PageChange): void } {
  const { edits, page } = context;
  const lists = new WeakMap<Element, Turning>();
  let rules = 0;

  /** How entries stand on the screen: as a flex list of the page's own, below one another or side by side; null where `order` does nothing. */
  function wayOf(list: Element, entries: readonly Element[]): 'own' | 'column' | 'row' | null {
    const style = list.ownerDocument.defaultView?.getComputedStyle(list);
    const boxes = entries.map((entry) => entry.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
    const [first, second] = boxes;
    if (!style || !first || !second || /table|inline$/.test(style.display)) return null;
    if (/flex|grid/.test(style.display)) return 'own';
    if (list.ownerDocument.defaultView?.getComputedStyle(entries[0] ?? list).position === 'absolute') return null;
    return second.top >= first.bottom - 1 ? 'column' : 'row';
  }

  function hold(list: Element, entries: readonly Element[]): void {
    const way = wayOf(list, entries);
    if (!way) return;
    edits.batch(() => {
      edits.mark(list, LIST, way);
      for (; rules < entries.length; rules += 1) edits.rule('turns', `[${MARK_PREFIX}${ORDER}="${rules}"]{order:${rules}!important}`);
      // Copies that the script makes of an entry carry its mark along.
      entries.forEach((entry, index) => edits.mark(entry, ORDER, String(index)));
    });
  }

  edits.rule('turns', CSS);
  return {
    onChange({ added }) {
      if (added.length === 0 || acts.isAnswer()) return;
      const now = page.document.defaultView?.performance.now() ?? 0;
      for (const list of new Set(added.map((node) => (node.nodeType === 1 ? node.parentElement : null)))) {
        if (!list || edits.marked(list, LIST) !== null || list.localName === 'body' || list.children.length < 2 || list.children.length > MOST_ENTRIES) continue;
        const pinned = holds.orderIn(list);
        if (pinned) {
          hold(list, pinned);
          continue;
        }
        const entries = [...list.children];
        const known = lists.get(list);
        const isTurn = known && now - known.last < LONGEST_PAUSE_MS && isTurned(known.entries, entries);
        const count = isTurn ? known.count + 1 : 0;
        lists.set(list, { entries, count, last: now });
        if (isTurn && count >= TURNS) hold(list, entries);
      }
    },
  };
}

/** The same entries, or copies of them, from another one on. */
function isTurned(before: readonly Element[], now: readonly Element[]): boolean {
  if (before.length !== now.length) return false;
  const keys = (entries: readonly Element[]) => entries.map((entry) => `${entry.localName} ${textIn(entry)} ${entry.querySelector('img')?.getAttribute('src') ?? ''}`);
  const [one, other] = [keys(before), keys(now)];
  for (let by = 1; by < one.length; by += 1) if (one.every((key, index) => key === other[(index + by) % one.length])) return true;
  return false;
}
