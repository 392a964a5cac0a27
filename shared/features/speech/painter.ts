// Shows what is being read: highlights on its sentence and its word, boxes of ours where the browser has no highlights, a frame around a
// control. Knows where it lies. Not for scrolling (follow.ts).
import type { FeatureContext } from '../../feature';
import { boxInTop } from '../../page/frame-point';
import { groundOf, luminance } from '../../page/ground';
import type { Span } from '../../page/sentences';
import { rangesOf } from '../../page/text-map';
import { createBoxes, type Box } from '../../marking/boxes';
import { markingFor, type Marking } from '../../marking/marking';
import { createMarkedReadings } from '../../marking/readings';
import type { speechDescriptor } from './descriptor';
import type { Item } from './item';
import { boxesOfRanges, lineOf, linesOf, unionOf } from '../../page/lines';
import { MARKINGS, SAID } from './marking';

export interface Painter {
  /** Shows an item, no word of it; null shows nothing. */
  show(item: Item | null): void;
  /** Marks a word of the shown item; offsets in its text; null marks none. */
  word(span: Span | null): void;
  /** The box of all that is shown, in CSS pixels of the outermost page's viewport; null when it is gone. */
  rect(): DOMRectReadOnly | null;
  /** The box of the line that is being said: the word's, else the first. */
  line(): DOMRectReadOnly | null;
}

/** Annotations come and go without a word to us, so the ranges are looked at this often while something is shown. */
const LOOK_MS = 250;

/** Makes the painter; what it draws goes with the aid. */
export function createPainter(context: FeatureContext<typeof speechDescriptor.settings>): Painter {
  const { page, edits } = context;
  const { document } = page;
  const draw = createBoxes(document, edits, 'speech');
  const markReadings = createMarkedReadings(edits, SAID);
  let shown: Item | null = null;
  let word: Span | null = null;
  let ranges: readonly Range[] = [];
  let wordRanges: readonly Range[] = [];
  let marking: Marking | null = null;
  let cancelLook: (() => void) | null = null;
  let drawsBoxes = false;

  function paint(): void {
    ranges = shown?.ranges() ?? [];
    const [first] = ranges;
    if (first) {
      const next = markingFor(luminance(groundOf(first.startContainer)));
      if (next !== marking) edits.sheet('highlight', MARKINGS[next]);
      marking = next;
    }
    const isPainted = edits.highlight('speech', ranges);
    markReadings(isPainted ? ranges : []);
    drawsBoxes = shown !== null && (shown.element !== null || (!isPainted && first !== undefined));
    paintWord();
  }

  function paintWord(): void {
    wordRanges = rangesOfWord();
    edits.highlight('speech-word', wordRanges, 1);
    drawBoxes();
  }

  function rangesOfWord(): readonly Range[] {
    if (!word || !shown?.sentence) return [];
    const { block, start } = shown.sentence;
    return rangesOf(page, block, start + word.start, start + word.end);
  }

  function drawBoxes(): void {
    draw(drawsBoxes ? boxesNow() : []);
  }

  function boxesNow(): Box[] {
    const frame = shown?.element ? elementBox(shown.element) : null;
    if (shown?.element) return frame ? [{ kind: 'frame', rect: frame }] : [];
    const boxes = (of: readonly Range[], kind: Box['kind']) => linesOf(boxesOfRanges(of, document)).map((rect) => ({ kind, rect }));
    return [...boxes(ranges, 'line'), ...boxes(wordRanges, 'word')];
  }

  function elementBox(element: Element): DOMRectReadOnly | null {
    return element.isConnected ? boxInTop(element.getBoundingClientRect(), element.ownerDocument, document) : null;
  }

  function lookAgain(): void {
    cancelLook?.();
    cancelLook = shown
      ? context.later(() => {
          // It was annotated, or taken out of its annotation, or rewritten.
          if (!isSame(ranges, shown?.ranges() ?? [])) paint();
          lookAgain();
        }, LOOK_MS)
      : null;
  }

  const view = document.defaultView;
  const drawSoon = () => {
    if (drawsBoxes) context.frame(drawBoxes);
  };
  context.listen(document, 'scroll', drawSoon, { capture: true });
  if (view) context.listen(view, 'resize', drawSoon);

  return {
    show(item) {
      if (item === shown) return;
      shown = item;
      word = null;
      paint();
      lookAgain();
    },
    word(span) {
      if (span?.start === word?.start && span?.end === word?.end) return;
      word = span;
      paintWord();
    },
    rect() {
      if (shown?.element) return elementBox(shown.element);
      return unionOf(boxesOfRanges(shown?.ranges() ?? [], document));
    },
    line() {
      if (shown?.element) return elementBox(shown.element);
      return lineOf(linesOf(boxesOfRanges(shown?.ranges() ?? [], document)), boxesOfRanges(rangesOfWord(), document));
    },
  };
}

function isSame(painted: readonly Range[], now: readonly Range[]): boolean {
  return (
    painted.length === now.length &&
    painted.every((one, at) => {
      const other = now[at];
      return other !== undefined && one.startContainer === other.startContainer && one.startOffset === other.startOffset && one.endContainer === other.endContainer && one.endOffset === other.endOffset;
    })
  );
}
