// The parts that a page is made of, in the six names that readers know from other toolbars: by landmarks, else by names, links and fields.
// Pure; not for going there.
import { textIn } from '../dom/text-in';
import { isOurs, up } from '../dom/marker';
import type { PageHints } from './hints';

/** 导航区 视窗区 交互区 服务区 列表区 正文区 */
const ZONE_IDS = ['navigation', 'window', 'interaction', 'service', 'list', 'body'] as const;
export type ZoneId = (typeof ZONE_IDS)[number];

export interface Zone {
  readonly id: ZoneId;
  /** Its elements in the page's order; there is at least one. */
  readonly elements: readonly Element[];
  /** How many things there are in it: links, fields, pictures, items or paragraphs. */
  readonly count: number;
}

/** Authors name a zone by its id or by its Chinese name, with or without 区. */
const NAMES: Readonly<Record<ZoneId, string>> = { navigation: '导航', window: '视窗', interaction: '交互', service: '服务', list: '列表', body: '正文' };
const FIELDS = 'select, textarea, input:not([type="hidden" i], [type="button" i], [type="submit" i], [type="image" i], [type="reset" i])';
const LINKS = 'a[href]';
/** Less is a few links beside something else. */
const LEAST_LINKS = 4;
const LEAST_ITEMS = 4;
const LEAST_SERVICES = 3;
/** A box that holds more of the page is the page. */
const MOST_OF_PAGE = 0.5;
/** Links of a list say what it is about; those of a menu are shorter. */
const TITLE_LENGTH = 8;

const NAVIGATION = /(^|[-_])(top|main|head|header|site)?(nav|navbar|navi|menu|daohang|dh)([-_\d]|$)/i;
const WINDOW = /(^|[-_])(swiper|slick|carousel|slider?|slideshow|flexslider|lunbo|banner|focus|marquee|hd_?pic)([-_\d]|$)/i;
const SERVICE = /(^|[-_])(service|services|fuwu|bsfw|bszn|banshi|wsbs|zwfw)([-_\d]|$)/i;
const BODY = /(^|[-_])(zhengwen|content|contents|article|articles|detail|details|trs|editor|text|txt|zoom|pages|wznr|nr)([-_\d]|$)/i;
const SERVICE_WORDS = /^(.{0,6})(办事|服务|便民|网上办理|办理大厅|我要办)(.{0,6})$/;

const isNamed = (element: Element, pattern: RegExp) => [element.id, ...element.classList].some((name) => pattern.test(name));
const lengthOf = (element: Element) => textIn(element).replace(/\s/g, '').length;

/** The outermost of what was found, each once, in the page's order. */
function outermost(found: readonly Element[]): Element[] {
  const all = new Set(found);
  return [...all]
    .filter((element) => {
      for (let at = up(element); at; at = up(at)) if (all.has(at)) return false;
      return true;
    })
    .sort((one, other) => (one.compareDocumentPosition(other) & 4 /* FOLLOWING */ ? -1 : 1));
}

/**
 * @param isShown whether an element can be seen; by default what the browser says, or everything
 * @param article the box of the article, where somebody has found one
 * @param hints what the site's owner says, beside the marks on the elements themselves
 * @returns the zones that the page has, in the order of ZONE_IDS
 */
export function findZones(document: Document, isShown: (element: Element) => boolean = shown, article: Element | null = null, hints: PageHints = {}): Zone[] {
  const { body } = document;
  if (!body) return [];
  const whole = Math.max(1, lengthOf(body));
  const all = [...body.querySelectorAll('*')].filter((element) => !isOurs(element));
  const isPart = (element: Element) => lengthOf(element) <= whole * MOST_OF_PAGE;
  const count = (element: Element, selector: string) => [...element.querySelectorAll(selector)].filter(isShown).length;
  const sum = (elements: readonly Element[], selector: string) => elements.reduce((total, element) => total + count(element, selector), 0);
  const named = (id: ZoneId) => all.filter((element) => {
    const name = element.getAttribute('data-mingdu-zone')?.trim().replace(/区$/, '');
    return name === id || name === NAMES[id] || (hints.zones?.[id] !== undefined && element.matches(hints.zones[id]));
  });

  /** The site's own naming, else the landmarks, else what looks like one. */
  function choose(id: ZoneId, landmarks: readonly Element[], guess: () => readonly Element[]): Element[] {
    for (const found of [() => named(id), () => landmarks, guess]) {
      const seen = outermost(found().filter((element) => isShown(element)));
      if (seen.length > 0) return seen;
    }
    return [];
  }

  const select = (selector: string) => all.filter((element) => element.matches(selector));
  const navigation = choose('navigation', select('nav, [role="navigation"], [role="menubar"]').filter((one) => count(one, LINKS) > 1), () => {
    const byName = all.filter((element) => isNamed(element, NAVIGATION) && isPart(element) && count(element, LINKS) >= LEAST_LINKS);
    return byName.length > 0 ? byName : menuBoxes(select(LINKS), isPart);
  });
  const isInNavigation = (element: Element) => navigation.some((zone) => zone.contains(element));
  const windows = choose('window', select('dialog[open], [role="dialog"], [aria-roledescription="carousel"], marquee'), () =>
    all.filter((element) => isNamed(element, WINDOW) && isPart(element) && count(element, 'img, picture, canvas') > 0),
  );
  const interaction = choose('interaction', select('search, [role="search"], [role="form"]').filter((one) => count(one, FIELDS) > 0), () =>
    select(FIELDS).filter(isShown).map((field) => boxOf(field, whole)),
  );
  const service = choose('service', [], () => {
    // Of a menu 办事服务 is one word among others.
    const isOwn = (element: Element) => isPart(element) && !isInNavigation(element) && count(element, LINKS) >= LEAST_SERVICES;
    const byName = all.filter((element) => isNamed(element, SERVICE) && isOwn(element));
    return byName.length > 0 ? byName : serviceBoxes(all.filter((element) => !isInNavigation(element)), isPart, isOwn);
  });
  const list = choose('list', [], () => all.filter((element) => /^(ul|ol|dl|tbody)$/.test(element.localName) && !isInNavigation(element) && itemsOf(element).length >= LEAST_ITEMS));
  const main = choose('body', select('main, [role="main"]'), () => {
    const articles = select('article');
    if (articles.length > 0) return articles;
    return article ? [article] : bodyBoxes(all.filter((element) => !isInNavigation(element)), navigation);
  });
  const zones: Zone[] = [
    { id: 'navigation', elements: navigation, count: sum(navigation, LINKS) },
    { id: 'window', elements: windows, count: Math.max(windows.length, sum(windows, 'img')) },
    { id: 'interaction', elements: interaction, count: sum(interaction, FIELDS) },
    { id: 'service', elements: service, count: sum(service, LINKS) },
    { id: 'list', elements: list, count: list.reduce((total, element) => total + itemsOf(element).length, 0) },
    { id: 'body', elements: main, count: sum(main, 'p') },
  ];
  return zones.filter(({ elements, count: things, id }) => elements.length > 0 && (things > 0 || id === 'body'));
}

/** Items whose link is a title. */
function itemsOf(list: Element): Element[] {
  return [...list.children].filter((item) => [...item.querySelectorAll(LINKS)].some((link) => lengthOf(link) >= TITLE_LENGTH));
}

/** The form around a field; where one form is the whole page, the box that holds the field and what is to be pressed. */
function boxOf(field: Element, whole: number): Element {
  const form = field.closest('form, fieldset');
  if (form && lengthOf(form) <= whole * MOST_OF_PAGE) return form;
  let box = up(field) ?? field;
  for (let outer = up(box); outer && !box.querySelector('button, input[type="submit" i], input[type="button" i], input[type="image" i], a') && lengthOf(outer) <= whole * MOST_OF_PAGE; outer = up(box)) {
    box = outer;
  }
  return box;
}

/** Boxes that a heading about services stands over. */
function serviceBoxes(all: readonly Element[], isPart: (element: Element) => boolean, isFull: (element: Element) => boolean): Element[] {
  const heads = all.filter((element) => /^(h[1-6]|strong|span|a|div|p)$/.test(element.localName) && element.children.length <= 1 && SERVICE_WORDS.test((element.textContent ?? '').trim()));
  return heads.flatMap((head) => {
    for (let box = up(head); box && isPart(box); box = up(box)) if (isFull(box)) return [box];
    return [];
  });
}

/** A link home, by which a menu is known that is called nothing; the way from home to here is shorter. */
const HOME = /^(网站|本站|返回)?首页$/;
const LEAST_MENU = 6;
/** Of the links of a menu so many are words rather than titles. */
const SHORT_PART = 0.8;

/** Boxes of short links, one of which leads home. */
function menuBoxes(links: readonly Element[], isPart: (element: Element) => boolean): Element[] {
  return links.filter((link) => HOME.test((link.textContent ?? '').trim())).flatMap((link) => {
    let box = up(link);
    while (box && isPart(box) && box.querySelectorAll(LINKS).length < LEAST_MENU) box = up(box);
    if (!box || !isPart(box)) return [];
    const inside = [...box.querySelectorAll(LINKS)];
    return inside.filter((one) => lengthOf(one) < TITLE_LENGTH).length >= inside.length * SHORT_PART ? [box] : [];
  });
}

/** Prose is sentences, and more of it than of links. */
const LEAST_PROSE = 200;
/** A box that holds so much of the page's prose may be its body; the smallest one is. */
const BODY_PART = 0.7;

const EDGE = /(^|[-_])(foot|footer|bottom|copyright|banquan)([-_\d]|$)/i;

function isAtEdge(element: Element): boolean {
  for (let at: Element | null = element; at; at = up(at)) if (isNamed(at, EDGE)) return true;
  return false;
}

/** The box that holds the page's paragraphs, one that is called so before others. What holds a menu is the page. */
function bodyBoxes(all: readonly Element[], menus: readonly Element[]): Element[] {
  const prose = new Map<Element, number>();
  let whole = 0;
  for (const element of all) {
    if (!/^(p|div|td|span|font|section)$/.test(element.localName) || element.closest('a, nav, footer, select') || isAtEdge(element)) continue;
    const own = [...element.childNodes].reduce((sum, node) => sum + (node.nodeType === 3 && /[，。；：]/.test(node.nodeValue ?? '') ? (node.nodeValue ?? '').trim().length : 0), 0);
    if (own === 0) continue;
    whole += own;
    for (let at: Element | null = element; at; at = up(at)) prose.set(at, (prose.get(at) ?? 0) + own);
  }
  if (whole < LEAST_PROSE) return [];
  const holding = all.filter((element) => /^(div|section|td|article)$/.test(element.localName) && (prose.get(element) ?? 0) >= whole * BODY_PART && !menus.some((menu) => element.contains(menu)));
  // In the page's order the last that holds so much is the smallest.
  const box = holding.filter((element) => isNamed(element, BODY)).at(-1) ?? holding.at(-1);
  return box ? [box] : [];
}

function shown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility({ visibilityProperty: true });
}
