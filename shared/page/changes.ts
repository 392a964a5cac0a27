// The one MutationObserver of the product, deaf to what we do ourselves. It exists only while something is on.
// Not for deciding what a change means.
import type { Fence } from '../fence';
import type { Live } from '../live';
import { isOurs, isPageLike, MARKER, up } from '../dom/marker';
import type { PageChange, Root } from './page';

/** Attributes by which a page changes how its text looks; others are no change to us. */
const WATCHED = ['class', 'style', 'hidden', 'dir', 'lang', 'color', 'bgcolor', 'background', 'face', 'size', 'width', 'height', 'open',
  'disabled', 'aria-current', 'aria-selected', 'aria-hidden', 'aria-invalid', 'src', 'contenteditable', 'data-mingdu-skip', 'data-mingdu-py'];
const OPTIONS: MutationObserverInit = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: WATCHED };

export interface Changes {
  /** Runs writes of ours that nobody shall hear of; what the page did before is delivered first. */
  mute(run: () => void): void;
  onChange(run: (change: PageChange) => void, signal: AbortSignal): void;
  /** Hears the bare records before anybody else, for keeping annotations in step; returns texts that it put in place of what came. */
  onRecords(run: (records: readonly MutationRecord[]) => readonly Text[]): void;
  /** Delivers what is waiting, e.g. before everything is switched off. */
  flush(): void;
}

/**
 * @param roots what to observe; those that come later too
 * @param fence keeps errors of listeners away from the page
 */
export function createChanges(
  document: Document,
  roots: Live<readonly Root[]>,
  fence: Fence,
  signal: AbortSignal,
): Changes {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  if (!view) throw new Error('Mingdu: no window');
  const listeners = new Set<(change: PageChange) => void>();
  const early: ((records: readonly MutationRecord[]) => readonly Text[])[] = [];
  const observed = new WeakSet<Root>();
  let muted = false;

  const observer = new view.MutationObserver(fence((records: MutationRecord[]) => deliver(records)));
  roots.watch((all) => {
    for (const root of all) {
      if (observed.has(root)) continue;
      observed.add(root);
      observer.observe(root, OPTIONS);
    }
  }, signal);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  function deliver(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    const change = changeOf(records, early.flatMap((run) => run(records)));
    if (!change) return;
    for (const run of [...listeners]) if (listeners.has(run)) run(change);
  }

  return {
    mute(run) {
      if (muted) return run();
      deliver(observer.takeRecords());
      // Something that heard of the flush may have muted and ended by itself; then it is ours now.
      muted = true;
      try {
        run();
      } finally {
        observer.takeRecords();
        muted = false;
      }
    },
    onChange(run, until) {
      if (until.aborted) return;
      const entry = (change: PageChange) => run(change);
      listeners.add(entry);
      until.addEventListener('abort', () => listeners.delete(entry), { once: true });
    },
    onRecords(run) {
      early.push(run);
    },
    flush: () => deliver(observer.takeRecords()),
  };
}

type Content = Element | Text;

function isContent(node: Node): node is Content {
  return node.nodeType === 1 || node.nodeType === 3;
}

const isHost = (node: Content): boolean => node.nodeType === 1 && isPageLike(node as Element);
/** A page of ours that comes or goes is told of: its root is to be read. */
const isOfPage = (element: Element): boolean => !element.hasAttribute(MARKER) || isPageLike(element);

/** What the records amount to, with more content that came, and without anything of ours; null for nothing. */
export function changeOf(records: readonly MutationRecord[], more: readonly Text[] = []): PageChange | null {
  const moved = new Set<Content>(more);
  const texts = new Set<Text>();
  const restyled = new Set<Element>();
  for (const record of records) {
    const target = record.target;
    if (record.type === 'childList') {
      for (const nodes of [record.addedNodes, record.removedNodes]) {
        for (const node of nodes) if (isContent(node) && (node.nodeType !== 1 || isOfPage(node as Element))) moved.add(node);
      }
    } else if (record.type === 'characterData') {
      if (target.nodeType === 3) texts.add(target as Text);
    } else {
      restyled.add(target as Element);
    }
  }
  const added: Content[] = [];
  const removed: Content[] = [];
  for (const node of moved) {
    if (hasAncestorIn(node, moved) || (node.isConnected && isOurs(node) && !isHost(node))) continue;
    (node.isConnected ? added : removed).push(node);
  }
  const alive = <T extends Node>(nodes: Set<T>) => [...nodes].filter((node) => node.isConnected && !isOurs(node));
  const change = { added, removed, texts: alive(texts), restyled: alive(restyled) };
  return added.length + removed.length + change.texts.length + change.restyled.length > 0 ? change : null;
}

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = up(node, 'parentNode'); at; at = up(at, 'parentNode')) if (set.has(at)) return true;
  return false;
}
