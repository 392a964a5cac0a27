// Finds text that lies over a picture without being inside it: captions on carousels, titles moved over a photograph. Reads only.
import type { Facts } from './facts';
import type { Verdict } from './judge';

/** Smaller pictures are signs beside text; a smaller overlap is the slack of a line. In px. */
const MIN_PICTURE_PX = 24;
const SLACK_PX = 3;

interface Placed {
  readonly element: Element;
  readonly box: DOMRect;
}

/** @returns the elements whose own text needs a ground of its own */
export function textsOverPictures(all: readonly Facts[], verdicts: ReadonlyMap<Facts, Verdict>): Facts[] {
  const pictures: Placed[] = [];
  for (const facts of all) {
    if (facts.isHidden || verdicts.get(facts)?.ground !== 'keep') continue;
    const box = facts.element.getBoundingClientRect();
    if (box.width >= MIN_PICTURE_PX && box.height >= MIN_PICTURE_PX) pictures.push({ element: facts.element, box });
  }
  if (pictures.length === 0) return [];
  const grounds = new Map<Facts, Element | null>();
  const found: Facts[] = [];
  for (const facts of all) {
    const outer = facts.parent ? (grounds.get(facts.parent) ?? null) : null;
    const ground = verdicts.get(facts)?.ground;
    const isGrounded = ground === 'fill' || ground === 'button' || ground === 'field';
    grounds.set(facts, isGrounded ? facts.element : outer);
    if (isGrounded || !facts.hasText || facts.isHidden) continue;
    const box = facts.element.getBoundingClientRect();
    const below = pictures.filter(
      (picture) => meets(box, picture.box) && !picture.element.contains(facts.element) && (!outer || outer.contains(picture.element)),
    );
    if (below.length > 0 && linesOf(facts.element).some((line) => below.some((picture) => meets(line, picture.box)))) found.push(facts);
  }
  return found;
}

function meets(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left + SLACK_PX < other.right && one.right - SLACK_PX > other.left && one.top + SLACK_PX < other.bottom && one.bottom - SLACK_PX > other.top
  );
}

function linesOf(element: Element): DOMRect[] {
  const range = element.ownerDocument.createRange();
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== 3) return [];
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  });
}
