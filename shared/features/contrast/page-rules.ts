// Reads what a root's style sheets say that matters here, so that elements need not be asked for what no sheet mentions.
// Reads only; not for elements (facts.ts).
import type { Root } from '../../page/page';

/** What any rule of a root mentions; elements with a `style` of their own are asked in any case. */
export interface Uses {
  readonly dims: boolean;
  readonly masks: boolean;
  readonly borders: boolean;
  readonly clips: boolean;
  readonly images: boolean;
  readonly fades: boolean;
  /** Text moved out of sight. */
  readonly moves: boolean;
}

/** Where a rule draws generated content. */
export interface Generating {
  /** A selector of the elements that bear it. */
  readonly selector: string;
  readonly which: 'before' | 'after';
  /** Only in some states, so that there may be none now. */
  readonly isDynamic: boolean;
}

export interface PageRules {
  /** Of rules for elements, and of rules for generated content alone. */
  readonly uses: Uses;
  readonly generatedUses: Uses;
  /** null when a sheet could not be read: any element may have `::before` and `::after`. */
  readonly generating: readonly Generating[] | null;
  /** Selectors with a state by which some rule gives a ground. */
  readonly states: readonly string[];
  /** Which of `first-letter`, `first-line`, `marker` the page styles. */
  readonly parts: ReadonlySet<string>;
  /** Whether the page has cascade layers, in which its `!important` beats ours. */
  readonly hasLayers: boolean;
}

export const ALL_USES: Uses = { dims: true, masks: true, borders: true, clips: true, images: true, fades: true, moves: true };

const PATTERNS: Readonly<Record<keyof Uses, RegExp>> = {
  dims: /opacity|filter|blend-mode/,
  masks: /mask/,
  borders: /border/,
  clips: /clip/,
  images: /url\(|gradient\(|image-set\(|element\(|var\(/,
  fades: /transition/,
  moves: /text-indent|clip|font(?:-size)?: ?0|left: ?-/,
};
const DYNAMIC = /:(?:hover|active|focus-visible|focus-within|focus|visited|link|target|checked|open)(?![\w(-])/g;
const GENERATED = /::?(before|after)\b/;
/** Between selectors, not within `:is()`. */
const OUTER_COMMA = /,(?![^(]*\))/;
/** States that an element has now or has not, which a selector cannot look past. */
const STATE = /:(?:link|visited)(?![\w(-])/g;

/** Reads the style rules of a root, ours left out. */
export function readPageRules(root: Root): PageRules {
  const states = new Set<string>();
  const found = new Map<string, Generating>();
  const parts = new Set<string>();
  const texts: string[] = [];
  const generatedTexts: string[] = [];
  let isReadable = true;
  let hasLayers = false;

  const visitRule = (rule: CSSRule): void => {
    const { selectorText, cssRules, styleSheet, name, style } = rule as Partial<CSSStyleRule & CSSGroupingRule & CSSImportRule & { name: string }>;
    if (name === 'mingdu-x') return;
    if (styleSheet) {
      visitSheet(styleSheet);
      hasLayers ||= /\blayer\b/.test(rule.cssText);
    } else if (!selectorText && cssRules) {
      hasLayers ||= rule.constructor.name === 'CSSLayerBlockRule' || rule.cssText.startsWith('@layer');
      for (const inner of cssRules) visitRule(inner);
    } else if (!selectorText) {
      texts.push(rule.cssText);
      hasLayers ||= rule.cssText.startsWith('@layer');
    } else {
      const own = selectorText.split(OUTER_COMMA);
      if (own.some((one) => GENERATED.test(one))) generatedTexts.push(rule.cssText);
      if (own.some((one) => !GENERATED.test(one))) texts.push(rule.cssText);
      if (selectorText.includes(':')) visitSelector(selectorText, style?.getPropertyValue('content') ?? '', /background/.test(rule.cssText));
      // A nested rule's selector is relative; we only learn that there may be more.
      if (cssRules && cssRules.length > 0 && /::?(before|after)/.test(rule.cssText)) isReadable = false;
    }
  };
  const visitSelector = (text: string, content: string, hasGround: boolean): void => {
    if (hasGround) for (const one of text.split(OUTER_COMMA)) if (one.search(DYNAMIC) >= 0 && !/::/.test(one) && !GENERATED.test(one)) states.add(one.trim());
    for (const part of text.matchAll(/::?(first-letter|first-line|marker)\b/g)) if (part[1]) parts.add(part[1]);
    // Without `content` nothing is generated: resets for `*::before` mean no element in particular.
    if (content === '' || content === 'none' || content === 'normal' || !GENERATED.test(text)) return;
    for (const one of text.split(OUTER_COMMA)) {
      const which = GENERATED.exec(one)?.[1] as Generating['which'] | undefined;
      if (!which) continue;
      const base = one.replace(/::?(before|after)\b.*$/, '').replace(DYNAMIC, '').trim();
      const selector = base === '' || /[>+~\s]$/.test(base) ? `${base} *` : base;
      found.set(`${which} ${selector}`, { selector, which, isDynamic: one.replace(STATE, '').search(DYNAMIC) >= 0 || (found.get(`${which} ${selector}`)?.isDynamic ?? false) });
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
  const usesOf = (some: readonly string[]): Uses => {
    if (!isReadable) return ALL_USES;
    const all = some.join('\n');
    return Object.fromEntries(Object.entries(PATTERNS).map(([name, pattern]) => [name, pattern.test(all)])) as unknown as Uses;
  };
  return { uses: usesOf(texts), generatedUses: usesOf(generatedTexts), generating: isReadable ? [...found.values()] : null, states: [...states], parts, hasLayers };
}
