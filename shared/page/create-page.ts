// Puts the page model together from its parts. Not for aids to import: they are given the Page.
import type { Live } from '../live';
import type { Changes } from './changes';
import type { BarePage, Page, Root, Waiting } from './page';

/** The page, but for what comes with the first aid. */
export function createPage(parts: {
  document: Document;
  roots: Live<readonly Root[]>;
  changes: Changes;
  schedule: Waiting;
  /** What stands for what while text is annotated. */
  texts: Pick<Page, 'textOf' | 'pointAt' | 'sourceOf'>;
}): BarePage {
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
