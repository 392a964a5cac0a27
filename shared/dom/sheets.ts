// The named style sheets of the aids, in every root of the page, in the cascade layer of ours.
// Not for how a sheet gets into a root (style-sheet.ts).
import type { Live } from '../live';
import type { Root } from '../page/page';
import type { StyleSheet } from './style-sheet';
import { createStyleSheet } from './style-sheet';

const LAYER = 'mingdu-x';

/** What is printed is the page as its author made it, so nothing of ours holds there; `all` is for hiding what we inserted. */
export type Media = 'screen' | 'all';

/** All sheets of one owner. */
export interface OwnerSheets {
  set(name: string, css: string, media?: Media): void;
  append(name: string, rule: string): void;
  undo(): void;
}

export interface Sheets {
  owner(): OwnerSheets;
  /** Puts back what the page took out of a root's list. */
  mend(): void;
}

interface Named {
  readonly name: string;
  /** '' for one that nobody owns: it waits for the next of its name, which is for the same medium. */
  css: string;
  readonly media: Media;
  /** One constructed sheet cannot serve two documents, so there is one for each. */
  readonly byDocument: Map<Document, StyleSheet>;
}

/**
 * @param roots the roots to serve; those that come later get every sheet
 * @param mute runs writes that our observer must not see (the <style> fallback)
 */
export function createSheets(roots: Live<readonly Root[]>, mute: (run: () => void) => void, signal: AbortSignal): Sheets {
  const all = new Set<Named>();
  let served: readonly Root[] = [];

  function put(named: Named, root: Root): void {
    const document = 'documentElement' in root ? root : root.ownerDocument;
    let sheet = named.byDocument.get(document);
    if (!sheet) {
      sheet = createStyleSheet(document, named.css, LAYER, named.media);
      named.byDocument.set(document, sheet);
    }
    sheet.adopt(root);
  }

  /**
   * Leaves a sheet in place, emptied, until the session ends: where one with a layer goes, Chromium lays the whole page out anew.
   * A `<style>` cannot stay.
   */
  function takeOut(named: Named): void {
    mute(() => {
      named.css = '';
      if (!signal.aborted && [...named.byDocument.values()].every((sheet) => sheet.replace(''))) return;
      named.byDocument.forEach((sheet) => served.forEach(sheet.drop));
      all.delete(named);
    });
  }

  signal.addEventListener('abort', () => all.forEach(takeOut));

  function mend(): void {
    mute(() => {
      for (const root of served) for (const named of all) if (named.css) put(named, root);
    });
  }

  roots.watch((next) => {
    const gone = served.filter((root) => !next.includes(root));
    served = next;
    for (const named of all) {
      for (const root of gone) if ('documentElement' in root) named.byDocument.delete(root);
    }
    mend();
  }, signal);

  return {
    mend,
    owner() {
      const mine = new Map<string, Named>();
      return {
        set(name, css, media = 'screen') {
          const known = mine.get(name);
          if (css === (known?.css ?? '')) return;
          if (known && !css) {
            takeOut(known);
            mine.delete(name);
            return;
          }
          const waiting = () => [...all].find((one) => one.name === name && !one.css);
          const named = known ?? waiting() ?? { name, css, media, byDocument: new Map<Document, StyleSheet>() };
          named.css = css;
          named.byDocument.forEach((sheet) => sheet.replace(css));
          mine.set(name, named);
          all.add(named);
          mute(() => served.forEach((root) => put(named, root)));
        },
        append(name, rule) {
          const known = mine.get(name);
          if (!known) return this.set(name, rule);
          known.css += rule;
          for (const sheet of known.byDocument.values()) sheet.append(rule);
        },
        undo() {
          mine.forEach(takeOut);
          mine.clear();
        },
      };
    },
  };
}
