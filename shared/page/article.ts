// Where the true article begins and ends, by its prose: Han text in sentences that is not links. For reading aloud from its start
// to its end; falls back to the main part without its link lists. Pure; not for drawing an article view.
import { textIn } from '../dom/text-in';
import { childrenOf as ownChildrenOf, up } from '../dom/marker';
import { blocksIn } from './blocks';
import { hintedArticle } from './hints';
import type { Page } from './page';
import type { Block } from './text-map';

export interface Article {
  /** The smallest element that holds the body. */
  readonly top: Element;
  /** The blocks to be read, in order: the title if it was found, then the body. */
  readonly blocks: readonly Block[];
  /** The one of them that says what the article is called; null when none does. */
  readonly title: Block | null;
  /** False when the page has no prose to speak of (a list, a home page) and the blocks are its main part. */
  readonly isArticle: boolean;
}

/** Where no article text lies; never entered. */
const OUTSIDE =
  'nav, footer, aside, button, form, marquee, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], [role="complementary"], [role="menu"], [role="menubar"], [role="tablist"], [role="toolbar"], [role="dialog"]';
/** What makes a form one to be filled in. */
const FILLED_IN = 'select, textarea, input:not([type="hidden" i], [type="button" i], [type="submit" i], [type="image" i], [type="reset" i])';
/** A child that holds so much of the prose is where the article is. */
const HOLDS_PART = 0.75;
/** Less prose than this (in weighted characters) is a caption or a footer, not an article. */
const LEAST_PROSE = 60;
/** Beside so much more text in links, the prose is a teaser on a home page. */
const LEAST_PROSE_TO_LINKS = 0.2;
/** How much of a block may be links before it is a link, not a text. */
const MOST_LINKS = 0.5;

/** So many Han characters make a title that says what the page is about; columns have shorter names. */
const LEAST_TITLE = 10;
/** So much larger than the text it is written where no markup tells it. */
const TITLE_TO_TEXT = 1.2;
/** How much of the above a page needs that has such a title. */
const SHORT_PART = 0.4;

/** Says of itself that it belongs to the site, not to the article. */
const IMPRINT = /版权所有|ICP备|公网安备|网安备|网站标识码|主办单位|主办[：:]|承办[：:]|技术支持|运行维护单位|建议使用|浏览器|All Rights Reserved|Copyright|©/i;
/** Around the body: what to do with the page, not what it says. */
const SERVICE = /^[\s【[（(]*(上一[篇条页]|下一[篇条页]|上篇|下篇|没有了|相关(阅读|文章|链接|新闻|信息)|返回|打印|关闭|分享到?|收藏|更多\s*[>》.…]*\s*$|扫一扫|字[体号]|字号|网站首页|您?(现|目前|当前)?(所)?在?的?位置|当前位置|您(现)?在的位置|大家都在看|热点推荐|责任编辑：?$)/;
/** Date, source, counters and size buttons under a title. */
const META = /(发布|更新|发表|公告|成文)?(时间|日期)\s*[：:]|来源\s*[：:]|作者\s*[：:]|(浏览|点击|阅读|访问)(次数|量|数)?\s*[：:]|字[体号]\s*[：:]|【?字体|^\s*\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(\s+\d{1,2}:\d{2}(:\d{2})?)?\s*$/;
const META_MAX_LENGTH = 90;
/** A sentence that begins like one of these (返回原籍的人员应当……。) is what the article says. */
const isService = (text: string) => text.length <= META_MAX_LENGTH && !/[。；]/.test(text) && SERVICE.test(text);
/** Heads what comes after an article: other pages. */
const AFTER = /^[\s【[（(]*(推荐|相关|延伸|更多|精彩|热点|猜你喜欢|大家都在看)(阅读|文章|新闻|链接|信息|推荐|图集|图片|内容|专题|报道|稿件)?[\s】\]）):：]*$/;
/** Classes and ids by which the edges of a page are called; for pages without an article alone, since anything may be called `top`. */
const EDGE = /(^|[-_])(header|head|top|nav|navbar|navbox|menu|footer|foot|bottom|copyright|crumbs?|sidebar|friendlinks?|wzlj|yqlj|search|weather)([-_]|$)/i;
/** Today's date in a page's head. */
const TODAY = /^\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|今天是)[\s\d:：年月日]*(星期.)?\s*$/;

interface Weighed {
  readonly block: Block;
  readonly han: number;
  /** Part of the text that lies in links. */
  readonly links: number;
  readonly prose: number;
}

const hanIn = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** By Han characters where there are any: the date beside a link makes no text of it. */
function linkPart(block: Block, han: number): number {
  let inLinks = 0;
  let all = 0;
  for (const { text, start, length } of block.segments) {
    const part = block.text.slice(start, start + length);
    const size = han > 0 ? hanIn(part) : part.trim().length;
    all += size;
    if (text.parentElement?.closest('a[href]:not([href^="mailto:" i]), button, [onclick]')) inLinks += size;
  }
  return all === 0 ? 0 : inLinks / all;
}

function weigh(block: Block): Weighed {
  const han = hanIn(block.text);
  const links = linkPart(block, han);
  const isProse = links <= MOST_LINKS && !IMPRINT.test(block.text) && !isService(block.text);
  // Sentences count whole, label lines a third: official notices are full of them, but so are the page's edges.
  const marks = block.text.match(/[，。；！？、]/g)?.length ?? 0;
  return { block, han, links, prose: isProse ? han * (marks > 0 && han > 12 ? 1 : 0.34) * (1 - links) : 0 };
}

/** The smallest element that still holds most of the prose. */
function topOf(root: Element, weighed: readonly Weighed[]): Element {
  const prose = new Map<Element, number>();
  for (const { block, prose: weight } of weighed) {
    if (weight === 0) continue;
    for (let at: Element | null = block.element; at; at = at === root ? null : parentOf(at)) prose.set(at, (prose.get(at) ?? 0) + weight);
  }
  let top = root;
  for (;;) {
    const whole = prose.get(top) ?? 0;
    const next: Element | undefined = childrenOf(top).find((child) => (prose.get(child) ?? 0) >= whole * HOLDS_PART);
    // One long paragraph is not the article while its siblings have prose, too.
    if (!next || whole === 0 || (isParagraph(next) && childrenOf(top).some((child) => child !== next && (prose.get(child) ?? 0) > 0))) return top;
    top = next;
  }
}

const isParagraph = (element: Element) => /^(p|h[1-6]|li|dd|dt|blockquote|pre|font|span|strong|b)$/.test(element.localName);

function parentOf(element: Element): Element | null {
  const parent = up(element);
  if (parent) return parent;
  const root = element.getRootNode();
  return root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null;
}

const childrenOf = (element: Element): Element[] => [...ownChildrenOf(element), ...(element.shadowRoot?.children ?? [])];

function holds(top: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === top) return true;
  return false;
}

/** An attachment is a link that belongs to the article. */
const isAttachment = (text: string) => /附件|\.(docx?|xlsx?|pdf|wps|zip|rar|pptx?)\b/i.test(text);

/** A block of links only, among others like it: a list of other pages. */
function isLinkList(of: Weighed): boolean {
  return of.links > MOST_LINKS && !isAttachment(of.block.text);
}

/** A link by itself between two paragraphs belongs to them; a row of page numbers does not. */
function standsAlone(inside: readonly Weighed[], at: number): boolean {
  if (!/\p{L}/u.test(inside[at]?.block.text ?? '')) return false;
  const isText = (one: Weighed | undefined) => one !== undefined && !isLinkList(one) && !isService(one.block.text) && !IMPRINT.test(one.block.text);
  return isText(inside[at - 1]) && isText(inside[at + 1]) && inside.slice(0, at).some(({ prose }) => prose >= LEAST_PROSE / 2);
}

/** Where what follows the article is headed; the end where nothing is. Not in its first half: an article may have such a heading, too. */
function endOf(inside: readonly Weighed[]): number {
  const whole = inside.reduce((sum, { prose }) => sum + prose, 0);
  let before = 0;
  const end = inside.findIndex(({ block, prose }) => {
    if (before > whole / 2 && AFTER.test(block.text)) return true;
    before += prose;
    return false;
  });
  return end < 0 ? inside.length : end;
}

/** Takes off what stands before and after the body in the same element. */
function bodyOf(inside: readonly Weighed[], title: Block | null): Block[] {
  const all = inside.slice(0, endOf(inside));
  const kept = all.filter((one, at) => (!isLinkList(one) || standsAlone(all, at)) && !IMPRINT.test(one.block.text) && !isService(one.block.text));
  const firstProse = kept.findIndex(({ prose, han }) => prose >= LEAST_PROSE / 2 || han >= LEAST_PROSE);
  // Page turners at the end.
  while (kept.at(-1)?.han === 0 && (kept.at(-1)?.block.text.trim().length ?? 0) <= 3) kept.pop();
  const titleText = title ? squeezed(title.text) : null;
  return kept
    .filter(({ block }, at) => {
      const isMeta = at <= firstProse && block.text.length <= META_MAX_LENGTH && META.test(block.text) && !/[。；]/.test(block.text);
      return !isMeta && block !== title && !(titleText !== null && at < firstProse && squeezed(block.text) === titleText);
    })
    .map(({ block }) => block);
}

const squeezed = (text: string) => text.replace(/[\s\u200b]/g, '');

/** In CSS px; 0 where nothing is laid out. */
function sizeOf(block: Block): number {
  const element = block.segments[0]?.text.parentElement;
  return Number.parseFloat((element && element.ownerDocument.defaultView?.getComputedStyle(element).fontSize) || '0');
}

/** The block that says what the article is called: before its body or in its first lines. */
function titleOf(document: Document, weighed: readonly Weighed[], end: number): Block | null {
  const told = squeezed(document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content') ?? '');
  const named = squeezed(document.title);
  // Without the site's name after it.
  const own = squeezed(document.title.split(/[-_|–—]/)[0] ?? '');
  const candidates = weighed.slice(0, end).filter(({ links, han }) => links <= MOST_LINKS && han >= 4);
  const last = <T>(found: readonly T[]) => found.at(-1) ?? null;
  const byText = last(
    candidates.filter(({ block }) => {
      const text = squeezed(block.text);
      return text === told || (text.length >= 6 && named.includes(text)) || (own.length >= 8 && text.includes(own) && !/[。；]/.test(text));
    }),
  );
  const levelOf = ({ block }: Weighed) => block.element.closest('h1, h2, h3')?.localName ?? 'h9';
  const tagged = candidates.filter((one) => levelOf(one) !== 'h9' && !isService(one.block.text) && !META.test(one.block.text));
  // The first headings of the body stand near, too: the highest is the title.
  const highest = tagged.map(levelOf).sort()[0];
  const byTag = last(tagged.filter((one) => levelOf(one) === highest));
  if (byText ?? byTag) return (byText ?? byTag)?.block ?? null;
  // Old pages have no headings: then it is what is written larger than the text, right above it.
  const longest = weighed.reduce<Weighed | null>((most, one) => (one.prose > (most?.prose ?? 0) ? one : most), null);
  const textSize = longest ? sizeOf(longest.block) : 0;
  const isLarge = ({ block, han }: Weighed) => han >= LEAST_TITLE && textSize > 0 && sizeOf(block) >= textSize * TITLE_TO_TEXT && !/[。；]/.test(block.text);
  return last(candidates.filter((one) => isLarge(one) && !isService(one.block.text) && !META.test(one.block.text)))?.block ?? null;
}

/**
 * Finds the article of a page, in as many steps as it has blocks.
 * @returns a generator whose last value is the article; a large page is gone through in slices
 */
export function* findArticle(page: Pick<Page, 'textOf' | 'document' | 'hints'>): Generator<void, Article, undefined> {
  const { document } = page;
  const body = document.body ?? document.documentElement;
  const told = hintedArticle(document, page.hints);
  const leavesOut = (element: Element) => element.matches(OUTSIDE) && !isNoForm(element, body) && !(told !== null && element.contains(told));
  const weighed: Weighed[] = [];
  for (const block of blocksIn(page, body, { leavesOut })) {
    weighed.push(weigh(block));
    yield;
  }
  const top = told && weighed.some(({ block }) => holds(told, block.element)) ? told : topOf(body, weighed);
  const inside = weighed.filter(({ block }) => holds(top, block.element));
  const prose = inside.reduce((sum, one) => sum + one.prose, 0);
  const linked = weighed.reduce((sum, { han, links }) => sum + han * links, 0);
  const first = inside[0] ? weighed.indexOf(inside[0]) : 0;
  const proseAt = weighed.findIndex((one, at) => at >= first && one.prose > LEAST_PROSE / 2);
  // Not after the first of the prose: a title that is read comes first.
  const title = titleOf(document, weighed, Math.min(Math.max(first, Math.min(proseAt, first + 6)) + 4, proseAt < 0 ? Infinity : proseAt + 1));
  // A notice of one sentence is an article where the page itself is called as what stands above it.
  const least = title && hanIn(title.text) >= LEAST_TITLE && squeezed(document.title).includes(squeezed(title.text)) ? SHORT_PART : 1;
  if (top === told) {
    const kept = bodyOf(inside, title);
    // A list of links is an article where the owner says so.
    const blocks = kept.length > 0 ? kept : inside.map(({ block }) => block).filter((block) => block !== title);
    return { top, blocks: title ? [title, ...blocks] : blocks, title, isArticle: true };
  }
  if (prose < LEAST_PROSE * least || prose < linked * LEAST_PROSE_TO_LINKS * least) return mainPart(document, body, weighed);
  const rest = bodyOf(inside, title);
  return { top, blocks: title ? [title, ...rest] : rest, title, isArticle: true };
}

/** Old portals wrap the whole page in one form, and some systems the article in one that has nothing to fill in. */
function isNoForm(element: Element, body: Element): boolean {
  return element.localName === 'form' && (element.querySelector(FILLED_IN) === null || holdsHalf(element, body));
}

const holdsHalf = (element: Element, body: Element) => textIn(element).length > textIn(body).length / 2;

/** A figure that stands beside its name: 12 345 under 今日办件. */
const isCell = ({ element, text }: Block) => /\d/.test(text) && element.closest('dd, td') !== null;

/** A list or home page: its main part without lists of links; where there is nothing else, with them. */
function mainPart(document: Document, body: Element, weighed: readonly Weighed[]): Article {
  const top = document.querySelector('main, [role="main"]') ?? body;
  const isEdge = (element: Element) => [element.id, ...element.classList].some((name) => EDGE.test(name)) && !holdsHalf(element, body);
  const edges = new Map<Element, boolean>();
  const isInEdge = (element: Element): boolean => {
    const known = edges.get(element);
    if (known !== undefined) return known;
    const above = element === top ? null : parentOf(element);
    const found = isEdge(element) || (above !== null && isInEdge(above));
    edges.set(element, found);
    return found;
  };
  const inside = weighed.filter(
    ({ block, han }) => (han > 0 || isCell(block)) && holds(top, block.element) && !isInEdge(block.element) && !isService(block.text) && ![IMPRINT, TODAY].some((pattern) => pattern.test(block.text)),
  );
  const texts = inside.filter((one) => !isLinkList(one));
  const chosen = texts.reduce((sum, { han }) => sum + han, 0) >= LEAST_PROSE / 2 ? texts : inside;
  const blocks = (chosen.length > 0 ? chosen : weighed).map(({ block }) => block);
  // A column of a table may say the same in each row.
  return { top, blocks: blocks.filter(({ text }, at) => squeezed(text) !== squeezed(blocks[at - 1]?.text ?? '')), title: null, isArticle: false };
}
