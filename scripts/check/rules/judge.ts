// PLACEHOLDER of the branch `check`; the rules come with the branch `report`.
import type { Page } from 'puppeteer-core';
import type { AidRow, PageFacts, Problem } from '../types';

export function judge(_facts: PageFacts, aids: readonly AidRow[], _page: Page, _options: { readonly lang?: string } = {}): Promise<Problem[]> {
  const found = aids.flatMap(({ findings, aid }) => findings.map(({ kind, detail, selector }) => ({ kind, detail: `${aid}: ${detail}`, selector })));
  return Promise.resolve(found.map(({ kind, detail, selector }) => ({ rule: `aid/${kind}`, duty: 'mingdu', weight: 'hindrance', count: 1, places: [selector], detail })));
}
