// The element that stands before the page while the view is up: where it is, that it stays there, and that the page comes back to the very
// place. Its open shadow root counts as page (dom/marker.ts). Not for what is drawn in it.
import { MARKER, PAGE_LIKE } from '../../dom/marker';
import { adoptInto } from '../../dom/style-sheet';
import type { FeatureContext } from '../../feature';
import type { viewDescriptor } from './descriptor';
import { HIDING_CSS, PRINT_CSS, VIEW_CSS } from './style';

export interface Stand {
  readonly root: ShadowRoot;
  /** Puts the host where it is to be, if the page took it out or opened a modal dialog, outside which everything is inert. */
  mend(): void;
  /** Runs something while the page is as if the view were not there; nothing of it is painted. */
  aside<T>(run: () => T): T;
  /** From the top again, for another article. */
  toTop(): void;
  /** Takes the host away, and has the page where it was. Call it when the sheets are gone. */
  remove(): void;
}

/** Below this the eye sees no move. */
const STILL_PX = 2;

/** Hides the page and stands before it. @throws AbortError when the aid has been stopped */
export function createStand(context: FeatureContext<typeof viewDescriptor.settings>, view: Window): Stand {
  const { edits, topLine, page } = context;
  const { document } = page;
  const html = document.documentElement;
  const [left, top] = [view.scrollX, view.scrollY];
  const barPx = Number.parseFloat(view.getComputedStyle(html).scrollPaddingTop) || 0;
  const anchor = top === 0 ? null : topLine.find(barPx);
  const hide = () => {
    edits.sheet('hiding', HIDING_CSS);
    edits.sheet('lock', lockCss(view, document));
  };
  edits.sheet('print', PRINT_CSS, 'all');
  hide();
  const host = document.createElement('div');
  host.setAttribute(MARKER, PAGE_LIKE);
  const root = host.attachShadow({ mode: 'open' });
  adoptInto(root, VIEW_CSS);

  function home(): Element {
    const modals = document.querySelectorAll('dialog:modal');
    const { body } = document;
    return modals[modals.length - 1] ?? (body && body.localName !== 'frameset' ? body : html);
  }

  function mend(): void {
    const place = home();
    if (host.parentNode === place) return;
    const [at, focus] = [host.scrollTop, root.activeElement];
    place.append(host);
    host.scrollTop = at;
    (focus as HTMLElement | null)?.focus({ preventScroll: true });
  }

  mend();
  return {
    root,
    mend,
    aside(run) {
      edits.sheet('hiding', '');
      // Ours like a panel for that moment: what reads the page passes it by.
      host.setAttribute(MARKER, '');
      try {
        return run();
      } finally {
        host.setAttribute(MARKER, PAGE_LIKE);
        hide();
      }
    },
    toTop: () => void (host.scrollTop = 0),
    remove() {
      host.remove();
      view.scrollTo({ left, top, behavior: 'instant' });
      // Another aid may have laid the page out anew meanwhile: then the line that was at the top is.
      const now = anchor && topLine.now(anchor);
      if (anchor && now && Math.abs(now.top - anchor.top) > STILL_PX) view.scrollBy({ top: now.top - anchor.top, behavior: 'instant' });
    },
  };
}

/** One scrollbar is enough, and a wheel at the article's end moves no page beneath. The room of the page's own stays, so that it is laid out as before. */
function lockCss(view: Window, document: Document): string {
  const html = document.documentElement;
  const overflowOf = (element: Element | null) => (element ? view.getComputedStyle(element).overflowY : 'visible');
  // A page that fits needs no lock, and taking one would tell our bar that it cannot be scrolled.
  if (html.scrollHeight <= html.clientHeight || overflowOf(html) === 'hidden') return '';
  const scroller = overflowOf(html) === 'visible' && overflowOf(document.body) !== 'visible' ? 'body' : 'html';
  return `${scroller}{overflow:hidden!important}${view.innerWidth > html.clientWidth ? 'html{scrollbar-gutter:stable!important}' : ''}`;
}
