// How large the page's body text is, as its author set it. Not for sizes of single elements.
import { MARK_PREFIX } from '../dom/marker';

const SAMPLE = 4000;
const DEFAULT_PX = 16;
/** Shorter runs are labels and menus, of which a page may have more than of text. */
const LEAST_RUN = 15;
/** The part of the running text that may be smaller: notes, captions. */
const SMALL_PART = 0.2;
const NO_TEXT = 'script,style,noscript,option,textarea';
const NO_BODY = 'a,button,nav,footer,[class*=foot i],[id*=foot i]';

/** @returns the size, in CSS px, than which little of the page's running text is smaller; 16 on a page without text */
export function bodySize(document: Document): number {
  const view = document.defaultView;
  if (!view || !document.body) return DEFAULT_PX;
  const running = new Map<number, number>();
  const labels = new Map<number, number>();
  const walker = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
  for (let n = 0, node = walker.nextNode(); node && n < SAMPLE; n += 1, node = walker.nextNode()) {
    const parent = node.parentElement;
    const length = (node as Text).data.trim().length;
    if (!parent || length === 0 || parent.matches(NO_TEXT) || !parent.getClientRects().length) continue;
    // Where enlargement is on, or coming, it has written the author's own size down.
    const written = /[\d.]+/.exec(parent.getAttribute(`${MARK_PREFIX}size`) ?? '');
    const size = Number.parseFloat(written ? written[0] : view.getComputedStyle(parent).fontSize);
    const weight = length < LEAST_RUN || parent.closest(NO_BODY) ? labels : running;
    weight.set(size, (weight.get(size) ?? 0) + length);
  }
  const [weight, part] = running.size > 0 ? [running, SMALL_PART] : [labels, 0.5];
  let left = part * [...weight.values()].reduce((sum, one) => sum + one, 0);
  return [...weight].sort(([a], [b]) => a - b).find(([, length]) => (left -= length) < 0)?.[0] || DEFAULT_PX;
}
