// Finds text that lies over a picture without being inside it: captions on carousels, titles moved over a photograph. Reads only.
import type { Facts } from './facts';
import type { Verdict } from './judge';

/** Smaller pictures are signs beside text; a smaller overlap is the slack of a line. In px. */
const MIN_PICTURE_PX = 24;
const SLACK_PX = 3;

interface Placed {
  readonly facts: Facts;
  readonly element: Element;
  readonly box: DOMRect;
}

/** @returns the elements whose own text needs a ground of its own; of pictures that lie over text the plates are taken, which would hide it */
export function textsOverPictures(all: readonly Facts[], verdicts: ReadonlyMap<Facts, Verdict>): Facts[] {
  const pictures: Placed[] = [];
  for (const facts of all) {
    if (facts.isHidden || verdicts.get(facts)?.ground !== 'keep') continue;
    const box = facts.element.getBoundingClientRect();
    if (box.width >= MIN_PICTURE_PX && box.height >= MIN_PICTURE_PX) pictures.push({ facts, element: facts.element, box });
  }
  if (pictures.length === 0) return [];
  // A sign on a photograph needs no ground of its own, least of all a box in the middle of it.
  for (const { facts, box } of pictures) {
    const verdict = verdicts.get(facts);
    if (verdict?.plate && pictures.some((other) => other.facts !== facts && isWithin(box, other.box) && !facts.element.contains(other.element))) verdict.plate = null;
  }
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
    for (const { facts: picture } of below) {
      const verdict = verdicts.get(picture);
      if (verdict && picture.kind === 'picture' && liesOver(picture, facts)) verdict.plate = null;
    }
    if (below.length > 0 && linesOf(facts.element).some((line) => below.some((picture) => meets(line, picture.box)))) found.push(facts);
  }
  return found;
}

/** A seal put over the words below: it is placed, and they are not. */
function liesOver(picture: Facts, text: Facts): boolean {
  if (picture.style.position === 'static') return false;
  for (let at: Facts | null = text; at && !at.element.contains(picture.element); at = at.parent) if (at.style.position !== 'static') return false;
  return true;
}

function isWithin(inner: DOMRect, outer: DOMRect): boolean {
  const isSmaller = inner.width * inner.height < outer.width * outer.height;
  return isSmaller && inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
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
