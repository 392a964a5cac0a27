// @vitest-environment jsdom
// When the reader counts as away from what is read, and what brings it back. Real scrolling is the browsers' test.
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { FeatureContext } from '../../../../shared/feature';
import type { speechDescriptor } from '../../../../shared/features/speech/descriptor';
import { createFollower, type Follower } from '../../../../shared/features/speech/follow';
import { createLive } from '../../../../shared/live';
import { completeWindow } from '../../../support/jsdom-window';

let isAway = createLive(false);
let top = 100;
let follower: Follower;
let looks: (() => void)[] = [];
const scrolled: number[] = [];

beforeAll(() => completeWindow(window as Window & typeof globalThis));
beforeEach(() => {
  [isAway, top, looks] = [createLive(false), 100, []];
  scrolled.length = 0;
  window.scrollBy = vi.fn((options: ScrollToOptions) => void scrolled.push(options.top ?? 0)) as typeof window.scrollBy;
  const box = () => ({ left: 0, right: 300, width: 300, height: 40, top, bottom: top + 40 }) as DOMRectReadOnly;
  const context = {
    page: { document, roots: createLive([document]) },
    speaker: { isAway },
    signal: new AbortController().signal,
    listen: (target: EventTarget, type: string, run: (event: Event) => void, options: AddEventListenerOptions) => target.addEventListener(type, run, options),
    later: (run: () => void) => (looks.push(run), () => undefined),
  } as unknown as FeatureContext<typeof speechDescriptor.settings>;
  follower = createFollower(context, window, { rect: box, line: box, node: () => document.body });
});
const look = () => looks.splice(0).forEach((run) => run());

it('a reader who scrolls it out of sight is away until it is seen again', () => {
  document.dispatchEvent(new Event('wheel'));
  look();
  expect(isAway.value).toBe(false);
  top = -500;
  document.dispatchEvent(new Event('scroll'));
  look();
  expect(isAway.value).toBe(true);
  follower.follow();
  expect(scrolled).toEqual([]);
  top = 200;
  document.dispatchEvent(new Event('scroll'));
  look();
  expect(isAway.value).toBe(false);
});

it('回到朗读处 brings it back at once', () => {
  document.dispatchEvent(new Event('wheel'));
  top = 2_000;
  look();
  expect(isAway.value).toBe(true);
  follower.attend();
  follower.follow();
  expect(isAway.value).toBe(false);
  expect(scrolled[0]).toBeGreaterThan(1_000);
});

it('scrolling of ours never makes the reader away', () => {
  top = 2_000;
  follower.follow();
  document.dispatchEvent(new Event('scroll'));
  look();
  expect(isAway.value).toBe(false);
});
