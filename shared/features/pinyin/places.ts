// The sentences of the page that bear readings, and which of them the reader is at: what is selected, else where the position is, else the
// first in view. Not for what is done with it (extras/corrections.ts).
import type { FeatureContext } from '../../feature';
import { blocksIn } from '../../page/blocks';
import { HAN } from '../../page/han';
import { sentenceAt } from '../../page/pointed';
import { sentencesOf, type Sentence } from '../../page/sentences';
import { offsetIn, rangesOf } from '../../page/text-map';
import { isSkipped } from './han';

/** Blocks that are read in the first frame. */
const FIRST_BLOCKS = 200;
/** Into the first letter of a line. */
const INTO_PX = 4;
const HALF_LINE_PX = 12;

export interface Places {
  /** In reading order, as of the last `find`. */
  readonly all: readonly Sentence[];
  /** Reads the page anew and finds the reader's sentence; null where no sentence has a Han character. */
  find(): Promise<number | null>;
}

export function createPlaces({ page, position, signal }: Pick<FeatureContext, 'page' | 'position' | 'signal'>): Places {
  const { document } = page;
  const view = document.defaultView as Window;
  let all: Sentence[] = [];

  async function read(): Promise<void> {
    const found: Sentence[] = [];
    const blocks = blocksIn(page, document.body ?? document.documentElement, { leavesOut: isSkipped });
    await page.schedule.slice(
      (allowance) => {
        let done = 0;
        for (let next = blocks.next(); !next.done; next = blocks.next()) {
          if (HAN.test(next.value.text)) found.push(...sentencesOf(next.value).filter(({ text }) => HAN.test(text)));
          if ((done += 1) >= allowance) break;
        }
        return done;
      },
      FIRST_BLOCKS,
      signal,
    );
    all = found;
  }

  /** The sentence that holds a place in a text of the page, or the first after it in that text. */
  function holding(text: Text, offset: number): number {
    return all.findIndex(({ block, end }) => {
      const at = offsetIn(block, text, offset);
      return at !== null && at < end;
    });
  }

  function selected(): number {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return -1;
    const range = selection.getRangeAt(0);
    const source = page.sourceOf(range.startContainer, range.startOffset);
    // A selection may begin between elements.
    return source ? holding(source.text, source.offset) : all.findIndex(({ block }) => block.segments.some(({ text }) => range.intersectsNode(text)));
  }

  function positioned(): number {
    const place = position.current.value;
    const box = place?.rect();
    if (!place || !box || box.bottom < 0 || box.top > view.innerHeight) return -1;
    if (place.source === 'focus' || place.source === 'cursor') {
      const { target } = place;
      const inside = all.findIndex(({ block }) => target !== null && block.segments.some(({ text }) => target.contains(text)));
      if (inside >= 0) return inside;
    }
    const found = place.source === 'pointer' ? sentenceAt(page, document, box.left, box.top) : sentenceAt(page, document, box.left + INTO_PX, box.top + Math.min(box.height / 2, HALF_LINE_PX));
    const segment = found?.block.segments.find(({ start, length }) => start + length > found.start);
    return found && segment ? holding(segment.text, segment.from + Math.max(0, found.start - segment.start)) : -1;
  }

  function inView(): number {
    const top = Number.parseFloat(view.getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return all.findIndex(({ block, start, end }) => {
      const whole = block.element.getBoundingClientRect();
      if (whole.bottom < top || whole.width === 0) return false;
      const box = rangesOf(page, block, start, end)[0]?.getBoundingClientRect();
      return box !== undefined && box.width > 0 && box.bottom > top && box.right > 0;
    });
  }

  return {
    get all() {
      return all;
    },
    async find() {
      await read();
      if (all.length === 0) return null;
      for (const search of [selected, positioned, inView]) {
        const at = search();
        if (at >= 0) return at;
      }
      return 0;
    },
  };
}
