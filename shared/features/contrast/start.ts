// Colour schemes: one analysis of the page when switched on, one set of rules for all schemes, and custom properties for each.
// Not for what the analysis finds (painter.ts) nor for the colours (schemes.ts).
import type { FeatureContext } from '../../feature';
import type { PageChange, Root } from '../../page/page';
import type { contrastDescriptor } from './descriptor';
import { createPainter, type Painter } from './painter';
import { createRepaints } from './repaints';
import { schemeOf } from './schemes';
import { rules, selectionRules, values } from './sheet';

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

  /** From the first thing selected on. */
  function select(event?: Event): void {
    const isBegun = event?.type === 'selectstart' || page.roots.value.some((root) => 'documentElement' in root && root.getSelection()?.isCollapsed === false);
    if (isBegun) edits.sheet('selection', selectionRules());
  }

  function begin(): void {
    if (forced.matches) return context.problem('forced-colors');
    if (painter) return;
    context.takeOnAll();
    context.uncover();
    const own = (painter = createPainter(context));
    const repaints = createRepaints(context, own);
    const served = new WeakSet<Root>();
    // Asked before anything is written: the answer needs the layout.
    select();
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
      for (const root of fresh) {
        repaints.follow(root);
        for (const type of ['selectstart', 'selectionchange']) context.listen(root, type, select);
      }
    }, signal);
    page.onChange((change: PageChange) => repaints.onChange(change), signal);
    let cancel = (): void => undefined;
    context.listen(view as Window, 'resize', () => {
      cancel();
      cancel = context.later(() => repaints.all(), LATE_MS);
    });
  }

  context.listen(forced, 'change', begin);
  settings.watch(({ contrast }) => {
    const known = painter;
    // `off`: the aid is about to end.
    if (!schemeOf(contrast)) return;
    if (known) edits.batch(() => known.atOnce(show));
    else begin();
  });
}
