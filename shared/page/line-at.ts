// The line of text under a point, by the boxes of its characters. Not for sentences (pointed.ts), and not for text that runs downwards.
import { frameMap } from './frame-point';

export interface TextLine {
  /** From the top of its characters (their reading included) to their foot, in CSS pixels of `top`'s viewport. */
  readonly top: number;
  readonly bottom: number;
  /** The element whose text it is. */
  readonly element: Element;
}

/** A point so much of a line's height away still belongs to it: half of what lies between two lines. */
const NEAR_PART = 0.6;

/**
 * Reads the layout: cheap in a pointer event, for which the browser has just laid the page out.
 * @param target the innermost element under the point
 * @param top the outermost document that we serve; x and y are CSS pixels of its viewport
 * @returns null over what is no text
 */
export function textLineAt(target: Element, x: number, y: number, top: Document): TextLine | null {
  const document = target.ownerDocument;
  const map = frameMap(document, top);
  if (!map) return null;
  const innerY = (y - map.y) / map.scale;
  const caret = caretAt(target, (x - map.x) / map.scale, innerY);
  const element = caret?.node.parentElement;
  if (!caret || !element || !target.contains(element)) return null;
  const box = boxNear(caret.node, caret.offset, innerY);
  if (!box) return null;
  const reading = element.closest('ruby')?.querySelector('rt')?.getBoundingClientRect();
  const highest = reading && reading.height > 0 ? Math.min(box.top, reading.top) : box.top;
  return { top: map.y + highest * map.scale, bottom: map.y + box.bottom * map.scale, element };
}

function caretAt(target: Element, x: number, y: number): { readonly node: Text; readonly offset: number } | null {
  const document: Document = target.ownerDocument;
  const root = target.getRootNode();
  if (typeof document.caretPositionFromPoint === 'function') {
    const at = document.caretPositionFromPoint(x, y, root === document ? {} : { shadowRoots: [root as ShadowRoot] });
    return at?.offsetNode.nodeType === 3 ? { node: at.offsetNode as Text, offset: at.offset } : null;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range?.startContainer.nodeType === 3 ? { node: range.startContainer as Text, offset: range.startOffset } : null;
}

/** The box of the character before or after a caret that lies at a height: at a line's end they are on two lines. */
function boxNear(node: Text, offset: number, y: number): DOMRect | null {
  const range = node.ownerDocument.createRange();
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= node.length) continue;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const box of range.getClientRects()) {
      const near = box.height * NEAR_PART;
      if (box.height > 0 && y > box.top - near && y < box.bottom + near) return box;
    }
  }
  return null;
}
