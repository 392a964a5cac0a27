// The work of annotating: what is near the window and not yet as it should be, nearest first, in slices. Not for how it looks.
import type { FeatureContext } from '../../feature';
import type { PinyinPack } from '../../host';
import type { Readings } from '../../readings/port';
import type { Block, Blocks } from './blocks';
import { createBlocks } from './blocks';
import type { pinyinDescriptor } from './descriptor';
import type { Tones } from './extras/tones';
import type { Mode, ReadSentence } from './painter';
import { createPainter } from './painter';
import type { Scope } from './scope';
import { sentencesOf } from './sentences';
import { createSteady } from './steady';
import { distanceOf, nearSentences, rankOf, type View } from './view';

/** Characters read at once: some frames' worth, so that scrolling soon changes the order. */
const BATCH_CHARACTERS = 1500;
/** Characters put on the page in the very first frame. */
const FIRST_CHARACTERS = 300;
/** Every change lays a block out as a whole, so in a big one few steps with more characters cost less than many. */
const STEPS_FOR_A_BLOCK = 15;
const STEP_MIN_CHARACTERS = 150;
const STEP_MAX_CHARACTERS = 1500;
/** No page that rests has so many batches near the window. */
const STEPS_IN_A_RUN = 60;
/** On a page with more annotated characters than this, what is far away is given up again. */
const MANY_CHARACTERS = 20_000;
const FAR_WINDOWS = 5;

export interface Work {
  readonly blocks: Blocks;
  /**
   * Does what is to be done; `settled()` waits for it.
   * @param hasMoved whether other blocks may be in view now
   */
  wake(hasMoved?: boolean): void;
  setMode(mode: Mode): void;
  /** What is to be read again. */
  reread(isTouched: (text: string) => boolean): void;
  /** The readings have another size, in percent, when `apply` has run. */
  resize(size: number, apply: () => void): void;
  /**
   * Grounds may be others: the colours of tones are chosen anew, in the next frame.
   * @param judges whether boxes or characters may have other sizes too: what has a place for readings is judged anew
   */
  lookAgainSoon(judges: boolean): void;
}

export interface WorkParts {
  readonly isRare: PinyinPack['isRare'];
  readonly readings: Readings;
  readonly scope: Scope;
  /** Null while tones have no colours. */
  tones(): Tones | null;
}

export function createWork(context: FeatureContext<typeof pinyinDescriptor.settings>, { isRare, readings, scope, tones }: WorkParts): Work {
  const { page, signal } = context;
  const view = page.document.defaultView as Window;
  const painter = createPainter(page, context.edits, isRare, tones);
  /** Blocks with annotations. */
  const painted = new Set<Block>();
  /** Near ones whose lines have no room for readings yet. */
  const coming = new Set<Block>();
  const steady = createSteady(context);
  const blocks = createBlocks(context, () => wake());
  let mode: Mode = 'all';
  let isRunning = false;
  let isAsked = false;
  let isLooking = false;
  let isJudging = false;
  let mayHaveMoved = false;
  let allowance = FIRST_CHARACTERS;

  function wake(hasMoved = false): void {
    isAsked = true;
    mayHaveMoved ||= hasMoved;
    if (isRunning || signal.aborted) return;
    isRunning = true;
    context.pending(
      run().finally(() => {
        isRunning = false;
        if (isAsked) context.later(() => wake(), 0);
      }),
    );
  }

  /** What is asked for, until nothing is; but on a page that never rests it ends in between, so that who waits is not kept waiting. */
  async function run(): Promise<void> {
    let left = STEPS_IN_A_RUN;
    while (isAsked && left > 0 && !signal.aborted) {
      isAsked = false;
      const hasMoved = mayHaveMoved;
      mayHaveMoved = false;
      await blocks.look(hasMoved);
      for (let batch = nextBatch(); batch.length > 0 && !signal.aborted; batch = nextBatch()) {
        await paint(batch);
        if (blocks.hasNews) await blocks.look(false);
        left -= 1;
        if (left > 0) continue;
        isAsked = true;
        break;
      }
      left -= 1;
      isAsked ||= blocks.isMidway;
      await giveUpFar();
    }
  }

  function viewNow(): View {
    const height = Math.max(1, view.innerHeight);
    const place = context.position.current.value?.rect();
    const y = place ? (place.top + place.bottom) / 2 : 0;
    return { height, readingY: Math.max(0, Math.min(y, height)) };
  }

  /** The nearest sentences that are not done, about as many as one batch holds. */
  function nextBatch(): Omit<ReadSentence, 'readings'>[] {
    const now = viewNow();
    const open: { readonly block: Block; readonly rank: number }[] = [];
    for (const block of blocks.near) {
      if (!block.target.isConnected) continue;
      if (!block.isDone && !block.isLeft) open.push({ block, rank: rankOf(block.target.getBoundingClientRect(), now) });
    }
    open.sort((a, b) => a.rank - b.rank);
    const batch: Omit<ReadSentence, 'readings'>[] = [];
    let characters = 0;
    if (mode === 'all') {
      for (const { block } of open) {
        block.sentences ??= sentencesOf(page, block.root);
        coming.add(block);
      }
    }
    for (const { block } of open) {
      block.sentences ??= sentencesOf(page, block.root);
      const near = nearSentences(page, block.sentences, now);
      let isLeft = near.length < block.sentences.length;
      for (const sentence of near) {
        if (sentence.isDone || !scope.touches(sentence)) continue;
        if (characters >= BATCH_CHARACTERS) {
          isLeft = true;
          break;
        }
        batch.push({ block, sentence });
        characters += sentence.text.length;
      }
      block.isDone = !isLeft;
      if (characters >= BATCH_CHARACTERS) break;
    }
    return batch;
  }

  async function paint(batch: readonly Omit<ReadSentence, 'readings'>[]): Promise<void> {
    const read = await readings.read(batch.map(({ sentence }) => sentence));
    const items = batch.map((item, at) => ({ ...item, readings: scope.within(item.sentence, read[at] ?? []) }));
    let next = 0;
    await page.schedule.slice(
      (allowed) => {
        allowance = allowed;
        const slice: ReadSentence[] = [];
        let characters = 0;
        for (; next < items.length; next += 1) {
          const item = items[next] as ReadSentence;
          if (characters >= Math.max(allowed, leastOf(item.block))) break;
          slice.push(item);
          characters += item.sentence.text.length;
          painted.add(item.block);
        }
        if (slice.length > 0) steady(() => painter.paint(slice, mode, coming));
        coming.clear();
        return characters;
      },
      allowance,
      signal,
    );
  }

  /** On huge pages annotations far from the window are taken off again: they cost every layout. */
  async function giveUpFar(): Promise<void> {
    let sum = 0;
    for (const block of painted) {
      if (block.target.isConnected) sum += charactersOf(block);
      else painted.delete(block);
    }
    if (sum <= MANY_CHARACTERS) return;
    const now = viewNow();
    const far = [...painted].filter((block) => !blocks.near.has(block) && distanceOf(block, now) > FAR_WINDOWS);
    if (far.length === 0) return;
    await page.schedule.slice(
      (allowed) => {
        let done = 0;
        steady(() => {
          for (let block = far.pop(); block; block = done < allowed ? far.pop() : undefined) {
            done += 1 + charactersOf(block);
            block.sentences ??= sentencesOf(page, block.root);
            painter.clear(block);
            painted.delete(block);
          }
        });
        return done;
      },
      FIRST_CHARACTERS,
      signal,
    );
  }

  function reread(isTouched: (text: string) => boolean): void {
    for (const block of new Set([...blocks.near, ...painted])) {
      for (const sentence of block.sentences ?? []) {
        if (!isTouched(sentence.text)) continue;
        sentence.isDone = false;
        block.isDone = false;
      }
    }
    wake();
  }

  return {
    blocks,
    wake,
    reread,
    setMode(next) {
      if (next === mode) return;
      mode = next;
      reread(() => true);
    },
    resize(size, apply) {
      steady(() => painter.resize(size, painted, apply));
      reread(() => true);
    },
    lookAgainSoon(judges) {
      isJudging ||= judges;
      if (isLooking || !(tones() || isJudging)) return;
      isLooking = true;
      context.pending(new Promise<void>((resolve) => context.frame(() => {
        if (isJudging) {
          steady(() => painter.judge(painted));
          wake();
        }
        isLooking = isJudging = false;
        painter.remeasure(painted);
        resolve();
      })));
    },
  };
}

/** How many characters of a block are annotated now. */
function charactersOf(block: Block): number {
  return (block.sentences ?? []).reduce((sum, { text, isDone }) => sum + (isDone ? text.length : 0), 0);
}

/** How many characters of a block are worth one layout. */
function leastOf(block: Block): number {
  const size = (block.sentences ?? []).reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(STEP_MIN_CHARACTERS, Math.min(size / STEPS_FOR_A_BLOCK, STEP_MAX_CHARACTERS));
}
