// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const stillChanges: AidChanges = {
  marks: ['still-float', 'still-marquee', 'still-play'],
  css: ['animation-play-state', 'clip-path', 'display', 'flex', 'height', 'margin', 'max-width', 'overflow', 'padding', 'scroll-behavior', 'scrollbar-width', 'text-wrap', 'white-space', 'width'],
  listens: ['animationstart', 'change', 'input', 'keydown', 'mouseout', 'play', 'pointerdown', 'pointerover', 'pointerup', 'resize', 'scroll', 'touchmove', 'transitionrun', 'wheel'],
  seldom: { marks: ['inline', 'still-marquee-by', 'still-play-*', 'still-hold', 'still-list', 'still-order', 'still-strip'], inline: ['display'], css: ['background-position', 'bottom', 'left', 'opacity', 'order', 'right', 'scale', 'top', 'transform', 'transition', 'translate', 'visibility'] },
  also: [
    { zh: ['自己播放的声音和视频暂停', '没被读者播放过的接着播'], en: ['Sound and film that play by themselves are paused', 'They go on, unless the reader took them over'] },
    { zh: ['脚本里的动画、SVG 动画停在原处，滚动字停下', '从停下的地方接着动'], en: ['Animations of scripts and of SVG stand still, marquees stop', 'They go on from where they stood'] },
  ],
};
