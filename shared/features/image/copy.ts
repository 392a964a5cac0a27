// Draws a picture of the page anew at a scale, from the very element: a captcha that is asked for again would be another one. Canvases show
// pictures of other sites too; only their pixels cannot be read. Not for which pictures there are (pictures.ts).
import { up } from '../../dom/marker';
import type { Kind } from './pictures';
import { copyDrawing } from './svg-copy';

/** Our element that shows the picture. */
export interface Copy {
  readonly element: Element;
  /** Size at the scale 1, in CSS px. */
  readonly width: number;
  readonly height: number;
  /** Draws anew from what the page shows now. */
  draw(scale: number): void;
  /** Lets go of the page's element. */
  end?(): void;
}

/** Browsers refuse larger canvases, and a phone has no memory for them. */
const MOST_PIXELS = 16_000_000;
const SQUARE = 1.12;
const HINT = /二维码|扫一扫|扫码|\bqr|qr_?code|ewm|erweima|barcode/i;
/** A code is black and white, half and half. */
const CODE_SAMPLE_PX = 96;
const LEAST_PURE = 0.9;
const CODE_BLACK = { least: 0.2, most: 0.75 };

/** How much is clear, and how much of the rest light, in a picture of white signs. */
const LEAST_CLEAR = 0.1;
const LEAST_LIGHT = 0.8;
const DARK_PLATE = '#14213d';

const GROUND = 'background-image background-size background-position background-repeat background-origin background-clip background-color padding border-radius'.split(' ');

type Source = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;

function sizeOf(source: Source): { readonly width: number; readonly height: number } {
  if ('naturalWidth' in source) return { width: source.naturalWidth, height: source.naturalHeight };
  return 'videoWidth' in source ? { width: source.videoWidth, height: source.videoHeight } : source;
}

/**
 * @param picture an element of the page
 * @param document where the copy will stand
 * @param onLater is called when a copy that could not be drawn at once is there
 */
export function copyOf(picture: Element, kind: Kind, document: Document, onLater: () => void): Copy {
  const isHere = picture.ownerDocument === document;
  if ((kind === 'box' || kind === 'input') && isHere && 'mozSetImageElement' in document) return mirrorCopy(picture, document as MirroringDocument);
  if (kind === 'svg') return drawingCopy(picture as SVGSVGElement, document);
  if (kind === 'box') return groundCopy(picture as HTMLElement, document);
  return rasterCopy(picture as Source, kind === 'input' ? sameSource(picture as HTMLInputElement, onLater) : (picture as Source), document);
}

/** A button's picture cannot be drawn; an image in its own document that asks for the same address is given the one that is there. */
function sameSource(button: HTMLInputElement, onLater: () => void): HTMLImageElement {
  const image = button.ownerDocument.createElement('img');
  image.onload = onLater;
  image.src = button.src;
  return image;
}

function rasterCopy(shown: Element, source: Source, document: Document): Copy {
  const canvas = document.createElement('canvas');
  const box = shown.getBoundingClientRect();
  const fit = shown.ownerDocument.defaultView?.getComputedStyle(shown).objectFit ?? 'fill';
  const natural = sizeOf(source);
  // Of a picture that is cut to its box the whole is shown.
  const part = fit === 'fill' || natural.width === 0 ? 0 : Math.max(box.width / natural.width, box.height / natural.height);
  const width = part > 0 ? natural.width * part : box.width;
  const height = part > 0 ? natural.height * part : box.height;
  return {
    element: canvas,
    width,
    height,
    draw(scale) {
      const now = sizeOf(source);
      const ratio = document.defaultView?.devicePixelRatio ?? 1;
      const wanted = scale * ratio;
      const factor = Math.min(wanted, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
      canvas.width = Math.round(width * factor);
      canvas.height = Math.round(height * factor);
      canvas.style.cssText = `display:block;width:${width * scale}px;height:${height * scale}px;background:${now.width > 0 ? plateOf(shown, source, document) : '#fff'}`;
      const pen = canvas.getContext('2d');
      if (!pen || now.width === 0) return;
      // Fewer pixels than there are must be mixed, or modules of a code would be lost.
      pen.imageSmoothingEnabled = canvas.width < now.width || !isCode(shown, source, document);
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(source, 0, 0, canvas.width, canvas.height);
    },
  };
}

/** Whether sharp edges matter more than smooth ones. */
function isCode(shown: Element, source: Source, document: Document): boolean {
  const { width, height } = sizeOf(source);
  if (Math.max(width, height) / Math.max(1, Math.min(width, height)) > SQUARE) return false;
  const said = ['alt', 'title', 'class', 'id', 'src', 'aria-label'].map((name) => (shown.getAttribute(name) ?? '').slice(0, 200)).join(' ');
  return HINT.test(said) || looksLikeCode(source, document);
}

/** Red, green, blue and alpha of a small, unmixed picture of it; null for a picture of another site. */
function sampleOf(source: Source, document: Document): Uint8ClampedArray | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = CODE_SAMPLE_PX;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return null;
  pen.imageSmoothingEnabled = false;
  pen.drawImage(source, 0, 0, CODE_SAMPLE_PX, CODE_SAMPLE_PX);
  return pixelsOf(pen);
}

/** White signs on nothing: seen on the page's own dark picture, not on a white plate. */
function isLightOnNothing(pixels: Uint8ClampedArray): boolean {
  let clear = 0;
  let light = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) clear += 1;
    else if (Math.min(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0) > 190) light += 1;
  }
  const all = pixels.length / 4;
  return clear / all > LEAST_CLEAR && light / Math.max(1, all - clear) > LEAST_LIGHT;
}

/** What a picture with clear parts stands on: the colour it was made for, or one on which it is seen. */
function plateOf(shown: Element, source: Source | null, document: Document): string {
  for (let at: Element | null = shown; at; at = up(at)) {
    const colour = at.ownerDocument.defaultView?.getComputedStyle(at).backgroundColor ?? '';
    if (/^rgb\(/.test(colour)) return colour;
  }
  const pixels = source && sampleOf(source, document);
  return pixels && isLightOnNothing(pixels) ? DARK_PLATE : '#fff';
}

function looksLikeCode(source: Source, document: Document): boolean {
  const pixels = sampleOf(source, document);
  if (!pixels) return false;
  let black = 0;
  let white = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 128 || Math.min(red, green, blue) > 200) white += 1;
    else if (Math.max(red, green, blue) < 70) black += 1;
  }
  const all = CODE_SAMPLE_PX * CODE_SAMPLE_PX;
  return (black + white) / all >= LEAST_PURE && black / all >= CODE_BLACK.least && black / all <= CODE_BLACK.most;
}

/** Null for a picture of another site. */
function pixelsOf(pen: CanvasRenderingContext2D): Uint8ClampedArray | null {
  try {
    return pen.getImageData(0, 0, CODE_SAMPLE_PX, CODE_SAMPLE_PX).data;
  } catch (error) {
    if (error instanceof Error || error instanceof DOMException) return null;
    throw error;
  }
}

function drawingCopy(picture: SVGSVGElement, document: Document): Copy {
  const { width, height } = picture.getBoundingClientRect();
  const element = copyDrawing(picture, document);
  return {
    element,
    width,
    height,
    draw(scale) {
      element.style.cssText += `;display:block;width:${width * scale}px;height:${height * scale}px;background:${plateOf(picture, null, document)}`;
    },
  };
}

/** Firefox paints any element a second time; the addresses of grounds it would ask for again. */
interface MirroringDocument extends Document {
  mozSetImageElement(id: string, element: Element | null): void;
}
const MIRROR = 'mingdu-picture';

function mirrorCopy(picture: Element, document: MirroringDocument): Copy {
  const { width, height } = picture.getBoundingClientRect();
  const element = document.createElement('div');
  document.mozSetImageElement(MIRROR, picture);
  return {
    element,
    width,
    height,
    draw(scale) {
      element.style.cssText = `width:${width * scale}px;height:${height * scale}px;background:-moz-element(#${MIRROR}) 0 0/100% 100% no-repeat ${plateOf(picture, null, document)}`;
    },
    end: () => document.mozSetImageElement(MIRROR, null),
  };
}

/** A box with the same ground in the same document: the browser paints what it holds already, the piece of a sprite included. */
function groundCopy(picture: HTMLElement, document: Document): Copy {
  const { width, height } = picture.getBoundingClientRect();
  const style = document.defaultView?.getComputedStyle(picture);
  const element = document.createElement('div');
  for (const property of GROUND) element.style.setProperty(property, style?.getPropertyValue(property) ?? '');
  element.style.setProperty('background-color', plateOf(picture, null, document));
  const isSharp = HINT.test(`${picture.className} ${picture.id} ${picture.title} ${style?.backgroundImage ?? ''}`);
  return {
    element,
    width,
    height,
    draw(scale) {
      element.style.setProperty('image-rendering', isSharp ? 'pixelated' : 'auto');
      for (const [name, value] of Object.entries({ width: `${width}px`, height: `${height}px`, 'transform-origin': '0 0', transform: `scale(${scale})` })) {
        element.style.setProperty(name, value);
      }
    },
  };
}
