// Which files of aids wait for what: those that a page is first seen with for nothing, the others until the page is quiet or the reader acts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuiet } from '../../extension/quiet';

let state: DocumentReadyState = 'loading';
let life: AbortController;
const idle: (() => void)[] = [];
const come = (next: DocumentReadyState) => {
  state = next;
  if (next === 'interactive') document.dispatchEvent(new Event('DOMContentLoaded'));
  else window.dispatchEvent(new Event('load'));
};
/** Whether a file may come by now. */
async function isItsTurn(turn: Promise<void>): Promise<boolean> {
  let is = false;
  void turn.then(() => (is = true));
  await vi.advanceTimersByTimeAsync(1);
  return is;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  state = 'loading';
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => state);
  idle.length = 0;
  window.requestIdleCallback = (run) => idle.push(run as () => void);
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
const quiet = () => createQuiet(window, life.signal);

describe('the turn of a file', () => {
  it('comes at once for what a page is first seen with, and for what is no aid', async () => {
    for (const file of ['mingdu-aid-text-size', 'mingdu-aid-contrast', 'mingdu-aid-spacing', 'mingdu-pack-aids', 'mingdu-panel-links']) {
      expect(await isItsTurn(quiet().turnOf(file))).toBe(true);
    }
  });

  it('comes for what changes all that is seen when the page is parsed', async () => {
    const turn = quiet().turnOf('mingdu-aid-view');
    expect(await isItsTurn(turn)).toBe(false);
    come('interactive');
    expect(await isItsTurn(turn)).toBe(true);
  });

  it('comes for the others when the page has loaded and nothing is to be done', async () => {
    const turn = quiet().turnOf('mingdu-aid-pinyin');
    come('interactive');
    expect(await isItsTurn(turn)).toBe(false);
    come('complete');
    expect(await isItsTurn(turn)).toBe(false);
    idle.forEach((run) => run());
    expect(await isItsTurn(turn)).toBe(true);
  });

  it('comes though a picture never ends loading', async () => {
    const turn = quiet().turnOf('mingdu-aid-pinyin');
    come('interactive');
    await vi.advanceTimersByTimeAsync(1_900);
    expect(await isItsTurn(turn)).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await isItsTurn(turn)).toBe(true);
  });

  it('comes at once upon a press, for what waits and for what is asked for later', async () => {
    const waits = quiet();
    const turn = waits.turnOf('mingdu-aid-pinyin');
    waits.end();
    expect(await isItsTurn(turn)).toBe(true);
    expect(await isItsTurn(waits.turnOf('mingdu-aid-lens'))).toBe(true);
    const before = quiet();
    before.end();
    expect(await isItsTurn(before.turnOf('mingdu-aid-pinyin'))).toBe(true);
  });

  it('is not brought about by what a page pretends', async () => {
    const turn = quiet().turnOf('mingdu-aid-pinyin');
    window.dispatchEvent(new Event('pointerdown'));
    window.dispatchEvent(new Event('keydown'));
    expect(await isItsTurn(turn)).toBe(false);
  });

  it('leaves nobody waiting when all ends', async () => {
    const turn = quiet().turnOf('mingdu-aid-pinyin');
    life.abort();
    expect(await isItsTurn(turn)).toBe(true);
  });
});
