// The blocks of Han text that the page has, and which of them are near the window. Not for what is done to them (work.ts).
import { up } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { HAN } from '../../page/han';
import type { Root } from '../../page/page';
import { blockOf, isInSkipped, isPicture, isSkipped } from './han';
import type { Sentence } from './sentences';

/** Text that is read as a whole: an element (or shadow root) with its inline content. */
export interface Block {
  readonly root: Element | ShadowRoot;
  /** Whose place in the window counts. */
  readonly target: Element;
  /** Cut when first needed; null after the page changed something in it. */
  sentences: Sentence[] | null;
  /** Whether all its sentences are as they should be. */
  isDone: boolean;
  /** Whether it has no place for readings: see keep.ts. */
  isLeft: boolean;
}

export interface Blocks {
  readonly near: ReadonlySet<Block>;
  /** Something came into the page: to be looked through. */
  add(top: Node): void;
  /**
   * Something about this node changed: the block that it belongs to is to be read again.
   * @returns whether there is such a block
   */
  refresh(node: Node): boolean;
  /** What was left as it is when it was looked through; it may be no longer so later. */
  readonly skipped: WeakSet<Element>;
  /** Whether something waits to be looked through. */
  readonly hasNews: boolean;
  /** Whether looking ended in between, with what is near known so far. */
  readonly isMidway: boolean;
  /**
   * Looks through what came in, in slices, and knows afterwards what of it is near. Ends in between where that is to be done first.
   * @param hasMoved whether what was known may be elsewhere now
   */
  look(hasMoved: boolean): Promise<void>;
}

/** One screen above, below and beside the window. */
const MARGIN = '100%';
/** What looking may take of a frame. It only reads, so its own time is all it costs: steered by what whole frames cost, it would be blamed for a huge page's. */
const LOOK_MS = 12;
/** How many nodes are looked at between two looks at the clock. */
const NODES_AT_A_TIME = 25;
/** So many hold what is first in view as a rule: that gets its readings before the rest of a huge page is looked through. */
const FIRST_NODES = 1500;
/** So few need no frame of their own. */
const NODES_AT_ONCE = 300;

/** @param onNear runs when blocks came near that were not */
export function createBlocks(context: FeatureContext, onNear: () => void): Blocks {
  const { page, signal } = context;
  const now = () => page.document.defaultView?.performance.now() ?? 0;
  const known = new WeakMap<Node, Block>();
  const byTarget = new WeakMap<Element, Set<Block>>();
  const near = new Set<Block>();
  /** Blocks inside boxes that cut off what runs over: the observer calls them out of view though one screen around them counts. */
  const boxed = new Set<Block>();
  const tops = new Set<Node>();
  const skipped = new WeakSet<Element>();
  /** Where a walk stands between its steps, and whether that was moved since. */
  let walkedTo: Node | null = null;
  let hasLostWay = false;
  /** The walk that goes on; null when there is none. */
  let steps: Generator<void, void, undefined> | null = null;
  /** Whether the observer told of something to be done since looking began. */
  let hasNear = false;
  /** Whether blocks were found whose place is not known yet. */
  let hasFound = false;

  const observer = context.observeIntersection((entries) => {
    if (!take(entries)) return;
    hasNear = true;
    onNear();
  }, { rootMargin: MARGIN });

  function take(entries: readonly IntersectionObserverEntry[]): boolean {
    let hasNew = false;
    for (const { target, isIntersecting } of entries) {
      for (const block of byTarget.get(target) ?? []) {
        if (!isIntersecting) near.delete(block);
        else if (!near.has(block)) {
          near.add(block);
          hasNew ||= !block.isDone;
        }
      }
    }
    return hasNew;
  }

  function register(text: Text, cache: WalkCache): void {
    const root = blockOf(text, cache.blocks);
    const parent = text.parentElement;
    if (!root || (parent && isPictureOf(parent, cache.pictures))) return;
    const block = known.get(root);
    if (block) {
      // What changes between two texts of one walk is told of by itself.
      if (cache.met.has(block)) return;
      cache.met.add(block);
      block.sentences = null;
      block.isDone = false;
      return;
    }
    // By type: a link has a `host` too, that of its address.
    const target = root.nodeType === 11 ? (root as ShadowRoot).host : (root as Element);
    const fresh: Block = { root, target, sentences: null, isDone: false, isLeft: false };
    known.set(root, fresh);
    cache.met.add(fresh);
    const same = byTarget.get(target);
    if (same) same.add(fresh);
    else byTarget.set(target, new Set([fresh]));
    if (isBoxed(target, cache.boxes)) boxed.add(fresh);
    observer.observe(target);
    hasFound = true;
  }

  function skips(element: Element): boolean {
    if (!isSkipped(element)) return false;
    skipped.add(element);
    return true;
  }

  /** Every text node with Han text below a node; yields now and then so that the walk can be sliced. */
  function* walk(top: Node): Generator<void, void, undefined> {
    if (!top.isConnected || isInSkipped(top)) return;
    const cache: WalkCache = { blocks: new Map(), boxes: new Map(), pictures: new Map(), met: new Set() };
    const visit = (text: Text) => {
      if (HAN.test(page.textOf(text))) register(text, cache);
    };
    if (top.nodeType === 3) return visit(top as Text);
    if (top.nodeType === 1 && skips(top as Element)) return;
    const document = top.ownerDocument ?? (top as Document);
    const walker = document.createTreeWalker(top, 5 /* SHOW_ELEMENT | SHOW_TEXT */, {
      acceptNode: (node) => (node.nodeType === 1 && skips(node as Element) ? 2 /* REJECT */ : 1),
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 3) visit(node as Text);
      walkedTo = node;
      yield;
      // The page took away or moved what the walk stood on, and with it the way to the rest.
      if (hasLostWay || !top.contains(node)) {
        tops.add(top);
        break;
      }
    }
    walkedTo = null;
    hasLostWay = false;
  }

  function measureBoxed(): void {
    const height = page.document.defaultView?.innerHeight ?? 0;
    for (const block of boxed) {
      if (!block.target.isConnected) {
        boxed.delete(block);
        near.delete(block);
      } else if (!block.isDone) {
        const { top, bottom, width } = block.target.getBoundingClientRect();
        if (width > 0 && bottom > -height && top < 2 * height) near.add(block);
        else near.delete(block);
      }
    }
  }

  function* walkAll(): Generator<void, void, undefined> {
    for (const top of tops) {
      tops.delete(top);
      yield* walk(top);
    }
  }

  /** Looks at so many nodes. @returns whether there may be more */
  function go(nodes: number): boolean {
    for (let seen = 0; seen < nodes; seen += 1) {
      if (!steps?.next().done) continue;
      steps = null;
      return false;
    }
    return true;
  }

  return {
    near,
    skipped,
    get hasNews() {
      return tops.size > 0;
    },
    get isMidway() {
      return steps !== null;
    },
    add(top) {
      tops.add(top);
      hasLostWay ||= walkedTo !== null && top.contains(walkedTo);
    },
    refresh(node) {
      for (let at: Node | null = node; at; at = up(at, 'parentNode')) {
        const block = known.get(at);
        if (!block) continue;
        block.sentences = null;
        block.isDone = false;
        return true;
      }
      return false;
    },
    async look(hasMoved) {
      let left = steps ? Infinity : FIRST_NODES;
      steps ??= walkAll();
      hasNear = false;
      if (go(NODES_AT_ONCE)) {
        left -= NODES_AT_ONCE;
        await page.schedule.slice(() => {
          if (hasNear || left <= 0) return 0;
          const until = now() + LOOK_MS;
          do {
            if (!go(NODES_AT_A_TIME)) return 0;
            left -= NODES_AT_A_TIME;
          } while (left > 0 && now() < until);
          return 1;
        }, 1, signal);
      }
      if (!hasFound && !hasMoved) return;
      hasFound = false;
      // In the first of two frames the observer computes, in the second all it computed is known.
      let frames = 0;
      await page.schedule.slice(() => (frames++ === 0 ? 1 : 0), 1, signal);
      take(observer.takeRecords());
      measureBoxed();
    },
  };
}

/** Answers that hold for many nodes of one walk. */
interface WalkCache {
  readonly blocks: Map<Node, Node>;
  readonly boxes: Map<Element, boolean>;
  readonly pictures: Map<Element, boolean>;
  readonly met: Set<Block>;
}

function isPictureOf(element: Element, known: Map<Element, boolean>): boolean {
  const answer = known.get(element) ?? isPicture(element);
  known.set(element, answer);
  return answer;
}

/** Whether an element stands inside a box, other than the page itself, that cuts off or scrolls what runs over. */
function isBoxed(target: Element, known: Map<Element, boolean>): boolean {
  const parent = up(target);
  if (!parent || parent.localName === 'body' || parent.localName === 'html') return false;
  let answer = known.get(parent);
  if (answer === undefined) {
    answer = parent.ownerDocument.defaultView?.getComputedStyle(parent).overflow !== 'visible' || isBoxed(parent, known);
    known.set(parent, answer);
  }
  return answer;
}

/** Where to begin in a root: its body, not its head. */
export function topOf(root: Root): Node {
  return 'body' in root ? (root.body ?? root) : root;
}
