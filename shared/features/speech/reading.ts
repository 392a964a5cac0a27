// What 播放 reads, and from where: the selection, else what was chosen last, else the first sentence of the article in view, else the article.
// Not for reading it.
import { findArticle, type Article } from '../../page/article';
import { blockOf, blocksIn, renderedParent } from '../../page/blocks';
import { boxInTop } from '../../page/frame-point';
import type { Page } from '../../page/page';
import { boxesOf } from '../../page/pointed';
import { selectionOf } from '../../page/selected';
import { sentencesOf, type Sentence } from '../../page/sentences';
import { offsetIn, rangesOf, type Block } from '../../page/text-map';
import { freeBand } from '../../page/into-view';
import { blocksTrack, type PartTrack, type TrackStart } from './track';

/** Less than this is no scrolling: the reader is at the top and has not chosen a place. */
const SCROLLED_PX = 2;
/** A line may begin this little under a bar and still be the first in view. */
const SLACK_PX = 4;
/** A part of the page outside the article that holds so many blocks is read to its end. */
const PART_BLOCKS = 3;

/** What there is to read on the page: its own article, else that of a frame, else its main part, else all its text. */
export function* whatToRead(page: Page): Generator<void, Article, undefined> {
  const own = yield* findArticle(page);
  if (own.isArticle) return own;
  // Old portals show the article in a frame.
  for (const root of page.roots.value) {
    if (root.nodeType !== 9 || root === page.document) continue;
    const framed = yield* findArticle({ ...page, document: root as Document });
    if (framed.isArticle) return framed;
  }
  if (own.blocks.length > 0) return own;
  const top = page.document.body ?? page.document.documentElement;
  return { ...own, blocks: [...blocksIn(page, top)] };
}

/** Why the track begins where it does. */
export type Begin = 'chosen' | 'in-view' | 'start';

export interface Reading {
  readonly track: PartTrack;
  readonly begin: Begin;
  /** Whether the track is the article's, to its end. */
  readonly isArticle: boolean;
}

/**
 * @param article what was found on the page just now
 * @param chosen a sentence that the reader pointed at; it comes before all but a selection
 * @returns the track from there to the article's end; null when the page has nothing to read
 */
export function continuousReading(page: Page, view: Window, article: Article, chosen: Sentence | null, heedsSelection = true): Reading | null {
  const { blocks, title, isArticle } = article;
  const inArticle = (begin: Begin, start: TrackStart): Reading => ({ track: blocksTrack(page, blocks, { start, title }), begin, isArticle });
  const selected = heedsSelection ? selectedTrack(page, view, article) : null;
  if (selected) return { ...selected, begin: 'chosen' };
  const from = chosen ? placeOf(blocks, chosen.block, chosen.start) : null;
  if (from) return inArticle('chosen', from);
  const outside = chosen && outsideTrack(page, chosen);
  if (outside) return { track: outside, begin: 'chosen', isArticle: false };
  if (blocks.length === 0) return null;
  const inView = firstInView(page, view, blocks);
  return inArticle(inView ? 'in-view' : 'start', inView ?? { block: 0, offset: 0 });
}

/** Where a place of one block lies in a list of blocks that were read anew. */
export function placeOf(blocks: readonly Block[], block: Block, offset: number): TrackStart | null {
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

function selectedTrack(page: Page, view: Window, { blocks, title, isArticle }: Article): Omit<Reading, 'begin'> | null {
  const range = selectionOf(page, view)?.getRangeAt(0);
  if (!range) return null;
  const point = firstText(range.startContainer, range.startOffset);
  const source = page.sourceOf(point.node, point.offset);
  const block = source ? blockOf(page, source.text) : null;
  const offset = source && block ? offsetIn(block, source.text, source.offset) : null;
  if (!block || offset === null) return null;
  const start = placeOf(blocks, block, offset);
  if (start) return { track: blocksTrack(page, blocks, { start, title }), isArticle };
  // Outside the article there is no end to go to but the selection's own.
  const document = range.startContainer.ownerDocument ?? page.document;
  const chosen = [...blocksIn(page, document.body ?? document.documentElement)].filter((one) => one.segments.some(({ text }) => range.intersectsNode(text)));
  const from = placeOf(chosen, block, offset);
  const end = page.sourceOf(range.endContainer, range.endOffset);
  const last = chosen.at(-1);
  const until = end && last ? offsetIn(last, end.text, end.offset) : null;
  return from && { track: blocksTrack(page, chosen, { start: from, until: until ?? Infinity }), isArticle: false };
}

/** From a sentence that is in no article to the end of its part of the page: the smallest element around it with some blocks of text. */
function outsideTrack(page: Page, { block, start }: Sentence): PartTrack | null {
  for (let top: Element | null = block.element; top; top = renderedParent(top)) {
    const blocks = [...blocksIn(page, top)];
    const from = placeOf(blocks, block, start);
    const isWhole = renderedParent(top) === null;
    if (from && (blocks.length - from.block >= PART_BLOCKS || isWhole)) return blocksTrack(page, blocks, { start: from });
  }
  return null;
}

/** The first sentence of the blocks that begins in the free part of the window; null when the reader is before them, or none does. */
function firstInView(page: Page, view: Window, blocks: readonly Block[]): TrackStart | null {
  const band = freeBand(view);
  const document = blocks[0]?.element.ownerDocument ?? page.document;
  const inTop = (box: DOMRectReadOnly) => boxInTop(box, document, page.document) ?? box;
  const [first] = blocks;
  const beginsAt = first && rangesOf(page, first, 0, first.text.length)[0]?.getBoundingClientRect();
  const isAtTop = document === page.document && view.scrollY < SCROLLED_PX;
  if (!beginsAt || inTop(beginsAt).top >= (isAtTop ? 0 : band.top - SLACK_PX)) return null;
  for (const block of blocks) {
    if (inTop(block.element.getBoundingClientRect()).bottom < band.top) continue;
    const range = rangesOf(page, block, 0, block.text.length)[0]?.getBoundingClientRect();
    const box = range && inTop(range);
    if (!box || box.bottom < band.top) continue;
    if (box.top > band.bottom) break;
    for (const sentence of sentencesOf(block)) {
      const [line] = boxesOf(page, sentence).map(inTop);
      if (line && line.top >= band.top - SLACK_PX && line.top < band.bottom) return { block: blocks.indexOf(block), offset: sentence.start };
    }
  }
  return null;
}
