// The only place that puts style into a document or shadow root: constructed sheets, else a <style> element.
// Not for what the rules say.
import { MARKER } from './marker';

/** A sheet that is in force in one document and any number of its shadow roots. */
export interface StyleSheet {
  /** @returns false for a `<style>`, which must not stay in the page empty */
  replace(css: string): boolean;
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
  const list = layer ? (constructed.cssRules[0] as CSSGroupingRule) : constructed;
  let fallback: StyleSheet | null = null;
  const isIn = (root: Document | ShadowRoot) => [...root.adoptedStyleSheets].includes(constructed);
  const add = (text: string) => {
    const scratch = construct(document);
    scratch?.replaceSync(text);
    put(list, scratch?.cssRules ?? []);
  };
  return {
    replace(next) {
      css = next;
      empty(list);
      add(next);
      fallback?.replace(next);
      return !fallback;
    },
    append(rule) {
      css += rule;
      add(rule);
      fallback?.append(rule);
    },
    adopt(root) {
      if (fallback) return fallback.adopt(root);
      if (isIn(root)) return;
      try {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, constructed];
      } catch {
        // Also what a frame throws whose document was replaced: an error of its own realm, which is no `Error` here.
        fallback = createStyleElements(document, css, layered, media);
        fallback.adopt(root);
      }
    },
    drop(root) {
      fallback?.drop(root);
      if (isIn(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== constructed);
    },
  };
}

function construct(document: Document, media = 'all'): CSSStyleSheet | null {
  const view = document.defaultView;
  if (!view || !('adoptedStyleSheets' in document)) return null;
  try {
    return new (view as Window & typeof globalThis).CSSStyleSheet({ media });
  } catch (error) {
    // No such thing, or "Illegal constructor": an engine from before constructed sheets.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

type RuleList = CSSStyleSheet | CSSGroupingRule;

/**
 * Adds rules, a group's to the group of the same condition, wherever that stands: where a group comes or goes, Chromium lays the
 * whole page out anew.
 */
function put(list: RuleList, rules: Iterable<CSSRule>): void {
  for (const rule of rules) {
    const { conditionText, cssRules } = rule as CSSMediaRule;
    const twin = conditionText && [...list.cssRules].find((one) => (one as CSSMediaRule).conditionText === conditionText);
    if (twin) put(twin as CSSMediaRule, cssRules);
    else list.insertRule(rule.cssText, list.cssRules.length);
  }
}

/** Takes all rules out but leaves the groups. */
function empty(list: RuleList): void {
  for (let at = list.cssRules.length; at > 0; at -= 1) {
    const rule = list.cssRules[at - 1] as CSSMediaRule;
    if (rule.conditionText) empty(rule);
    else list.deleteRule(at - 1);
  }
}

function createStyleElements(document: Document, css: string, layered: (css: string) => string, media: string): StyleSheet {
  const elements = new Map<Document | ShadowRoot, HTMLStyleElement>();
  const each = (run: (element: HTMLStyleElement) => void) => elements.forEach(run);
  return {
    replace(next) {
      css = next;
      each((element) => (element.textContent = layered(next)));
      return false;
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
