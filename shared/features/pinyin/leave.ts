// Which blocks in boxes that keep their shape are left without readings, because those would be cut off or drawn over something; what
// stands in one list is treated alike. Not for the judging itself (above.ts).
import type { Edits } from '../../dom/edits';
import { childrenOf, MARKER, TEXT_TAG, up } from '../../dom/marker';
import type { Page } from '../../page/page';
import { lackOf } from './above';
import type { Block } from './blocks';
import { CUT, LOW } from './style-kept';

/** The mark on blocks that are left without readings because there is no place for them. */
export const LEFT = 'pinyin-left';

export interface Leaver {
  /** Judges the readings that blocks have now, in the same task in which they were drawn, so that nobody sees those that are cut. */
  judge(blocks: Iterable<Block>): void;
  /** Boxes may be others: whatever was left is to be tried again. */
  forgive(): void;
}

/** From so many equal children on an element is a list. */
const LIST = 3;
const LEVELS = 4;

/** @param clear takes every reading off a block */
export function createLeaver(page: Pick<Page, 'pointAt'>, edits: Edits, clear: (block: Block) => void): Leaver {
  const left = new Set<Block>();
  const known = new WeakMap<Element, Set<Block>>();

  function readingsOf(block: Block): Element[] {
    const wrappers = new Set<Element>();
    for (const { text, from } of (block.sentences ?? []).flatMap(({ parts }) => parts)) {
      const { node } = page.pointAt(text, from);
      const wrapper = node.parentElement?.closest(`${TEXT_TAG}[${MARKER}]`);
      if (wrapper) wrappers.add(wrapper);
    }
    return [...wrappers].flatMap((wrapper) => [...wrapper.querySelectorAll('rt[data-py]')]);
  }

  /** The blocks that stand in one list with this one. */
  function peersOf(block: Block): Set<Block> {
    const list = listAround(block.target);
    const peers = known.get(list) ?? new Set();
    known.set(list, peers.add(block));
    return peers;
  }

  function leave(block: Block): void {
    clear(block);
    block.isLeft = true;
    left.add(block);
    edits.mark(block.target, LEFT, '');
  }

  return {
    judge(blocks) {
      const judged = [...blocks].filter(({ isLeft }) => !isLeft).map((block) => {
        const readings = readingsOf(block);
        const hidden = new Set<Element>();
        return { block, readings, hidden, lack: lackOf(block.target, readings, hidden) };
      });
      const lists = new Set<Set<Block>>();
      edits.batch(() => {
        for (const { block, readings, hidden, lack } of judged) {
          if (readings.length === 0) continue;
          lists.add(peersOf(block));
          edits.mark(block.target, LOW, lack > 0 && lack <= 1 ? '' : null);
          for (const reading of readings) reading.toggleAttribute(CUT, hidden.has(reading));
          if (lack > 1) leave(block);
        }
        for (const list of lists) {
          const all = [...list].filter(({ target }) => target.isConnected);
          const rest = all.filter(({ isLeft }) => !isLeft);
          if (rest.length < all.length / 2) rest.forEach(leave);
        }
      });
    },
    forgive() {
      edits.batch(() => {
        for (const block of left) {
          left.delete(block);
          block.isLeft = false;
          block.isDone = false;
          edits.mark(block.target, LEFT, null);
        }
      });
    },
  };
}

/** The nearest element that holds several of a kind around a block, or the block itself. */
function listAround(target: Element): Element {
  let at = target;
  for (let level = 0; level < LEVELS; level += 1) {
    const list = up(at);
    if (!list) break;
    if (childrenOf(list).filter(({ localName }) => localName === at.localName).length >= LIST) return list;
    at = list;
  }
  return target;
}
