// Finds where the page's own !important beat our layer (inline, or in a layer of the page's) and overrides it inline.
// The override names the scheme's property with the page's value behind it, so that print and forced colours show the page's own.
import type { Edits } from '../../dom/edits';
import { alphaOf, hexOf, parseColour } from './colour';
import { GROUND_PROPERTY, markName, TEXT_PROPERTY } from './sheet';

/** Overrides of one aid, to be given back where an element is judged anew. */
export interface Lost {
  /** Looks at elements that are marked and coloured by now. */
  regain(elements: Iterable<Element>): void;
  release(element: Element): void;
}

export function createLost(edits: Edits): Lost {
  const overridden = new WeakMap<Element, Set<string>>();
  return {
    regain(elements) {
      const found: [Element, string, string][] = [];
      for (const element of elements) {
        if (!overridden.has(element)) for (const [property, value] of lostOf(element, edits)) found.push([element, property, value]);
      }
      for (const [element, property, value] of found) {
        edits.style(element, property, value);
        const known = overridden.get(element);
        if (known) known.add(property);
        else overridden.set(element, new Set([property]));
      }
    },
    release(element) {
      for (const property of overridden.get(element) ?? []) edits.style(element, property, null);
      overridden.delete(element);
    },
  };
}

function lostOf(element: Element, edits: Edits): [property: string, value: string][] {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const wanted = style ? parseColour(style.getPropertyValue(TEXT_PROPERTY).trim()) : null;
  if (!style || !wanted) return [];
  const lost: [string, string][] = [];
  const isWanted = (computed: string, colour: typeof wanted) => {
    const now = parseColour(computed);
    return now !== null && now[3] === 1 && hexOf(now) === hexOf(colour);
  };
  if (!isWanted(style.color, wanted)) lost.push(['color', `var(${TEXT_PROPERTY},${style.color})`]);
  const fill = style.getPropertyValue('-webkit-text-fill-color');
  if (fill !== '' && fill !== style.color) lost.push(['-webkit-text-fill-color', 'currentcolor']);

  const mark = edits.marked(element, markName('ground')) ?? '';
  const isCurrent = edits.marked(element, markName('current')) !== null;
  const isPage = element.localName === 'body' || element === element.ownerDocument.documentElement;
  if (/^(fill|button|field)$/.test(mark) || isCurrent || isPage) {
    const ground = parseColour(style.getPropertyValue(GROUND_PROPERTY).trim());
    if (ground && !isWanted(style.backgroundColor, ground)) lost.push(['background-color', `var(${GROUND_PROPERTY},${style.backgroundColor})`]);
    if (style.backgroundImage !== 'none') lost.push(['background-image', 'none']);
  } else if (mark === 'none' && (alphaOf(style.backgroundColor) > 0 || style.backgroundImage !== 'none')) {
    lost.push(['background-color', 'transparent'], ['background-image', 'none']);
  }
  if (edits.marked(element, markName('flat')) !== null) {
    if (style.opacity !== '1') lost.push(['opacity', '1']);
    if (style.filter !== 'none') lost.push(['filter', 'none']);
    if (style.mixBlendMode !== 'normal') lost.push(['mix-blend-mode', 'normal']);
  }
  return lost;
}
