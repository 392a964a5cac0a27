// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const viewChanges: AidChanges = {
  css: ['backdrop-filter', 'background', 'border', 'contain', 'display', 'filter', 'height', 'margin', 'max-height', 'min-height', 'opacity', 'overflow', 'padding', 'perspective', 'position', 'transform', 'visibility', 'width', 'will-change'],
  nodes: ['div[article]'],
  listens: ['close', 'toggle'],
  seldom: { css: ['scrollbar-gutter'], listens: ['error', 'load'] },
  also: [
    { zh: ['网页不显示（visibility），也不滚动；正文的副本显示在一个我们自己的元素里', '原网页原样显示，回到原来的位置'], en: ['The page is not shown (visibility) and does not scroll; a copy of its article stands in an element of ours', 'The page is shown as it was, at the place where it was'] },
  ],
};
