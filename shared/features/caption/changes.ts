// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const captionChanges: AidChanges = {
  marks: ['edge-bottom'],
  css: ['box-sizing', 'margin', 'padding', 'scroll-padding'],
  follows: true,
  listens: ['change', 'invalid', 'reset', 'visibilitychange'],
  also: [
    { zh: ['网页底部让出一条字幕的高度', '让出的地方收回'], en: ['The page makes room for a band at the bottom', 'The room is given back'] },
  ],
};
