// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const cursorChanges: AidChanges = {
  lends: ['tabindex'],
  css: ['-webkit-text', 'background', 'color', 'forced-color-adjust', 'text-decoration'],
  highlights: ['mingdu-cursor', 'mingdu-cursor-block'],
  follows: true,
  listens: ['click', 'keydown'],
  prevents: ['keydown'],
  seldom: { marks: ['cursor-lent', 'stood'], listens: ['blur'] },
  also: [
    { zh: ['读到的地方得到焦点，页面滚动到那里；得不到焦点的借给它 tabindex="-1"', '焦点离开或停止时取下'], en: ['What is read gets the focus and is scrolled to; what can take none is lent tabindex="-1"', 'Taken back when the focus leaves, or with the aid'] },
  ],
};
