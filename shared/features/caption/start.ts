// The caption: what is spoken or, while nothing is, what is pointed at or focused, large with its readings, and the buttons of reading aloud.
// Not for drawing it (panels/caption) nor for what the buttons do (features/speech).
import { isOurs, TEXT_TAG } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { followFields } from '../../page/field-follow';
import { frameMap } from '../../page/frame-point';
import { elementAt } from '../../page/pointed';
import type { Sentence, Span } from '../../page/sentences';
import { createUnder, wordsIn } from '../../page/under';
import { createWhat } from '../../page/what';
import type { CaptionText } from '../../panel';
import type { Place } from '../../position';
import type { Readings } from '../../readings/port';
import { CAPTION_SIZES, type captionDescriptor } from './descriptor';

/** What is shown, before its readings. */
interface Wanted {
  readonly text: string;
  readonly sentence: Sentence | null;
  readonly word: Span | null;
}

/** The least time between two looks at what is pointed at. */
const REST_MS = 100;
/** So long a sentence waits for its readings, lest it be drawn twice. */
const READ_MS = 250;
/** Longer names of controls are cut. */
const MOST = 400;
/** Into the first letter of a line. */
const INTO_PX = 4;
const HALF_LINE_PX = 12;
const NOTHING: CaptionText = { text: '', readings: [], words: [], word: null };

/** Shows the band until the aid ends. */
export function start(context: FeatureContext<typeof captionDescriptor.settings>): void {
  const { page, position, settings, signal, speaker, speaking } = context;
  const { document } = page;
  const view = document.defaultView;
  if (!view) return;
  const panel = context.panel('caption');
  const fields = followFields({ page, signal, language: context.language, turn: context.turn, listen: context.listen, onChange: () => lookSoon() });
  const what = createWhat({ page, speaking, under: createUnder(page), fields, showsWritten: false });
  let shown: CaptionText = NOTHING;
  /** The sentence that is shown or waits for its readings. */
  let wanted: Wanted = { text: '', sentence: null, word: null };
  let turns = 0;
  let readings: Readings | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let waiting: (() => void) | null = null;
  let isDrawn = false;

  /** Served by a copy of its own, a frame would have an empty band beside the page's: its band comes with the first thing to show. */
  function isDue(): boolean {
    return context.ownsWindow || isDrawn || shown.text !== '' || speaking.value.state !== 'idle';
  }

  function draw(): void {
    if (!isDue()) return;
    if (!isDrawn) {
      isDrawn = true;
      speaker.showsStop('caption', true);
    }
    const { captionSize: size, captionPlace: edge } = settings.value;
    panel.show({
      shown,
      state: speaking.value.state,
      isAlone: !speaker.stops.value.has('toolbar'),
      offer: speaker.offer.value,
      isAway: speaker.isAway.value,
      isPreparing: speaker.isPreparing.value,
      size,
      canShrink: size > CAPTION_SIZES[0],
      canGrow: size < (CAPTION_SIZES.at(-1) ?? size),
      edge,
      press: speaker.command,
      resize(step) {
        const next = step > 0 ? CAPTION_SIZES.find((one) => one > size) : CAPTION_SIZES.findLast((one) => one < size);
        if (next) context.choose({ captionSize: next });
      },
      move: () => context.choose({ captionPlace: edge === 'top' ? 'bottom' : 'top' }),
      close: () => undefined,
    });
  }

  async function readingsOf({ text, sentence }: Wanted): Promise<readonly string[]> {
    readings ??= await context.readings();
    if (sentence) return readings.ofSentence(sentence);
    const [read] = await readings.read([{ text }]);
    return read ?? [];
  }

  function show(next: Wanted): void {
    const isSame = next.text === wanted.text && next.sentence?.block === wanted.sentence?.block && next.sentence?.start === wanted.sentence?.start;
    wanted = next;
    if (!isSame) return read();
    if (shown.text !== next.text || (shown.word?.start === next.word?.start && shown.word?.end === next.word?.end)) return;
    shown = { ...shown, word: next.word };
    draw();
  }

  /** Shows what is wanted, with its readings as soon as they are known. */
  function read(): void {
    const mine = wanted;
    const turn = (turns += 1);
    const take = (found: readonly string[]): void => {
      if (signal.aborted || turn !== turns) return;
      late();
      shown = { text: mine.text, readings: found, words: wordsIn(mine.text), word: wanted.word };
      draw();
    };
    const late = context.later(() => take([]), READ_MS);
    context.pending(
      readingsOf(mine).then(take, () => {
        // Its file did not arrive: the text alone is better than nothing, and the next sentence asks again.
        take([]);
      }),
    );
  }

  /** What stands at the beginning of a box. */
  function atBox(box: DOMRectReadOnly) {
    const x = box.left + INTO_PX;
    const y = box.top + Math.min(box.height / 2, HALF_LINE_PX);
    const found = elementAt(document, x, y);
    return found && (!isOurs(found) || found.closest(TEXT_TAG)) ? what.pointed(found, x, y) : null;
  }

  function pointedAt({ source, target }: Place, box: DOMRectReadOnly) {
    if (source === 'speech' || !target) return null;
    if (source === 'focus') return what.focused(target);
    if (source === 'cursor') return atBox(box) ?? what.focused(target);
    const map = frameMap(target.ownerDocument, document);
    return map && what.pointed(target, (box.left - map.x) / map.scale, (box.top - map.y) / map.scale);
  }

  function look(): void {
    const said = speaker.said.value;
    if (said) return show({ text: said.text, sentence: said.sentence, word: said.word });
    const place = position.current.value;
    const box = place?.rect();
    if (!place || !box || (place.source === 'pointer' && !position.pointer.value)) return;
    lookedAt = view?.performance.now() ?? 0;
    const found = pointedAt(place, box);
    // Over what says nothing the last sentence stays: the band is calm.
    if (!found) return;
    // A sentence that was rewritten meanwhile has no readings of its own.
    show({ text: found.text.slice(0, MOST), sentence: found.sentence ?? null, word: found.mark });
  }

  /** A pointer in full flight is not read by. */
  function lookSoon(): void {
    context.frame(() => {
      const wait = lookedAt + REST_MS - (view?.performance.now() ?? 0);
      if (speaker.said.value || wait <= 0) return look();
      waiting ??= context.later(() => {
        waiting = null;
        look();
      }, wait);
    });
  }

  signal.addEventListener('abort', () => speaker.showsStop('caption', false), { once: true });
  position.follow(signal);
  position.current.watch(lookSoon, signal);
  position.shifts.watch(() => {
    if (position.current.value?.source !== 'pointer') lookSoon();
  }, signal);
  settings.watch(draw);
  speaking.watch(draw, signal);
  speaker.stops.watch(draw);
  speaker.offer.watch(draw);
  speaker.isAway.watch(draw);
  speaker.isPreparing.watch(draw);
  // At once: a word lasts a fifth of a second.
  speaker.said.watch((said) => {
    if (said) return look();
    // In silence no word sounds; the sentence stays, for the band is calm.
    if (shown.word) show({ ...wanted, word: null });
  }, signal);
  context.pending(
    context.readings().then((all) => {
      all.onChange((isTouched) => {
        if (isTouched(shown.text)) read();
      }, signal);
    }, () => undefined),
  );
}
