// Who gives room to a frame whose text has grown: the copy that serves the page around it, and never the one inside.
import { afterEach, describe, expect, it } from 'vitest';
import { BOUND, boundRoots, frameRemedies, GROWN_EVENT, tellGrown, wholeFrames } from '../../../shared/typography/frames';

/** A frame 100 px high in the page; `scrollHeight` is what its document holds. */
function frameWith(scrollHeight: number): { frame: HTMLIFrameElement; inner: Document } {
  const frame = document.body.appendChild(document.createElement('iframe'));
  Object.defineProperty(frame, 'clientHeight', { value: 100 });
  frame.getBoundingClientRect = () => ({ height: 104 }) as DOMRect;
  const inner = frame.contentDocument;
  if (!inner) throw new Error('no document in the frame');
  hold(inner, scrollHeight);
  return { frame, inner };
}
function hold(inner: Document, scrollHeight: number): void {
  Object.defineProperty(inner.documentElement, 'clientHeight', { value: 100, configurable: true });
  Object.defineProperty(inner.documentElement, 'scrollHeight', { value: scrollHeight, configurable: true });
}
const isMarked = (root: Element, mark: string) => root.hasAttribute(mark);
afterEach(() => document.body.replaceChildren());

describe('one copy for the page and its frames', () => {
  it('gives room to a frame that showed all, or cannot be scrolled, and to no other', () => {
    const whole = frameWith(100);
    const scrolled = frameWith(200);
    const stiff = frameWith(200);
    stiff.frame.setAttribute('scrolling', 'NO');
    const documents = [document, whole.inner, scrolled.inner, stiff.inner];
    const before = wholeFrames(documents);
    hold(whole.inner, 130);
    expect(frameRemedies(documents, before, isMarked)).toEqual([
      { element: whole.frame, mark: 'frame', value: '134' },
      { element: stiff.frame, mark: 'frame', value: '204' },
    ]);
    expect(boundRoots(documents, before)).toEqual([]);
  });
});

describe('a copy in each frame', () => {
  it('the one inside changes nothing of the page around it: it marks its own root and tells that it has grown', () => {
    const { frame, inner } = frameWith(100);
    let told = 0;
    document.addEventListener(GROWN_EVENT, () => (told += 1), { capture: true, once: true });
    const before = wholeFrames([inner]);
    expect(boundRoots([inner], before)).toEqual([inner.documentElement]);
    tellGrown([inner]);
    expect(told).toBe(0);
    hold(inner, 130);
    expect(frameRemedies([inner], before, isMarked)).toEqual([]);
    tellGrown([inner]);
    expect(told).toBe(1);
    expect(frame.attributes).toHaveLength(0);
  });

  it('the one around gives room where the one inside asks for it', () => {
    const asking = frameWith(130);
    const silent = frameWith(130);
    asking.inner.documentElement.setAttribute(BOUND, '');
    expect(frameRemedies([document], new Set(), isMarked)).toEqual([{ element: asking.frame, mark: 'frame', value: '134' }]);
    expect(silent.frame.isConnected).toBe(true);
  });

  it('says nothing of a frame that scrolled before', () => {
    const { inner } = frameWith(200);
    expect(boundRoots([inner], wholeFrames([inner]))).toEqual([]);
  });
});
