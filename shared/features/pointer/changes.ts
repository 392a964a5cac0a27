// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const pointerChanges: AidChanges = {
  marks: ['bare'],
  css: ['cursor'],
  follows: true,
  listens: ['contextmenu'],
  seldom: { marks: ['inline'], inline: ['cursor'] },
  also: [
    { zh: ['网页上的鼠标样子换成不显示，另画一个大的', '样式表清空，原来的样子就回来'], en: ['The page’s pointer is not shown, a large one is drawn instead', 'With the sheet emptied it is what it was'] },
  ],
};
