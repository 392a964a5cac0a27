// Colour schemes: one analysis of the page when switched on, one set of rules for all schemes, and custom properties for each.
// Not for what the analysis finds (painter.ts) nor for the colours (schemes.ts).
import type { FeatureContext } from '../../feature';
import type { PageChange, Root } from '../../page/page';
import type { contrastDescriptor } from './descriptor';
import { createPainter, type Painter } from './painter';
import { createRepaints } from './repaints';
import { schemeOf } from './schemes';
import { rules, values } from './sheet';

/** Sheets and images that come late are looked at once more, after this. */
const LATE_MS = 200;

/** @param context the aid's own; its setting is a scheme's name */
export function start(context: FeatureContext<typeof contrastDescriptor.settings>): void {
  const { page, edits, settings, signal } = context;
  const view = page.document.defaultView;
  if (!view) return;
  const forced = view.matchMedia('(forced-colors: active)');
  let painter: Painter | null = null;

  function show(): void {
    const scheme = schemeOf(settings.value.contrast);
    if (scheme) edits.sheet('values', values(scheme));
  }

  function begin(): void {
    if (forced.matches) return context.problem('forced-colors');
    if (painter) return;
    context.uncover();
    const own = (painter = createPainter(context));
    const repaints = createRepaints(context, own);
    const served = new WeakSet<Root>();
    // Rules to append to; empty sheets take no part in the cascade.
    for (const name of ['plates', 'keep']) edits.sheet(name, '@media not all{}');
    page.roots.watch((roots) => {
      const fresh = roots.filter((root) => !served.has(root));
      fresh.forEach((root) => served.add(root));
      const tops = fresh.flatMap((root) => ('documentElement' in root ? [root.documentElement] : [...root.children]));
      if (tops.length > 0) {
        edits.batch(() => own.paint(tops, () => {
          edits.sheet('rules', rules());
          show();
        }));
      }
      for (const root of fresh) repaints.follow(root);
    }, signal);
    page.onChange((change: PageChange) => repaints.onChange(change), signal);
    let cancel = (): void => undefined;
    context.listen(view as Window, 'resize', () => {
      cancel();
      cancel = context.later(() => repaints.all(), LATE_MS);
    });
  }

  context.listen(forced, 'change', begin);
  settings.watch(() => {
    const known = painter;
    if (known) edits.batch(() => known.atOnce(show));
    else begin();
  });
}
