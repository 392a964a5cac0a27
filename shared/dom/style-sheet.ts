// The only place that puts style into a document or shadow root: constructed sheets, else a <style> element.
// Not for what the rules say.
import { MARKER } from './marker';

/** A sheet that is in force in one document and any number of its shadow roots. */
export interface StyleSheet {
  replace(css: string): void;
  /** Appends rules; cheaper than `replace`, which restyles the page anew. */
  append(rule: string): void;
  /** Puts the sheet into a root, or back if the page took it out (a page may assign `adoptedStyleSheets = []`). */
  adopt(root: Document | ShadowRoot): void;
  drop(root: Document | ShadowRoot): void;
}

/**
 * Makes a sheet for a document and its shadow roots.
 * Under `style-src 'self'` a <style> element is blocked but a constructed sheet is not; content scripts of Firefox before 153
 * throw on the assignment (bug 1751346) and take the <style>.
 * @param layer the cascade layer of all its rules; '' for none
 * @param media what it is for; a condition of the whole sheet costs nothing, one in a group of rules a new layout of the page
 * @throws never; a document without a window (detached frame) gives a sheet that does nothing
 */
export function createStyleSheet(document: Document, css: string, layer = '', media = 'all'): StyleSheet {
  const constructed = construct(document, media);
  const layered = (text: string) => (layer ? `@layer ${layer}{${text}}` : text);
  if (!constructed) return createStyleElements(document, css, layered, media);
  constructed.replaceSync(layered(css));
  const inner = layer ? (constructed.cssRules[0] as CSSGroupingRule) : null;
  let fallback: StyleSheet | null = null;
  const parse = (text: string) => {
    const scratch = construct(document);
    scratch?.replaceSync(text);
    return scratch?.cssRules ?? [];
  };
  return {
    replace(next) {
      css = next;
      if (inner) {
        empty(inner);
        put(inner, parse(next), 0);
      } else constructed.replaceSync(next);
      fallback?.replace(next);
    },
    append(rule) {
      css += rule;
      put(inner ?? constructed, parse(rule));
      fallback?.append(rule);
    },
    adopt(root) {
      if (fallback) return fallback.adopt(root);
      if (Array.prototype.includes.call(root.adoptedStyleSheets, constructed)) return;
      try {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, constructed];
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        fallback = createStyleElements(document, css, layered, media);
        fallback.adopt(root);
      }
    },
    drop(root) {
      fallback?.drop(root);
      if (!Array.prototype.includes.call(root.adoptedStyleSheets, constructed)) return;
      root.adoptedStyleSheets = Array.prototype.filter.call(root.adoptedStyleSheets, (sheet) => sheet !== constructed);
    },
  };
}

function construct(document: Document, media = 'all'): CSSStyleSheet | null {
  const view = document.defaultView;
  if (!view || !('adoptedStyleSheets' in document) || !('CSSStyleSheet' in view)) return null;
  try {
    return new (view as Window & typeof globalThis).CSSStyleSheet({ media });
  } catch (error) {
    // "Illegal constructor": an engine from before constructed sheets.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

type RuleList = CSSStyleSheet | CSSGroupingRule;

/**
 * Puts rules in, a group's into the group of the same condition: where a group comes or goes, Chromium lays the whole page out anew.
 * @param at where they begin; the end if not given
 */
function put(list: RuleList, rules: Iterable<CSSRule>, at?: 0): void {
  let next = at ?? list.cssRules.length;
  for (const rule of rules) {
    const { conditionText, cssRules } = rule as CSSMediaRule;
    const twin = conditionText ? [...list.cssRules].findIndex((one) => (one as CSSMediaRule).conditionText === conditionText) : -1;
    if (twin >= 0) {
      put(list.cssRules[twin] as CSSMediaRule, cssRules, at);
      next = Math.max(next, twin + 1);
    } else {
      list.insertRule(rule.cssText, next);
      next += 1;
    }
  }
}

/** Takes out all rules but leaves the groups. */
function empty(list: RuleList): void {
  for (let at = list.cssRules.length - 1; at >= 0; at -= 1) {
    if ('conditionText' in (list.cssRules[at] ?? {})) empty(list.cssRules[at] as CSSMediaRule);
    else list.deleteRule(at);
  }
}

function createStyleElements(document: Document, css: string, layered: (css: string) => string, media: string): StyleSheet {
  const elements = new Map<Document | ShadowRoot, HTMLStyleElement>();
  const each = (run: (element: HTMLStyleElement) => void) => elements.forEach(run);
  return {
    replace(next) {
      css = next;
      each((element) => (element.textContent = layered(next)));
    },
    append(rule) {
      css += rule;
      each((element) => element.append(layered(rule)));
    },
    adopt(root) {
      if (elements.get(root)?.isConnected) return;
      const element = elements.get(root) ?? document.createElement('style');
      element.setAttribute(MARKER, '');
      element.media = media;
      element.textContent = layered(css);
      elements.set(root, element);
      ('documentElement' in root ? (root.head ?? root.documentElement) : root).append(element);
    },
    drop(root) {
      elements.get(root)?.remove();
      elements.delete(root);
    },
  };
}

/** Puts a sheet into a shadow root of ours for as long as that lives. */
export function adoptInto(root: ShadowRoot, css: string): StyleSheet {
  const sheet = createStyleSheet(root.ownerDocument, css);
  sheet.adopt(root);
  return sheet;
}
