// Annotations in shadow roots and in the documents of frames: whole again when these leave the page, and then held no longer.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAnnotatedPage, type AnnotatedPage } from '../../support/annotated-page';

let bench: AnnotatedPage;
const annotate = (text: Text) => bench.annotate(text);
const flush = () => bench.flush();
const first = (html: string) => bench.show(html)[0] as Text;

beforeEach(() => {
  bench = createAnnotatedPage();
});

describe('a root inside the page', () => {
  it('takes away a shadow host: its texts are whole again', () => {
    const host = bench.root.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    const text = shadow.appendChild(document.createElement('p')).appendChild(document.createTextNode('农村'));
    flush();
    annotate(text);
    host.remove();
    flush();
    expect(shadow.innerHTML).toBe('<p>农村</p>');
  });

  it('leaves a frame for another document: the texts of the one before are whole again with the next annotation elsewhere, or with undo', () => {
    const frame = () => bench.root.appendChild(document.createElement('iframe'));
    const annotated = (inside: HTMLIFrameElement) => {
      const left = inside.contentDocument as Document;
      left.body.innerHTML = '<p>农村</p>';
      annotate(left.body.firstChild?.firstChild as Text);
      expect(left.body.innerHTML).toContain('<ruby');
      return left;
    };
    const [one, other] = [annotated(frame()), frame()];
    // As a navigation does: the document stays whole, but without a window.
    Object.defineProperty(one, 'defaultView', { value: null });
    const next = annotated(other);
    expect(one.body.innerHTML).toBe('<p>农村</p>');
    Object.defineProperty(next, 'defaultView', { value: null });
    bench.mute(bench.mine.undo);
    expect(next.body.innerHTML).toBe('<p>农村</p>');
  });

  it('holds no shadow root after undo', () => {
    const host = bench.root.appendChild(document.createElement('div'));
    const shadow = host.attachShadow({ mode: 'open' });
    const text = shadow.appendChild(document.createElement('p')).appendChild(document.createTextNode('农村'));
    const before = first('<b>好</b>').parentNode as Element;
    bench.root.append(host);
    flush();
    annotate(text);
    let asked = 0;
    // A root that is held is asked whether it is still in the page when something leaves it.
    Object.defineProperty(host, 'isConnected', { get: () => (asked += 1) > 0 });
    const ask = () => {
      annotate(before.appendChild(document.createTextNode('字')));
      asked = 0;
      before.lastElementChild?.remove();
      flush();
      return asked;
    };
    expect(ask()).toBeGreaterThan(0);
    const { mine } = bench;
    bench.mute(mine.undo);
    expect(ask()).toBe(0);
  });
});
