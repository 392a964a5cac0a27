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
  /**
   * Looks through what came in, in slices, and knows afterwards what is near.
   * @param hasMoved whether what was known may be elsewhere now
   */
  look(hasMoved: boolean): Promise<void>;
}

/** One screen above, below and beside the window. */
const MARGIN = '100%';
/** Nodes looked at in the first frame. */
const FIRST_NODES = 1500;
/** So few need no frame of their own. */
const NODES_AT_ONCE = 300;

/** @param onNear runs when blocks came near that were not */
export function createBlocks(context: FeatureContext, onNear: () => void): Blocks {
  const { page, signal } = context;
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
  /** Whether blocks were found whose place is not known yet. */
  let hasFound = false;

  const observer = context.observeIntersection((entries) => {
    if (take(entries)) onNear();
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
      block.sentences = null;
      block.isDone = false;
      return;
    }
    // By type: a link has a `host` too, that of its address.
    const target = root.nodeType === 11 ? (root as ShadowRoot).host : (root as Element);
    const fresh: Block = { root, target, sentences: null, isDone: false, isLeft: false };
    known.set(root, fresh);
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
    const cache: WalkCache = { blocks: new Map(), boxes: new Map(), pictures: new Map() };
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

  return {
    near,
    skipped,
    get hasNews() {
      return tops.size > 0;
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
      const steps = walkAll();
      const go = (nodes: number): number => {
        let seen = 0;
        while (seen < nodes && !steps.next().done) seen += 1;
        return seen;
      };
      if (go(NODES_AT_ONCE) === NODES_AT_ONCE) await page.schedule.slice(go, FIRST_NODES, signal);
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
