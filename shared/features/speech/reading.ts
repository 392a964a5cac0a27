// What 播放 reads, and from where: the selection, else the first sentence of the article in view, else the article. Not for reading it.
import type { Article } from '../../page/article';
import { blockOf, blocksIn } from '../../page/blocks';
import type { Page } from '../../page/page';
import { boxesOf } from '../../page/pointed';
import { sentencesOf, type Sentence } from '../../page/sentences';
import { offsetIn, rangesOf, type Block } from '../../page/text-map';
import type { Track } from '../../speech/engine';
import { freeBand } from './follow';
import type { Item } from './item';
import { blocksTrack, type TrackStart } from './track';

/** Less than this is no scrolling: the reader is at the top and has not chosen a place. */
const SCROLLED_PX = 2;
/** A line may begin this little under a bar and still be the first in view. */
const SLACK_PX = 4;

/**
 * @param article what was found on the page just now
 * @param pointed a sentence that the reader pointed at; it comes before all but a selection
 * @returns the track from there to the article's end; null when the page has nothing to read
 */
export function continuousTrack(page: Page, view: Window, { blocks }: Article, pointed: Sentence | null): Track<Item> | null {
  const selected = selectedTrack(page, view, blocks);
  if (selected) return selected;
  const from = pointed ? placeOf(blocks, pointed.block, pointed.start) : null;
  if (from) return blocksTrack(page, blocks, from);
  if (blocks.length > 0) return blocksTrack(page, blocks, firstInView(page, view, blocks));
  const all = [...blocksIn(page, page.document.body ?? page.document.documentElement)];
  return all.length > 0 ? blocksTrack(page, all) : null;
}

/** Where a place of one block lies in a list of blocks that were read anew. */
function placeOf(blocks: readonly Block[], block: Block, offset: number): TrackStart | null {
  const segment = block.segments.find(({ start, length }) => start + length > offset);
  if (!segment) return null;
  const inText = segment.from + Math.max(0, offset - segment.start);
  const at = blocks.findIndex((one) => one.segments.some(({ text }) => text === segment.text));
  const found = blocks[at];
  const place = found ? offsetIn(found, segment.text, inText) : null;
  return place === null ? null : { block: at, offset: place };
}

/** The first text at or after a DOM point; a selection may begin between elements. */
function firstText(node: Node, offset: number): { node: Node; offset: number } {
  if (node.nodeType === 3) return { node, offset };
  const child = node.childNodes[offset] ?? node;
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(child, 4 /* SHOW_TEXT */);
  return { node: child.nodeType === 3 ? child : (walker.nextNode() ?? child), offset: 0 };
}

function selectedTrack(page: Page, view: Window, article: readonly Block[]): Track<Item> | null {
  const selection = view.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === '') return null;
  const range = selection.getRangeAt(0);
  const point = firstText(range.startContainer, range.startOffset);
  const source = page.sourceOf(point.node, point.offset);
  const block = source ? blockOf(page, source.text) : null;
  const offset = source && block ? offsetIn(block, source.text, source.offset) : null;
  if (!block || offset === null) return null;
  const inArticle = placeOf(article, block, offset);
  if (inArticle) return blocksTrack(page, article, inArticle);
  // Outside the article there is no end to go to but the selection's own.
  const top = page.document.body ?? page.document.documentElement;
  const chosen = [...blocksIn(page, top)].filter((one) => one.segments.some(({ text }) => range.intersectsNode(text)));
  const start = placeOf(chosen, block, offset);
  const end = page.sourceOf(range.endContainer, range.endOffset);
  const last = chosen.at(-1);
  const until = end && last ? offsetIn(last, end.text, end.offset) : null;
  return start ? blocksTrack(page, chosen, start, until ?? Infinity) : null;
}

/** The first sentence of the blocks that begins in the free part of the window; their beginning when none does. */
function firstInView(page: Page, view: Window, blocks: readonly Block[]): TrackStart {
  const beginning = { block: 0, offset: 0 };
  if (view.scrollY < SCROLLED_PX) return beginning;
  const band = freeBand(view);
  for (const [at, block] of blocks.entries()) {
    if (block.element.getBoundingClientRect().bottom < band.top) continue;
    const box = rangesOf(page, block, 0, block.text.length)[0]?.getBoundingClientRect();
    if (!box || box.bottom < band.top) continue;
    if (box.top > band.bottom) break;
    for (const sentence of sentencesOf(block)) {
      const [first] = boxesOf(page, sentence);
      if (first && first.top >= band.top - SLACK_PX && first.top < band.bottom) return { block: at, offset: sentence.start };
    }
  }
  return beginning;
}
