// What the product changes on a page, as data for site owners: the shape of what each aid says of itself (its `changes.ts`), and what is there
// before any aid. Proven by test/browser/what-it-changes.test.ts; written down by scripts/docs.mjs. Nothing runs by it.

/** One thing that is neither markup nor style: what is done, and how it is taken back. */
export interface Act {
  readonly zh: readonly [done: string, undone: string];
  readonly en: readonly [done: string, undone: string];
}

/** Names alone; a name that ends in `*` stands for all that begin so. */
export interface ChangedNames {
  /** Attributes `data-mingdu-x-*` on the page's own elements. */
  readonly marks?: readonly string[];
  /** Other attributes there, lent for a while. */
  readonly lends?: readonly string[];
  /** Properties in the page's own `style` attributes, where its own inline styles are in the way; with all that begin so. */
  readonly inline?: readonly string[];
  /** Properties that rules of ours set, for the screen, in our cascade layer; with all that begin so. */
  readonly css?: readonly string[];
  /** Elements put into the page, the outermost each. */
  readonly nodes?: readonly string[];
  /** CSS custom highlights. */
  readonly highlights?: readonly string[];
  /** Events heard on document, window, open shadow roots and frames. */
  readonly listens?: readonly string[];
  readonly observers?: readonly string[];
}

/** What one aid changes. */
export interface AidChanges extends ChangedNames {
  /** It goes where the reader is: pointer, focus, selection. */
  readonly follows?: boolean;
  /** Events of those whose default it may prevent; all others it only hears. */
  readonly prevents?: readonly string[];
  /** Events of those that are still heard after 退出, until the page is left. */
  readonly stays?: readonly string[];
  /** What only some pages bring about. */
  readonly seldom?: ChangedNames;
  readonly also?: readonly Act[];
}

/** Heard for all aids that follow the reader (position.ts). */
export const FOLLOWED = ['dragstart', 'focusin', 'input', 'pointercancel', 'pointerdown', 'pointermove', 'pointerout', 'pointerover', 'pointerup', 'resize', 'scroll', 'selectionchange'] as const;

/** What is there before any aid is on. */
export const BEFORE_AIDS: { readonly loader: AidChanges; readonly toolbar: AidChanges } = {
  loader: {
    listens: ['click', 'storage'],
    stays: ['click', 'storage'],
    prevents: ['click'],
    seldom: { nodes: ['div'] },
    also: [
      {
        zh: ['网页上没有入口时，画一个“无障碍浏览”按钮（data-launcher="off" 就不画）', '它留着：读者下次还要按它'],
        en: ['Where the page has no link of its own, the button 无障碍浏览 is drawn (not with data-launcher="off")', 'It stays: the reader presses it the next time'],
      },
      {
        zh: ['只在点了入口的时候拦下那一下点击', '不改别的'],
        en: ['The click on the opener, and no other, is prevented', 'Nothing else to undo'],
      },
    ],
  },
  toolbar: {
    marks: ['owner', 'room', 'edge-top'],
    css: ['box-sizing', 'margin', 'padding', 'scroll-padding'],
    nodes: ['div'],
    listens: ['fullscreenchange', 'load', 'mingdu-x-claim', 'mingdu-x-request', 'pageshow', 'pointerdown', 'resize', 'scroll', 'storage', 'toggle', 'visibilitychange'],
    observers: ['MutationObserver'],
    stays: ['mingdu-x-claim', 'mingdu-x-request', 'pageshow', 'storage', 'visibilitychange'],
    seldom: { marks: ['edge-bottom'] },
    also: [
      {
        zh: ['工具栏在自己的影子树里；网页顶上（手机在底下）让出它的高度，贴着边的固定元素跟着挪', '元素移走，让出的地方收回'],
        en: ['The toolbar is in a shadow tree of its own; the page makes room for it at the top (on a phone at the bottom), and what is fixed to that edge moves with it', 'The element goes, the room is given back'],
      },
      {
        zh: ['后来加载的文件，每个用过的 <script> 马上移走', '已经移走'],
        en: ['Of the files that come later each <script>, where one was needed, is removed at once', 'Gone already'],
      },
    ],
  },
};
