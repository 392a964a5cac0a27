// When the page must be looked at again: what came in, what changed its looks, images and style sheets that arrive.
// Not for the looking itself (painter.ts).
import type { FeatureContext } from '../../feature';
import { MARKER, SKIP, up } from '../../dom/marker';
import type { PageChange, Root } from '../../page/page';
import { isCalledCurrent } from './current';
import { above, type Painter } from './painter';
import { markName } from './sheet';

type RepaintContext = Pick<FeatureContext, 'page' | 'edits' | 'signal' | 'listen' | 'later' | 'pending'>;

export interface Repaints {
  onChange(change: PageChange): void;
  /** Listens in a root for images that fail or come. */
  follow(root: Root): void;
  /** The whole page once more. */
  all(): void;
}

/** Elements looked at before the next paint; what is more follows in slices, or a little later as one. */
const AT_ONCE = 2000;
const LATER_MS = 400;
const MAX_ITEMS = 40;

export function createRepaints(context: RepaintContext, painter: Painter): Repaints {
  const { page, edits, signal } = context;
  const looks = new WeakMap<Element, string>();
  const waiting = new Set<Element>();
  let cancel: (() => void) | null = null;

  /** Whether what colours an element can have changed: most writes move or resize something from frame to frame. */
  function isNewLook(element: Element): boolean {
    const look = lookOf(element);
    const before = looks.get(element);
    looks.set(element, look);
    return before !== look;
  }

  function onChange(change: PageChange): void {
    const fresh: Element[] = [];
    const stale: Element[] = [];
    for (const node of change.added) {
      if (node.nodeType === 1) (bringsStyle(node as Element, () => soon(page.document.documentElement)) ? [] : fresh).push(node as Element);
    }
    for (const node of [...change.added, ...change.texts]) {
      const bearer = pictureAbove(node);
      if (bearer) stale.push(bearer);
    }
    for (const element of change.restyled) if (isNewLook(element)) stale.push(groupOf(element));
    const again = outermost(stale.filter((element) => element.isConnected));
    const first = outermost(fresh).filter((element) => !again.some((outer) => outer.contains(element)));
    const [small, large] = split(again);
    large.forEach(soon);
    edits.batch(() => {
      if (small.length > 0) painter.repaint(small);
      paintInTurn(first);
    });
  }

  function paintInTurn(tops: readonly Element[]): void {
    if (tops.length === 0) return;
    let count = 0;
    const now = tops.filter((top) => (count += sizeOf(top)) <= AT_ONCE || top === tops[0]);
    painter.paint(now);
    const rest = tops.slice(now.length);
    if (rest.length === 0) return;
    let done = 0;
    context.pending(
      page.schedule.slice(
        (allowance) => {
          const some: Element[] = [];
          let units = 0;
          for (; done < rest.length && units < allowance; done += 1) {
            const top = rest[done];
            if (!top?.isConnected) continue;
            some.push(top);
            units += sizeOf(top);
          }
          if (some.length > 0) edits.batch(() => painter.paint(some));
          return units;
        },
        AT_ONCE,
        signal,
      ),
    );
  }

  function soon(element: Element): void {
    waiting.add(element);
    cancel?.();
    cancel = context.later(() => {
      cancel = null;
      const tops = outermost([...waiting].filter((one) => one.isConnected));
      waiting.clear();
      edits.batch(() => painter.repaint(tops));
    }, LATER_MS);
  }

  /** A style sheet changes the looks of everything, now or when it has loaded. */
  function bringsStyle(element: Element, run: () => void): boolean {
    const sheets = element.matches('style,link') ? [element] : [...element.querySelectorAll('style,link[rel~=stylesheet]')];
    for (const sheet of sheets) {
      if (sheet.hasAttribute(MARKER)) continue;
      painter.forgetSheets(sheet.getRootNode() as Root);
      if (sheet.localName === 'link') context.listen(sheet, 'load', run, { once: true });
      else run();
    }
    return element.matches('style,link');
  }

  /** A picture around a node that was kept because there was no text on it. */
  function pictureAbove(node: Node): Element | null {
    for (let at = node.nodeType === 1 ? above(node as Element) : up(node); at; at = above(at)) {
      const ground = edits.marked(at, markName('ground'));
      if (ground === 'keep') return at;
      if (ground !== null || at.hasAttribute(SKIP)) return null;
    }
    return null;
  }

  /** A tab is judged by its neighbours, so they are looked at together. */
  function groupOf(element: Element): Element {
    const parent = up(element);
    const isOne = isCalledCurrent(element) || edits.marked(element, markName('current')) !== null;
    return parent && parent.localName !== 'body' && isOne && parent.children.length <= MAX_ITEMS && sizeOf(parent) <= AT_ONCE ? parent : element;
  }

  function follow(root: Root): void {
    const onImage = (event: Event): void => {
      const image = event.target;
      if (!(image instanceof Object) || !('localName' in image) || image.localName !== 'img') return;
      edits.batch(() => painter.repaint([image as unknown as Element]));
    };
    const options = { capture: true, passive: true };
    context.listen(root, 'error', onImage, options);
    context.listen(root, 'load', (event) => {
      // Those that load as expected are the most; only one that was taken for broken is looked at again.
      if (event.target instanceof Object && 'localName' in event.target && edits.marked(event.target as Element, markName('ground')) === 'fill') onImage(event);
    }, options);
  }

  return {
    onChange,
    follow,
    all: () => page.roots.value.forEach((root) => soon('documentElement' in root ? root.documentElement : root.host)),
  };
}

function lookOf(element: Element): string {
  const style = 'style' in element ? (element as HTMLElement).style : null;
  const own = style ? [style.background, style.backgroundColor, style.backgroundImage, style.color, style.border, style.filter, style.display, style.opacity === '' ? '' : Math.ceil(Number(style.opacity)), style.cssText.includes('important')] : [];
  return [element.className, element.id, ...own, ...['bgcolor', 'background', 'disabled', 'src', SKIP, 'aria-current', 'aria-selected', 'hidden'].map((name) => element.getAttribute(name))].join('|');
}

const sizeOf = (element: Element) => element.getElementsByTagName('*').length + 1;

function split(tops: readonly Element[]): [small: Element[], large: Element[]] {
  let count = 0;
  const small: Element[] = [];
  const large: Element[] = [];
  for (const top of tops) ((count += sizeOf(top)) <= AT_ONCE ? small : large).push(top);
  return [small, large];
}

function outermost(elements: readonly Element[]): Element[] {
  const set = new Set(elements);
  return [...set].filter((element) => {
    for (let at = up(element); at; at = up(at)) if (set.has(at)) return false;
    return true;
  });
}
