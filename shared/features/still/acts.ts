// What the reader did a moment ago: what the page does then is an answer, and nothing that moves by itself.
// Hears passively and prevents nothing. Not for what is done about it (motion.ts, hold.ts).
import { isElement, isOurs } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import type { Root } from '../../page/page';

/** How long a page may take to answer a press, a key or the wheel. */
const ANSWER_MS = 1500;
/** How long it may take to answer a pointer that only goes over something. */
const HOVER_ANSWER_MS = 600;
/** What we do upon a press we do at once. */
const OURS_MS = 500;
const PRESSES = ['pointerdown', 'pointerup', 'keydown', 'touchmove', 'wheel', 'input', 'change'];

export interface Acts {
  /** Whether what happens now may be the page's answer to the reader. */
  isAnswer(): boolean;
  /** Whether the reader pressed something of ours just now, as the button that plays a film. */
  isOurPress(): boolean;
  /** Whether the reader acted inside an element just now. */
  isAnswerIn(element: Element): boolean;
  /** Tells of acts. @param run `isPress`: more than the pointer going over it */
  onAct(run: (target: Element, isPress: boolean) => void): void;
}

export function createActs(context: Pick<FeatureContext, 'page' | 'listen' | 'signal'>): Acts {
  const runs: ((target: Element, isPress: boolean) => void)[] = [];
  let pressedAt = Number.NEGATIVE_INFINITY;
  let ourPressAt = Number.NEGATIVE_INFINITY;
  let hoveredAt = Number.NEGATIVE_INFINITY;
  let path: readonly EventTarget[] = [];
  const now = () => context.page.document.defaultView?.performance.now() ?? 0;

  const tell = (event: Event, isPress: boolean) => {
    const target = event.composedPath()[0];
    if (!isElement(target)) return;
    if (isOurs(target)) {
      if (isPress) ourPressAt = now();
      return;
    }
    if (isPress) {
      pressedAt = now();
      path = event.composedPath();
    } else hoveredAt = now();
    for (const run of runs) run(target, isPress);
  };
  const capture = { capture: true, passive: true };
  const heard = new WeakSet<Root>();
  context.page.roots.watch((roots) => {
    for (const root of roots) {
      if (root.nodeType !== 9 || heard.has(root)) continue;
      heard.add(root);
      for (const type of PRESSES) context.listen(root, type, (event) => event.isTrusted && tell(event, true), capture);
      context.listen(root, 'pointerover', (event) => event.isTrusted && tell(event, false), capture);
      // The window itself scrolls: the reader's doing, also by the scroll bar, which sends no press.
      context.listen(root, 'scroll', (event) => {
        if ((event.target as Node).nodeType === 9) hoveredAt = now();
      }, capture);
    }
  }, context.signal);

  return {
    isAnswer: () => now() - pressedAt < ANSWER_MS || now() - hoveredAt < HOVER_ANSWER_MS,
    isOurPress: () => now() - ourPressAt < OURS_MS,
    isAnswerIn: (element) => now() - pressedAt < ANSWER_MS && path.includes(element),
    onAct: (run) => void runs.push(run),
  };
}
