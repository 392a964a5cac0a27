// All rules over one page: what the engine measured and what the page itself shows. Order and merging only; each rule has its own file.
import type { Page } from 'puppeteer-core';
import { WEIGHTS, type AidRow, type PageFacts, type Problem } from '../types';
import { aidProblems } from './aids';
import { axeProblems } from './axe';
import { ownerProblems } from './owner';
import { policyProblems } from './policy';
import { otherTools } from './tools';

/** What the command line says of it. */
export interface JudgeOptions {
  /** Of axe's messages; `zh-CN` if not given. */
  readonly lang?: string;
  /** Origin or folder that Mingdu's files are to come from, if not the page's own. */
  readonly files?: string;
}

const sorted = (problems: readonly Problem[]): Problem[] => [...problems].sort((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));

/** What can be said of a page that is no longer there: by what was found while it was. The gravest first. */
export const problemsOfKept = (facts: PageFacts | undefined, aids: readonly AidRow[], files?: string): Problem[] => sorted([...aidProblems(aids), ...(facts ? policyProblems(facts, files) : [])]);

/**
 * The page must be as it came: all aids closed. Nothing in it is clicked, focused or submitted, and it keeps nothing of this.
 * @returns the gravest first
 */
export async function judge(facts: PageFacts, aids: readonly AidRow[], page: Page, { lang = 'zh-CN', files }: JudgeOptions = {}): Promise<Problem[]> {
  return sorted([
    ...problemsOfKept(facts, aids, files),
    ...(await otherTools(facts, page)),
    ...(await ownerProblems(page)),
    ...(await axeProblems(page, lang)),
  ]);
}
