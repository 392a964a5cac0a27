// Puts text and boxes together into paragraphs, headings, lists and tables of our own making. Not for reading the page (copy.ts).
import { headingLevel } from '../../page/heading-lines';

export interface Flow {
  /** Text of the running paragraph; one is begun where there is none. */
  text(data: string): void;
  /** A line ends: the paragraph does, or within a phrase a break comes. */
  break(): void;
  /** The running paragraph ends. */
  close(): void;
  /** A box of its own between paragraphs. */
  box(element: Element): void;
  /** What `run` writes stands in an element inside the running paragraph; dropped where nothing was written. */
  within(element: Element, run: () => void): void;
  /** How paragraphs from here on are set, and what they are: a heading of the page. @returns what it was before */
  set(next: Manner): Manner;
  readonly isWithin: boolean;
}

export interface Manner {
  readonly align: 'center' | 'right' | '';
  readonly heading: 2 | 3 | null;
}

const EDGES = /^[\s\u3000\u00a0]+|[\s\u3000\u00a0]+$/g;

/** @param findsHeadings whether numbered lines stand as headings: not in tables and lists */
export function createFlow(document: Document, into: Element, findsHeadings: boolean): Flow {
  let paragraph: HTMLElement | null = null;
  let at: Element | null = null;
  let manner: Manner = { align: '', heading: null };
  let depth = 0;

  function place(): Element {
    if (at) return at;
    paragraph = at = document.createElement('p');
    return at;
  }

  function close(): void {
    const done = paragraph;
    paragraph = at = null;
    if (!done) return;
    trim(done);
    const text = done.textContent ?? '';
    if (text === '' && !done.querySelector('button')) return;
    const level = manner.heading ?? (findsHeadings && manner.align !== 'right' ? headingLevel(text) : null);
    let made: HTMLElement = done;
    if (level) {
      made = document.createElement(`h${level}`);
      made.append(...done.childNodes);
    }
    if (manner.align) made.className = manner.align;
    into.append(made);
  }

  return {
    text: (data) => place().append(data),
    break() {
      if (depth > 0) at?.append(document.createElement('br'));
      else close();
    },
    close() {
      if (depth === 0) close();
    },
    box(element) {
      if (depth > 0) place().append(element);
      else {
        close();
        into.append(element);
      }
    },
    within(element, run) {
      const outer = place();
      outer.append(element);
      at = element;
      depth += 1;
      run();
      depth -= 1;
      at = outer;
      if (!element.hasChildNodes()) element.remove();
    },
    set(next) {
      const before = manner;
      manner = next;
      return before;
    },
    get isWithin() {
      return depth > 0;
    },
  };
}

/** Takes off the spaces that old pages indent by: the sheet indents. */
function trim(paragraph: Element): void {
  paragraph.normalize();
  for (const end of ['firstChild', 'lastChild'] as const) {
    for (let node: Node | null = paragraph[end]; node; ) {
      if (node.nodeType !== 3) {
        node = node[end];
        continue;
      }
      const text = node as Text;
      const parent: Node | null = text.parentNode;
      text.data = text.data.replace(end === 'firstChild' ? /^[\s\u3000\u00a0]+/ : /[\s\u3000\u00a0]+$/, '');
      if (text.data !== '' || !parent) break;
      text.remove();
      if (parent.hasChildNodes() || parent === paragraph) node = parent[end];
      else {
        const empty = parent as Element;
        node = empty.parentElement?.contains(paragraph) ? null : empty.parentElement;
        empty.remove();
        node = node?.[end] ?? null;
      }
    }
  }
  if ((paragraph.textContent ?? '').replace(EDGES, '') === '' && !paragraph.querySelector('button')) paragraph.replaceChildren();
}
