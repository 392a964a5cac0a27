// The reader's choices where the site keeps them: what is written and read, and what becomes of them when the site's store fails, lies or hangs.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredState } from '../../shared/settings/store';
import { ANSWER_MS, createOutsideStorage } from '../../widget/outside-store';
import type { SiteStore } from '../../widget/option-kinds';
import type { OwnStorage } from '../../widget/storage';

const stateOf = (textSize: number): StoredState => ({ version: 1, on: true, toolbar: 'open', settings: { textSize } });
const text = (textSize: number) => JSON.stringify(stateOf(textSize));
const view = window as Window & typeof globalThis;

function ownStorage(first: object | undefined): OwnStorage & { now: object | undefined } {
  const own = {
    now: first,
    known: () => own.now,
    read: async () => own.now,
    update: async (change: (stored: unknown) => StoredState) => ((own.now = change(own.now)), true),
    onChange: () => undefined,
    tell: () => undefined,
  };
  return own;
}

function stand(store: SiteStore, first?: object) {
  const warnings: string[] = [];
  const own = ownStorage(first);
  return { own, warnings, storage: createOutsideStorage(view, store, own, (reason) => warnings.push(reason)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
/** Lets what is due run. */
const later = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('the site’s own store', () => {
  it('holds the text and nothing else does', async () => {
    let kept: string | null = text(125);
    const { storage, own, warnings } = stand({ read: () => kept, write: (next) => void (kept = next) });
    expect(await storage.read()).toEqual(stateOf(125));
    expect(await storage.update((stored) => ({ ...(stored as StoredState), settings: { textSize: 200 } }))).toBe(true);
    await later();
    expect([kept, storage.known(), own.now, warnings]).toEqual([text(200), stateOf(200), undefined, []]);
  });

  it.each([['null', null], ['undefined', undefined], ['an empty text', '']])('has nothing yet when it gives %s', async (_, answer) => {
    const { storage, warnings } = stand({ read: async () => answer, write: () => undefined }, stateOf(300));
    expect([await storage.read(), warnings]).toEqual([null, []]);
  });

  it('is written in order, the newest of what waits, and nobody waits for it', async () => {
    const written: string[] = [];
    const done: (() => void)[] = [];
    const { storage } = stand({ read: () => null, write: (next) => (written.push(next), new Promise<void>((resolve) => done.push(resolve))) });
    for (const size of [125, 150, 175, 200]) expect(await storage.update(() => stateOf(size))).toBe(true);
    await later();
    expect(written).toEqual([text(125)]);
    done[0]?.();
    await later();
    expect(written).toEqual([text(125), text(200)]);
  });

  it('is read again when the page is looked at again, and what is new is told', async () => {
    let kept = text(125);
    const { storage } = stand({ read: () => kept, write: () => undefined });
    await storage.read();
    const told: unknown[] = [];
    const ending = new AbortController();
    storage.onChange((stored) => told.push(stored), ending.signal);
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect(told).toEqual([]);
    kept = text(175);
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect(told).toEqual([stateOf(175)]);
    ending.abort();
    kept = text(200);
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect(told).toHaveLength(1);
  });

  it('that does not answer a second time leaves what is known', async () => {
    let isGone = false;
    const { storage, warnings } = stand({ read: () => (isGone ? Promise.reject(new Error('offline')) : text(125)), write: () => undefined });
    await storage.read();
    storage.onChange(() => expect.unreachable(), new AbortController().signal);
    isGone = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await later();
    expect([await storage.read(), warnings]).toEqual([stateOf(125), []]);
  });
});

const fail = (): never => {
  throw new Error('no cookie');
};
const never = () => new Promise<never>(() => undefined);

describe('a store that cannot be relied on', () => {
  it.each([
    ['throws', fail, /read failed \(no cookie\)/],
    ['rejects', async () => fail(), /read failed \(no cookie\)/],
    ['hangs', never, /read failed \(no answer in 3 s\)/],
    ['gives an object', () => ({ version: 1 }), /it gave no text/],
    ['gives what is no JSON', () => '<html>', /read failed/],
    ['gives other JSON', () => '[1]', /another text/],
  ])('is left for the page’s own when it %s at reading, with one warning', async (_, read, why) => {
    const write = vi.fn();
    const { storage, own, warnings } = stand({ read, write }, stateOf(150));
    const reading = storage.read();
    await later(ANSWER_MS);
    expect(await reading).toEqual(stateOf(150));
    await storage.update(() => stateOf(175));
    await storage.read();
    expect([own.now, storage.known(), warnings.length]).toEqual([stateOf(175), stateOf(175), 1]);
    expect(warnings[0]).toMatch(why);
    expect(write).not.toHaveBeenCalled();
  });

  it.each([['throws', fail], ['rejects', async () => fail()], ['hangs', never]])('loses nothing when it %s at writing: the choice goes to the page’s own', async (_, write) => {
    const { storage, own, warnings } = stand({ read: () => text(125), write });
    await storage.read();
    expect(await storage.update(() => stateOf(150))).toBe(true);
    expect(await storage.update(() => stateOf(200))).toBe(true);
    await later(ANSWER_MS);
    expect([own.now, await storage.read(), warnings.length]).toEqual([stateOf(200), stateOf(200), 1]);
    expect(warnings[0]).toMatch(/^store: write failed/);
    await storage.update(() => stateOf(300));
    expect(own.now).toEqual(stateOf(300));
  });
});
