// A constructed style sheet, in the smallest form: what the loader can afford. With a fallback and for many roots: style-sheet.ts.

/** Adopts a sheet into a shadow root of ours. Every browser that we build for has constructed sheets in a page's own world. */
export function adoptConstructed(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
