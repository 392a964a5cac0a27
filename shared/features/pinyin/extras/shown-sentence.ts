// The sentence of the page that the panel 改读音 shows: brought into view beside the panel, and highlighted. Not for which sentence it is
// (corrections.ts).
import type { FeatureContext } from '../../../feature';
import { groundOf, luminance } from '../../../page/ground';
import type { Sentence } from '../../../page/sentences';
import { rangesOf } from '../../../page/text-map';

/** The part of the window's height, from the top, in which the sentence is seen above the panel. */
const FREE_PART = 0.38;
const AIR_PX = 12;

/** Luminance of a ground on which a light line is seen better than a dark one. */
const DARK = 0.18;

/** Pale, because readings stand half on it and keep their colours; the line alone has to be seen. */
const marking = (isDark: boolean) => `
::highlight(mingdu-readings) { background-color: rgb(255 212 59 / 0.3); text-decoration: underline 4px ${isDark ? '#ffd43b' : '#0b4a8f'}; }
@media (forced-colors: active) { ::highlight(mingdu-readings) { background-color: Highlight; color: HighlightText; } }`;

/** A sentence on the page. */
export interface ShownSentence {
  /** Whether the panel stands in the lower half, as of the last `bring`. */
  readonly isLow: boolean;
  /** Scrolls, if need be, so that the sentence is seen beside the panel. */
  bring(sentence: Sentence): void;
  /** Puts the highlight where the sentence is at this moment; null takes it away. */
  highlight(sentence: Sentence | null): void;
}

/** Shows one sentence at a time. */
export function createShownSentence({ page, edits }: Pick<FeatureContext, 'page' | 'edits'>): ShownSentence {
  const view = page.document.defaultView as Window;
  let isLow = true;

  return {
    get isLow() {
      return isLow;
    },
    bring({ block, start, end }) {
      const box = () => rangesOf(page, block, start, end)[0]?.getBoundingClientRect();
      const top = Number.parseFloat(view.getComputedStyle(page.document.documentElement).scrollPaddingTop) || 0;
      const free = view.innerHeight * FREE_PART;
      let now = box();
      if (!now) return;
      // What stands beside the window waits in a carousel of the page's, which is not ours to turn.
      const isBeside = now.right < 0 || now.left > view.innerWidth;
      if (!isBeside && (now.top < top || now.bottom > Math.max(free, top + now.height))) {
        if (now.top < 0 || now.bottom > view.innerHeight) block.element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        now = box() ?? now;
        view.scrollBy({ top: now.top - top - AIR_PX, behavior: 'instant' });
        now = box() ?? now;
      }
      // Where the page ends there is nothing to scroll.
      isLow = now.top + now.bottom < view.innerHeight;
    },
    highlight(sentence) {
      const ranges = sentence ? rangesOf(page, sentence.block, sentence.start, sentence.end) : [];
      const first = ranges[0];
      if (first) edits.sheet('readings', marking(luminance(groundOf(first.startContainer)) < DARK));
      edits.highlight('readings', ranges);
    },
  };
}
