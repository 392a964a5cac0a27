// Finds elements with generated content and reads what it looks like. The page's own rules (page-rules.ts) tell where to look,
// because asking every element twice more doubles the cost of the walk. Reads only.
import { alphaOf } from './colour';
import { edgesOf, type Facts, isDimmed, isSet } from './facts';
import type { Generating, PageRules, Uses } from './page-rules';

/** Generated content to look at. */
export interface Candidate {
  readonly facts: Facts;
  readonly which: Generating['which'];
  readonly isDynamic: boolean;
}

/** Those of the elements that may have generated content. */
export function candidates(all: readonly Facts[], tops: readonly Element[], { generating }: PageRules): readonly Candidate[] {
  if (!generating) return all.flatMap((facts) => [{ facts, which: 'before' as const, isDynamic: true }, { facts, which: 'after' as const, isDynamic: true }]);
  if (generating.length === 0) return [];
  const found = { before: new Map<Element, boolean>(), after: new Map<Element, boolean>() };
  for (const { selector, which, isDynamic } of generating) {
    const add = (element: Element) => void found[which].set(element, isDynamic || (found[which].get(element) ?? false));
    for (const top of tops) {
      try {
        if (top.matches(selector)) add(top);
        top.querySelectorAll(selector).forEach(add);
      } catch (error) {
        // A selector that this engine reads in a sheet but not here: `:host`, or one that we cut wrongly.
        if (!(error instanceof DOMException)) throw error;
      }
    }
  }
  return all.flatMap((facts) =>
    (['before', 'after'] as const).flatMap((which) => {
      const isDynamic = found[which].get(facts.element);
      return isDynamic === undefined ? [] : [{ facts, which, isDynamic }];
    }),
  );
}

/** Empty generated content up to this size is a sign: a dot, an arrow, a line. In px. */
const SIGN_PX = 32;
const LINE_PX = 6;

/** @returns the words of the mark `before` or `after`; null when there is none to colour */
export function readPseudo({ facts, which, isDynamic }: Candidate, uses: Uses): string | null {
  const view = facts.element.ownerDocument.defaultView;
  if (!view || facts.kind === 'picture' || facts.kind === 'field') return null;
  const style = view.getComputedStyle(facts.element, `::${which}`);
  // None now, perhaps under the pointer: its text at least has the right colour then.
  if (style.content === 'none' || style.content === 'normal' || style.content === '') return isDynamic ? '' : null;
  const hasText = /["'][^"']*[^"'\s][^"']*["']|counter|attr\(/.test(style.content.replace(/url\([^)]*\)/g, ''));
  const words = [groundWord(facts, style, hasText, uses), edgesOf(style)];
  if (hasText && uses.dims && isDimmed(style)) words.push('flat');
  const all = words.join(' ').trim();
  return all !== '' || hasText ? all : null;
}

function groundWord(facts: Facts, style: CSSStyleDeclaration, hasText: boolean, uses: Uses): string {
  const alpha = alphaOf(style.backgroundColor);
  const hasImage = uses.images && isSet(style, 'background-image');
  if (!hasImage && alpha === 0) return '';
  if (uses.masks && !hasText && (isSet(style, 'mask-image') || isSet(style, '-webkit-mask-image'))) return 'ink';
  if (uses.clips && style.getPropertyValue('background-clip').includes('text')) return 'none';
  if (hasText) return 'fill';
  if (hasImage && style.backgroundImage.includes('url(')) return alpha > 0 ? '' : facts.over[0] + facts.over[1] + facts.over[2] > 380 ? 'light' : 'dark';
  const width = parseFloat(style.width);
  const height = parseFloat(style.height);
  if (width > 0 && height > 0 && (Math.max(width, height) <= SIGN_PX || Math.min(width, height) <= LINE_PX)) return 'ink';
  // A shade over a photograph.
  if ((hasImage || alpha < 0.9) && style.position === 'absolute') return 'none';
  return 'fill';
}
