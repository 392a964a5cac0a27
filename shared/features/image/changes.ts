// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const imageChanges: AidChanges = {
  listens: ['click', 'focusin', 'keydown', 'load', 'pointerover', 'resize', 'scroll'],
  prevents: ['keydown'],
  also: [
    { zh: ['看的图画在我们自己的画布上，不再向网站取', '面板合上画布就没了'], en: ['The picture is drawn on a canvas of ours, not fetched again', 'Gone with the panel'] },
  ],
};
