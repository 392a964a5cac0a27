// CSS custom highlights under names of ours, in the page's document and in the frames that we reach. Not for their colours (a sheet's
// `::highlight(mingdu-…)`).

export interface Highlights {
  /**
   * Paints ranges; none takes the name away. False where the browser has no custom highlights (Firefox before 140).
   * @param priority of two highlights on the same text the one with the higher number is seen
   */
  set(name: string, ranges: readonly AbstractRange[], priority?: number): boolean;
}

type View = Window & typeof globalThis;

/**
 * Each document has a registry of its own and paints no range of another. It is shared with the page and cannot be iterated in Firefox's
 * content scripts, so we touch our names alone.
 */
export function createHighlights(document: Document): Highlights {
  /** Where a name was painted last. */
  const painted = new Map<string, ReadonlySet<View>>();
  return {
    set(name, ranges, priority = 0) {
      const view = document.defaultView as View | null;
      if (!view || !registryOf(view)) return false;
      const byView = new Map<View, AbstractRange[]>();
      for (const range of ranges) {
        const own = range.startContainer.ownerDocument?.defaultView as View | null | undefined;
        if (own) byView.set(own, [...(byView.get(own) ?? []), range]);
      }
      for (const before of painted.get(name) ?? []) if (!byView.has(before)) registryOf(before)?.delete(`mingdu-${name}`);
      for (const [own, its] of byView) {
        const highlight = new own.Highlight(...its);
        highlight.priority = priority;
        registryOf(own)?.set(`mingdu-${name}`, highlight);
      }
      if (byView.size > 0) painted.set(name, new Set(byView.keys()));
      else painted.delete(name);
      return true;
    },
  };
}

/** The names painted in a window, the page's own included; null where the browser has none, or the window is gone. */
export function registryOf(view: View): HighlightRegistry | null {
  const css = view.CSS as typeof CSS | undefined;
  return css && 'highlights' in css && typeof view.Highlight === 'function' ? css.highlights : null;
}
