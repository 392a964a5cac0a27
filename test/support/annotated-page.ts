// A page with annotations for tests, muted and observed as the ledger and the observer do it. No expectations in here.
import type { AnnotationBook, OwnerAnnotations } from '../../shared/dom/annotations';
import { createAnnotations } from '../../shared/dom/annotations';

export interface AnnotatedPage {
  readonly book: AnnotationBook;
  readonly mine: OwnerAnnotations;
  /** Everything that `onLost` told. */
  readonly lost: readonly Text[];
  readonly root: HTMLElement;
  /** What the ledger does around every edit. */
  mute(run: () => void): void;
  /** The observer's microtask. */
  flush(): readonly Text[];
  set(text: Text, fill: (wrapper: Element, data: string) => void): boolean;
  /** One ruby for each character, as an aid would. */
  annotate(text: Text): boolean;
  /** Fills the page. @returns its text nodes */
  show(html: string): Text[];
}

/** A new page in jsdom's document. */
export function createAnnotatedPage(): AnnotatedPage {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('main'));
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  let isMuted = false;
  const mute = (run: () => void) => {
    if (isMuted) return run();
    flush();
    isMuted = true;
    try {
      run();
    } finally {
      observer.takeRecords();
      isMuted = false;
    }
  };
  const book = createAnnotations({ mute });
  const flush = () => book.reconcile(observer.takeRecords());
  const mine = book.owner();
  const lost: Text[] = [];
  mine.onLost((texts) => lost.push(...texts));

  const set: AnnotatedPage['set'] = (text, fill) => {
    let isDone = false;
    mute(() => {
      isDone = mine.set(text, fill);
    });
    return isDone;
  };

  return {
    book,
    mine,
    lost,
    root,
    mute,
    flush,
    set,
    annotate: (text) =>
      set(text, (wrapper, data) => {
        wrapper.replaceChildren(
          ...[...data].map((character) => {
            const ruby = document.createElement('ruby');
            ruby.setAttribute('data-mingdu', '');
            const rt = document.createElement('rt');
            rt.setAttribute('data-py', 'x');
            ruby.append(character, rt);
            return ruby;
          }),
        );
      }),
    show(html) {
      root.innerHTML = html;
      const walker = document.createTreeWalker(root, 4 /* SHOW_TEXT */);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
      flush();
      return texts;
    },
  };
}
