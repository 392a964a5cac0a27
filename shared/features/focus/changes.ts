// What this aid changes on a page: told to site owners (docs/what-it-changes.md) and proven by test/browser/what-it-changes.test.ts. No code of it.
import type { AidChanges } from '../../changes';

export const focusChanges: AidChanges = {
  listens: ['animationend', 'blur', 'focus', 'focusin', 'focusout', 'keydown', 'keyup', 'pointerup', 'resize', 'scroll', 'transitionend'],
  seldom: { marks: ['inline'], inline: ['box-shadow', 'outline'], observers: ['IntersectionObserver'] },
};
