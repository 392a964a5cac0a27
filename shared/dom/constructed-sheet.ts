// A constructed style sheet, in the smallest form: what the loader can afford. With a fallback and for many roots: style-sheet.ts.

/** Adopts a sheet. Every browser that we build for has constructed sheets in a page's own world. */
export function adoptConstructed(root: Document | ShadowRoot, css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return sheet;
}
