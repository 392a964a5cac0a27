// Reading tracks: the sentences of a list of blocks, cut as they are reached, with a word on entering a table, and the track of one thing.
// Not for choosing the blocks (reading.ts).
import type { Page } from '../../page/page';
import { sentencesOf, type Sentence } from '../../page/sentences';
import { rangesOf, type Block } from '../../page/text-map';
import type { Track } from '../../speech/engine';
import { elementItem, sentenceItem, type Item } from './item';
import { kindWord, tableOf, tableWord } from './kinds';

/** A track that goes by paragraphs, too. */
export interface PartTrack extends Track<Item> {
  /** To the first item of the next paragraph; past the end when there is none. */
  forwardPart(): void;
  /**
   * To the first item of the paragraph; when that is where it is, of the paragraph before.
   * @param restarts stay in the paragraph even there: its first item has been heard for a while
   */
  backPart(restarts: boolean): void;
}

/** One thing and the end. */
export function singleTrack(item: Item): Track<Item> {
  let at = 0;
  return {
    get current() {
      return at === 0 ? item : null;
    },
    forward: () => void (at += 1),
    back: () => void (at -= 1),
  };
}

/** Where a track begins: a block of the list and an offset in its text. */
export interface TrackStart {
  readonly block: number;
  readonly offset: number;
}

export interface TrackOptions {
  readonly start?: TrackStart;
  /** The last sentence, as an offset in the last block's text. */
  readonly until?: number;
  /** The block that is the article's title. */
  readonly title?: Block | null;
  /** What of a sentence is read, null for nothing of it; then nothing else is said, no kind of text and no header. */
  only?(sentence: Sentence): Sentence | null;
}

/** What is read of one block. */
interface Step {
  /** Null for a word on entering a table. */
  readonly sentence: Sentence | null;
  /** Begins a paragraph: its block does, or a line of it. */
  readonly isFirst: boolean;
  readonly item: Item;
}

/** Text that the author moved out of the page, for other ears than ours. */
function isOutside(page: Page, block: Block): boolean {
  const view = block.element.ownerDocument.defaultView;
  if (!view) return false;
  const boxes = rangesOf(page, block, 0, block.text.length).map((range) => range.getBoundingClientRect?.());
  return boxes.length > 0 && boxes.every((box) => box && box.width > 0 && (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0));
}

/** All sentences of the blocks, beginning at one; the ones before it can be gone back to. */
export function blocksTrack(page: Page, blocks: readonly Block[], options: TrackOptions = {}): PartTrack {
  const { start = { block: 0, offset: 0 }, until = Infinity, title = null, only } = options;
  const cut = new Map<number, readonly Step[]>();

  /** Made once, so that the same place is the same item. */
  const steps = (at: number): readonly Step[] => {
    // What the page took away is not read any more.
    if (blocks[at]?.segments.every(({ text }) => !text.isConnected)) return [];
    const known = cut.get(at);
    if (known) return known;
    const block = blocks[at];
    const made = block && !isOutside(page, block) ? stepsOf(block, at) : [];
    cut.set(at, made);
    return made;
  };

  function stepsOf(block: Block, at: number): Step[] {
    const all = only ? sentencesOf(block).flatMap((sentence) => only(sentence) ?? []) : sentencesOf(block);
    const sentences = at === blocks.length - 1 ? all.filter((sentence) => sentence.start < until) : all;
    const made = sentences.map((sentence, index): Step => {
      const before = block.text.slice(sentences[index - 1]?.end ?? 0, sentence.start);
      return { sentence, isFirst: index === 0 || before.includes('\n'), item: only ? sentenceItem(page, sentence, '', '') : sentenceItem(page, sentence, kindWord(sentence, block === title)) };
    });
    const table = tableOf(block);
    const before = blocks[at - 1];
    if (only || !table || made.length === 0 || (before && tableOf(before) === table)) return made;
    const entry: Step = { sentence: null, isFirst: true, item: elementItem(table, '', tableWord(table)) };
    return [entry, ...made.map((step, index) => (index === 0 ? { ...step, isFirst: false } : step))];
  }

  let block = start.block;
  let index = steps(block).findIndex(({ sentence }) => (sentence ? sentence.end > start.offset : start.offset === 0));
  if (index < 0) index = steps(block).length;

  const step = () => (block >= 0 ? steps(block)[index] : undefined);
  function settle(): void {
    while (block < blocks.length && index >= steps(block).length) {
      block += 1;
      index = 0;
    }
  }
  function forward(): void {
    if (block < 0) [block, index] = [0, 0];
    else index += 1;
    settle();
  }
  function back(): void {
    index -= 1;
    while (index < 0 && block >= 0) {
      block -= 1;
      index = steps(block).length - 1;
    }
  }
  settle();
  return {
    get current() {
      if (block >= 0) settle();
      return step()?.item ?? null;
    },
    forward,
    back,
    forwardPart() {
      do forward();
      while (step()?.isFirst === false);
    },
    backPart(restarts) {
      if (restarts && step()?.isFirst) return;
      do back();
      while (step()?.isFirst === false);
      if (!step()) forward();
    },
  };
}
