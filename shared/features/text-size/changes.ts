// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const textSizeChanges: AidChanges = {
  marks: ['inline', 'size', 'size-*'],
  inline: ['font-size'],
  css: ['font', 'height', 'line-height', 'max-height', 'max-width', 'min-height', 'min-width', 'transition', 'width'],
  listens: ['load', 'mingdu-x-grown', 'resize', 'scroll'],
  observers: ['IntersectionObserver'],
  seldom: { marks: ['bare', 'bound', 'off'], css: ['-webkit-line-clamp', 'aspect-ratio', 'background-size', 'bottom', 'box-sizing', 'display', 'flex', 'left', 'margin', 'overflow', 'overflow-wrap', 'padding', 'position', 'right', 'text-overflow', 'text-wrap', 'top', 'translate', 'white-space', 'word-break'], listens: ['DOMContentLoaded'] },
  also: [
    { zh: ['同源的内嵌框架里也一样', '框架里的标记和样式表同样取下'], en: ['The same in frames of the same origin', 'Marks and sheets in frames go in the same way'] },
  ],
};
