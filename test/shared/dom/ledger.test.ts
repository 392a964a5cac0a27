// What the ledger as a whole promises an aid: all of its verbs end with its signal, whatever else fails, and none works after it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnnotations } from '../../../shared/dom/annotations';
import type { AnnotationBook, CreateAnnotations } from '../../../shared/dom/annotations';
import type { Edits } from '../../../shared/dom/edits';
import { createInlineStyles } from '../../../shared/dom/inline-styles';
import { createLedger } from '../../../shared/dom/ledger';
import type { Ledger, LedgerTools } from '../../../shared/dom/ledger';
import { createStage } from '../../../shared/dom/shadow-host';
import { createFence } from '../../../shared/fence';
import { createLive } from '../../../shared/live';
import type { Root } from '../../../shared/page/page';

let roots: ReturnType<typeof createLive<readonly Root[]>>;
let session: AbortController;
let mutes: number;
let isMuted: boolean;
let books: AnnotationBook[];
let reported: unknown[];
let highlighted: [name: string, count: number, priority: number | undefined][];
let held: string[];
let ledger: Ledger;
let before: string;
let ends: AbortController[];

const mute = (run: () => void) => {
  if (isMuted) return run();
  mutes += 1;
  isMuted = true;
  try {
    run();
  } finally {
    isMuted = false;
  }
};

/** The tools that come with the first aid; the browser's own highlights are not in jsdom. */
const tools = (more: Partial<LedgerTools> = {}): LedgerTools => ({
  inline: createInlineStyles(),
  highlights: { set: (name, ranges, priority) => highlighted.push([name, ranges.length, priority]) > 0 },
  withoutTransitions(_, hold, run) {
    hold('*{transition:none}');
    held.push([...document.querySelectorAll('style')].map((style) => `${style.media} ${style.textContent}`).join());
    run();
    hold('');
  },
  ...more,
});

/** An aid's part of the ledger, and what ends it. */
function aid(): { edits: Edits; stop(): void } {
  const end = new AbortController();
  ends.push(end);
  return { edits: ledger.owner(end.signal), stop: () => end.abort() };
}

const body = () => document.body.firstElementChild as HTMLElement;
const text = () => body().firstChild as Text;
const fill = (wrapper: Element, data: string) => wrapper.replaceChildren(data);
const styles = () => [...document.querySelectorAll('style')].map((style) => style.textContent);

beforeEach(() => {
  document.head.replaceChildren();
  document.body.innerHTML = '<p style="color:red">农村</p>';
  before = document.documentElement.outerHTML;
  roots = createLive<readonly Root[]>([document]);
  session = new AbortController();
  [isMuted, books, reported, highlighted, held, ends] = [false, [], [], [], [], []];
  let book: AnnotationBook | null = null;
  ledger = createLedger({
    roots,
    stage: createStage(document, mute),
    book(create: CreateAnnotations) {
      if (!book) books.push((book = create({ mute })));
      return book;
    },
    signal: session.signal,
    mute,
    fence: createFence((error) => reported.push(error)),
  });
});
afterEach(() => {
  ends.forEach((end) => end.abort());
  session.abort();
});

/** Each verb once. */
function all(edits: Edits): void {
  edits.sheet('one', 'p{order:1}');
  edits.rule('one', 'b{order:2}');
  edits.mark(body(), 'size', '12');
  edits.style(body(), 'color', 'blue');
  edits.overlay('line', '');
  edits.annotations(createAnnotations).set(text(), fill);
  edits.highlight('speech', [document.createRange()], 2);
}

describe('the ledger', () => {
  it('gives everything back when the aid ends, and what was asked to run then has run once', () => {
    ledger.equip(tools());
    const { edits, stop } = aid();
    let undone = 0;
    edits.onUndo(() => (undone += 1));
    all(edits);
    expect(body().style.color).toBe('blue');
    expect(body().innerHTML).toBe('<mingdu-text data-mingdu="">农村</mingdu-text>');
    expect(edits.marked(body(), 'size')).toBe('12');
    expect(styles().join()).toContain('p{order:1}');
    expect(styles().join()).toContain('b{order:2}');
    expect(highlighted).toEqual([['speech', 1, 2]]);
    expect(undone).toBe(0);
    stop();
    expect(highlighted.slice(1)).toEqual([['speech', 0, undefined]]);
    expect(undone).toBe(1);
    session.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(reported).toEqual([]);
  });

  it('refuses every verb after the end with an AbortError', () => {
    ledger.equip(tools());
    const { edits, stop } = aid();
    const mine = edits.annotations(createAnnotations);
    stop();
    const html = document.documentElement.outerHTML;
    const verbs: (() => unknown)[] = [
      () => edits.sheet('one', 'p{}'), () => edits.rule('one', 'p{}'), () => edits.mark(body(), 'size', '1'), () => edits.style(body(), 'color', 'blue'),
      () => edits.overlay('line', ''), () => edits.annotations(createAnnotations), () => mine.set(text(), fill), () => mine.clear(text()), () => edits.highlight('speech', []),
      () => edits.atOnce(() => {}), () => edits.onUndo(() => {}), () => edits.batch(() => {}),
    ];
    for (const verb of verbs) expect(verb).toThrow(expect.objectContaining({ name: 'AbortError', message: 'The aid was stopped' }));
    expect(document.documentElement.outerHTML).toBe(html);
  });

  it('ends owners in any order', () => {
    ledger.equip(tools());
    const [one, other] = [aid(), aid()];
    one.edits.style(body(), 'color', 'blue');
    other.edits.style(body(), 'color', 'green');
    one.edits.sheet('size', 'p{order:1}');
    other.edits.sheet('size', 'p{order:2}');
    one.stop();
    expect(body().style.color).toBe('green');
    expect(styles().join()).not.toContain('p{order:1}');
    expect(styles().join()).toContain('p{order:2}');
    other.stop();
    expect(body().outerHTML).toBe('<p style="color:red">农村</p>');
  });

  it('lets one undo that fails keep none of the others from theirs, and tells of it', () => {
    ledger.equip(tools());
    const { edits, stop } = aid();
    all(edits);
    const undone: string[] = [];
    edits.onUndo(() => {
      throw new Error('strange page');
    });
    edits.onUndo(() => void undone.push('last'));
    stop();
    expect(undone).toEqual(['last']);
    expect(body().outerHTML).toBe('<p style="color:red">农村</p>');
    expect(reported).toEqual([new Error('strange page')]);
  });

  it.each([
    ['before', (run: () => void) => void run],
    ['after', (run: () => void) => run()],
  ])('undoes once where holding the page’s transitions fails %s the undoing', (_, first) => {
    ledger.equip(
      tools({
        withoutTransitions(_roots, _hold, run) {
          first(run);
          throw new Error('no styles here');
        },
      }),
    );
    const { edits, stop } = aid();
    let undone = 0;
    edits.mark(body(), 'size', '12');
    edits.onUndo(() => (undone += 1));
    stop();
    expect(undone).toBe(1);
    expect(body().outerHTML).toBe('<p style="color:red">农村</p>');
    expect(reported).toEqual([new Error('no styles here')]);
  });

  it('holds the page’s transitions while an aid ends, by a sheet for all media that is in place before it is wanted', () => {
    ledger.equip(tools());
    expect([...document.querySelectorAll('style')].map((style) => style.media)).toEqual(['all']);
    const { edits, stop } = aid();
    let ran = 0;
    edits.atOnce(() => (ran += 1));
    stop();
    expect(ran).toBe(1);
    expect(held).toEqual(Array(2).fill('all @layer mingdu-x{*{transition:none}}'));
  });

  it('needs no tools for marks, sheets and overlays, and says so where they are needed', () => {
    const { edits, stop } = aid();
    edits.mark(body(), 'size', '12');
    edits.sheet('one', 'p{order:1}');
    let ran = 0;
    edits.atOnce(() => (ran += 1));
    expect(ran).toBe(1);
    expect(edits.coming()).toBeNull();
    expect(() => edits.style(body(), 'color', 'blue')).toThrow('Mingdu: no tools yet');
    stop();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(reported).toEqual([]);
  });

  it('says when overrides are in force as the tools say it', () => {
    const coming = Promise.resolve();
    ledger.equip(tools({ inline: { ...createInlineStyles(), coming: () => coming } }));
    expect(aid().edits.coming()).toBe(coming);
  });

  it('hands an edit’s answer on, and writes where no observer hears of it', () => {
    ledger.equip(tools());
    const { edits } = aid();
    mutes = 0;
    edits.mark(body(), 'size', '12');
    expect(mutes).toBe(1);
    const annotations = edits.annotations(createAnnotations);
    expect(annotations.set(text(), fill)).toBe(true);
    expect(annotations.set(document.createTextNode('无处'), fill)).toBe(false);
    expect(annotations.has(text())).toBe(true);
    annotations.clear(text());
    expect(annotations.has(text())).toBe(false);
    expect(mutes).toBe(4);
    expect(edits.highlight('speech', [])).toBe(true);
  });

  it('runs a batch as one edit, with annotations and without', () => {
    const { edits } = aid();
    mutes = 0;
    edits.batch(() => {
      edits.mark(body(), 'size', '12');
      edits.mark(body(), 'size', '13');
    });
    expect(mutes).toBe(1);
    const annotations = edits.annotations(createAnnotations);
    edits.batch(() => void annotations.set(text(), fill));
    expect(mutes).toBe(2);
    expect(body().textContent).toBe('农村');
    expect(text().data).toBe('');
  });

  it('makes one book of annotations, and one overlay for a name', () => {
    const [one, other] = [aid(), aid()];
    one.edits.annotations(createAnnotations).set(text(), fill);
    expect(one.edits.annotations(createAnnotations).has(text())).toBe(true);
    other.edits.annotations(createAnnotations);
    expect(books).toHaveLength(1);
    const line = one.edits.overlay('line', '');
    expect(one.edits.overlay('line', '')).toBe(line);
    expect(one.edits.overlay('pointer', '', true)).not.toBe(line);
    const stage = document.querySelector('html > [data-mingdu]')?.shadowRoot as ShadowRoot;
    expect([...stage.querySelectorAll('.layer')].map((layer) => layer.hasAttribute('data-above'))).toEqual([false, true]);
    one.stop();
    expect(document.querySelector('html > [data-mingdu]')).toBeNull();
  });

  it('takes marks away from what the page took out, and from what a shadow root or frame that left had', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('b'));
    const frame = document.body.appendChild(document.createElement('iframe')).contentDocument as Document;
    frame.body.innerHTML = '<i></i>';
    roots.set([document, host.shadowRoot as ShadowRoot, frame]);
    const { edits, stop } = aid();
    const [out, framed] = [body(), frame.querySelector('i') as Element];
    for (const element of [out, inside, framed]) edits.mark(element, 'size', '12');
    out.remove();
    ledger.leave([out]);
    roots.set([document]);
    stop();
    for (const element of [out, inside, framed]) expect(element.hasAttribute('data-mingdu-x-size')).toBe(false);
  });

  it('puts back sheets and our host when the page took them out', () => {
    const { edits } = aid();
    edits.sheet('one', 'p{order:1}');
    edits.overlay('line', '');
    document.querySelectorAll('style, html > [data-mingdu]').forEach((element) => element.remove());
    ledger.mend();
    expect(styles()).toEqual(['@layer mingdu-x{p{order:1}}']);
    expect(document.querySelector('html > [data-mingdu]')).not.toBeNull();
  });
});
