// What kind of text a sentence is, said once: 标题 after a heading, 链接 after a sentence that is one link, 表格，3 列 before a table of data.
// Not for controls and pictures (roles.ts).
import type { Sentence } from '../../page/sentences';
import type { Block } from '../../page/text-map';
import { isDataTable } from '../../typography/data-table';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

const HEADING_WORD = '标题';
const LINK_WORD = '链接';
const TABLE_WORD = '表格';

/** Whether a block is a heading, or stands in one. */
export const isHeading = (block: Block): boolean => block.element.closest(HEADING) !== null;

/** Whether a sentence is the last one of its block. */
export const isLast = ({ block, end }: Sentence): boolean => !/[\p{L}\p{N}]/u.test(block.text.slice(end));

/** The link that holds all of a sentence; null where there is more than a link, or none. */
function linkAround({ block, start, end }: Sentence): Element | null {
  let link: Element | null = null;
  for (const { text, start: from, length } of block.segments) {
    if (from + length <= start || from >= end) continue;
    const said = block.text.slice(Math.max(from, start), Math.min(from + length, end));
    if (!/[\p{L}\p{N}]/u.test(said)) continue;
    const own = text.parentElement?.closest('a[href], [role="link"]') ?? null;
    if (!own || (link && own !== link)) return null;
    link = own;
  }
  return link;
}

/**
 * The word that is said after a sentence; '' for plain text.
 * @param isTitle whether its block is the title of the article, whatever element that is
 */
export function kindWord(sentence: Sentence, isTitle: boolean): string {
  if (linkAround(sentence)) return LINK_WORD;
  return isLast(sentence) && (isTitle || isHeading(sentence.block)) ? HEADING_WORD : '';
}

/** The table of data that a block stands in; null outside of tables and in tables that only lay a page out. */
export function tableOf(block: Block): HTMLTableElement | null {
  const table = block.element.closest('table');
  return table && isDataTable(table) ? table : null;
}

/** What is said on entering a table. */
export function tableWord(table: HTMLTableElement): string {
  const widths = [...table.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0));
  return `${TABLE_WORD}，${Math.max(1, ...widths)} 列`;
}
