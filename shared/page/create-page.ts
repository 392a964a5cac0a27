// Puts the page model together from its parts. Not for aids to import: they are given the Page.
import type { Live } from '../live';
import type { Changes } from './changes';
import type { Page, Root, Schedule } from './page';

/** What the page model needs to know of annotated text; the ledger's annotations satisfy it. */
export interface TextSource {
  textOf(text: Text): string;
  pointAt(text: Text, offset: number): { readonly node: Text; readonly offset: number };
  sourceOf(node: Node, offset: number): { readonly text: Text; readonly offset: number } | null;
}

/** The page as aids read it. */
export function createPage(parts: {
  document: Document;
  roots: Live<readonly Root[]>;
  changes: Changes;
  schedule: Schedule;
  texts: TextSource;
}): Page {
  const { document, roots, changes, schedule, texts } = parts;
  return {
    document,
    roots,
    schedule,
    onChange: changes.onChange,
    textOf: texts.textOf,
    pointAt: texts.pointAt,
    sourceOf: texts.sourceOf,
  };
}
