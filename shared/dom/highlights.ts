// CSS custom highlights under names of ours. Not for their colours (a sheet's `::highlight(mingdu-…)`).

export interface Highlights {
  /** Paints ranges; none takes the name away. False where the browser has no custom highlights (Firefox before 140). */
  set(name: string, ranges: readonly AbstractRange[]): boolean;
}

/** The registry is shared with the page and cannot be iterated in Firefox's content scripts, so we touch our names alone. */
export function createHighlights(document: Document): Highlights {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  return {
    set(name, ranges) {
      const registry = view && 'CSS' in view && 'highlights' in view.CSS ? view.CSS.highlights : null;
      if (!registry || !view?.Highlight) return false;
      if (ranges.length === 0) registry.delete(`mingdu-${name}`);
      else registry.set(`mingdu-${name}`, new view.Highlight(...ranges));
      return true;
    },
  };
}
