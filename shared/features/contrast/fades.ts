// When our colours go, the page's own transitions would draw that out over seconds: they are brought to their end at once.
// Not for switching on, where elements are marked instead (painter.ts): here nothing of ours is left to mark with.
import type { Root } from '../../page/page';

const COLOURS = /color|background|shadow|opacity|filter|fill|stroke|^border|^outline/;

/** Ends transitions of colours that have only just begun. */
export function endFades(roots: readonly Root[]): void {
  for (const root of roots) {
    if (!('documentElement' in root)) continue;
    for (const animation of root.getAnimations?.() ?? []) {
      const { transitionProperty } = animation as Partial<CSSTransition>;
      // Pending: of this very moment.
      if (transitionProperty && animation.pending && COLOURS.test(transitionProperty)) animation.cancel();
    }
  }
}
