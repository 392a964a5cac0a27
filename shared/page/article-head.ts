// Date and source of an article, from what the page says of itself and from the lines around its title. Pure; not for finding the
// article (article.ts).
import { blocksIn, type Block } from './blocks';
import type { Page } from './page';

/** What stands under a title; '' where the page does not say. */
export interface ArticleHead {
  readonly date: string;
  readonly source: string;
}

/** How many lines after the title may tell; before it only the nearest. */
const LINES_AFTER = 8;
const LINES_BEFORE = 3;
const LINE_MAX_LENGTH = 160;
const DATE = /((?:19|20)\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
const SOURCE = /(?:来源|来\s*源|信息来源|稿件来源|发布机构|文章来源)\s*[：:]\s*([^\s|｜【】\[\]]{2,40})/;
/** What follows a source in the same line without a space. */
const NEXT_LABEL = /(发布|更新|时间|日期|作者|责任|编辑|浏览|点击|阅读|访问|字体|字号|打印|分享|【).*$/;
/** The names of 政府网站发展指引. */
const DATES_TOLD = 'meta[name="PubDate" i], meta[name="publishdate" i], meta[property="article:published_time" i]';
const SOURCES_TOLD = 'meta[name="ContentSource" i], meta[name="source" i]';

function dateIn(text: string): string {
  const [, year, month, day] = DATE.exec(text) ?? [];
  return year && month && day ? `${year}年${Number(month)}月${Number(day)}日` : '';
}

const sourceIn = (text: string): string => (SOURCE.exec(text)?.[1] ?? '').replace(NEXT_LABEL, '').trim();

/**
 * @param title the block that is the article's title; null: only what the page says of itself counts
 * @param isBody whether a block belongs to the body, whose dates are not the article's
 */
export function articleHead(page: Pick<Page, 'textOf' | 'document'>, title: Block | null, isBody: (block: Block) => boolean): ArticleHead {
  const { document } = page;
  const told = (selector: string) => document.querySelector(selector)?.getAttribute('content')?.trim() ?? '';
  let date = '';
  let source = '';
  const look = (block: Block): void => {
    if (block.text.length > LINE_MAX_LENGTH || isBody(block)) return;
    date ||= dateIn(block.text);
    source ||= sourceIn(block.text);
  };
  if (title && document.body) {
    const before: Block[] = [];
    let after = -1;
    for (const block of blocksIn(page, document.body)) {
      if (after >= 0) {
        look(block);
        after += 1;
        if (after >= LINES_AFTER) break;
      } else if (isSame(block, title)) after = 0;
      else before.push(block);
    }
    if (after >= 0) before.slice(-LINES_BEFORE).reverse().forEach(look);
  }
  return { date: date || dateIn(told(DATES_TOLD)), source: source || told(SOURCES_TOLD) };
}

/** Blocks are made anew at each walk; their text nodes are the page's. */
function isSame(one: Block, other: Block): boolean {
  return one.segments[0]?.text === other.segments[0]?.text && one.text === other.text;
}
