// The article's pictures, drawn from the very elements of the page, so that none is fetched again. Not for enlarging them (features/image).
import type { FeatureContext } from '../../feature';
import type { viewDescriptor } from './descriptor';

/** Smaller ones are bullets, icons and counters. */
const LEAST_PX = 40;
const LEAST_AREA = 60 * 60;
/** A drawing by markup is copied by nobody; small ones are icons. */
const LEAST_DRAWING_PX = 120;
/** Browsers refuse larger canvases, and a phone has no memory for them. */
const MOST_PIXELS = 8_000_000;

/** What a picture's element is to the copy; null for an icon. */
export function pictureKind(element: Element): 'picture' | 'drawing' | null {
  const { width, height } = element.getBoundingClientRect();
  if (element.localName === 'svg') return Math.min(width, height) >= LEAST_DRAWING_PX ? 'drawing' : null;
  const image = element as HTMLImageElement;
  // One that is yet to come has no size that tells.
  if (element.localName === 'img' && !image.complete) return 'picture';
  const isSeen = element.ownerDocument.defaultView?.getComputedStyle(element).display !== 'none';
  return isSeen && Math.min(width, height) >= LEAST_PX && width * height >= LEAST_AREA ? 'picture' : null;
}

/**
 * @param word what a picture is called that the page does not name
 * @param ask the word of the button that fetches a picture which the page itself has not fetched yet
 * @returns a function that makes a figure; null for a picture that could not be had by the page either
 */
export function pictureMaker(context: FeatureContext<typeof viewDescriptor.settings>, word: string, ask: string): (element: Element) => Element | null {
  const { document } = context.page;

  function draw(canvas: HTMLCanvasElement, source: HTMLImageElement | HTMLCanvasElement): void {
    const [width, height] = 'naturalWidth' in source ? [source.naturalWidth, source.naturalHeight] : [source.width, source.height];
    // A drawing of no size of its own, as an image by markup may be, is as large as it is shown.
    const shown = source.getBoundingClientRect();
    const [wide, high] = width > 0 && height > 0 ? [width, height] : [shown.width, shown.height];
    const factor = Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, wide * high)));
    canvas.width = Math.round(wide * factor);
    canvas.height = Math.round(high * factor);
    canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  }

  return (element) => {
    const source = element as HTMLImageElement | HTMLCanvasElement;
    const figure = document.createElement('figure');
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', element.getAttribute('alt')?.trim() || element.getAttribute('title')?.trim() || word);
    const show = (from: HTMLImageElement | HTMLCanvasElement) => {
      draw(canvas, from);
      figure.replaceChildren(canvas);
    };
    if (!('naturalWidth' in source) || (source.complete && source.naturalWidth > 0)) {
      show(source);
      return figure;
    }
    if (source.complete) return null;
    context.listen(source, 'load', () => show(source));
    context.listen(source, 'error', () => figure.remove());
    // Further down a page that fetches pictures as one scrolls it never comes by itself: the reader may ask for it.
    if (source.loading === 'lazy') {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = ask;
      context.listen(button, 'click', () => {
        const own = document.createElement('img');
        own.alt = canvas.getAttribute('aria-label') ?? word;
        own.src = source.currentSrc || source.src;
        figure.replaceChildren(own);
      });
      figure.append(button);
    }
    return figure;
  };
}
