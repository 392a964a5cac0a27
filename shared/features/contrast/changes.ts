// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const contrastChanges: AidChanges = {
  marks: ['inline', 'contrast-*'],
  inline: ['color'],
  css: ['-webkit-text', 'accent-color', 'backdrop-filter', 'background', 'border', 'box-shadow', 'caret-color', 'color', 'color-scheme', 'fill', 'filter', 'opacity', 'outline', 'paint-order', 'stroke', 'text-decoration'],
  listens: ['change', 'error', 'load', 'resize', 'selectionchange', 'selectstart'],
  seldom: { inline: ['-webkit-text-fill-color', 'background', 'filter', 'mix-blend-mode', 'opacity'], css: ['mix-blend-mode', 'text-shadow', 'transition'] },
  also: [
    { zh: ['换配色的一瞬间网页自己的过渡动画停一下', '同一个任务里放开'], en: ['The page’s own transitions are held while colours change', 'Let go in the same task'] },
  ],
};
