// Whether what the cursor would stand on can be seen: text that is there for screen readers alone, or outside its box, is passed over.
// Reads the layout; not for what is hidden by display or visibility, which is no text to begin with (page/blocks.ts).
import { renderedParent } from '../../page/blocks';
import { boxesOf } from '../../page/pointed';
import type { Page } from '../../page/page';
import type { Stop } from './walk';

/** A box that was made not to be seen. */
const LEAST_PX = 2;

/** @returns whether some of it is seen, or would be once it is scrolled to */
export function isSeen(page: Page, { sentence, control }: Stop): boolean {
  const boxes = sentence ? boxesOf(page, sentence) : control ? [...control.getClientRects()] : [];
  const node = sentence ? sentence.block.segments.find(({ start, length }) => start + length > sentence.start)?.text : control;
  return node !== null && node !== undefined && boxes.some((box) => box.width >= LEAST_PX && box.height >= LEAST_PX && isLeft(node, box));
}

/** Whether what lies around a box leaves anything of it. */
function isLeft(node: Node, box: DOMRectReadOnly): boolean {
  const view = node.ownerDocument?.defaultView;
  if (!view) return false;
  const scrolled = view.document.scrollingElement;
  // To the left of the page or above it nobody can scroll.
  if (box.right + (scrolled?.scrollLeft ?? 0) <= 0 || box.bottom + (scrolled?.scrollTop ?? 0) <= 0) return false;
  let position = '';
  for (let at = renderedParent(node); at && at !== view.document.body && at !== view.document.documentElement; at = renderedParent(at)) {
    const style = view.getComputedStyle(at);
    if (Number.parseFloat(style.opacity) === 0) return false;
    // What is placed absolutely is cut by nothing between it and what it is placed in; what is fixed by nothing at all.
    const isPassed = position === 'fixed' || (position === 'absolute' && style.position === 'static' && style.transform === 'none');
    const isCut = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
    if (!isPassed && isCut && style.display !== 'inline' && style.display !== 'contents') {
      const around = at.getBoundingClientRect();
      const width = Math.min(box.right, around.right) - Math.max(box.left, around.left);
      const height = Math.min(box.bottom, around.bottom) - Math.max(box.top, around.top);
      if (width < LEAST_PX || height < LEAST_PX) return false;
    }
    if (!isPassed) position = style.position;
  }
  return true;
}
