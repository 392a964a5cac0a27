// Reading tracks: the sentences of a list of blocks, cut as they are reached, and the track of one thing. Not for choosing the blocks.
import type { Page } from '../../page/page';
import { sentencesOf, type Sentence } from '../../page/sentences';
import type { Block } from '../../page/text-map';
import type { Track } from '../../speech/engine';
import { sentenceItem, type Item } from './item';

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

/**
 * All sentences of the blocks, beginning at one; the ones before it can be gone back to.
 * @param until the last sentence, as an offset in the last block's text
 */
export function blocksTrack(page: Page, blocks: readonly Block[], start: TrackStart = { block: 0, offset: 0 }, until = Infinity): Track<Item> {
  const cut = new Map<number, readonly Sentence[]>();
  const sentences = (at: number): readonly Sentence[] => {
    const known = cut.get(at);
    if (known) return known;
    const block = blocks[at];
    const all = block ? sentencesOf(block) : [];
    const made = at === blocks.length - 1 ? all.filter((sentence) => sentence.start < until) : all;
    cut.set(at, made);
    return made;
  };
  let block = start.block;
  let index = sentences(block).findIndex((sentence) => sentence.end > start.offset);
  if (index < 0) index = sentences(block).length;

  function settle(): void {
    while (block < blocks.length && index >= sentences(block).length) {
      block += 1;
      index = 0;
    }
  }
  settle();
  return {
    get current() {
      const sentence = block >= 0 ? sentences(block)[index] : undefined;
      return sentence ? sentenceItem(page, sentence) : null;
    },
    forward() {
      if (block < 0) [block, index] = [0, 0];
      else index += 1;
      settle();
    },
    back() {
      index -= 1;
      while (index < 0 && block >= 0) {
        block -= 1;
        index = sentences(block).length - 1;
      }
    },
  };
}
