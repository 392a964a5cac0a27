// When a page that comes slowly is served: whole, or stalled with something to see, and never before the style sheets of its head.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headed, readable } from '../../extension/headed';

let state: DocumentReadyState = 'loading';
let sheet: CSSStyleSheet | null = null;
const tick = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const parse = () => {
  state = 'interactive';
  document.dispatchEvent(new Event('DOMContentLoaded'));
};
const add = (html: string) => document.body.append(document.createRange().createContextualFragment(html));
function begin(): { is: boolean } {
  const ready = { is: false };
  void readable().then(() => (ready.is = true));
  return ready;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  state = 'loading';
  sheet = null;
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  vi.spyOn(performance, 'getEntriesByName').mockReturnValue([]);
  vi.stubGlobal('matchMedia', (media: string) => ({ matches: media !== 'print' }));
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 1));
  document.head.replaceChildren();
  document.body.replaceChildren();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a page is readable', () => {
  it('when it is parsed', async () => {
    const ready = begin();
    await tick(1_000);
    expect(ready.is).toBe(false);
    parse();
    await tick(0);
    expect(ready.is).toBe(true);
  });

  it('when it stalls with something to see, not while more is coming', async () => {
    const ready = begin();
    add('<script type="x">1</script>');
    await tick(600);
    expect(ready.is).toBe(false);
    for (let i = 0; i < 5; i += 1) {
      add('<p>字</p>');
      await tick(200);
    }
    expect(ready.is).toBe(false);
    await tick(300);
    expect(ready.is).toBe(true);
  });

  it('with the sheets of its head, whether they come or fail, and without those that do neither', async () => {
    for (const how of ['load', 'error', 'never']) {
      state = 'loading';
      sheet = null;
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'http://a.example/a.css' });
      Object.defineProperty(link, 'sheet', { get: () => sheet });
      document.head.replaceChildren(link);
      vi.mocked(performance.getEntriesByName).mockReturnValue([]);
      const ready = begin();
      parse();
      await tick(500);
      expect(ready.is).toBe(false);
      if (how === 'load') sheet = new CSSStyleSheet();
      if (how === 'error') vi.mocked(performance.getEntriesByName).mockReturnValue([{} as PerformanceEntry]);
      if (how !== 'never') link.dispatchEvent(new Event(how));
      await tick(how === 'never' ? 1_500 : 0);
      expect(ready.is, how).toBe(true);
    }
  });

  it('without sheets that are for something else', async () => {
    document.head.append(
      ...[{ media: 'print' }, { disabled: true }, { rel: 'alternate stylesheet' }, { href: '' }].map((other) => {
        const link: HTMLLinkElement = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'http://a.example/a.css' }, other);
        if ('href' in other) link.removeAttribute('href');
        Object.defineProperty(link, 'sheet', { get: () => null });
        return link;
      }),
    );
    const ready = begin();
    parse();
    await tick(0);
    expect(ready.is).toBe(true);
  });
});

it('a page has its head when there is a body', async () => {
  const { body } = document;
  body.remove();
  let is = false;
  void headed().then(() => (is = true));
  await tick(0);
  expect(is).toBe(false);
  document.documentElement.append(body);
  await tick(0);
  expect(is).toBe(true);
});
