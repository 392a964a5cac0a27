// Lets a frame of the page's own site be as high as what it shows, where all of it could be seen before. Reads and decides; relax.ts writes.
import type { Remedy } from './remedy-book';

const SLACK_PX = 2;

/** How much more a document holds than its window shows, in px. */
export function hiddenPart(document: Document): number {
  const root = document.documentElement;
  const part = Math.max(root.scrollHeight, document.body?.scrollHeight ?? 0) - root.clientHeight;
  return part > SLACK_PX ? part : 0;
}

/** Frames whose whole content was in view. */
export function wholeFrames(documents: readonly Document[]): Set<Element> {
  const frames = new Set<Element>();
  for (const document of documents) {
    const frame = document.defaultView?.frameElement;
    if (frame && frame.clientHeight > 0 && hiddenPart(document) === 0) frames.add(frame);
  }
  return frames;
}

export function frameRemedies(documents: readonly Document[], whole: ReadonlySet<Element>): Remedy[] {
  return documents.flatMap((document) => {
    const frame = document.defaultView?.frameElement;
    // A frame that cannot be scrolled hides for good what does not fit.
    const isBound = frame && (whole.has(frame) || frame.getAttribute('scrolling')?.toLowerCase() === 'no');
    const missing = isBound && frame.clientHeight > 0 ? hiddenPart(document) : 0;
    return frame && missing > 0 ? [{ element: frame, mark: 'frame', value: String(Math.ceil(frame.getBoundingClientRect().height + missing)) }] : [];
  });
}
