// Where the reader was before a jump of ours, and back again: the line at the top, what was scrolled, what had the focus. Not for the jumps.
import { focusedIn, type Lend } from '../../dom/go-to';
import { isOurs, up } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Anchor } from '../../page/top-line';

interface Spot {
  readonly scrolled: readonly (readonly [Element, number, number])[];
  readonly line: Anchor | null;
  readonly focus: HTMLElement | null;
}

/** Below this the eye sees no move. */
const STILL_PX = 2;

export interface Places {
  /** Notes where the reader is; call before going to an element. */
  leave(target: Element): void;
  /** To where the reader was; called again, forth. False while there is no such place. */
  back(): boolean;
}

/**
 * @param scrollers what scrolls as a whole: the window's own, the article view's
 */
export function createPlaces(context: Pick<FeatureContext, 'page' | 'topLine'>, view: Window, scrollers: () => readonly Element[], lend: Lend): Places {
  const { page: { document }, topLine } = context;
  let spot: Spot | null = null;
  let gone: Element | null = null;

  function around(target: Element | null): Element[] {
    const found: Element[] = [...scrollers()];
    for (let at: Element | null = target; at; at = up(at) ?? ((at.getRootNode() as Partial<ShadowRoot>).host ?? null)) {
      if ((at.scrollTop !== 0 || at.scrollLeft !== 0 || at.scrollHeight > at.clientHeight + 1) && !found.includes(at)) found.push(at);
    }
    return found;
  }

  function now(target: Element | null): Spot {
    const focus = focusedIn(document);
    const barPx = Number.parseFloat(view.getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return {
      scrolled: around(target).map((element) => [element, element.scrollLeft, element.scrollTop] as const),
      line: topLine.find(barPx),
      focus: focus && !isOurs(focus) ? focus : null,
    };
  }

  function goBack({ scrolled, line, focus }: Spot): void {
    for (const [element, left, top] of scrolled) element.scrollTo({ left, top, behavior: 'instant' });
    // Larger text meanwhile: the line is elsewhere.
    const at = line && topLine.now(line);
    if (line && at && Math.abs(at.top - line.top) > STILL_PX) view.scrollBy({ top: at.top - line.top, behavior: 'instant' });
    const place = focus?.isConnected ? focus : line?.text.parentElement;
    if (!place?.isConnected) return;
    if (place !== focus || !place.matches('a[href], button, input, select, textarea, [tabindex]')) lend(place);
    place.focus({ preventScroll: true });
  }

  return {
    leave(target) {
      spot = now(target);
      gone = target;
    },
    back() {
      if (!spot) return false;
      const here = now(gone);
      goBack(spot);
      spot = here;
      return true;
    },
  };
}
