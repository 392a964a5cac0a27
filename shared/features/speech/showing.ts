// Shows what is being said as the engine tells it: marking, scrolling, the reader's position, and what other aids are told. Not for saying it.
import type { FeatureContext } from '../../feature';
import type { SpeechState } from '../../speech/engine';
import type { speechDescriptor } from './descriptor';
import { createFollower } from './follow';
import type { Item } from './item';
import { createPainter } from './painter';

export interface Showing {
  /** The engine's state and place have changed. */
  place(state: SpeechState, item: Item | null): void;
  /** A word begins to sound: offset and length in the text that the voice was given; length 0 where nobody says. */
  word(item: Item, unit: number, length: number): void;
  /** The reader asked to hear: what is read comes into view however they have scrolled. */
  attend(): void;
  /** A bar of ours came: what is read stays clear of it, unless the reader is elsewhere. */
  keep(): void;
  /** Back to what is read, now. */
  comeBack(): void;
}

/** Two boxes whose tops and lefts differ less are the same line. */
const SAME_LINE_PX = 2;

/** Makes it; nothing is shown before the first place. */
export function createShowing(context: FeatureContext<typeof speechDescriptor.settings>, view: Window): Showing {
  const { speaking, speaker, position, settings, signal } = context;
  const painter = createPainter(context);
  let shown: Item | null = null;
  let line: DOMRectReadOnly | null = null;
  const follower = createFollower(context, view, {
    rect: painter.rect,
    line: painter.line,
    node: () => shown?.ranges()[0]?.startContainer ?? shown?.element ?? null,
  });

  /** The reader is at the line that is being said; told anew when it is another one. */
  function goTo(isNew: boolean): void {
    const next = painter.line();
    const isSame = line !== null && next !== null && Math.abs(line.top - next.top) < SAME_LINE_PX && Math.abs(line.left - next.left) < SAME_LINE_PX;
    if (isSame && !isNew) return;
    // What is pointed at is in view, and moving it away under the pointer would point elsewhere.
    if (settings.value.speech !== 'point') follower.follow();
    line = painter.line();
    position.report({ source: 'speech', target: null, rect: painter.line });
  }

  return {
    place(state, item) {
      const text = item?.text ?? '';
      if (speaking.value.state !== state || speaking.value.text !== text) speaking.set({ state, text });
      speaker.said.set(item && { text, sentence: item.sentence, word: null });
      if (signal.aborted) return;
      shown = item;
      painter.show(item);
      painter.word(null);
      if (state === 'speaking' && item) goTo(true);
      if (state === 'idle') follower.attend();
    },
    word(item, unit, length) {
      if (item !== shown) return;
      const { text, sentence } = item;
      const spoken = item.spoken();
      const [start, end] = [spoken.toShown(unit), spoken.toShown(unit + length)];
      // The word for its kind, said after a sentence, stands for nothing on the page.
      const word = end > start && end <= text.length ? { start, end } : null;
      speaker.said.set({ text, sentence, word });
      painter.word(word);
      if (word) goTo(false);
    },
    attend: follower.attend,
    keep: follower.follow,
    comeBack() {
      follower.attend();
      follower.follow();
    },
  };
}
