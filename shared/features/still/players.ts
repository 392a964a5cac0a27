// Films, sounds and moving drawings that play by themselves: paused, and played on afterwards. What the reader starts plays.
// Not for animated pictures (GIF), which no page can stop.
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';
import type { Acts } from './acts';

/** A page that starts its film again each time gets its way, or both would never end. */
const MOST_TIMES = 5;

/** Pauses what plays now and what begins later. */
export function createPlayers(context: Pick<FeatureContext, 'page' | 'edits' | 'listen' | 'signal'>, acts: Acts): { look(tops: readonly (Element | Root)[]): void } {
  const paused = new Map<HTMLMediaElement, number>();
  const drawings = new Set<SVGSVGElement>();
  /** Started by the reader. */
  const wanted = new WeakSet<HTMLMediaElement>();

  function pause(media: HTMLMediaElement): void {
    const times = paused.get(media) ?? 0;
    if (times >= MOST_TIMES || wanted.has(media)) return;
    paused.set(media, times + 1);
    media.pause();
  }

  function isMoving(media: HTMLMediaElement): boolean {
    // One that is yet to come begins by itself when it has come.
    return !media.paused || (media.autoplay && media.readyState < 3 && media.currentTime === 0 && !paused.has(media));
  }

  function all<E extends Element>(top: Element | Root, name: string): E[] {
    const inside = [...top.querySelectorAll(name)] as E[];
    return top.nodeType === 1 && (top as Element).localName === name ? [top as E, ...inside] : inside;
  }

  const onPlay = (event: Event) => {
    const media = event.target as HTMLMediaElement;
    if (acts.isOurPress() || acts.isAnswerIn(media) || (acts.isAnswer() && !media.autoplay)) wanted.add(media);
    else pause(media);
  };

  const heard = new WeakSet<Root>();
  context.page.roots.watch((roots) => {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      context.listen(root, 'play', onPlay, { capture: true, passive: true });
    }
  }, context.signal);

  context.edits.onUndo(() => {
    for (const media of paused.keys()) {
      // Refused where the reader has done nothing yet: then it had no right to play before either.
      if (media.isConnected && media.paused && !wanted.has(media)) media.play().catch(() => undefined);
    }
    for (const drawing of drawings) drawing.unpauseAnimations();
  });

  return {
    look(tops) {
      for (const top of tops) {
        for (const name of ['video', 'audio']) for (const media of all<HTMLMediaElement>(top, name)) if (isMoving(media)) pause(media);
        for (const drawing of all<SVGSVGElement>(top, 'svg')) {
          if (typeof drawing.pauseAnimations !== 'function' || drawing.ownerSVGElement || drawing.animationsPaused()) continue;
          if (!drawing.querySelector('animate,animateTransform,animateMotion,set')) continue;
          drawing.pauseAnimations();
          drawings.add(drawing);
        }
      }
    },
  };
}
