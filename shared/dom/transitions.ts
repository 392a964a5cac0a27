// Makes a change of ours at once on pages whose own transitions would draw it out over seconds: what is measured meanwhile would be neither
// old nor new. Not for the page's other animations.
import type { Root } from '../page/page';

/** Under this sheet nothing begins to move. It costs a second look at all styles, so it is for pages that have transitions. */
const HELD_CSS = '*,::before,::after{transition-property:none!important}';
/** How many elements of a root are asked whether it has transitions at all. */
const SAMPLE = 40;

function viewOf(root: Root): (Window & typeof globalThis) | null {
  return ('defaultView' in root ? root : root.ownerDocument).defaultView;
}

function hasTransitions(root: Root): boolean {
  const view = viewOf(root);
  if (!view) return false;
  const elements = root.querySelectorAll('*');
  const stride = Math.ceil(elements.length / SAMPLE);
  for (let at = 0; at < elements.length; at += stride) {
    const element = elements[at];
    if (element && /[1-9]/.test(view.getComputedStyle(element).transitionDuration)) return true;
  }
  return false;
}

/**
 * Runs a change without transitions.
 * @param roots where the change shows
 * @param hold puts a sheet into force; '' takes it out
 */
export type WithoutTransitions = (roots: readonly Root[], hold: (css: string) => void, run: () => void) => void;

export const withoutTransitions: WithoutTransitions = (roots, hold, run) => {
  const held = roots.some(hasTransitions);
  if (held) hold(HELD_CSS);
  run();
  if (held) {
    // Reading forces the new values in; then nothing is left to move when the sheet goes.
    for (const root of roots) {
      const top = 'documentElement' in root ? root.documentElement : root.firstElementChild;
      if (top) viewOf(root)?.getComputedStyle(top).getPropertyValue('font-size');
    }
    hold('');
  } else cancelNew(roots);
};

/** A few elements that the sample missed may have begun to move: those that are not under way yet began just now. */
function cancelNew(roots: readonly Root[]): void {
  for (const root of roots) {
    for (const animation of root.getAnimations?.() ?? []) {
      if ('transitionProperty' in animation && animation.pending && animation.startTime === null) animation.cancel();
    }
  }
}
