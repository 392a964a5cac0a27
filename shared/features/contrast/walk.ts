// Goes through the elements of a root or of a part of it and reads their facts. Reads only.
import { MARKER, SKIP } from '../../dom/marker';
import type { Colour } from './colour';
import { type Around, type Facts, readFacts } from './facts';

/** Nothing of these is drawn by colours of ours. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'link', 'meta', 'title', 'br', 'param', 'source', 'track', 'wbr', 'area', 'map', 'option', 'optgroup', 'frameset']);

/** What the walk finds. */
export interface Found {
  /** Parents before children. */
  readonly facts: readonly Facts[];
  /** The outermost elements that are to be left alone. */
  readonly spared: readonly { readonly element: Element; readonly ground: Colour }[];
}

/**
 * @param tops elements to begin with, each with all below it; open shadow roots are roots of their own
 * @param aroundOf what a top stands in
 */
export function walk(tops: readonly Element[], aroundOf: (top: Element) => Around): Found {
  const facts: Facts[] = [];
  const spared: { element: Element; ground: Colour }[] = [];
  const visit = (element: Element, parent: Facts | null, around: Around): void => {
    if (SILENT.has(element.localName) || element.hasAttribute(MARKER)) return;
    if (element.hasAttribute(SKIP)) {
      spared.push({ element, ground: parent?.over ?? around.ground });
      return;
    }
    const own = readFacts(element, parent, around);
    if (!own) return;
    facts.push(own);
    if (own.kind === 'drawing') return;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) visit(child, own, around);
  };
  for (const top of tops) visit(top, null, aroundOf(top));
  return { facts, spared };
}
