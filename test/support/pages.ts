// The saved real pages that the tests run on where they are at hand; they are not part of this repository.
// Reads their index only; serving them is site.ts.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mount } from './site';

/** One saved page. */
export interface RealPage {
  readonly id: string;
  /** Folder that was the web root of its site. */
  readonly root: string;
  /** Path of the page below `root`, without a leading slash. */
  readonly entry: string;
  readonly encoding: string;
  /** `CSS1Compat` or `BackCompat` (quirks mode). */
  readonly mode: string;
}

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Folder of the saved pages: `MINGDU_PAGES`, else `../shared/pages` beside the repository. */
export const PAGES_FOLDER = process.env['MINGDU_PAGES'] ?? resolve(REPOSITORY, '../shared/pages');

/** Why there are no real pages, to be printed and given as the reason of a skip; '' when they are there. */
export const PAGES_MISSING = existsSync(join(PAGES_FOLDER, 'INDEX.tsv'))
  ? ''
  : `no saved pages at ${PAGES_FOLDER} (set MINGDU_PAGES to their folder): the checks on real pages do not run`;

/** All saved pages in the order of their index; empty, with one printed line, where they are not at hand. */
export function realPages(): readonly RealPage[] {
  if (PAGES_MISSING !== '') {
    console.warn(PAGES_MISSING);
    return [];
  }
  const [head = '', ...rows] = readFileSync(join(PAGES_FOLDER, 'INDEX.tsv'), 'utf8').split('\n').filter((line) => line !== '');
  const names = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    // `entry` counts from the folder of all pages; its first part is the site's own folder, which was the web root.
    const [site = '', ...rest] = cell('entry').split('/');
    const ownRoot = rest.length > 0;
    return {
      id: cell('id'),
      root: ownRoot ? join(PAGES_FOLDER, site) : PAGES_FOLDER,
      entry: ownRoot ? rest.join('/') : site,
      encoding: cell('encoding'),
      mode: cell('render_mode'),
    };
  });
}

/** The mount that serves a page's site as a web root, with the given markup put in. */
export function mountOf(page: RealPage, inject?: Mount['inject']): Mount {
  return { at: '/', from: page.root, ...(inject === undefined ? {} : { inject }) };
}
