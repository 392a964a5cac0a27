// Boxes that float over the page: found when they come or move, hidden when they are decoration or advertising.
// The same signs hide them on the site's next page. Not for the judgement (float-signs.ts).
import { textIn } from '../../dom/text-in';
import { childrenOf, isOurs, MARK_PREFIX, up } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { PageChange, Root } from '../../page/page';
import { isDecoration } from './float-signs';

const MARK = 'still-float';
const CSS = `[${MARK_PREFIX}${MARK}]{display:none!important}`;
const NEEDED = 'input:not([type=hidden],[type=button],[type=image],[type=submit]),textarea,select,form,nav,header,main,article,dialog,[role=dialog],[role=alertdialog],[aria-modal=true],[role=banner],[role=navigation],[role=search],[role=toolbar],[role=menu],[role=alert],[role=status]';
const PICTURES = 'img,iframe,embed,object,video,canvas,picture,svg';
const CLOSE = /^\s*(×|x|✕|✖|╳|\[?\s*关\s*闭\s*\]?|close)\s*$/i;
const CLOSE_NAME = /(?<!dis|en)clos(e|ing)|guanbi|shut/i;
const NAMED = /(^|[-_\s])(ads?|advert\w*|piao\w*|couplets?|duilian\w*|pop\w*|fly\w*)($|[-_\s\d])|float(ad|ing|box|img|win|div)?|ad(left|right|float|box|img|pic)|(left|right)ad|flo(a)?tad|guanggao|gg\d?$/i;
/** How far from the edges twins may stand, and by how much they may differ, in CSS px. */
const TWIN_PX = 24;
/** Deeper than this only fixed boxes float. */
const FLOAT_DEPTH = 2;
/** What is written on later is looked at when it is no deeper than this, and a little later, all at once. */
const LATE_DEPTH = 5;
const LATE_MS = 200;
/** Elements looked at in the first slice. */
const FIRST = 1500;

export interface Floats {
  /** Everything below these, in slices. */
  look(tops: readonly (Element | Root)[]): void;
  onChange(change: PageChange): void;
  /** A script moves it without rest. @returns whether it was hidden */
  isMoving(element: Element): boolean;
}

export function createFloats(context: Pick<FeatureContext, 'page' | 'edits' | 'signal' | 'pending' | 'later'>): Floats {
  const { page, edits } = context;
  const view = page.document.defaultView;
  const moved = new WeakSet<Element>();
  /** Changed their looks lately. */
  const waiting = new Set<Element>();

  edits.sheet('floats', CSS);

  function floats(element: Element): boolean {
    const { position, display, zIndex } = view?.getComputedStyle(element) ?? { position: '', display: 'none', zIndex: '' };
    if (display === 'none' || isOurs(element)) return false;
    return position === 'fixed' || (position === 'absolute' && isPlacedInPage(element) && (moved.has(element) || Number(zIndex) > 0));
  }

  function isToHide(element: Element): boolean {
    if (!view || edits.marked(element, MARK) !== null || !floats(element)) return false;
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1 || element.matches(NEEDED) || element.contains(element.ownerDocument.activeElement)) return false;
    const { innerWidth, innerHeight } = view;
    const pictures = [...element.querySelectorAll(PICTURES), ...(element.matches(PICTURES) ? [element] : [])];
    const signs = {
      wide: box.width / innerWidth,
      high: box.height / innerHeight,
      area: box.width * box.height,
      atTop: box.top < TWIN_PX,
      atBottom: box.bottom > innerHeight - TWIN_PX,
      words: wordsOf(element, pictures),
      pictures: Math.min(1, coveredBy(element, pictures) / (box.width * box.height)),
      moves: moved.has(element),
      isPair: isPair(element, box, innerWidth),
      closes: [...element.querySelectorAll('*')].some(isClose),
      isNamed: NAMED.test(`${element.id} ${element.getAttribute('class') ?? ''}`),
      isNeeded: element.querySelector(NEEDED) !== null,
    };
    return isDecoration(signs);
  }

  /** All are judged before the first is hidden: a couplet's other half tells that it is one. */
  function hideThose(elements: readonly Element[]): boolean {
    const found = elements.filter((element) => element.isConnected && isToHide(element));
    if (found.length === 0) return false;
    edits.batch(() => {
      if (found.some((element) => element.clientHeight > (view?.innerHeight ?? 0) * 0.9)) unlock();
      for (const element of found) {
        edits.mark(element, MARK, '');
        if (view?.getComputedStyle(element).display !== 'none') edits.style(element, 'display', 'none');
      }
    });
    return true;
  }

  /** With a float over the whole window the page stopped scrolling; it scrolls again. */
  function unlock(): void {
    const locked = ['html', 'body'].filter((name) => {
      const element = page.document.querySelector(name);
      return element && view?.getComputedStyle(element).overflowY === 'hidden';
    });
    if (locked.length > 0) edits.sheet('unlock', `${locked.join()}{overflow-y:visible!important}`);
  }

  /** Couplets: one at each side, of one size and height. */
  function isPair(element: Element, box: DOMRect, width: number): boolean {
    const parent = up(element);
    const mates = parent ? childrenOf(parent) : [];
    return mates.some((mate) => {
      if (mate === element || mate.localName !== element.localName) return false;
      const other = mate.getBoundingClientRect();
      const isTwin = Math.abs(other.width - box.width) < TWIN_PX && Math.abs(other.height - box.height) < TWIN_PX && Math.abs(other.top - box.top) < TWIN_PX;
      return isTwin && Math.abs(box.left - (width - other.right)) < 2 * TWIN_PX && other.left !== box.left;
    });
  }

  function slice(elements: readonly Element[]): void {
    let done = 0;
    context.pending(page.schedule.slice((allowance) => {
      const part = elements.slice(done, done + allowance);
      done += part.length;
      hideThose(part);
      return part.length;
    }, FIRST, context.signal));
  }

  function lookAgain(): void {
    const some = [...waiting];
    waiting.clear();
    hideThose(some);
  }

  return {
    look(tops) {
      const all = tops.flatMap((top) => [...(top.nodeType === 1 ? [top as Element] : []), ...top.querySelectorAll('*')]);
      if (all.length > 0) slice(all.filter((element) => !/^(script|style|option|br|meta|link)$/.test(element.localName)));
    },
    onChange({ restyled }) {
      for (const element of restyled) {
        // Shown again, or for the first time.
        if (depthOf(element) > LATE_DEPTH) continue;
        if (waiting.size === 0) context.later(lookAgain, LATE_MS);
        waiting.add(element);
      }
    },
    isMoving(element) {
      const position = view?.getComputedStyle(element).position;
      if (edits.marked(element, MARK) !== null) return true;
      if (position !== 'fixed' && !(position === 'absolute' && isPlacedInPage(element))) return false;
      moved.add(element);
      return hideThose([element]);
    },
  };
}

/** Placed by the page itself, not by a box of it (a slide, a line that runs). */
function isPlacedInPage(element: Element): boolean {
  const { offsetParent } = element as HTMLElement;
  return (!offsetParent || offsetParent.localName === 'body' || offsetParent.localName === 'html') && depthOf(element) <= FLOAT_DEPTH;
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let at = up(element); at && at.localName !== 'body'; at = up(at)) depth += 1;
  return depth;
}

function wordsOf(element: Element, pictures: readonly Element[]): string {
  const own = 'innerText' in element ? (element as HTMLElement).innerText : textIn(element);
  return [own, ...pictures.map((picture) => `${picture.getAttribute('alt') ?? ''}${picture.getAttribute('title') ?? ''}`), element.getAttribute('title') ?? ''].join(' ');
}

function coveredBy(element: Element, pictures: readonly Element[]): number {
  const own = pictures.map((picture) => picture.getBoundingClientRect()).reduce((sum, { width, height }) => sum + width * height, 0);
  const grounds = [element, ...element.querySelectorAll('a,div')].filter((one) => one.ownerDocument.defaultView?.getComputedStyle(one).backgroundImage.includes('url('));
  return own || grounds.map((one) => one.getBoundingClientRect()).reduce((sum, { width, height }) => Math.max(sum, width * height), 0);
}

function isClose(element: Element): boolean {
  if (element.childElementCount > 1) return false;
  const names = ['id', 'class', 'src', 'alt', 'title', 'onclick', 'aria-label'].map((name) => element.getAttribute(name) ?? '').join(' ');
  return CLOSE.test(textIn(element)) || CLOSE_NAME.test(names) || /关闭/.test(names);
}
