// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const pinyinChanges: AidChanges = {
  marks: ['pinyin', 'pinyin-kept', 'pinyin-left'],
  css: ['content', 'display', 'font', 'height', 'justify-content', 'letter-spacing', 'line-height', 'margin', 'padding', 'ruby-position', 'text-emphasis', 'text-indent', 'text-shadow', 'text-transform', 'text-wrap', 'transform', 'unicode-bidi', 'user-select', 'visibility', 'white-space', 'width', 'word-spacing'],
  nodes: ['mingdu-text'],
  follows: true,
  listens: ['visibilitychange'],
  observers: ['IntersectionObserver'],
  seldom: { marks: ['pinyin-low', 'tones', 'tones-*'], css: ['all', 'background', 'color'], highlights: ['mingdu-readings'], listens: ['DOMContentLoaded', 'load'] },
  also: [
    { zh: ['网页自己的文字节点原地变空，后面紧跟一个 mingdu-text，里面是同样的字和拼音', '文字放回原来的节点，mingdu-text 移走'], en: ['The page’s own text node is emptied where it stands; a mingdu-text right after it holds the same characters with readings', 'The text goes back into its node, the mingdu-text goes'] },
  ],
};
