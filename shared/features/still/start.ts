// What moves by itself stands still, and what floats over the page is hidden: all from outside, never touching the page's timers.
// Each kind of motion has its own file. Not stopped: animated pictures (GIF), and what is drawn on a canvas.
import type { FeatureContext } from '../../feature';
import type { PageChange, Root } from '../../page/page';
import { createActs } from './acts';
import { createAnimations } from './animations';
import type { stillDescriptor } from './descriptor';
import { createFloats } from './floats';
import { createHolds } from './hold';
import { createMarquees } from './marquees';
import { createMotion } from './motion';
import { createPlayers } from './players';
import { createStrips } from './strips';
import { createTurns } from './turns';

/** After a change of the page its animations are asked for, once for many changes. */
const LOOK_MS = 200;

export function start(context: FeatureContext<typeof stillDescriptor.settings>): void {
  const { page, edits, signal } = context;
  const { document } = page;
  if (!document.defaultView) return;
  context.takeOnAll();
  // Rules to append to; empty sheets take no part in the cascade.
  for (const name of ['play', 'hold', 'turns']) edits.sheet(name, '@media not all{}');
  const acts = createActs(context);
  const animations = createAnimations(context);
  const players = createPlayers(context, acts);
  const marquees = createMarquees(context);
  const floats = createFloats(context);
  const holds = createHolds(context, acts);
  const motion = createMotion(context, acts, holds, floats.isMoving);
  const turns = createTurns(context, acts, holds);
  createStrips(context, acts);
  let isLookingSoon = false;

  const lookSoon = () => {
    if (isLookingSoon) return;
    isLookingSoon = true;
    context.later(() => {
      isLookingSoon = false;
      animations.look();
    }, LOOK_MS);
  };
  const look = (tops: readonly (Element | Root)[]) => {
    players.look(tops);
    marquees.look(tops);
    floats.look(tops);
    lookSoon();
  };

  const served = new WeakSet<Root>();
  page.roots.watch((roots) => {
    const fresh = roots.filter((root) => !served.has(root));
    for (const root of fresh) {
      served.add(root);
      for (const type of ['animationstart', 'transitionrun']) context.listen(root, type, lookSoon, { capture: true, passive: true });
    }
    if (fresh.length > 0) look(fresh);
  }, signal);
  animations.look();

  page.onChange((change: PageChange) => {
    motion.onChange(change);
    turns.onChange(change);
    floats.onChange(change);
    const added = change.added.filter((node): node is Element => node.nodeType === 1);
    if (added.length > 0) look(added);
    else lookSoon();
  }, signal);
  context.listen(document.defaultView, 'resize', () => holds.releaseAll());
}
