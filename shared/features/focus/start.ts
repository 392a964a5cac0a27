// A strong ring around what has the focus, drawn in a layer of ours: there no style of the page takes it away, cuts it or covers it.
// It shows when the browser itself would show one (`:focus-visible`). Not for moving the focus, nor for the toolbar's own ring.
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';
import type { focusDescriptor } from './descriptor';
import { createMoves } from './moves';
import { createRing, REACH_PX, RING_CSS } from './ring';
import { linesOfFocus } from './target';

/** What the browser draws above our layer, each asked by itself: a browser that does not know one would refuse the whole list. */
const ABOVE_US = [':popover-open', ':fullscreen'];
/** Only where our layer lies below, and inline, because important rules in a page's own layers beat those of any sheet. */
const PLAIN = { 'outline-style': 'solid', 'outline-width': '3px', 'outline-color': '#000', 'outline-offset': '3px', 'box-shadow': '0 0 0 3px #ffd43b' };

export function start(context: FeatureContext<typeof focusDescriptor.settings>): void {
  const { page, edits, settings, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const layer = edits.overlay('focus', RING_CSS);
  const ring = createRing(layer);
  const aboveUs = ABOVE_US.filter((selector) => view.CSS?.supports(`selector(${selector})`));
  /** What is watched for moves. */
  let watched: Element | null = null;
  /** What has an outline of its own, because the layer lies below it. */
  let plain: Element | null = null;

  const isAbove = (element: Element): boolean =>
    aboveUs.some((selector) => {
      const above = element.closest(selector);
      return above !== null && !above.contains(outermostHost(layer));
    });

  const outline = (element: Element | null) => {
    if (element === plain) return;
    for (const [name, value] of Object.entries(PLAIN)) {
      if (plain) edits.style(plain, name, null);
      if (element) edits.style(element, name, value);
    }
    plain = element;
  };

  const draw = () => {
    const target = settings.value.focus === 'strong' ? focusedIn(document) : null;
    const shown = target && isShown(target) ? target : null;
    const isPlain = shown !== null && isAbove(shown);
    outline(isPlain ? shown : null);
    ring.show(shown && !isPlain ? linesOfFocus(shown, document, REACH_PX) : []);
    if (shown || watched) moves.watch(shown);
    watched = shown;
  };
  const drawSoon = () => context.frame(draw);
  const moves = createMoves(context, drawSoon);
  /** Costs nothing while no ring is shown. */
  const follow = () => {
    if (watched) drawSoon();
  };

  const capture = { capture: true, passive: true };
  const heard = new WeakSet<Root>();
  const hear = (root: Root) => {
    if (heard.has(root)) return;
    heard.add(root);
    // In every root: what goes from one element of a shadow tree to another is told nowhere else.
    for (const type of ['focusin', 'focusout']) context.listen(root, type, drawSoon, capture);
    context.listen(root, 'scroll', follow, capture);
    if (root.nodeType !== 9) return;
    // A key turns a focus that came by the mouse into one that is shown; a press may end it.
    for (const type of ['keydown', 'keyup', 'pointerup']) context.listen(root, type, drawSoon, capture);
    for (const type of ['transitionend', 'animationend']) context.listen(root, type, follow, capture);
  };
  page.roots.watch((roots) => roots.forEach(hear), signal);
  // The window loses the focus to a frame of another site without any other word.
  for (const type of ['blur', 'focus', 'resize']) context.listen(view, type, drawSoon);
  page.onChange(follow, signal);
  settings.watch(draw);
}

/** The element that really has the focus, through shadow trees and frames of this site; null for the page itself. */
function focusedIn(document: Document): Element | null {
  let at = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined = at?.shadowRoot?.activeElement ?? frameDocument(at)?.activeElement;
    if (!inner || inner.localName === 'body' || inner.localName === 'html') break;
    at = inner;
  }
  if (!isElement(at) || at.localName === 'body' || at === document.documentElement || isOurs(at)) return null;
  return at;
}

function frameDocument(element: Element | null): Document | null {
  if (element?.localName !== 'iframe' && element?.localName !== 'frame') return null;
  return (element as HTMLIFrameElement).contentDocument;
}

/** A frame of another site has the focus inside, where we do not see it: it counts as shown. */
function isShown(element: Element): boolean {
  return element.matches(':focus-visible') || ((element.localName === 'iframe' || element.localName === 'frame') && !frameDocument(element));
}

/** The element of a shadow root of ours that stands in the page itself. */
function outermostHost(root: ShadowRoot): Element {
  const above = root.host.getRootNode();
  return 'host' in above ? outermostHost(above as ShadowRoot) : root.host;
}
