// The page's text nodes while nothing is annotated: each stands for itself. With annotations: annotations.ts.
import { isOurs } from './marker';

/** Tells the page's text nodes and their data from what may stand in their place. */
export interface TextSource {
  textOf(text: Text): string;
  pointAt(text: Text, offset: number): { readonly node: Text; readonly offset: number };
  sourceOf(node: Node, offset: number): { readonly text: Text; readonly offset: number } | null;
}

export const plainText: TextSource = {
  textOf: (text) => text.data,
  pointAt: (node, offset) => ({ node, offset }),
  sourceOf(node, offset) {
    if (isOurs(node)) return null;
    if (node.nodeType === 3) return { text: node as Text, offset };
    const next = node.childNodes[offset];
    if (next?.nodeType === 3) return { text: next as Text, offset: 0 };
    const before = offset > 0 ? node.childNodes[offset - 1] : undefined;
    return before?.nodeType === 3 ? { text: before as Text, offset: (before as Text).data.length } : null;
  },
};
