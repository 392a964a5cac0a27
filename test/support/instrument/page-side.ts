// The part of the instruments that runs in the page, gathered under one name; bundled and put in by instrument.ts.
// It changes nothing in the document; its only trace is the property below.
import { differencesSince, takeSnapshot, type Snapshot, type SnapshotOptions } from '../snapshot';
import { layoutFaults } from './layout';
import { linesInView } from './lines';
import { plain, textsOnPage } from './texts';

const snapshots = new Map<string, Snapshot>();

/** What instrument.ts calls; everything it returns can be serialised. */
const probe = {
  texts: () => textsOnPage(document).map(plain),
  faults: () => layoutFaults(document),
  lines: () => linesInView(document),
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
