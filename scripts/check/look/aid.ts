// What one aid does to a page, against the page itself: switched on, measured, switched off, compared. Not for judging it (rules/).
import type { Page } from 'puppeteer-core';
import { findingsOf, measure, pageDifferences, placesOf, takePageSnapshot, type Measurement } from '../../instrument/instrument';
import type { AidChoice } from '../command/aids';
import type { AidRow } from '../types';

type RowFinding = AidRow['findings'][number];

/** Windows' heights looked at by pixels; the layout is measured to the end. */
const SCREENS = 8;
/** Each kind is told so often; a page that is broken everywhere need not say so a thousand times. */
const MOST_OF_A_KIND = 40;
/** All text pairs of a scheme. */
const SCHEME_CONTRAST = 7;

/** What an aid takes away because that is what it is for. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  // Boxes that float over the text go.
  still: ['lost', 'icon lost', 'picture changed'],
};

/** The page before any aid. */
export interface Before {
  readonly layout: Measurement;
  /** The same with pixels; absent until a scheme asks for it. */
  pixels?: Measurement;
}

/** Measures the page itself, to be compared with. */
export async function measureBefore(page: Page): Promise<Before> {
  await takePageSnapshot(page);
  return { layout: await measure(page) };
}

const hasScheme = ({ patch }: AidChoice) => 'contrast' in patch && patch['contrast'] !== 'off';
const SHOWS_ARTICLE = `document.querySelector('[data-mingdu="article"]') !== null`;

async function compared(page: Page, aid: AidChoice, before: Before): Promise<RowFinding[]> {
  const pixels = hasScheme(aid);
  if (pixels) before.pixels ??= await measure(page, { pixels, screens: SCREENS });
  await page.evaluate(`Mingdu.set(${JSON.stringify(aid.patch)}).then(() => Mingdu.settled())`);
  // The page is hidden behind its article: there is nothing to compare but what is left after it.
  if (aid.patch['view'] === 'article') {
    return (await page.evaluate(SHOWS_ARTICLE)) === true ? [] : [{ kind: 'no view', text: '', detail: '', selector: '' }];
  }
  const after = await measure(page, { pixels, screens: SCREENS, settle: async () => void (await page.evaluate('Mingdu.settled()')) });
  const factor = Number(aid.patch['textSize'] ?? 100) / 100;
  const findings = findingsOf(before.pixels !== undefined && pixels ? before.pixels : before.layout, after, { factor, ...(pixels ? { contrast: SCHEME_CONTRAST } : {}) });
  const places = await placesOf(page, findings);
  const meant = Object.keys(aid.patch).flatMap((key) => MEANT[key] ?? []);
  return findings
    .map(({ kind, text, detail }, at) => ({ kind, text, detail, selector: places[at] ?? '' }))
    .filter(({ kind, selector }) => !meant.includes(kind) && (kind !== 'lost' || selector !== ''));
}

/** Each kind so often at most; the last of a kind says how many more there are. */
export function fewOfEach(findings: readonly RowFinding[]): RowFinding[] {
  const counts = new Map<string, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const told = new Map<string, number>();
  return findings.flatMap((finding) => {
    const nth = (told.get(finding.kind) ?? 0) + 1;
    told.set(finding.kind, nth);
    if (nth > MOST_OF_A_KIND) return [];
    const more = (counts.get(finding.kind) ?? 0) - MOST_OF_A_KIND;
    return [nth === MOST_OF_A_KIND && more > 0 ? { ...finding, detail: `${finding.detail} (+${more})` } : finding];
  });
}

/** 退出, and nothing is remembered. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(`Mingdu.close().then(() => { try { localStorage.removeItem('mingdu'); } catch (error) { if (!(error instanceof DOMException)) throw error; } })`);
}

/** @param before measured on this very document: its numbers are the document's */
export async function measureAid(page: Page, aid: AidChoice, before: Before): Promise<AidRow> {
  const findings = await compared(page, aid, before);
  await leave(page);
  // The measuring scrolls, which counts as a reader's own scrolling: 退出 keeps their line then.
  const differences = await pageDifferences(page, { ignoreScroll: true });
  const left = differences.map((detail) => ({ kind: 'not restored', text: '', detail, selector: '' }));
  return { aid: aid.name, findings: fewOfEach([...findings, ...left]), isRestored: differences.length === 0 };
}
