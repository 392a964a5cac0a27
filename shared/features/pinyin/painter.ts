// Puts the readings of sentences on the page, as edits. Not for getting readings nor for choosing sentences (work.ts).
import { createAnnotations } from '../../dom/annotations';
import type { Edits } from '../../dom/edits';
import type { PinyinPack } from '../../host';
import type { Page } from '../../page/page';
import type { Block } from './blocks';
import type { Tones } from './extras/tones';
import { createKeeper } from './keep';
import { createLeaver } from './leave';
import { addReadings, flatten, readingsIn } from './ruby';
import type { Part, Sentence } from './sentences';
import { createShapes } from './shape';
import { ROOM, roomyLine } from './style';
import { createWordStarts } from './words';

/** What keeps its shape can break what is around it no further; so often at most it is looked for. */
const MOST_ROUNDS = 3;

/** What is annotated: every Han character, or rare ones only. */
export type Mode = 'all' | 'rare';

/** A sentence with its readings, one entry per UTF-16 unit. */
export interface ReadSentence {
  readonly block: Block;
  readonly sentence: Sentence;
  readonly readings: readonly string[];
}

export interface Painter {
  /**
   * Shows these sentences as they should be in this mode. What loses its shape by that gets it back in the same task, so nobody sees it.
   * @param coming blocks whose sentences follow: their lines get their room now, so that none of them moves the others later
   */
  paint(items: readonly ReadSentence[], mode: Mode, coming: Iterable<Block>): void;
  /** Takes every reading off a block. */
  clear(block: Block): void;
  /**
   * The size of the readings becomes another one, in percent, when `apply` has run: lines are looked at anew.
   * @param blocks those that have readings
   */
  resize(size: number, blocks: Iterable<Block>, apply: () => void): void;
  /** Boxes and characters may have other sizes: judges anew which of these blocks have a place, and lets those be tried that had none. */
  judge(blocks: Iterable<Block>): void;
  /** Looks anew at the grounds that the text of these blocks stands on. */
  remeasure(blocks: Iterable<Block>): void;
}

/**
 * @param isRare tells which characters `rare` annotates
 * @param tones null while they have no colours
 */
export function createPainter(page: Pick<Page, 'textOf' | 'pointAt'>, edits: Edits, isRare: PinyinPack['isRare'], tones: () => Tones | null): Painter {
  const annotations = edits.annotations(createAnnotations);
  const startsOf = createWordStarts();
  const shapes = createShapes();
  const keeper = createKeeper(edits);
  const leaver = createLeaver(page, edits, clear);
  let measured = new WeakSet<Element>();
  let roomy = roomyLine(50);

  function wantedOf({ sentence, readings }: ReadSentence, mode: Mode): readonly string[] {
    if (mode === 'all') return readings;
    return readings.map((reading, unit) => (reading && isRare(String.fromCodePoint(sentence.text.codePointAt(unit) ?? 0)) ? reading : ''));
  }

  /** Those whose lines are too tight for readings above them. */
  function tightAmong(parents: Iterable<Element>): Element[] {
    const tight: Element[] = [];
    for (const parent of parents) {
      if (measured.has(parent)) continue;
      measured.add(parent);
      const style = parent.ownerDocument.defaultView?.getComputedStyle(parent);
      const ratio = Number.parseFloat(style?.lineHeight ?? '') / Number.parseFloat(style?.fontSize ?? '');
      if (!(ratio >= roomy) && !keeper.isKept(parent)) tight.push(parent);
    }
    return tight;
  }

  /** Elements with text that gets readings, now or soon. */
  function parentsOf(items: readonly { readonly sentence: Sentence; readonly wanted: readonly string[] }[], coming: Iterable<Block>): Set<Element> {
    const parents = new Set<Element>();
    for (const { sentence, wanted } of items) {
      for (const { text, at, from, to } of sentence.parts) {
        const parent = text.parentElement;
        if (parent && !parents.has(parent) && wanted.slice(at, at + to - from).some(Boolean)) parents.add(parent);
      }
    }
    for (const { sentences } of coming) {
      for (const { parts } of sentences ?? []) for (const { text } of parts) if (text.parentElement) parents.add(text.parentElement);
    }
    return parents;
  }

  function isUnchanged({ text, from, to, at }: Part, sentence: Sentence): boolean {
    return text.isConnected && page.textOf(text).slice(from, to) === sentence.text.slice(at, at + to - from);
  }

  function paintPart(item: ReadSentence, part: Part, wanted: readonly string[], starts: () => ReadonlySet<number>): void {
    const { text, from, to, at } = part;
    const mine = wanted.slice(at, at + to - from);
    if (!mine.some(Boolean) && !annotations.has(text)) return;
    let isFlattened = false;
    let isPlain = false;
    annotations.set(text, (wrapper, data) => {
      const now = readingsIn(wrapper, from, to);
      if (now.every((reading, unit) => reading === (mine[unit] ?? ''))) return;
      if (now.some(Boolean)) {
        flatten(wrapper, data);
        isFlattened = true;
      }
      addReadings(wrapper, from, to, mine, (unit) => starts().has(at + unit));
      isPlain = isFlattened && !wrapper.querySelector('ruby');
    });
    if (isPlain) annotations.clear(text);
    if (!isFlattened) return;
    // The rest of this text lost its readings with it.
    for (const other of item.block.sentences ?? []) {
      if (other === item.sentence || !other.parts.some((one) => one.text === text)) continue;
      other.isDone = false;
      item.block.isDone = false;
    }
  }

  /** Where boxes may still lose their shape. */
  function looseAmong(blocks: Iterable<Block>): Element[] {
    return [...blocks].map(({ target }) => target).filter((target) => !keeper.isKept(target));
  }

  /** Gives the boxes noted last their shape back where a write took it. */
  function mend(blocks: Iterable<Block>): void {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const broken = shapes.broken().filter((box) => !keeper.isKept(box));
      if (broken.length === 0) break;
      edits.batch(() => keeper.keep(broken));
    }
    judge(blocks);
  }

  function judge(blocks: Iterable<Block>): void {
    leaver.judge([...blocks].filter(({ target, sentences }) => sentences && target.isConnected && keeper.isKept(target)));
  }

  function clear(block: Block): void {
    edits.batch(() => {
      for (const sentence of block.sentences ?? []) {
        sentence.isDone = false;
        for (const { text } of sentence.parts) annotations.clear(text);
      }
    });
    block.isDone = false;
  }

  return {
    paint(items, mode, coming) {
      // A block may have been left since its sentences were read.
      const all = items.filter(({ block }) => !block.isLeft).map((item) => ({ item, sentence: item.sentence, wanted: wantedOf(item, mode) }));
      const parents = parentsOf(all, coming);
      const touched = new Set([...items.map(({ block }) => block), ...coming]);
      const targets = looseAmong(touched);
      const controls = keeper.around([...targets, ...parents]);
      const tight = tightAmong(parents);
      const colour = tones()?.measure(parents);
      shapes.note(targets);
      edits.batch(() => {
        for (const { item, sentence, wanted } of all) {
          sentence.isDone = true;
          let known: ReadonlySet<number> | null = null;
          const starts = () => (known ??= startsOf(sentence.text));
          for (const part of sentence.parts) if (isUnchanged(part, sentence)) paintPart(item, part, wanted, starts);
        }
        // After the texts: the first of them reads the selection, which lays out whatever was changed before.
        for (const parent of tight) edits.mark(parent, ROOM, '');
        keeper.keep(controls);
        colour?.();
      });
      mend(touched);
      edits.batch(() => [...parents].filter(keeper.isKept).forEach(keeper.fit));
    },
    clear,
    judge(blocks) {
      leaver.forgive();
      judge(blocks);
    },
    resize(size, blocks, apply) {
      const all = [...blocks].filter(({ target }) => target.isConnected);
      shapes.note(looseAmong(all));
      apply();
      roomy = roomyLine(size);
      measured = new WeakSet();
      mend(all);
    },
    remeasure(blocks) {
      if (!tones()) return;
      const parents = new Set<Element>();
      for (const { sentences } of blocks) {
        for (const { text } of (sentences ?? []).flatMap(({ parts }) => parts)) if (text.parentElement && annotations.has(text)) parents.add(text.parentElement);
      }
      const colour = tones()?.measure(parents);
      if (colour) edits.batch(colour);
    },
  };
}
