// Finds elements with generated content and reads what it looks like. The page's own rules tell where to look,
// because asking every element twice more doubles the cost of the walk. Reads only.
import type { Root } from '../../page/page';
import { alphaOf } from './colour';
import { edgesOf, type Facts, isDimmed, isSet } from './facts';

/** What a root's style sheets say that matters here. */
export interface Sheets {
  /** Selectors of elements that may have `::before` or `::after`; null when a sheet could not be read: any element may. */
  readonly selectors: readonly string[] | null;
  /** Which of `first-letter`, `first-line`, `marker` the page styles. */
  readonly parts: ReadonlySet<string>;
  /** Whether the page has cascade layers, in which its `!important` beats ours. */
  readonly hasLayers: boolean;
}

const DYNAMIC = /:(?:hover|active|focus-visible|focus-within|focus|visited|link|target)(?![\w(-])/g;

/** Reads the style rules of a root, ours left out. */
export function readSheets(root: Root): Sheets {
  const selectors = new Set<string>();
  const parts = new Set<string>();
  let isReadable = true;
  let hasLayers = false;

  const visitRule = (rule: CSSRule): void => {
    const { selectorText, cssRules, styleSheet, name } = rule as Partial<CSSStyleRule & CSSGroupingRule & CSSImportRule & { name: string }>;
    if (name === 'mingdu-x') return;
    if (styleSheet) visitSheet(styleSheet);
    if (rule.cssText.startsWith('@layer') || (styleSheet && /\blayer\b/.test(rule.cssText))) hasLayers = true;
    if (selectorText) visitSelector(selectorText);
    // A nested rule's selector is relative; we only learn that there may be more.
    if (selectorText && cssRules && cssRules.length > 0 && /::?(before|after)/.test(rule.cssText)) isReadable = false;
    else if (!selectorText && cssRules) for (const inner of cssRules) visitRule(inner);
  };
  const visitSelector = (text: string): void => {
    if (!text.includes(':')) return;
    for (const part of text.matchAll(/::?(first-letter|first-line|marker)\b/g)) if (part[1]) parts.add(part[1]);
    if (!/::?(before|after)\b/.test(text)) return;
    for (const one of text.split(/,(?![^(]*\))/)) {
      if (!/::?(before|after)\b/.test(one)) continue;
      const base = one.replace(/::?(before|after)\b.*$/, '').replace(DYNAMIC, '').trim();
      selectors.add(base === '' || /[>+~\s]$/.test(base) ? `${base} *` : base);
    }
  };
  const visitSheet = (sheet: CSSStyleSheet): void => {
    if (sheet.disabled) return;
    try {
      for (const rule of sheet.cssRules) visitRule(rule);
    } catch (error) {
      // SecurityError: a sheet of another origin. Anything else is no fault of ours either, and the remedy is the same.
      if (error instanceof Object) isReadable = false;
    }
  };
  for (const sheet of root.styleSheets) visitSheet(sheet);
  for (const sheet of root.adoptedStyleSheets ?? []) visitSheet(sheet);
  return { selectors: isReadable ? [...selectors] : null, parts, hasLayers };
}

/** Those of the elements that may have generated content. */
export function candidates(all: readonly Facts[], tops: readonly Element[], sheets: Sheets): readonly Facts[] {
  if (!sheets.selectors) return all;
  const found = new Set<Element>();
  for (const selector of sheets.selectors) {
    for (const top of tops) {
      try {
        if (top.matches(selector)) found.add(top);
        top.querySelectorAll(selector).forEach((element) => found.add(element));
      } catch (error) {
        // A selector that this engine reads in a sheet but not here: `:host`, or one that we cut wrongly.
        if (!(error instanceof DOMException)) throw error;
      }
    }
  }
  return all.filter(({ element }) => found.has(element));
}

/** Empty generated content up to this size is a sign: a dot, an arrow, a line. In px. */
const SIGN_PX = 32;
const LINE_PX = 6;

/** @returns the words of the mark `before` or `after`; null when there is none to colour */
export function readPseudo(facts: Facts, which: 'before' | 'after'): string | null {
  const view = facts.element.ownerDocument.defaultView;
  if (!view || facts.kind === 'picture' || facts.kind === 'field') return null;
  const style = view.getComputedStyle(facts.element, `::${which}`);
  // None now, perhaps under the pointer: its text at least has the right colour then.
  if (style.content === 'none' || style.content === 'normal' || style.content === '') return '';
  const hasText = /["'][^"']*[^"'\s][^"']*["']|counter|attr\(/.test(style.content.replace(/url\([^)]*\)/g, ''));
  const words = [groundWord(facts, style, hasText), edgesOf(style)];
  if (hasText && isDimmed(style)) words.push('flat');
  return words.join(' ').trim();
}

function groundWord(facts: Facts, style: CSSStyleDeclaration, hasText: boolean): string {
  const alpha = alphaOf(style.backgroundColor);
  const hasImage = isSet(style, 'background-image');
  if ((isSet(style, 'mask-image') || isSet(style, '-webkit-mask-image')) && !hasText) return 'ink';
  if (style.getPropertyValue('background-clip').includes('text')) return 'none';
  if (!hasImage && alpha === 0) return '';
  if (hasText) return 'fill';
  if (hasImage && style.backgroundImage.includes('url(')) return alpha > 0 ? '' : facts.over[0] + facts.over[1] + facts.over[2] > 380 ? 'light' : 'dark';
  const width = parseFloat(style.width);
  const height = parseFloat(style.height);
  if (width > 0 && height > 0 && (Math.max(width, height) <= SIGN_PX || Math.min(width, height) <= LINE_PX)) return 'ink';
  // A shade over a photograph.
  if ((hasImage || alpha < 0.9) && style.position === 'absolute') return 'none';
  return 'fill';
}
