// Looks at one page from end to end and makes its row: facts, pictures, each aid, what the rules find. A page that fails is a row as well.
// Not for the order of pages (run.ts).
import type { BrowserContext, CDPSession, HTTPResponse, Page } from 'puppeteer-core';
import type { Driver } from '../browser/driver';
import type { CheckOptions } from '../command/arguments';
import { pageDifferences, takePageSnapshot } from '../../instrument/instrument';
import { within } from '../in-time';
import { judge, problemsOfKept } from '../rules/judge';
import type { AidRow, PageFacts, PageRow } from '../types';
import { leave, measureAid, measureBefore, type Before } from './aid';
import { elderOf, factsOf, linksOf } from './facts';
import { failureOf, PageFailure, type FailureKind } from './failure';
import { guardPage } from './guard';
import { takePicture } from './pictures';
import { rest, visit, type Patience } from './visit';
import { lendWidget, ownWidget } from './widget';

/** What stays the same for all pages of a run. */
export interface Bench {
  readonly driver: Driver;
  readonly options: CheckOptions;
  readonly widget: ReadonlyMap<string, Buffer>;
  /** How we call ourselves, after the browser's own name. */
  readonly agent: string;
  /** The sentence for a failure, in the language of the run. */
  say(kind: FailureKind, detail: string): string;
}

export interface Job {
  readonly address: string;
  readonly url: string;
}

/** Parts of the time a page has: to be there, to load the rest, and until no further aid is begun. */
const DOCUMENT_PART = 0.3;
const LOAD_PART = 0.15;
const AIDS_PART = 0.75;
const MOST_LOAD_MS = 20_000;

const ELDER = 'elder';

/** What has been found so far; it stays when the time runs out. */
interface Made {
  facts?: PageFacts;
  readonly aids: AidRow[];
  readonly pictures: { readonly name: string; readonly file: string }[];
  links: readonly string[];
}

/** A page that is open for being measured. */
interface Desk {
  readonly page: Page;
  readonly session: CDPSession;
  readonly patience: Patience;
  readonly job: Job;
  bring: () => Promise<void>;
}

/** The page anew, with the widget, at rest. By its first address: with a `#` of the page's own, the browser would only scroll. */
async function anew(desk: Desk): Promise<void> {
  await visit(desk.page, desk.session, desk.job.url, desk.patience);
  await rest(desk.page);
  await desk.bring();
}

/** Each aid against the page; one that fails or leaves something costs a new load, not the others. */
async function measureAids(desk: Desk, bench: Bench, made: Made, until: number): Promise<void> {
  let before: Before | null = null;
  for (const aid of bench.options.aids) {
    const nothing = (kind: FailureKind, detail: string) => void made.aids.push({ aid: aid.name, findings: [], isRestored: true, failed: bench.say(kind, detail) });
    // A list or a home page has none: that is in the facts, and no failing of the aid.
    if (aid.patch['view'] === 'article' && made.facts?.articleCharacters === 0) continue;
    if (Date.now() > until) nothing('overTime', '');
    else {
      try {
        before ??= await measureBefore(desk.page);
        const row = await measureAid(desk.page, aid, before);
        made.aids.push(row);
        if (!row.isRestored) {
          before = null;
          await anew(desk);
        }
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === 'crashed') throw failure;
        nothing(failure.kind, failure.detail);
        before = null;
        await anew(desk);
      }
    }
  }
}

/** 长辈模式 for its picture: its settings, as the press would set them. */
async function pictureOfElder(desk: Desk, bench: Bench, made: Made): Promise<void> {
  const patch = await elderOf(desk.page);
  await takePageSnapshot(desk.page, ELDER);
  await desk.page.evaluate(`Mingdu.set(${JSON.stringify(patch)}).then(() => Mingdu.settled())`);
  made.pictures.push(await takePicture(desk.page, bench.options.out, desk.job.address, ELDER));
  await leave(desk.page);
  if ((await pageDifferences(desk.page, { ignoreScroll: true }, ELDER)).length > 0) await anew(desk);
}

async function lookAt(desk: Desk, bench: Bench, made: Made, until: number): Promise<PageRow['problems']> {
  const { page, session, job } = desk;
  const { options } = bench;
  await page.setUserAgent({ userAgent: `${await page.browser().userAgent()} ${bench.agent}` });
  await page.setBypassServiceWorker(true);
  const response: HTTPResponse | null = await visit(page, session, job.url, desk.patience);
  const own = await ownWidget(page);
  const facts = await factsOf(page, response, own);
  made.facts = facts;
  if (options.crawl > 0) made.links = await linksOf(page);
  await rest(page);
  if (options.hasPictures) made.pictures.push(await takePicture(page, options.out, job.address, 'page'));
  const isTouched = options.aids.length > 0 || options.hasPictures;
  if (isTouched) {
    if (own === null) desk.bring = await lendWidget(page, session, bench.widget);
    if (own === null && facts.policies.length > 0) {
      // Whether the policy lets the widget in is read from the policy; here it is to be measured.
      await page.setBypassCSP(true);
      await anew(desk);
    } else await desk.bring();
    await measureAids(desk, bench, made, until);
    if (options.hasPictures) await pictureOfElder(desk, bench, made);
  }
  return judge(facts, made.aids, page, { lang: options.lang === 'en' ? 'en' : 'zh-CN', ...(options.files && { files: options.files }) });
}

/** What was found before the page was lost. */
function kept({ facts, aids }: Made, { files }: CheckOptions): PageRow['problems'] {
  try {
    return problemsOfKept(facts, aids, files || undefined);
  } catch {
    // It may be just what the page was lost by, and that is told already; one page is never the end of a run.
    return [];
  }
}

/** @returns the row, and where the page's links lead */
export async function lookAtPage(bench: Bench, job: Job): Promise<{ readonly row: PageRow; readonly links: readonly string[] }> {
  const { driver, options } = bench;
  const began = Date.now();
  const made: Made = { aids: [], pictures: [], links: [] };
  const row = (): Pick<PageRow, 'address' | 'facts' | 'aids' | 'pictures' | 'ms'> => ({
    address: job.address,
    ...(made.facts === undefined ? {} : { facts: made.facts }),
    aids: made.aids,
    pictures: made.pictures,
    ms: Date.now() - began,
  });
  let context: BrowserContext | null = null;
  try {
    context = await driver.open();
    const page = await context.newPage();
    const session = await page.createCDPSession();
    const guard = await guardPage(context, page, session);
    const patience = { documentMs: options.timeoutMs * DOCUMENT_PART, loadMs: Math.min(MOST_LOAD_MS, options.timeoutMs * LOAD_PART) };
    const desk: Desk = { page, session, patience, job, bring: () => Promise.resolve() };
    const looking = Promise.race([lookAt(desk, bench, made, began + options.timeoutMs * AIDS_PART), guard.ended]);
    const problems = await within(began + options.timeoutMs - Date.now(), looking, () => {
      throw new PageFailure('overTime', String(options.timeoutMs / 1000));
    }).finally(guard.stop);
    return { row: { ...row(), state: 'checked', problems }, links: made.links };
  } catch (error) {
    const failure = failureOf(error);
    return { row: { ...row(), state: 'failed', failed: bench.say(failure.kind, failure.detail), problems: kept(made, options) }, links: made.links };
  } finally {
    if (context !== null) await driver.dispose(context);
  }
}
