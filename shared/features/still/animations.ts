// Animations that the browser itself runs without end: held where most can be seen, and run on from where they were.
// What ends by itself (an entrance) goes to its end. Not for what scripts move step by step (motion.ts).
import { isOurs, MARK_PREFIX } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { clipOf, headOf, partSeen } from './seen';

/** WCAG 2.2.2: what moves no longer than this need not be stopped. */
const LONGEST_MS = 5000;
const LONGEST_TRANSITION_MS = 3000;
/** Places of one round that are tried for the one where most can be seen. */
const TRIES = 12;
/** More than this many groups are held where they are: each try is a layout. */
const MOST_TRIED = 20;
const GOOD = 0.95;
const NAME = 'still-play';

interface Held {
  readonly animation: Animation;
  /** Where it was. */
  readonly time: number;
  readonly isCss: boolean;
}

type Pseudo = '' | 'before' | 'after';

export function createAnimations(context: Pick<FeatureContext, 'page' | 'edits' | 'pending' | 'signal'>): { look(): void } {
  const { page, edits } = context;
  const held = new Map<Animation, Held>();
  const rules = new Set<string>();
  /** The names of the animations that are held, of each element and its generated parts. */
  const marked = new WeakMap<Element, Map<Pseudo, Set<string>>>();
  let tried = 0;

  edits.onUndo(() => {
    for (const { animation, time, isCss } of held.values()) {
      if (animation.playState === 'idle' || animation.playState === 'finished') continue;
      animation.currentTime = time;
      if (!isCss) animation.play();
    }
  });

  function isEndless(animation: Animation): boolean {
    const effect = animation.effect as KeyframeEffect | null;
    const target = effect?.target;
    if (!target || animation.playState !== 'running' || held.has(animation) || isOurs(target)) return false;
    // Driven by scrolling: it moves only when the reader does.
    if (animation.timeline !== target.ownerDocument.timeline || typeof animation.currentTime !== 'number') return false;
    const { iterations = 1, endTime } = effect.getComputedTiming();
    // A script's endless line is often one long transition after another.
    const longest = 'transitionProperty' in animation ? LONGEST_TRANSITION_MS : iterations > 1 ? LONGEST_MS : Number.POSITIVE_INFINITY;
    return iterations === Number.POSITIVE_INFINITY || (typeof endTime === 'number' && endTime > longest);
  }

  /** A rule for each list of play states, so that what ends by itself on the same element goes on. */
  function holdCss(element: Element, pseudo: Pseudo, names: ReadonlySet<string>): void {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element, pseudo ? `::${pseudo}` : null);
    const value = (style?.animationName ?? '').split(', ').map((name) => (names.has(name) ? 'paused' : 'running')).join();
    const mark = pseudo ? `${NAME}-${pseudo}` : NAME;
    edits.mark(element, mark, value);
    const rule = `[${MARK_PREFIX}${mark}="${value}"]${pseudo ? `::${pseudo}` : ''}{animation-play-state:${value}!important}`;
    if (!rules.has(rule)) edits.rule('play', rule);
    rules.add(rule);
  }

  /** Moves all of a group by the same part of a round to where most of it is seen: slides of one show go in turn. */
  function goWhereSeen(group: readonly Held[]): void {
    const parts = group.map(({ animation, time }) => {
      const effect = animation.effect as KeyframeEffect;
      const { duration } = effect.getComputedTiming();
      const clip = clipOf(effect.target as Element);
      return { animation, time, round: Number(duration), element: headOf(effect.target as Element, clip), clip };
    });
    // Squares: one slide wholly seen is better than two by half.
    const seen = () => parts.reduce((sum, { element, clip }) => sum + partSeen(element, clip) ** 2, 0);
    const goTo = (part: number) => parts.forEach(({ animation, time, round }) => (animation.currentTime = time + part * round));
    let best = { part: 0, seen: seen() };
    if (best.seen >= GOOD * parts.length) return;
    const tryParts = (from: number, by: number) => {
      for (let step = 1; step < TRIES; step += 1) {
        goTo(from + step * by);
        const now = seen();
        if (now > best.seen + 0.005) best = { part: from + step * by, seen: now };
      }
    };
    tryParts(0, 1 / TRIES);
    // Nearer still, on both sides of the best.
    if (best.part > 0) tryParts(best.part - 1 / TRIES, 2 / TRIES ** 2);
    goTo(best.part);
  }

  /** One group a frame: each try is a layout. */
  function tryInTurn(groups: Held[][]): void {
    context.pending(page.schedule.slice(() => {
      const group = tried < MOST_TRIED ? groups.shift() : undefined;
      if (!group) return 0;
      tried += 1;
      goWhereSeen(group.filter(({ animation }) => animation.playState === 'paused' || animation.pending));
      return 1;
    }, 1, context.signal));
  }

  function look(): void {
    const fresh = new Set(page.roots.value.flatMap((root) => root.getAnimations?.() ?? []).filter(isEndless));
    if (fresh.size === 0) return;
    const groups = new Map<Element | null, Map<string, Held[]>>();
    edits.batch(() => {
      const touched = new Set<Element>();
      for (const animation of fresh) {
        const { target, pseudoElement } = animation.effect as KeyframeEffect & { readonly target: Element };
        const pseudo = (/^::?(before|after)$/.exec(pseudoElement ?? '')?.[1] ?? '') as Pseudo;
        const name = (animation as Partial<CSSAnimation>).animationName ?? '';
        // A list mark or a first letter has no rule of ours: it is paused like a script's.
        const isCss = name !== '' && (pseudo !== '' || !pseudoElement);
        const one: Held = { animation, time: animation.currentTime as number, isCss };
        held.set(animation, one);
        if (isCss) {
          const parts = marked.get(target) ?? new Map<Pseudo, Set<string>>();
          marked.set(target, parts.set(pseudo, (parts.get(pseudo) ?? new Set()).add(name)));
          touched.add(target);
        } else animation.pause();
        // A transition that jumped to its end would begin the script's next.
        if (pseudoElement || 'transitionProperty' in animation) continue;
        const mates = groups.get(target.parentElement) ?? new Map<string, Held[]>();
        groups.set(target.parentElement, mates.set(name, [...(mates.get(name) ?? []), one]));
      }
      for (const element of touched) marked.get(element)?.forEach((names, pseudo) => holdCss(element, pseudo, names));
    });
    tryInTurn([...groups.values()].flatMap((mates) => [...mates.values()]));
  }

  return { look };
}
