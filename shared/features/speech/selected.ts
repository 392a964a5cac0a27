// 朗读所选: the selection as a track, to the character, with nothing said that is not selected. Not for 播放, which only begins at a selection
// (reading.ts).
import { blocksIn } from '../../page/blocks';
import type { Page } from '../../page/page';
import { selectedStretch, spanIn, type Stretch } from '../../page/selected';
import type { Sentence, Span } from '../../page/sentences';
import type { Block } from '../../page/text-map';
import { blocksTrack, type PartTrack } from './track';

/** @returns null where nothing is selected that could be read */
export function* selectedReading(page: Page, view: Window): Generator<void, PartTrack | null, undefined> {
  const stretch = selectedStretch(page, view);
  if (!stretch) return null;
  const root = stretch.start.text.getRootNode() as Document | ShadowRoot;
  const spans = new Map<Block, Span>();
  for (const block of blocksIn(page, 'body' in root ? (root.body ?? root) : root)) {
    const span = spanOf(page, block, stretch);
    if (span) spans.set(block, span);
    // Past the end, and nothing of it comes again: slots apart, blocks come in the order of the tree.
    else if (spans.size > 0 && block.segments.some(({ text }) => text === stretch.end.text)) break;
    yield;
  }
  if (spans.size === 0) return null;
  const track = blocksTrack(page, [...spans.keys()], { only: (sentence) => cutTo(sentence, spans.get(sentence.block)) });
  return track.current ? track : null;
}

/** Which part of a block lies in a stretch, as offsets in the block's text. */
function spanOf(page: Page, block: Block, stretch: Stretch): Span | null {
  let found: { start: number; end: number } | null = null;
  for (const { text, from, start, length } of block.segments) {
    const span = spanIn(page, stretch, text);
    const first = Math.max(from, span?.from ?? Infinity);
    const end = Math.min(from + length, span?.to ?? 0);
    if (first >= end) continue;
    found ??= { start: start + first - from, end: 0 };
    found.end = start + end - from;
  }
  return found;
}

/** What of a sentence lies in a span, if there is anything to say in that. */
function cutTo({ block, start, end }: Sentence, span: Span | undefined): Sentence | null {
  const first = Math.max(start, span?.start ?? Infinity);
  const raw = block.text.slice(first, Math.max(first, Math.min(end, span?.end ?? 0)));
  if (!/[\p{L}\p{N}]/u.test(raw)) return null;
  const text = raw.trim();
  const at = first + raw.indexOf(text);
  return { block, start: at, end: at + text.length, text };
}
