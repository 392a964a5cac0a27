// The snapshot also works without a real browser, for the contract test over features: jsdom lacks adopted sheets and highlights.
import { beforeEach, describe, expect, it } from 'vitest';
import { differencesSince, takeSnapshot } from '../../../scripts/instrument/snapshot';

describe('a snapshot in jsdom', () => {
  beforeEach(() => {
    const paragraph = document.createElement('p');
    paragraph.append('一段文字');
    document.body.replaceChildren(paragraph);
  });

  it('finds nothing on an untouched document', () => {
    expect(differencesSince(takeSnapshot(document), document)).toEqual([]);
  });

  it('finds a text node replaced by an equal one', () => {
    const before = takeSnapshot(document);
    document.querySelector('p')?.replaceChildren('一段文字');
    expect(differencesSince(before, document).join()).toMatch(/a node that was not there.*a node is gone/);
  });

  it('finds an attribute put back in another order', () => {
    const before = document.querySelector('p');
    before?.setAttribute('a', '1');
    before?.setAttribute('b', '2');
    const snapshot = takeSnapshot(document);
    before?.removeAttribute('a');
    before?.setAttribute('a', '1');
    expect(differencesSince(snapshot, document).join()).toMatch(/attributes changed/);
  });

  it('shortens a long list', () => {
    const before = takeSnapshot(document);
    for (let count = 0; count < 50; count += 1) document.body.append(document.createElement('i'));
    const found = differencesSince(before, document, { limit: 3 });
    expect(found).toHaveLength(4);
    expect(found[3]).toMatch(/more differences/);
  });
});
