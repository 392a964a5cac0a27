import { afterEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../shared/claim';
import { createClaim, outranks } from '../../shared/claim';

const ends: AbortController[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end.abort();
  document.documentElement.removeAttribute('data-mingdu-x-owner');
});

/** A copy of the product, as far as the claim goes. */
function copy(kind: 'extension' | 'widget', version: string) {
  const end = new AbortController();
  ends.push(end);
  const self = {
    owns: false,
    requests: [] as unknown[],
    claim: null as unknown as Claim,
    start() {
      if (!self.claim.take()) return false;
      self.owns = true;
      document.documentElement.setAttribute('data-mingdu-x-owner', `${kind} ${version}`);
      return true;
    },
  };
  self.claim = createClaim({
    document, kind, version, signal: end.signal,
    isOwner: () => self.owns,
    onLost() {
      self.owns = false;
      document.documentElement.removeAttribute('data-mingdu-x-owner');
    },
    onRequest: (request) => self.requests.push(request),
  });
  return self;
}

describe('who serves the page', () => {
  it.each([
    ['extension', '0.1.0', 'widget', '9.0.0', true],
    ['widget', '9.0.0', 'extension', '0.1.0', false],
    ['widget', '0.10.0', 'widget', '0.9.0', true],
    ['widget', '0.9.0', 'widget', '0.9.0', false],
  ])('%s %s over %s %s: %s', (kind, version, otherKind, otherVersion, expected) => {
    expect(outranks({ kind, version }, { kind: otherKind, version: otherVersion })).toBe(expected);
  });

  it('the extension takes the page from the widget, which steps back first', () => {
    const widget = copy('widget', '1.0.0');
    const extension = copy('extension', '0.9.0');
    expect(widget.start()).toBe(true);
    expect(extension.start()).toBe(true);
    expect(widget.owns).toBe(false);
    expect(widget.claim.isTaken()).toBe(true);
    expect(widget.start()).toBe(false);
  });

  it('the widget hands the wishes of the site on', () => {
    const extension = copy('extension', '1.0.0');
    const widget = copy('widget', '1.0.0');
    extension.start();
    widget.claim.ask({ open: true, settings: { textSize: 150 } });
    expect(extension.requests).toEqual([{ open: true, settings: { textSize: 150 } }]);
    expect(widget.requests).toEqual([]);
  });

  it('a mark that nobody answers for is no owner: the page was saved with it', () => {
    document.documentElement.setAttribute('data-mingdu-x-owner', 'extension 99.0.0');
    const widget = copy('widget', '1.0.0');
    expect(widget.claim.isTaken()).toBe(false);
    expect(widget.start()).toBe(true);
  });

  it('forged and broken messages do no harm', () => {
    const extension = copy('extension', '1.0.0');
    extension.start();
    const errors: unknown[] = [];
    const note = (event: ErrorEvent) => errors.push(event.error);
    window.addEventListener('error', note);
    const noText = '{"toString":1,"valueOf":1}';
    const isBad = { toString: () => { throw new Error('of the page'); } };
    const details = [null, 5, '{', '[]', 'null', {}, isBad, `{"kind":${noText},"version":${noText}}`, `{"kind":"extension","version":${noText}}`, '{"kind":"extension"}', '['.repeat(200_000)];
    for (const type of ['mingdu-x-claim', 'mingdu-x-request']) {
      for (const detail of details) document.dispatchEvent(new CustomEvent(type, { detail }));
      document.dispatchEvent(Object.defineProperty(new CustomEvent(type), 'detail', { get: () => isBad.toString() }));
      document.dispatchEvent(new Event(type));
    }
    window.removeEventListener('error', note);
    expect(errors).toEqual([]);
    expect(extension.owns).toBe(true);
  });
});
