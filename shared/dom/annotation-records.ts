// What the observer's records say about annotated texts, each record in constant time. Not for what to do about it (annotations.ts).
import type { AnnotatedText } from './annotated-text';

/** What the page did to one annotated text. */
export interface Touch {
  /** It wrote into the emptied node. */
  isWritten: boolean;
  /** It changed what is inside our wrapper. */
  isInside: boolean;
}

export interface Touches {
  /** Texts whose node, wrapper or neighbourhood the page touched. */
  readonly touched: ReadonlyMap<AnnotatedText, Readonly<Touch>>;
  /** Elements that were taken out somewhere; they may be back by now. */
  readonly gone: ReadonlySet<Element>;
  /** Elements that were put in somewhere; they may be out by now. */
  readonly came: ReadonlySet<Element>;
}

type Find = (node: Node) => AnnotatedText | undefined;

/**
 * @param ofText the annotation of an emptied node
 * @param ofWrapper the annotation of a wrapper
 * @param around the annotation whose wrapper is, or holds, a node
 */
export function readRecords(records: readonly MutationRecord[], ofText: Find, ofWrapper: Find, around: Find): Touches {
  const touched = new Map<AnnotatedText, Touch>();
  const gone = new Set<Element>();
  const came = new Set<Element>();
  const touch = (entry: AnnotatedText | undefined): Touch | undefined => {
    if (!entry) return undefined;
    let known = touched.get(entry);
    if (!known) touched.set(entry, (known = { isWritten: false, isInside: false }));
    return known;
  };

  for (const { type, target, addedNodes, removedNodes, previousSibling } of records) {
    if (type === 'characterData') {
      const written = touch(ofText(target));
      if (written) written.isWritten = true;
    }
    if (type === 'attributes') continue;
    const inside = touch(around(target));
    if (inside) inside.isInside = true;
    for (const node of removedNodes) {
      touch(ofText(node) ?? ofWrapper(node));
      if (node.nodeType === 1) gone.add(node as Element);
    }
    for (const node of addedNodes) {
      touch(ofText(node) ?? ofWrapper(node));
      if (node.nodeType === 1) came.add(node as Element);
    }
    // Something came between a text and its wrapper.
    if (previousSibling) touch(ofText(previousSibling));
  }
  return { touched, gone, came };
}
