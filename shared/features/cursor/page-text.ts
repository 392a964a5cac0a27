// What the cursor can stand on, in the order in which the page is read: blocks of text with their sentences, links, cells of tables of data.
// Frames that we reach stand where they are shown. Reads; not for moving (walk.ts).
import { blocksIn, type Block } from '../../page/blocks';
import type { Page } from '../../page/page';
import { sentencesOf, type Sentence } from '../../page/sentences';
import { isDataTable } from '../../typography/data-table';

/** A link, as far as it has text; `start` is Infinity for one that shows a picture alone, which stands after the block `at`. */
export interface Link {
  readonly element: Element;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

export interface PageText {
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  sentences(at: number): readonly Sentence[];
  /** The heading that a block is, or is part of. */
  headingOf(at: number): Element | null;
  /** The cell of a table of data that a block stands in. */
  cellOf(at: number): HTMLTableCellElement | null;
  /** The first block in a cell; -1 for an empty one. */
  inCell(cell: Element): number;
  /** The block that holds the character at an offset of a text node; -1 when there is none. */
  indexOf(text: Text, offset: number): number;
}

const LINK = 'a[href], [role="link"]';
const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

type Reader = Pick<Page, 'textOf' | 'document' | 'roots'>;

/** All the page's text as it is now. */
export function readPage(page: Reader): PageText {
  const parts = page.roots.value.flatMap((root) => (root.nodeType === 9 ? [readDocument(page, root as Document)] : []));
  const [own = { blocks: [], links: [], document: page.document }, ...frames] = parts;
  const whole = frames.reduce(withFrame, own);
  return textOf(whole.blocks, whole.links.map(({ element, after }) => linkOf(whole.blocks, element, after)));
}

interface Found {
  readonly document: Document;
  readonly blocks: readonly Block[];
  /** With the number of blocks before each. */
  readonly links: readonly { readonly element: Element; readonly after: number }[];
}

function readDocument(page: Reader, document: Document): Found {
  const blocks: Block[] = [];
  const links: { element: Element; after: number }[] = [];
  const top = document.body ?? document.documentElement;
  // Asked about each element before its text is read: so links are found on the way.
  const leavesOut = (element: Element): boolean => {
    if (element.matches(LINK)) links.push({ element, after: blocks.length });
    return false;
  };
  if (top) for (const block of blocksIn(page, top, { leavesOut })) blocks.push(block);
  return { document, blocks, links };
}

/** Puts what a frame holds where the frame stands. */
function withFrame(all: Found, frame: Found): Found {
  const element = frame.document.defaultView?.frameElement;
  if (!element) return all;
  const found = all.blocks.findIndex((block) => block.element.ownerDocument === element.ownerDocument && follows(element, block.segments[0]?.text ?? block.element));
  const at = found < 0 ? all.blocks.length : found;
  const { length } = frame.blocks;
  const before = all.links.filter(({ after }) => after < at);
  const behind = all.links.filter(({ after }) => after >= at).map((link) => ({ ...link, after: link.after + length }));
  return {
    document: all.document,
    blocks: [...all.blocks.slice(0, at), ...frame.blocks, ...all.blocks.slice(at)],
    links: [...before, ...frame.links.map((link) => ({ ...link, after: link.after + at })), ...behind],
  };
}

/** Whether a node stands after another on the page; of nodes in different shadow trees their hosts do. */
export function follows(one: Node, other: Node): boolean {
  const [first, second] = one.getRootNode() === other.getRootNode() ? [one, other] : [outermost(one), outermost(other)];
  return (first.compareDocumentPosition(second) & 4) /* FOLLOWING */ !== 0;
}

/** What stands for a node in the document itself. */
function outermost(node: Node): Node {
  const root = node.getRootNode();
  return root.nodeType === 11 && 'host' in root ? outermost((root as ShadowRoot).host) : node;
}

/** Around the place where a link was found, its text lies in this block or in one of the next. */
const NEAR_BLOCKS = 3;

function linkOf(blocks: readonly Block[], element: Element, after: number): Link {
  for (let at = after; at < Math.min(blocks.length, after + NEAR_BLOCKS); at += 1) {
    const inside = (blocks[at]?.segments ?? []).filter(({ text }) => element.contains(text));
    const [first] = inside;
    const last = inside.at(-1);
    if (first && last) return { element, at, start: first.start, end: last.start + last.length };
  }
  return { element, at: after - 1, start: Infinity, end: Infinity };
}

function textOf(blocks: readonly Block[], links: readonly Link[]): PageText {
  const sentences = new Map<number, readonly Sentence[]>();
  const isData = new Map<HTMLTableElement, boolean>();
  const places = new Map<Text, number[]>();
  const cells = new Map<Element, number>();
  blocks.forEach((block, at) => {
    for (const { text } of block.segments) if (places.get(text)?.at(-1) !== at) places.set(text, [...(places.get(text) ?? []), at]);
  });
  const cellOf = (at: number): HTMLTableCellElement | null => {
    const cell = blocks[at]?.element.closest<HTMLTableCellElement>('td, th') ?? null;
    const table = cell?.closest('table');
    if (!cell || !table) return null;
    if (!isData.has(table)) isData.set(table, isDataTable(table));
    return isData.get(table) ? cell : null;
  };
  return {
    blocks,
    links,
    sentences(at) {
      const block = blocks[at];
      const known = sentences.get(at) ?? (block ? sentencesOf(block) : []);
      sentences.set(at, known);
      return known;
    },
    headingOf: (at) => blocks[at]?.element.closest(HEADING) ?? null,
    cellOf,
    inCell(cell) {
      if (cells.size === 0) {
        blocks.forEach((_, at) => {
          const own = cellOf(at);
          if (own && !cells.has(own)) cells.set(own, at);
        });
      }
      return cells.get(cell) ?? -1;
    },
    indexOf(text, offset) {
      const all = places.get(text) ?? [];
      const exact = all.find((at) => blocks[at]?.segments.some((one) => one.text === text && offset >= one.from && offset < one.from + one.length));
      return exact ?? all[0] ?? -1;
    },
  };
}
