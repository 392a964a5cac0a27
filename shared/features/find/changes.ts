// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const findChanges: AidChanges = {
  listens: ['keydown'],
  prevents: ['keydown'],
  seldom: { lends: ['tabindex'], listens: ['blur'] },
  also: [
    { zh: ['按了快捷键或“区域”，页面滚动、焦点过去；得不到焦点的借给它 tabindex="-1"', '焦点离开或停止时取下'], en: ['A key or a place that is asked for scrolls the page and moves the focus; what can take none is lent tabindex="-1"', 'Taken back when the focus leaves, or with the aid'] },
  ],
};
