// Each document of a page once, as its frames come.
import { expect, it } from 'vitest';
import { createLive } from '../../../shared/live';
import { eachDocument } from '../../../shared/page/documents';

const fresh = () => document.implementation.createHTMLDocument();

it('runs once with each document, now and later, with no shadow tree, and not after the end', () => {
  const [first, frame, late] = [fresh(), fresh(), fresh()];
  const shadow = first.body.attachShadow({ mode: 'open' });
  const roots = createLive<readonly (Document | ShadowRoot)[]>([first, shadow]);
  const end = new AbortController();
  const met: Document[] = [];
  eachDocument({ roots }, end.signal, (one) => void met.push(one));
  roots.set([first, shadow, frame]);
  // A frame that goes and comes again is the same document.
  roots.set([first]);
  roots.set([first, frame]);
  expect(met).toEqual([first, frame]);
  end.abort();
  roots.set([first, late]);
  expect(met).toHaveLength(2);
});
