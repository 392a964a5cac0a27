// What a site's owner says of a page's parts, and the elements that it names. Not for the owner's marks on elements (zones.ts).
import { isOurs } from '../dom/marker';
import type { ZoneId } from './zones';

/** It outranks what we find. */
export interface PageHints {
  /** Selector of the article; '' or absent: we look for it. */
  readonly article?: string | undefined;
  readonly zones?: Readonly<Partial<Record<ZoneId, string>>> | undefined;
}

/**
 * The first element with text in it that the owner calls the article.
 * @returns null where nothing was said, or the page has none
 */
export function hintedArticle(document: Document, hints: PageHints | undefined): Element | null {
  if (!hints?.article) return null;
  return [...document.querySelectorAll(hints.article)].find((element) => !isOurs(element) && /\S/.test(element.textContent ?? '')) ?? null;
}
