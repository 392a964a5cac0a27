// 只看正文: the article alone, copied before the page; where there is none, the page's zones as large blocks. Follows a page that writes its
// article anew. Not for finding the article (page/article.ts), copying it (copy.ts) or drawing it (draw.ts).
import { focusedIn, goTo } from '../../dom/go-to';
import { isOurs } from '../../dom/marker';
import { selectedIn } from '../../dom/selected-in';
import type { FeatureContext } from '../../feature';
import { findArticle, type Article } from '../../page/article';
import { articleHead } from '../../page/article-head';
import type { Page } from '../../page/page';
import { findZones, type Zone } from '../../page/zones';
import { copyBody } from './copy';
import type { viewDescriptor } from './descriptor';
import { drawArticle, drawZones, type Drawn, type DrawParts } from './draw';
import { pictureMaker } from './pictures';
import { drawingOf, renew, type Drawing } from './renew';
import { createStand, type Stand } from './stand';
import { wordsOf } from './words';

type Reader = Pick<Page, 'textOf' | 'document'>;

interface Found {
  readonly article: Article;
  /** The document that it is in: a frame's, where that is reached. */
  readonly reader: Reader;
}

/** A page that has written something writes more. */
const REDRAW_MS = 400;
/** How often an article is looked for again on a page that had none: it may come late. */
const MOST_LOOKS = 6;
/** Work between two turns of the page. */
const SLICE_MS = 8;

export async function start(context: FeatureContext<typeof viewDescriptor.settings>): Promise<void> {
  const { page, signal } = context;
  const { document } = page;
  const view = document.defaultView;
  // A frame that is served beside its page has no window to itself.
  if (!view || !context.ownsWindow) return;
  const words = context.turn(wordsOf(context.language));
  const picture = pictureMaker(context, words.picture, words.showPicture);
  /** Without a press it takes no focus. */
  const isAsked = view.navigator.userActivation?.isActive !== false || (document.activeElement !== null && isOurs(document.activeElement));
  let stand: Stand | null = null;
  let shownFrom: Element | null = null;
  let drawn: Drawing = [];
  /** Title and headings: with others it is another article. */
  let outline = '';
  let origin: HTMLElement | null = null;
  let hadNoSelection = false;
  let goal: Element | null = null;
  let zones: readonly Zone[] | null = null;
  let cancelLook: (() => void) | null = null;
  let looksLeft = MOST_LOOKS;

  const leaveTo = (element: Element | null): void => {
    goal = element;
    context.choose({ view: 'page' });
  };
  const parts: DrawParts = {
    document,
    words,
    language: context.language,
    onPress: (element, run) => context.listen(element, 'click', run, { passive: false }),
    presses: {
      back: () => leaveTo(null),
      print: () => view.print(),
      go(heading) {
        heading.scrollIntoView({ block: 'start', behavior: 'instant' });
        heading.focus({ preventScroll: true });
      },
      toZone: ({ elements }) => leaveTo(elements[0] ?? null),
    },
  };

  /** The readers of this document and of those frames that are reached. */
  const readers = (): Reader[] => page.roots.value.flatMap((root) => (root.nodeType === 9 ? [{ ...page, document: root as Document }] : []));

  function* look(): Generator<void, Found | null, undefined> {
    for (const reader of readers()) {
      const article = yield* findArticle(reader);
      if (article.isArticle && article.blocks.length > 0) return { article, reader };
    }
    return null;
  }

  async function lookInSlices(): Promise<Found | null> {
    const steps = look();
    for (let until = view?.performance.now() ?? 0; ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if ((view?.performance.now() ?? 0) < until + SLICE_MS) continue;
      await new Promise<void>((resolve) => void context.later(resolve, 0));
      if (signal.aborted) return null;
      until = view?.performance.now() ?? 0;
    }
  }

  function button(className: string, word: string, run: () => void): HTMLElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = word;
    parts.onPress(made, run);
    return made;
  }

  function draw({ article, reader }: Found): Drawn {
    const { title, top } = article;
    const keeps = new Set(article.blocks.filter((block) => block !== title).flatMap(({ segments }) => segments.map(({ text }) => text)));
    const body = document.createElement('div');
    body.className = 'body';
    copyBody(
      {
        page: reader,
        keeps,
        tableName: words.table,
        picture,
        elsewhere: (element, kind) => button('elsewhere', words.elsewhere[kind], () => leaveTo(element)),
        press: (original) => {
          // A link like any other: a button would not be read aloud with its sentence.
          const link = document.createElement('a');
          link.href = '#';
          parts.onPress(link, (event) => {
            event.preventDefault();
            original.click();
          });
          return link;
        },
      },
      top,
      body,
    );
    const { date, source } = articleHead(reader, title ?? null, ({ segments }) => segments.some(({ text }) => keeps.has(text)));
    return drawArticle(parts, { title: title?.text.trim() || reader.document.title, lang: languageOf(top, body.textContent ?? ''), date, source, body });
  }

  function up({ paper, heading }: Drawn): void {
    const isNew = stand === null;
    if (isNew) {
      origin = focusedIn(document);
      hadNoSelection = document.getSelection()?.rangeCount === 0;
    }
    const heldFocus = stand?.root.activeElement != null;
    stand ??= createStand(context, view as Window);
    stand.root.replaceChildren(paper);
    drawn = drawingOf(bodyIn(paper));
    outline = outlineOf(paper);
    if (isNew) bindEscape(stand.root);
    else stand.toTop();
    if ((isNew && isAsked) || heldFocus) heading.focus({ preventScroll: true });
  }

  function down(): void {
    // Removed outside the ledger's silence: the page model is to hear that its root is gone.
    stand?.remove();
    stand = null;
    shownFrom = null;
  }

  function bindEscape(root: ShadowRoot): void {
    context.listen(root, 'keydown', (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      // One step a press: what sounds pauses first, and the reading cursor ends.
      if (context.position.current.value?.source === 'cursor') return;
      if (key !== 'Escape' || isComposing || event.defaultPrevented || context.speaking.value.state === 'speaking') return;
      event.preventDefault();
      leaveTo(null);
    }, { passive: false });
  }

  /** The page wrote: another article may be there, more of it, or none any more. */
  function lookAgain(): void {
    cancelLook = null;
    const all = (): Found | null => {
      const steps = look();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    const found = stand ? stand.aside(all) : all();
    if (!found) return;
    const made = stand ? stand.aside(() => draw(found)) : draw(found);
    shownFrom = found.article.top;
    const paper = stand?.root.querySelector('.paper');
    if (paper && outlineOf(made.paper) === outline) drawn = renew(bodyIn(paper), drawn, bodyIn(made.paper));
    else up(made);
  }

  page.onChange(({ added, removed, texts }) => {
    stand?.mend();
    const isNews = (node: Node) => !shownFrom || !shownFrom.isConnected || shownFrom.contains(node) || node.contains(shownFrom);
    if (zones || cancelLook || (!stand && (looksLeft -= 1) < 0) || ![...added, ...texts, ...removed].some((node) => !isInView(node) && isNews(node))) return;
    cancelLook = context.later(lookAgain, REDRAW_MS);
  }, signal);
  const isInView = (node: Node): boolean => stand !== null && (node === stand.root.host || node.getRootNode() === stand.root);
  for (const type of ['close', 'toggle']) context.listen(document, type, () => stand?.mend(), { capture: true });

  signal.addEventListener('abort', () => {
    if (!stand) return;
    const hadFocus = stand.root.activeElement !== null || focusedIn(document) === null;
    down();
    if (goal?.isConnected) goTo(goal);
    else if (hadFocus && origin?.isConnected) {
      const selectAgain = selectedIn(document, hadNoSelection);
      origin.focus({ preventScroll: true });
      selectAgain();
    }
  }, { once: true });

  const found = await lookInSlices();
  if (signal.aborted || stand) return;
  if (found) {
    shownFrom = found.article.top;
    up(draw(found));
    return;
  }
  // Remembered from another page, it leaves a page without an article as it is.
  if (!context.isChosen) return;
  const parted = findZones(document, undefined, null, page.hints);
  if (parted.length === 0) return context.problem('no-article');
  zones = parted;
  up(drawZones(parts, parted));
}

function bodyIn(paper: Element): Element {
  return paper.querySelector('.body') ?? paper;
}

function outlineOf(paper: Element): string {
  return [...paper.querySelectorAll('h1, h2, h3')].map((one) => one.textContent ?? '').join('\n');
}

/** The language of what is read: many Chinese pages say `en`, left over from a template. */
function languageOf(top: Element, text: string): string {
  const said = top.closest('[lang]')?.getAttribute('lang') || top.ownerDocument.documentElement.lang;
  return /\p{Script=Han}/u.test(text) && !/^zh/i.test(said) ? 'zh-CN' : said || 'zh-CN';
}
