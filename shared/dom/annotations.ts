// Our stand-ins for the page's text nodes, kept in step with whatever the page does to them. See "Ledger rules" in the architecture.
// Not for what an annotation shows (features/pinyin) nor for when.
import type { AnnotatedText, TextPoint } from './annotated-text';
import { canBeAnnotated, canHoldWrapper, offsetIn, plainNodes, pointIn, wrap } from './annotated-text';
import type { Annotations } from './edits';
import { isOurs, MARKER, TEXT_TAG } from './marker';
import type { TextSource } from './plain-text';
import { plainText } from './plain-text';
import type { Places } from './reader-selection';
import { createSelectionKeeper } from './reader-selection';
import { readRecords } from './annotation-records';

/** What the annotations stand on. */
export interface AnnotationHost {
  /** Runs writes that no observer of ours shall hear of; what the page did before is delivered first. */
  mute(run: () => void): void;
}

/** The annotations of one owner. */
export interface OwnerAnnotations extends Annotations {
  /** Puts back every text of this owner. */
  undo(): void;
  /** Runs many edits in which nobody but us moves the reader's selection. */
  together(run: () => void): void;
}

/** All annotations of a document, its shadow roots and frames. */
export interface AnnotationBook extends TextSource {
  owner(): OwnerAnnotations;
  /**
   * Brings annotations in step with what the page did; call it first in the observer's microtask, with the bare records.
   * @returns text nodes of the page that came in place of copies of our wrappers (their records name only the copies)
   */
  reconcile(records: readonly MutationRecord[]): readonly Text[];
}

interface Owner {
  readonly entries: Set<AnnotatedText>;
  readonly listeners: ((texts: readonly Text[]) => void)[];
}

const COPIES = `${TEXT_TAG}[${MARKER}],ruby[${MARKER}],:not(ruby)>rt[data-py]`;

/** Makes the book; handed to the ledger by the first aid that annotates, so that its code comes with that aid. */
export type CreateAnnotations = (host: AnnotationHost) => AnnotationBook;

/** One book for a document. */
export function createAnnotations({ mute }: AnnotationHost): AnnotationBook {
  const byText = new WeakMap<Node, AnnotatedText>();
  const byWrapper = new WeakMap<Node, AnnotatedText>();
  const ownerOf = new WeakMap<AnnotatedText, Owner>();
  const owners = new Set<Owner>();
  const selection = createSelectionKeeper();
  /** Shadow roots and frames with annotations: what goes with its host tells nobody. */
  const roots = new Set<ShadowRoot | Document>();
  let isUsed = false;

  function entryAround(node: Node): AnnotatedText | undefined {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    const wrapper = element?.closest(TEXT_TAG);
    return wrapper ? byWrapper.get(wrapper) : undefined;
  }

  const places: Places = {
    offsetOf(text, node, offset) {
      const entry = byText.get(text);
      if (node === text) return entry ? 0 : offset;
      return entry && entry.wrapper.contains(node) ? offsetIn(entry, node, offset) : null;
    },
    pointAt: (text, offset) => pointAt(text, offset),
    lastOf: (text) => byText.get(text)?.wrapper ?? text,
  };

  function pointAt(text: Text, offset: number): TextPoint {
    const entry = byText.get(text);
    return entry ? pointIn(entry, offset) : { node: text, offset: Math.max(0, Math.min(offset, text.data.length)) };
  }

  /** The page may hold the wrapper, too, and put it in again with the text beside it: then it has nothing more to show. */
  function forget(entry: AnnotatedText): void {
    entry.wrapper.replaceChildren();
    byText.delete(entry.text);
    byWrapper.delete(entry.wrapper);
    ownerOf.get(entry)?.entries.delete(entry);
  }

  function putBack(entry: AnnotatedText, data = entry.data): void {
    selection.keep(entry.text, places, () => {
      entry.wrapper.remove();
      // What is in it by now was written by the page where no observer hears: in a part that it had taken out.
      entry.text.data ||= data;
      forget(entry);
    });
  }

  function add(owner: Owner, text: Text, fill: (wrapper: Element, data: string) => void): boolean {
    if (!canBeAnnotated(text)) return false;
    const entry = wrap(text);
    fill(entry.wrapper, entry.data);
    check(entry);
    const root = text.getRootNode();
    if ((root.nodeType === 9 || (root.nodeType === 11 && 'host' in root)) && !roots.has(root as ShadowRoot | Document)) {
      // A frame that went on to another document tells nobody of the one that it left.
      releaseLostRoots();
      roots.add(root as ShadowRoot | Document);
    }
    selection.keep(text, places, () => {
      text.data = '';
      text.after(entry.wrapper);
      byText.set(text, entry);
      byWrapper.set(entry.wrapper, entry);
      ownerOf.set(entry, owner);
      owner.entries.add(entry);
    });
    isUsed = true;
    return true;
  }

  function refill(entry: AnnotatedText, fill: (wrapper: Element, data: string) => void): void {
    selection.keep(entry.text, places, () => {
      try {
        fill(entry.wrapper, entry.data);
        check(entry);
      } catch (error) {
        entry.wrapper.replaceChildren(entry.sentinel, entry.wrapper.ownerDocument.createTextNode(entry.data));
        throw error;
      } finally {
        entry.index = null;
      }
    });
  }

  function check({ wrapper, sentinel, data }: AnnotatedText): void {
    if (wrapper.firstChild !== sentinel) wrapper.prepend(sentinel);
    if (wrapper.textContent !== data) throw new Error('Mingdu: an annotation must show exactly the text it stands for');
  }

  /** The page wrote into our wrapper. Its text counts; elements that it put there stay, and the wrapper goes. */
  function dissolve(entry: AnnotatedText): void {
    const nodes = plainNodes(entry.wrapper);
    if (nodes.every((node) => node.nodeType === 3)) return putBack(entry, nodes.map((node) => node.textContent).join(''));
    entry.wrapper.replaceWith(...nodes);
    forget(entry);
  }

  /** @returns whether the text is still there but without its annotation */
  function settle(entry: AnnotatedText, isWritten: boolean, isInside: boolean): boolean {
    const { text, wrapper, sentinel } = entry;
    // Who writes through all text nodes writes into the emptied one what is in it already, and the text into ours.
    if (isWritten && (text.data !== '' || !isInside)) {
      // splitText(0) writes nothing into the node and leaves another right after it, for which the page takes our text.
      const rest = text.data === '' && text.nextSibling?.nextSibling === wrapper ? text.nextSibling : null;
      if (rest?.nodeType === 3 && (rest as Text).data === '') (rest as Text).data = entry.data;
      wrapper.remove();
      forget(entry);
    } else if (wrapper.parentNode && text.nextSibling !== wrapper && sentinel.parentNode !== wrapper && wrapper.textContent) {
      // normalize() took both empty nodes and left what is shown, a range took them with a part of it: the page still counts on the text.
      wrapper.before(text);
      dissolve(entry);
    } else if (!text.isConnected || (text.nextSibling !== wrapper && !canHoldWrapper(text.parentNode))) {
      // Also where it was put into a field, whose value would be without what a wrapper shows.
      putBack(entry);
    } else if (isInside) {
      dissolve(entry);
    } else if (wrapper.getRootNode() !== text.getRootNode()) {
      putBack(entry);
    } else {
      if (text.nextSibling === wrapper) return false;
      selection.keep(text, places, () => text.after(wrapper));
      return false;
    }
    return text.isConnected;
  }

  /** Puts back the texts inside something that left the page, so that nothing of ours is kept in it. */
  function releaseIn(top: Element): void {
    for (const wrapper of top.querySelectorAll(TEXT_TAG)) {
      const entry = byWrapper.get(wrapper);
      if (entry) settle(entry, false, false);
    }
  }

  function putBackIn(top: ParentNode): void {
    for (const wrapper of top.querySelectorAll(TEXT_TAG)) {
      const entry = byWrapper.get(wrapper);
      if (entry) putBack(entry);
    }
  }

  function releaseLostRoots(): void {
    for (const root of roots) {
      if ('host' in root ? root.host.isConnected : root.defaultView) continue;
      // In a document that its frame left all is still in place.
      putBackIn(root);
      roots.delete(root);
    }
  }

  /** Roots that nobody has an annotation in any more are forgotten. */
  function forgetEmptyRoots(): void {
    const used = new Set<Node>();
    for (const { entries } of owners) for (const { text } of entries) used.add(text.getRootNode());
    for (const root of roots) if (!used.has(root)) roots.delete(root);
  }

  /** Copies of our wrappers (cloneNode, innerHTML, pasted) become the plain text that they show. */
  function restoreCopies(top: Element): Text[] {
    const found = top.matches(COPIES) ? [top] : [];
    const texts: Text[] = [];
    for (const copy of [...found, ...top.querySelectorAll(COPIES)]) {
      if (byWrapper.has(copy) || !copy.parentNode || copy.parentElement?.closest(TEXT_TAG)) continue;
      const nodes = plainNodes(copy);
      const before = copy.previousSibling;
      const [first] = nodes;
      // cloneNode copied the emptied node too: the text belongs there.
      if (before?.nodeType === 3 && (before as Text).data === '' && !byText.has(before) && first?.nodeType === 3) {
        (before as Text).data = (first as Text).data;
        nodes.shift();
        texts.push(before as Text);
      }
      copy.replaceWith(...nodes);
      for (const node of nodes) if (node.nodeType === 3) texts.push(node as Text);
    }
    return texts;
  }

  function reconcile(records: readonly MutationRecord[]): readonly Text[] {
    if (!isUsed) return [];
    const { touched, gone, came } = readRecords(records, (node) => byText.get(node), (node) => byWrapper.get(node), entryAround);
    if (touched.size + gone.size + came.size === 0) return [];
    const lost: Text[] = [];
    let restored: Text[] = [];
    mute(() => {
      for (const [entry, { isWritten, isInside }] of touched) {
        if (byText.get(entry.text) === entry && settle(entry, isWritten, isInside)) lost.push(entry.text);
      }
      for (const top of gone) if (!top.isConnected) releaseIn(top);
      if (gone.size > 0) releaseLostRoots();
      for (const top of came) {
        if (!top.isConnected) continue;
        // As a whole into an editor: what is there is saved.
        if (!canHoldWrapper(top)) putBackIn(top);
        restored = restored.concat(restoreCopies(top));
      }
    });
    if (lost.length + restored.length > 0) {
      for (const owner of owners) for (const run of owner.listeners) run([...lost, ...restored]);
    }
    return restored;
  }

  return {
    reconcile,
    pointAt,
    textOf: (text) => byText.get(text)?.data ?? text.data,
    sourceOf(node, offset) {
      const entry = byText.get(node) ?? entryAround(node);
      if (entry) return { text: entry.text, offset: node === entry.text ? 0 : offsetIn(entry, node, offset) };
      const before = node.nodeType === 1 && offset > 0 ? node.childNodes[offset - 1] : undefined;
      const wrapped = before?.nodeType === 1 && node.childNodes[offset]?.nodeType !== 3 ? byWrapper.get(before as Element) : undefined;
      return wrapped && !isOurs(node) ? { text: wrapped.text, offset: wrapped.data.length } : plainText.sourceOf(node, offset);
    },
    owner() {
      const owner: Owner = { entries: new Set(), listeners: [] };
      owners.add(owner);
      return {
        set(text, fill) {
          const entry = byText.get(text);
          if (!entry) return add(owner, text, fill);
          if (ownerOf.get(entry) !== owner) return false;
          refill(entry, fill);
          return true;
        },
        clear(text) {
          const entry = byText.get(text);
          if (entry && ownerOf.get(entry) === owner) putBack(entry);
        },
        has(text) {
          const entry = byText.get(text);
          return entry !== undefined && ownerOf.get(entry) === owner;
        },
        onLost: (run) => void owner.listeners.push(run),
        together: selection.together,
        undo() {
          selection.together(() => [...owner.entries].forEach((entry) => putBack(entry)));
          owners.delete(owner);
          releaseLostRoots();
          forgetEmptyRoots();
        },
      };
    },
  };
}
