// Tells icons from pictures among SVG drawings, and says which shapes take the text's colour. Reads only.
import type { Page } from '../../page/page';
import { alphaOf } from './colour';

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'use']);
const WORDS = new Set(['text', 'tspan', 'textPath']);
/** More shapes than this make a picture. */
const MANY = 200;

export interface Drawing {
  /** A picture keeps its colours on the ground that the page gave it. */
  readonly isPicture: boolean;
  /** Shapes and words, and which of `fill`, `stroke`, `halo` they get. */
  readonly paint: ReadonlyMap<Element, string>;
}

/** @param svg an outermost `<svg>` */
export function readDrawing(svg: Element, textOf: Page['textOf']): Drawing {
  const view = svg.ownerDocument.defaultView;
  const parts = [...svg.querySelectorAll('*')];
  const colours = new Set<string>();
  const shapes = new Map<Element, string>();
  const words = new Map<Element, string>();
  let isPicture = parts.length > MANY;
  for (const part of parts) {
    const name = part.localName;
    if (name === 'image' || name === 'foreignObject') isPicture = true;
    const isWord = WORDS.has(name);
    if (!view || (!isWord && (isPicture || !SHAPES.has(name)))) continue;
    if (isWord) {
      if ([...part.childNodes].some((node) => node.nodeType === 3 && textOf(node as Text).trim() !== '')) words.set(part, 'halo');
      continue;
    }
    if (name === 'use' && isColoured(part)) isPicture = true;
    const style = view.getComputedStyle(part);
    const painted = (['fill', 'stroke'] as const).filter((way) => isPainted(style[way], style[`${way}Opacity`]));
    painted.forEach((way) => colours.add(style[way]));
    if (painted.length > 0) shapes.set(part, painted.join(' '));
  }
  // One colour is a sign; several make a picture, which one colour would turn into a blot.
  isPicture ||= colours.size > 1 || [...colours].some((colour) => colour.includes('url('));
  return { isPicture, paint: isPicture ? words : new Map([...shapes, ...[...words.keys()].map((word) => [word, shapes.size > 0 ? 'halo' : 'fill'] as const)]) };
}

/** Whether what a `<use>` draws has colours of its own, which its own colour does not reach. */
function isColoured(use: Element): boolean {
  const id = /^#(.+)/.exec(use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? '')?.[1];
  const drawn = id ? (use.getRootNode() as Document).getElementById(id) : null;
  return drawn !== null && [drawn, ...drawn.querySelectorAll('*')].some((part) => ['fill', 'stroke'].some((way) => isColour((part as SVGElement).style?.getPropertyValue(way) || part.getAttribute(way))));
}

const isColour = (value: string | null) => Boolean(value) && !/^(none|currentcolor|inherit|transparent)$/i.test(value ?? '');

function isPainted(paint: string, opacity: string): boolean {
  return paint !== 'none' && opacity !== '0' && (paint.includes('url(') || alphaOf(paint) > 0);
}
