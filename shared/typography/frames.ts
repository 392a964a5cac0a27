// Lets a frame of the page's own site be as high as what it shows, where all of it could be seen before. Reads and decides; relax.ts writes.
// Where each frame is served by a copy of its own, the copy inside says what it was and when it has grown, and the one around it gives room.
import type { Remedy } from './remedy-book';

const SLACK_PX = 2;
/** On the document's root, for the copy around it: the frame is to show all of it. */
export const BOUND = 'bound';
/** Sent to the frame's element by the copy inside. It carries nothing: the copy around it looks for itself. */
export const GROWN_EVENT = 'mingdu-x-grown';

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

/** A frame that cannot be scrolled hides for good what does not fit. */
function isBound(frame: Element, whole: ReadonlySet<Element>): boolean {
  return whole.has(frame) || frame.getAttribute('scrolling')?.toLowerCase() === 'no';
}

/** Documents whose frame stands in a page that another copy serves: its element is not ours to change. */
function inOthers(documents: readonly Document[]): [Document, Element][] {
  return documents.flatMap((document): [Document, Element][] => {
    const frame = document.defaultView?.frameElement;
    return frame && !documents.includes(frame.ownerDocument) ? [[document, frame]] : [];
  });
}

/** The roots of such documents whose frame is to show all of them. */
export function boundRoots(documents: readonly Document[], whole: ReadonlySet<Element>): Element[] {
  return inOthers(documents).filter(([, frame]) => isBound(frame, whole)).map(([{ documentElement }]) => documentElement);
}

/** Tells the copies around that there is more to show than before. */
export function tellGrown(documents: readonly Document[]): void {
  for (const [document, frame] of inOthers(documents)) if (hiddenPart(document) > 0) frame.dispatchEvent(new Event(GROWN_EVENT));
}

/** @param isMarked whether the copy that serves a frame has marked its document's root so */
export function frameRemedies(documents: readonly Document[], whole: ReadonlySet<Element>, isMarked: (root: Element, mark: string) => boolean): Remedy[] {
  const ours = documents.flatMap((document): [Document, Element][] => {
    const frame = document.defaultView?.frameElement;
    return frame && documents.includes(frame.ownerDocument) && isBound(frame, whole) ? [[document, frame]] : [];
  });
  const others = documents.flatMap((document) =>
    [...document.querySelectorAll('iframe, frame')].flatMap((frame): [Document, Element][] => {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      return inner?.documentElement && !documents.includes(inner) && isMarked(inner.documentElement, BOUND) ? [[inner, frame]] : [];
    }),
  );
  return [...ours, ...others].flatMap(([document, frame]) => {
    const missing = frame.clientHeight > 0 ? hiddenPart(document) : 0;
    return missing > 0 ? [{ element: frame, mark: 'frame', value: String(Math.ceil(frame.getBoundingClientRect().height + missing)) }] : [];
  });
}
