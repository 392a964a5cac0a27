// The reading cursor: entered on purpose, left by Escape or its setting. Hears its keys in the page, moves, and tells others where it is.
// Not for where a key leads (walk.ts), nor for what is marked (painter.ts).
import { isElement, isOurs, TEXT_TAG } from '../../dom/marker';
import type { FeatureContext } from '../../feature';
import { findArticle } from '../../page/article';
import { eachDocument } from '../../page/documents';
import { focusedIn } from '../../page/focused';
import { freeBand, intoView } from '../../page/into-view';
import { sentenceAt } from '../../page/pointed';
import { inSlices } from '../../page/slices';
import { createGrid } from '../../page/table-grid';
import { createBadge } from './badge';
import type { cursorDescriptor } from './descriptor';
import { createFocus } from './focus';
import { isFree } from './hearing';
import { actOf, type Act } from './keys';
import { readPage, type PageText } from './page-text';
import { createPainter } from './painter';
import { placeOfElement, placeOfSentence } from './places';
import { isSeen } from './seen';
import { placeAgain, placesFor, stopAt, type Movement, type Stop } from './walk';
import { fill, wordsOf } from './words';

/** The page has been quiet for so long when its article is looked for anew. */
const QUIET_MS = 400;
/** What acts by itself when it is clicked. */
const ACTS = 'a[href], button, input, select, textarea, label, summary, [role="button"], [onclick]';

export function start(context: FeatureContext<typeof cursorDescriptor.settings>): void {
  const { page, position, speaker, speaking, signal } = context;
  const { document } = page;
  if (!document.defaultView) return;
  const view: Window = document.defaultView;
  const words = context.turn(wordsOf(context.language));
  const focus = createFocus(context);
  const painter = createPainter(context);
  const badge = createBadge(context, view);
  let text: PageText | null = null;
  let isStale = false;
  /** The text nodes of the article's blocks, in order. */
  let article: readonly Text[] = [];
  let stop: Stop | null = null;
  let hasNoMore = false;
  /** What sounds was begun by us: the cursor goes along with it, and it goes on from where the cursor is taken. */
  let isReading = false;
  let cancelQuiet: (() => void) | null = null;
  const now = () => view.performance.now();

  async function lookForArticle(): Promise<void> {
    for (const root of page.roots.value) {
      if (root.nodeType !== 9) continue;
      const found = await inSlices(findArticle({ ...page, document: root as Document }), context.later, now);
      if (signal.aborted) return;
      article = found.isArticle ? found.blocks.flatMap(({ segments }) => segments[0]?.text ?? []) : [];
      if (found.isArticle) return;
    }
  }

  /** The page's text as it is now, and the cursor at its place in it. */
  function current(): PageText {
    if (text && !isStale) return text;
    const before = text;
    text = readPage(page);
    isStale = false;
    if (before && stop) stop = placeAgain(before, stop, text, (at) => isSeen(page, at));
    return text;
  }

  /** The first and the last block of the article, and the numbers of all. */
  function articleIn(all: PageText): number[] {
    return article.map((node) => all.indexOf(node, 0)).filter((at) => at >= 0);
  }

  // A frame that a copy of its own serves stays silent until it is entered: the page around it has said so.
  const waiting = context.ownsWindow ? words.ready : '';

  function placeWords(): string {
    if (!stop) return waiting;
    // Looked at anew, the page may have nothing left where it stood.
    const all = current();
    if (!stop) return waiting;
    const blocks = articleIn(all);
    const before = blocks.filter((at) => at <= (stop?.at ?? 0)).length;
    // What stands between the article's paragraphs (a row of buttons) belongs to the one before.
    const isInside = before > 0 && stop.at <= (blocks.at(-1) ?? 0);
    const [n, of] = isInside ? [before, blocks.length] : [stop.at + 1, all.blocks.length];
    const cell = all.cellOf(stop.at);
    const table = cell?.closest('table');
    const at = cell && table ? createGrid(table).placeOf(cell) : null;
    return [
      fill(words.place, { n: Math.max(1, n), all: of }),
      at ? fill(words.cell, { row: at.row + 1, column: at.column + 1 }) : '',
      stop.control?.matches('a[href], [role="link"]') ? words.link : all.headingOf(stop.at) ? words.heading : '',
      hasNoMore ? words.noMore : '',
    ].filter(Boolean).join(' · ');
  }

  function show(): void {
    badge.show(placeWords(), stop ? painter.lines(stop) : []);
  }

  /** Stands somewhere, silently: nothing is scrolled, focused or told. */
  function standOn(next: Stop | null): void {
    stop = next;
    hasNoMore = false;
    painter.show(next);
    show();
  }

  function nodeOf({ sentence, control }: Stop): Node | null {
    return sentence ? (sentence.block.segments.find(({ start, length }) => start + length > sentence.start)?.text ?? null) : control;
  }

  /** Tells the others where the reader is. */
  function report(at: Stop, isEntry = false): void {
    position.report({ source: 'cursor', isEntry, target: targetOf(at), rect: () => (signal.aborted ? null : painter.rect(at)) });
  }

  function targetOf({ sentence, control }: Stop): Element | null {
    return control ?? sentence?.block.element ?? null;
  }

  /** @param isEntry it comes there by being turned on: nothing scrolls then */
  function go(next: Stop, isEntry = false): void {
    const node = nodeOf(next);
    const rect = painter.rect(next);
    if (!isEntry && node && rect) intoView(view, node, rect, 'instant');
    standOn(next);
    // Told first: what then gets the focus is known to be the cursor's.
    report(next, isEntry);
    const target = targetOf(next);
    if (target) focus.to(target);
    show();
    if (isReading && speaking.value.state === 'speaking') read(next);
  }

  function read(from: Stop): void {
    report(from);
    isReading = true;
    speaker.command(speaking.value.state === 'idle' ? 'play' : 'here');
  }

  function move(act: Movement): void {
    const all = current();
    const from = stop ?? reader(all);
    const blocks = articleIn(all);
    const [first] = blocks;
    if (!from) return;
    // The first key shows where the reader is.
    if (!stop && act !== 'begin' && act !== 'end') return go(from);
    for (const next of placesFor(all, from, act, first === undefined ? null : [first, blocks.at(-1) ?? first])) {
      if (isSeen(page, next)) return go(next);
    }
    hasNoMore = true;
    show();
    badge.say();
  }

  /** Where the reader is: what has the focus, what was read aloud, the first of the article in view, else the first in view. */
  function reader(all: PageText, isEntry = false): Stop | null {
    const band = freeBand(view);
    const isInView = (at: Stop): boolean => {
      const box = painter.rect(at);
      return box !== null && box.top >= band.top - 1 && box.top < band.bottom && isSeen(page, at);
    };
    const focused = focusedIn(document);
    const near = focused && !isOurs(focused) ? placeOfElement(all, focused) : null;
    const said = speaker.said.value?.sentence;
    // On entering nothing is scrolled: whoever leaves at once is where they were.
    for (const known of [near, said ? placeOfSentence(all, said) : null]) if (known && (!isEntry || isInView(known))) return known;
    const first = (among: Iterable<number>): Stop | null => {
      for (const at of among) {
        for (const sentence of all.sentences(at)) {
          const found = stopAt(at, sentence);
          if (isInView(found)) return found;
        }
      }
      return null;
    };
    return first(articleIn(all)) ?? first(all.blocks.keys());
  }

  function press(event: Event): void {
    const focused = focusedIn(document);
    // What the page itself can press is pressed by the browser.
    if (focused && !focus.isLent(focused)) return;
    const all = current();
    const at = stop ?? reader(all);
    if (!at) return;
    event.preventDefault();
    if (!stop) standOn(at);
    if (at.control) (at.control as HTMLElement).click();
    else read(at);
  }

  function obey(act: Act, event: Event): void {
    focus.keep();
    if (act === 'press') return press(event);
    event.preventDefault();
    if (act !== 'say-place') return move(act);
    show();
    badge.say();
  }

  /** In the page's own turn: what it has used by then is not ours. */
  function onKey(event: Event): void {
    const act = isFree(event, focus.given) ? actOf(event as KeyboardEvent) : null;
    if (act) obey(act, event);
  }

  /** One step a press: what sounds pauses first. The page may keep the key from us, or use it: that is known once it has been everywhere. */
  function onEscape(event: Event): void {
    const { key, isComposing } = event as KeyboardEvent;
    const target = event.composedPath()[0];
    if (key !== 'Escape' || isComposing || speaking.value.state === 'speaking' || (isElement(target) && isOurs(target))) return;
    context.later(() => {
      if (!event.defaultPrevented) context.choose({ cursor: 'off' });
    }, 0);
  }

  function onFocus(event: Event): void {
    const element = event.composedPath()[0];
    if (focus.isMoving) return;
    focus.left();
    if (!text || !isElement(element) || isOurs(element) || element === element.ownerDocument.body) return;
    if (stop && targetOf(stop) === element) return;
    const near = placeOfElement(current(), element);
    if (near) standOn(near);
  }

  function onClick(root: Document, event: MouseEvent): void {
    const target = event.composedPath()[0];
    // A click that a key or a script made has no place.
    if (!text || event.detail === 0 || !isElement(target) || (isOurs(target) && !target.closest(TEXT_TAG)) || target.closest(ACTS)) return;
    const sentence = sentenceAt(page, root, event.clientX, event.clientY);
    const found = sentence && placeOfSentence(current(), sentence);
    if (found) standOn(found);
  }

  eachDocument(page, signal, (root) => {
    const own = root.defaultView;
    if (!own) return;
    context.listen(own, 'keydown', onKey, { passive: false });
    context.listen(own, 'keydown', onEscape, { capture: true });
    context.listen(root, 'focusin', onFocus, { capture: true });
    context.listen(root, 'click', (event) => onClick(root, event as MouseEvent), { capture: true });
  });
  page.onChange(({ removed }) => {
    isStale = true;
    if (removed.length > 0) focus.dropGone();
    cancelQuiet?.();
    cancelQuiet = context.later(() => {
      cancelQuiet = null;
      const had = stop;
      current();
      context.pending(lookForArticle().then(() => {
        if (stop !== had) painter.show(stop);
        show();
      }));
    }, QUIET_MS);
  }, signal);
  page.roots.watch(() => {
    isStale = true;
  }, signal);
  position.follow(signal);
  position.shifts.watch(() => context.frame(show), signal);
  speaker.said.watch((said) => {
    const found = isReading && said?.sentence && text ? placeOfSentence(current(), said.sentence) : null;
    if (found) standOn(found);
  });
  speaking.watch(({ state }) => {
    if (state === 'idle') isReading = false;
  });

  // Remembered from another page or tab, it waits for a key: nobody's focus is taken unasked.
  const enters = context.isChosen && context.ownsWindow;
  show();
  context.pending(
    lookForArticle().then(() => {
      if (signal.aborted) return;
      const first = enters && !stop ? reader(current(), true) : null;
      if (first) go(first, true);
    }),
  );
}
