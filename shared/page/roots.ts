// Finds where the page's content lives beside the document: open shadow roots, same-origin frames. Comes with the first aid: a toolbar alone
// reads nothing. Not for what is in them.
import type { LiveCell } from '../live';
import { isOurs, isPageLike } from '../dom/marker';
import type { Root } from './page';

export interface Roots {
  /** Looks again: at what came in, and at custom elements that got their root late. */
  refresh(added: readonly Node[]): void;
}

/** All that a name which nobody defines holds on to for the life of the page. */
interface Hook {
  run: (() => void) | null;
}

/** A root that comes with a late definition is no mutation. Names like `font-face` are refused: they never get one. */
function whenDefined(registry: CustomElementRegistry, name: string, hook: Hook): void {
  registry.whenDefined(name).then(
    () => hook.run?.(),
    () => undefined,
  );
}

/**
 * @param live told of all that there are, now and later; the document is in it already
 * @param reachesFrames whether documents of same-origin frames count
 * @param signal ends the listening for frames that load
 */
export function createRoots(document: Document, live: LiveCell<readonly Root[]>, reachesFrames: boolean, onError: (error: unknown) => void, signal: AbortSignal): Roots {
  const known = new Set<Root>([document]);
  /** Custom elements without a root as yet: they may get one when they are defined. */
  const waiting = new Set<Element>();
  /** Their names, each awaited once. */
  const awaited = new Set<string>();
  const hook: Hook = { run: lookAgain };
  signal.addEventListener('abort', () => (hook.run = null), { once: true });
  const frames = new WeakSet<Element>();

  function scan(top: Node): void {
    const walker = top.ownerDocument ?? (top as Document);
    const elements = walker.createTreeWalker(top, 1 /* SHOW_ELEMENT */);
    for (let node: Node | null = top.nodeType === 1 ? top : elements.nextNode(); node; node = elements.nextNode()) visit(node as Element);
  }

  function visit(element: Element): void {
    const shadow = element.shadowRoot;
    // By type: a form's field of the name `shadowRoot` stands in its place.
    if (shadow?.nodeType === 11) {
      if (!known.has(shadow) && (isPageLike(element) || !isOurs(element))) {
        known.add(shadow);
        scan(shadow);
      }
    } else if (element.localName.includes('-')) {
      wait(element);
    } else if (reachesFrames && (element.localName === 'iframe' || element.localName === 'frame')) {
      visitFrame(element as HTMLIFrameElement);
    }
  }

  function wait(element: Element): void {
    waiting.add(element);
    const { localName } = element;
    if (awaited.has(localName)) return;
    awaited.add(localName);
    // Content scripts may have no registry.
    const registry = document.defaultView?.customElements;
    if (registry) whenDefined(registry, localName, hook);
  }

  function lookAgain(): void {
    try {
      refresh([]);
    } catch (error) {
      onError(error);
    }
  }

  function visitFrame(frame: HTMLIFrameElement): void {
    if (!frames.has(frame)) {
      frames.add(frame);
      frame.addEventListener(
        'load',
        () => {
          try {
            refresh([frame]);
          } catch (error) {
            onError(error);
          }
        },
        { signal, passive: true },
      );
    }
    // Null for a frame of another origin: that one is out of reach here.
    const inner = frame.contentDocument;
    if (inner?.documentElement && inner.defaultView && !known.has(inner)) {
      known.add(inner);
      scan(inner);
    }
  }

  function isAlive(root: Root): boolean {
    if (root === document) return true;
    if ('host' in root) return root.host.isConnected;
    const frame = root.defaultView?.frameElement;
    return Boolean(frame?.isConnected && (frame as HTMLIFrameElement).contentDocument === root);
  }

  function refresh(added: readonly Node[]): void {
    for (const node of added) {
      if (!node.isConnected) continue;
      // A tree that a script attached to an element tells nobody of itself; what comes into it does.
      for (let root = node.getRootNode(); root.nodeType === 11 && !known.has(root as ShadowRoot); root = (root as ShadowRoot).host.getRootNode()) visit((root as ShadowRoot).host);
      if (node.nodeType === 1) scan(node);
    }
    for (const element of waiting) {
      if (!element.isConnected) waiting.delete(element);
      else if (element.shadowRoot) {
        waiting.delete(element);
        visit(element);
      }
    }
    for (const root of known) if (!isAlive(root)) known.delete(root);
    const next = [...known];
    if (next.length !== live.value.length || next.some((root, index) => root !== live.value[index])) live.set(next);
  }

  scan(document);
  live.set([...known]);
  return { refresh };
}
