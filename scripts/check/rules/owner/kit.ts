// What the owner's rules look at a page with. `makeKit` is sent into the page as text, so it uses nothing from outside itself.
// Reads alone: no click, no focus, no submission, no request.

/** A place, and what to say of it where the place alone would not tell. */
export interface Found {
  readonly at: Element;
  readonly say?: string;
}

/** Bounds of one look. */
export interface Limits {
  readonly elements: number;
  readonly ms: number;
}

/** A selector of a style sheet, and what it sets. */
export interface StyleRow {
  readonly selector: string;
  readonly style: CSSStyleDeclaration;
  readonly root: Document | ShadowRoot;
}

/** All that a rule may use. */
export interface Kit {
  /** The page's document and those of its frames of the same origin. */
  readonly documents: readonly Document[];
  /** Elements in all documents and open shadow roots, ours left out, as many as the limit allows. */
  readonly all: readonly Element[];
  /** Whether the page is larger than what is in `all`. */
  readonly isCut: boolean;
  matching(selector: string): Element[];
  isShown(element: Element): boolean;
  /** Its text, white space collapsed, at most so long. */
  textOf(element: Element, most?: number): string;
  /** An attribute, '' for none. */
  attr(element: Element, name: string): string;
  /** What a screen reader would call it, near enough: label, alternative text, title, text. */
  nameOf(element: Element): string;
  canFocus(element: Element): boolean;
  /** id, class, name, src and alt in one lower-case line: what authors name things by. */
  signsOf(element: Element): string;
  /** Short and readable; frames and shadow roots are joined by `>>>`. */
  selectorOf(element: Element): string;
  /** Rules of all style sheets that may be read, media rules that do not hold left out. */
  styles(): readonly StyleRow[];
  /** Where the page's own text is: article, main, else the body. */
  contentOf(document: Document): Element;
  /** Whether somebody listens for clicks there (from the debugger), a handler being no attribute. */
  hears(element: Element): boolean;
  isOver(): boolean;
}

/** Sent into the page as text. @param leftIn name on each window of the set of elements that have listeners for clicks; taken away here */
export function makeKit(limits: Limits, leftIn: string): Kit {
  const start = performance.now();
  const isOver = () => performance.now() - start > limits.ms;
  const documents: Document[] = [];
  const all: Element[] = [];
  const frameOf = new Map<Document, Element>();
  const heard: ReadonlySet<unknown>[] = [];
  let isCut = false;
  let sheets: StyleRow[] | undefined;

  function gather(root: Document | ShadowRoot): void {
    const view = 'defaultView' in root ? (root.defaultView as unknown as Record<string, ReadonlySet<unknown> | undefined> | null) : null;
    const left = view?.[leftIn];
    if (view && left) {
      heard.push(left);
      delete view[leftIn];
    }
    for (const element of root.querySelectorAll('*')) {
      if (all.length >= limits.elements) {
        isCut = true;
        return;
      }
      if (element.hasAttribute('data-mingdu')) continue;
      all.push(element);
      if (element.shadowRoot) gather(element.shadowRoot);
      if (element.localName === 'iframe' || element.localName === 'frame') gatherFrame(element as HTMLIFrameElement);
    }
  }
  function gatherFrame(frame: HTMLIFrameElement): void {
    const { contentDocument } = frame;
    if (!contentDocument?.documentElement) return;
    frameOf.set(contentDocument, frame);
    documents.push(contentDocument);
    gather(contentDocument);
  }
  documents.push(document);
  gather(document);

  const attr = (element: Element, name: string) => element.getAttribute(name) ?? '';
  const squeeze = (text: string, most: number) => text.slice(0, most * 8).replace(/\s+/g, ' ').trim().slice(0, most);
  const textOf = (element: Element, most = 80) => squeeze(element.textContent ?? '', most);

  function isShown(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2) return false;
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    return style?.visibility === 'visible' && Number(style.opacity) > 0.01;
  }

  function nameOf(element: Element): string {
    const ids = attr(element, 'aria-labelledby').split(/\s+/).filter(Boolean);
    const root = element.getRootNode() as Document | ShadowRoot;
    const labelled = ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
    const labels = (element as { labels?: NodeListOf<HTMLLabelElement> | null }).labels;
    const label = labels?.length ? [...labels].map((one) => one.textContent).join(' ') : '';
    const inner = [...element.querySelectorAll('img[alt],[aria-label],svg title')].map((one) => attr(one, 'alt') || attr(one, 'aria-label') || one.textContent).join(' ');
    const value = element.localName === 'input' && /^(button|submit|reset)$/i.test(attr(element, 'type')) ? attr(element, 'value') : '';
    for (const text of [labelled, attr(element, 'aria-label'), label, attr(element, 'alt'), value, `${textOf(element)} ${inner}`, attr(element, 'title')]) {
      if (text.trim() !== '') return squeeze(text, 80);
    }
    return '';
  }

  function canFocus(element: Element): boolean {
    if (element.hasAttribute('tabindex')) return Number(attr(element, 'tabindex')) >= 0;
    if (/^(a|area)$/.test(element.localName)) return element.hasAttribute('href');
    if (/^(button|input|select|textarea)$/.test(element.localName)) return !element.hasAttribute('disabled') && attr(element, 'type') !== 'hidden';
    return /^(summary|iframe|frame|embed|object)$/.test(element.localName) || (element as HTMLElement).isContentEditable === true || (/^(audio|video)$/.test(element.localName) && element.hasAttribute('controls'));
  }

  function selectorOf(element: Element): string {
    const parts: string[] = [];
    let at: Element | null = element;
    while (at && parts.length < 12) {
      const id: string = attr(at, 'id');
      const root = at.getRootNode() as Document | ShadowRoot;
      if (id !== '' && id.length < 60 && root.querySelectorAll(`#${CSS.escape(id)}`).length === 1) {
        parts.unshift(`#${CSS.escape(id)}`);
        break;
      }
      const parent: Element | null = at.parentElement;
      const name = at.localName;
      const same: Element[] = parent ? [...parent.children].filter((one) => one.localName === name) : [];
      parts.unshift(same.length > 1 ? `${name}:nth-of-type(${same.indexOf(at) + 1})` : name);
      at = parent;
    }
    const path = parts.join(' > ');
    const root = element.getRootNode();
    const outer = root instanceof ShadowRoot ? root.host : frameOf.get(element.ownerDocument);
    return outer ? `${selectorOf(outer)} >>> ${path}` : path;
  }

  function styles(): readonly StyleRow[] {
    if (sheets) return sheets;
    const found: StyleRow[] = [];
    const read = (rules: CSSRuleList, root: Document | ShadowRoot) => {
      for (const rule of rules) {
        if (found.length >= limits.elements || isOver()) return;
        const { selectorText, style, cssRules, media } = rule as CSSRule & { selectorText?: string; style?: CSSStyleDeclaration; cssRules?: CSSRuleList; media?: MediaList };
        if (typeof selectorText === 'string' && style) found.push({ selector: selectorText, style, root });
        if (cssRules?.length && (!media || matchMedia(media.mediaText).matches)) read(cssRules, root);
      }
    };
    const roots = [...documents, ...all.flatMap((element) => element.shadowRoot ?? [])];
    for (const root of roots) {
      for (const sheet of root.styleSheets) {
        let rules: CSSRuleList | null = null;
        try {
          rules = sheet.disabled ? null : sheet.cssRules;
        } catch (error) {
          // A sheet of another origin may not be read: what it does is not seen, and nothing is said of it.
          if (!(error instanceof DOMException)) throw error;
        }
        if (rules) read(rules, root);
      }
    }
    sheets = found;
    return found;
  }

  return {
    documents,
    all,
    isCut,
    matching: (selector) => all.filter((element) => element.matches(selector)),
    isShown,
    textOf,
    attr,
    nameOf,
    canFocus,
    signsOf: (element) => ['id', 'class', 'name', 'src', 'alt', 'title'].map((name) => attr(element, name).slice(0, 300)).join(' ').toLowerCase(),
    selectorOf,
    styles,
    contentOf: (one) => one.querySelector('article, main, [role=main], .TRS_Editor, .trs_editor_view, #zoom, #UCAP-CONTENT') ?? one.body ?? one.documentElement,
    hears: (element) => heard.some((one) => one.has(element)),
    isOver,
  };
}
