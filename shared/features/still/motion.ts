// Finds what scripts move: elements that the page writes on again and again while the reader does nothing.
// Not for pinning them (hold.ts), nor for boxes that are scrolled (strips.ts).
import { childrenOf, up } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { PageChange } from '../../page/page';
import type { Acts } from './acts';
import { type Holds, type Values, valuesOf } from './hold';
import { clipOf } from './seen';

/** Writes that are no further apart are one movement. */
const REST_MS = 300;
/** Longer than any entrance: this never rests. */
const ENDLESS_MS = 2000;
const ENDLESS_WRITES = 20;
/** Two movements further apart are no show. */
const LONGEST_PAUSE_MS = 20_000;
/** Movements until it is one that repeats itself; fewer where it is built and named like a show. */
const REPEATS = 3;
const REPEATS_OF_SHOW = 2;
const NAMES = /slid|swip|carousel|banner|focus|scroll|roll|marquee|lunbo|flash|ticker|gundong|owl|slick|rotat|loop|hot|pic/i;
/** A list longer than this is a list. */
const MOST_MEMBERS = 60;
/** Sides that differ by no more belong to one show. */
const ALIKE = 0.2;

interface Track {
  /** The children that were written on. */
  readonly moved: Set<Element>;
  /** Movements so far. */
  count: number;
  begun: number;
  last: number;
  writes: number;
  /** How all members stood at the last rest. */
  rest: Map<Element, Values> | null;
  hasRested: boolean;
}

export interface Motion {
  onChange(change: PageChange): void;
}

/**
 * @param onEndless is told of an element that never rests; true: it is dealt with (a floating box)
 */
export function createMotion(context: Pick<FeatureContext, 'page' | 'later'>, acts: Acts, holds: Holds, onEndless: (element: Element) => boolean): Motion {
  const view = context.page.document.defaultView;
  const tracks = new Map<Element, Track>();
  const looks = new WeakMap<Element, string>();
  let resting: (() => void) | null = null;

  /** Whether what the page wrote is another style or class: a write of the same is none. */
  function isWritten(element: Element): boolean {
    const look = `${element.getAttribute('style') ?? ''}|${element.getAttribute('class') ?? ''}`;
    const before = looks.get(element);
    looks.set(element, look);
    return before !== look;
  }

  function note(element: Element, now: number): void {
    const parent = element.parentElement;
    if (!parent || element.localName === 'body') return;
    let track = tracks.get(parent);
    if (!track) tracks.set(parent, (track = { moved: new Set(), count: 0, begun: now, last: Number.NEGATIVE_INFINITY, writes: 0, rest: null, hasRested: false }));
    const pause = now - track.last;
    if (pause > REST_MS) {
      // A page that wrote once long ago begins anew.
      if (pause > LONGEST_PAUSE_MS) track.count = 0;
      track.count += 1;
      track.begun = now;
      track.writes = 0;
    }
    track.last = now;
    track.writes += 1;
    track.hasRested = false;
    track.moved.add(element);
    if (track.rest && track.count >= (isShow(element) ? REPEATS_OF_SHOW : REPEATS) && holds.hold(track.rest)) {
      tracks.delete(parent);
      return;
    }
    if (track.writes >= ENDLESS_WRITES && now - track.begun > ENDLESS_MS) {
      tracks.delete(parent);
      for (const one of track.moved) if (!onEndless(one)) holds.holdMoving(one);
      return;
    }
    resting ??= context.later(rest, REST_MS);
  }

  /** Notes how things stand once they have come to rest. */
  function rest(): void {
    resting = null;
    const now = view?.performance.now() ?? 0;
    let isWaiting = false;
    for (const [parent, track] of tracks) {
      if (!parent.isConnected || now - track.last > LONGEST_PAUSE_MS) tracks.delete(parent);
      if (track.hasRested) continue;
      const members = membersOf(parent, track.moved);
      // One write may begin a transition that goes on by itself.
      track.hasRested = now - track.last >= REST_MS && !members.some(isOnItsWay);
      if (track.hasRested) track.rest = new Map(members.map((element) => [element, valuesOf(element)]));
      else isWaiting = true;
    }
    if (isWaiting) resting = context.later(rest, REST_MS / 2);
  }

  return {
    onChange({ restyled }) {
      if (restyled.length === 0) return;
      const now = view?.performance.now() ?? 0;
      const isAnswer = acts.isAnswer();
      const again = new Set(restyled.map((element) => holds.groupOf(element)));
      for (const group of again) if (group) holds.extend(group);
      for (const element of restyled) if (isWritten(element) && !isAnswer && !holds.groupOf(element)) note(element, now);
    },
  };
}

/** Whether something that will end moves it now. */
function isOnItsWay(element: Element): boolean {
  return (element.getAnimations?.() ?? []).some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().iterations === 1);
}

/** Those that were written on; all slides of a show, because the others will have their turn. */
function membersOf(parent: Element, moved: ReadonlySet<Element>): Element[] {
  const present = [...moved].filter((element) => element.parentElement === parent);
  const [first] = present;
  const all = childrenOf(parent);
  const isShowOfSlides = first !== undefined && present.length > 1 && all.length <= MOST_MEMBERS && all.every((one) => one.localName === first.localName) && areAlike(all);
  return isShowOfSlides ? all : present;
}

/** Of one size, as far as they are shown. */
function areAlike(elements: readonly Element[]): boolean {
  const boxes = elements.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
  const spread = (sizes: readonly number[]) => (Math.max(...sizes) - Math.min(...sizes)) / Math.max(...sizes);
  return boxes.length < 2 || (spread(boxes.map(({ width }) => width)) <= ALIKE && spread(boxes.map(({ height }) => height)) <= ALIKE);
}

/** Whether it stands in a box that cuts it off, in one that is named like a show. */
function isShow(element: Element): boolean {
  let steps = 0;
  for (let at: Element | null = element; at && at.localName !== 'body' && steps < 4; at = up(at), steps += 1) {
    if (NAMES.test(`${at.id} ${at.getAttribute('class') ?? ''}`)) return true;
  }
  return clipOf(element) !== null;
}
