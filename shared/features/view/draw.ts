// Draws the article view: buttons, title, date, source, contents, body; or the zones as large blocks. In a root of ours that counts as page,
// by plain elements, so that aids and frameworks' observers meet nothing strange. Not for the body itself (copy.ts).
import type { Zone } from '../../page/zones';
import { fill, type ViewWords } from './words';

/** A Chinese reader's pace, in silence and without haste: characters a minute. */
const CHARACTERS_A_MINUTE = 300;
/** Fewer headings are found by looking. */
const LEAST_HEADINGS = 3;

/** What can be pressed. */
export interface Presses {
  back(): void;
  print(): void;
  /** To a heading. */
  go(heading: HTMLElement): void;
  toZone(zone: Zone): void;
}

/** Binds a press; the aid's own, which is fenced and ends with it. */
export type OnPress = (element: Element, run: (event: Event) => void) => void;

export interface DrawParts {
  readonly document: Document;
  readonly words: ViewWords;
  /** Of the interface, and of what is read. */
  readonly language: string;
  readonly onPress: OnPress;
  readonly presses: Presses;
}

export interface ArticleParts {
  readonly title: string;
  readonly lang: string;
  readonly date: string;
  readonly source: string;
  readonly body: Element;
}

/** The whole view, with what takes the focus. */
export interface Drawn {
  readonly paper: HTMLElement;
  readonly heading: HTMLElement;
}

type Make = <N extends keyof HTMLElementTagNameMap>(name: N, className: string, ...inside: (Node | string)[]) => HTMLElementTagNameMap[N];

function maker(document: Document): Make {
  return (name, className, ...inside) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
}

/** Headings with their levels, as the contents list shows them; empty where there are too few. */
export function headingsOf(body: Element): HTMLElement[] {
  const headings = [...body.querySelectorAll<HTMLElement>('h2,h3')];
  return headings.length >= LEAST_HEADINGS ? headings : [];
}

/** @returns whole minutes, at least one */
export function minutesFor(text: string): number {
  return Math.max(1, Math.round((text.match(/\p{Script=Han}/gu)?.length ?? 0) / CHARACTERS_A_MINUTE));
}

function around({ document, words, language, onPress, presses }: DrawParts, main: HTMLElement, canPrint: boolean): HTMLElement {
  const make = maker(document);
  const button = (className: string, word: string, run: () => void) => {
    const made = make('button', className, word);
    made.type = 'button';
    onPress(made, run);
    return made;
  };
  const back = () => button('back', words.back, presses.back);
  const paper = make('div', 'paper', make('header', '', back(), ...(canPrint ? [button('', words.print, presses.print)] : [])), main, make('footer', '', back()));
  paper.lang = language;
  return paper;
}

function headed(make: Make, text: string): HTMLElement {
  const heading = make('h1', '', text);
  // It takes the focus when the view comes, and is no stop for Tab.
  heading.tabIndex = -1;
  return heading;
}

export function drawArticle(parts: DrawParts, article: ArticleParts): Drawn {
  const { document, words, onPress, presses, language } = parts;
  const make = maker(document);
  const { body } = article;
  const heading = headed(make, article.title);
  const minutes = fill(words.minutes, minutesFor(body.textContent ?? ''));
  const told = [article.date, article.source && fill(words.source, article.source), minutes].filter((one) => one !== '');
  const meta = make('p', 'meta', ...told.flatMap((one) => [make('span', '', one), ' ']));
  meta.lang = language;
  const inside: Node[] = [heading, meta];
  const headings = headingsOf(body);
  if (headings.length > 0) {
    const list = make('ul', '');
    for (const one of headings) {
      one.tabIndex = -1;
      const link = make('a', '', one.textContent ?? '');
      link.href = '#';
      onPress(link, (event) => {
        event.preventDefault();
        presses.go(one);
      });
      list.append(make('li', one.localName === 'h3' ? 'deep' : '', link));
    }
    const nav = make('nav', '', make('h2', '', words.contents), list);
    nav.setAttribute('aria-label', words.contents);
    inside.push(nav);
  }
  const whole = make('article', '', ...inside, body);
  whole.lang = article.lang;
  return { paper: around(parts, make('main', '', whole), true), heading };
}

export function drawZones(parts: DrawParts, zones: readonly Zone[]): Drawn {
  const { document, words, onPress, presses } = parts;
  const make = maker(document);
  const heading = headed(make, words.whatNow);
  const list = make('ul', 'zones');
  for (const zone of zones) {
    const { name, gloss, count } = words.zones[zone.id];
    const button = make('button', '', make('b', '', name), make('span', '', gloss), ...(zone.count > 0 ? [make('span', '', fill(count, zone.count))] : []));
    button.type = 'button';
    onPress(button, () => presses.toZone(zone));
    list.append(make('li', '', button));
  }
  return { paper: around(parts, make('main', '', heading, make('p', '', words.noArticle), list), false), heading };
}
