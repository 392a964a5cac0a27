// The part of the instruments that runs in the page, gathered under one name; bundled and put in by instrument.ts.
// It changes nothing in the document; its only trace is the property below.
import { differencesSince, takeSnapshot, type Snapshot, type SnapshotOptions } from './snapshot';
import { coveredTexts } from './covered';
import { layoutFaults, layoutOf } from './layout';
import { linesInView } from './lines';
import { selectorOf } from './selector';
import { signsGone, signsInView } from './signs';
import { nodeOf, plain, textsOnPage } from './texts';

const snapshots = new Map<string, Snapshot>();

/** What instrument.ts calls; everything it returns can be serialised. */
const probe = {
  texts: () => textsOnPage(document).map(plain),
  faults: () => layoutFaults(document),
  /** Texts and all their faults of layout, from one walk. */
  survey: () => {
    const texts = textsOnPage(document);
    const { faults, shown } = layoutOf(document, texts);
    // What no scrolling shows cannot be covered as well.
    const covered = coveredTexts(document, texts.filter(({ id }) => shown.has(id)));
    return { texts: texts.map(plain), shown: [...shown], faults: [...faults, ...covered] };
  },
  lines: () => linesInView(document),
  signs: () => signsInView(document),
  signsGone: () => signsGone(),
  /** Where texts and signs stand, by number: a selector, '' for one that is no longer in the page. */
  where: (ids: readonly number[]) =>
    ids.map((id) => {
      const node = nodeOf(id);
      return node === undefined ? '' : selectorOf(node.nodeType === 1 ? (node as Element) : (node.parentElement ?? (node.parentNode as ShadowRoot).host));
    }),
  size: () => ({
    width: Math.max(document.documentElement.scrollWidth, document.body?.scrollWidth ?? 0),
    height: Math.max(document.documentElement.scrollHeight, document.body?.scrollHeight ?? 0),
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    x: scrollX,
    y: scrollY,
  }),
  scrollTo: (x: number, y: number) =>
    new Promise<void>((resolve) => {
      scrollTo({ left: x, top: y, behavior: 'instant' });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    }),
  take: (name: string) => {
    const snapshot = takeSnapshot(document);
    snapshots.set(name, snapshot);
    return snapshot.nodes.length;
  },
  differences: (name: string, options: SnapshotOptions) => {
    const snapshot = snapshots.get(name);
    if (snapshot === undefined) throw new Error(`no snapshot “${name}” on this page: was it loaded anew?`);
    return differencesSince(snapshot, document, options);
  },
  /** Ends the page's own clocks and carousels, so that what changes afterwards is the product's doing. */
  stopTimers: () => {
    const last = setTimeout(() => undefined, 0) as unknown as number;
    for (let id = 0; id <= last; id += 1) {
      clearTimeout(id);
      clearInterval(id);
    }
    const frame = requestAnimationFrame(() => undefined);
    for (let id = 0; id <= frame; id += 1) cancelAnimationFrame(id);
  },
};

export type Probe = typeof probe;

(globalThis as { mingduProbe?: Probe }).mingduProbe = probe;
