// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const speechChanges: AidChanges = {
  css: ['-webkit-text', 'background', 'color', 'forced-color-adjust', 'text-decoration'],
  highlights: ['mingdu-speech'],
  listens: ['click', 'focusin', 'keydown', 'pagehide', 'pageshow', 'pointerdown', 'pointerleave', 'pointermove', 'resize', 'scroll', 'touchmove', 'wheel'],
  seldom: { marks: ['edge-bottom', 'said'], css: ['box-sizing', 'padding', 'scroll-padding'], highlights: ['mingdu-speech-word', 'mingdu-voices'], listens: ['pointerup', 'visibilitychange', 'voiceschanged'] },
  also: [
    { zh: ['出声（浏览器的 speechSynthesis）', '停止，不再出声'], en: ['It sounds (the browser’s speechSynthesis)', 'Stopped, it is silent'] },
    { zh: ['页面滚动，让正在念的一句看得见', '读者自己滚动过就不再跟'], en: ['The page is scrolled so that what is read is in view', 'No longer once the reader scrolls'] },
  ],
};
