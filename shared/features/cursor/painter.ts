// Marks the sentence that the cursor stands on, and the paragraph around it: by highlights, by boxes of ours where the browser has none, by a
// frame around what has no text. Knows where they lie. Not for the words beside them (badge.ts).
import type { FeatureContext } from '../../feature';
import { createBoxes, type Box } from '../../marking/boxes';
import { markingFor, PAIRS, sentenceRules } from '../../marking/marking';
import { createMarkedReadings } from '../../marking/readings';
import { boxInTop } from '../../page/frame-point';
import { groundOf, luminance } from '../../page/ground';
import { boxesOfRanges, linesOf, unionOf } from '../../page/lines';
import { rangesOf } from '../../page/text-map';
import type { cursorDescriptor } from './descriptor';
import type { Stop } from './walk';

export interface Painter {
  show(stop: Stop | null): void;
  /** The lines of a place in CSS pixels of the outermost page's viewport; empty when it is gone. */
  lines(stop: Stop): DOMRectReadOnly[];
  /** The box around them. */
  rect(stop: Stop): DOMRectReadOnly | null;
}

/** Annotations come and go without a word to us, so the ranges are looked at this often. */
const LOOK_MS = 250;
/** The mark on the readings (pinyin) over the sentence. */
const STOOD = 'stood';
/** Speech marks the same text by 0. */
const BELOW_SPEECH = -1;
const BELOW_SENTENCE = -2;
const DARK = '#0b4a8f';
const LIGHT = '#ffd43b';
/** On a ground darker than this the light line is seen better. */
const DARK_GROUND = 0.18;

function rules(ground: number): string {
  return `::highlight(mingdu-cursor-block) { text-decoration: underline dotted 3px ${ground < DARK_GROUND ? LIGHT : DARK}; }
@media (forced-colors: active) { ::highlight(mingdu-cursor-block) { text-decoration-color: Highlight; } }
${sentenceRules('cursor', STOOD, PAIRS[markingFor(ground)].sentence)}`;
}

export function createPainter(context: FeatureContext<typeof cursorDescriptor.settings>): Painter {
  const { page, edits } = context;
  const { document } = page;
  const draw = createBoxes(document, edits, 'cursor');
  const markReadings = createMarkedReadings(edits, STOOD);
  let shown: Stop | null = null;
  let painted: readonly Range[] = [];
  let css = '';
  let drawsBoxes = false;
  let cancelLook: (() => void) | null = null;

  const rangesAt = ({ sentence }: Stop) => (sentence ? rangesOf(page, sentence.block, sentence.start, sentence.end) : []);

  function lines(stop: Stop): DOMRectReadOnly[] {
    if (stop.sentence) return linesOf(boxesOfRanges(rangesAt(stop), document));
    const element = stop.control;
    if (!element?.isConnected) return [];
    const inside = [element, ...element.querySelectorAll('img, svg, canvas')].map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width * height > 0);
    const box = unionOf(inside);
    return box ? [boxInTop(box, element.ownerDocument, document)].filter((one) => one !== null) : [];
  }

  function paint(): void {
    painted = shown ? rangesAt(shown) : [];
    const [first] = painted;
    if (first) {
      const next = rules(luminance(groundOf(first.startContainer)));
      if (next !== css) edits.sheet('highlight', next);
      css = next;
    }
    const block = shown?.sentence?.block;
    edits.highlight('cursor-block', block ? rangesOf(page, block, 0, block.text.length) : [], BELOW_SENTENCE);
    const isPainted = edits.highlight('cursor', painted, BELOW_SPEECH);
    markReadings(isPainted ? painted : []);
    drawsBoxes = shown !== null && (!isPainted || shown.sentence === null);
    drawBoxes();
  }

  function drawBoxes(): void {
    const kind: Box['kind'] = shown?.sentence ? 'line' : 'frame';
    draw(drawsBoxes && shown ? lines(shown).map((rect) => ({ kind, rect })) : []);
  }

  function lookAgain(): void {
    cancelLook?.();
    cancelLook = shown
      ? context.later(() => {
          // It was annotated, or taken out of its annotation, or rewritten.
          if (shown && !isSame(painted, rangesAt(shown))) paint();
          lookAgain();
        }, LOOK_MS)
      : null;
  }

  const drawSoon = () => {
    if (drawsBoxes) context.frame(drawBoxes);
  };
  context.listen(document, 'scroll', drawSoon, { capture: true });
  if (document.defaultView) context.listen(document.defaultView, 'resize', drawSoon);
  context.looks.watch(() => {
    if (shown) context.later(paint, 0);
  });

  return {
    show(stop) {
      shown = stop;
      paint();
      lookAgain();
    },
    lines,
    rect: (stop) => (stop.sentence ? unionOf(boxesOfRanges(rangesAt(stop), document)) : unionOf(lines(stop))),
  };
}

function isSame(painted: readonly Range[], now: readonly Range[]): boolean {
  return (
    painted.length === now.length &&
    painted.every((one, at) => {
      const other = now[at];
      return other?.startContainer === one.startContainer && other.startOffset === one.startOffset && other.endContainer === one.endContainer && other.endOffset === one.endOffset;
    })
  );
}
