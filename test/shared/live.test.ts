import { describe, expect, it } from 'vitest';
import { createLive } from '../../shared/live';

describe('a live value', () => {
  it('tells the value now, then each change, and not the same value again', () => {
    const live = createLive(1);
    const seen: number[] = [];
    live.watch((value) => seen.push(value));
    live.set(1);
    live.set(2);
    expect(seen).toEqual([1, 2]);
  });

  it('ends with the signal, also one that had ended before', () => {
    const live = createLive(1);
    const end = new AbortController();
    const seen: number[] = [];
    live.watch((value) => seen.push(value), end.signal);
    end.abort();
    live.set(2);
    live.watch((value) => seen.push(value), end.signal);
    expect(seen).toEqual([1]);
  });

  it('lets a watcher end another while it runs', () => {
    const live = createLive(0);
    const end = new AbortController();
    const seen: string[] = [];
    live.watch((value) => value && end.abort());
    live.watch(() => seen.push('second'), end.signal);
    live.set(1);
    expect(seen).toEqual(['second']);
  });
});
