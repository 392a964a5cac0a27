// What a page is before any aid: asked of the page by the product's own code, and of its server's headers.
import { code } from 'mingdu:in-page/facts';
import type { HTTPResponse, Page } from 'puppeteer-core';
import type { Patch } from '../../../shared/settings/schema';
import { policyTexts } from '../rules/policy-list';
import type { PageFacts } from '../types';
import type { CheckInPage } from './in-page';

async function ask<Answer>(page: Page, call: string): Promise<Answer> {
  if (!(await page.evaluate(`typeof mingduCheck === 'object'`))) await page.evaluate(code);
  return (await page.evaluate(`mingduCheck.${call}`)) as Answer;
}

/** Several headers come as lines. */
export const policiesOf = (headers: string | undefined): string[] => (headers ?? '').split('\n').flatMap(policyTexts);

export async function factsOf(page: Page, response: HTTPResponse | null, mingdu: string | null): Promise<PageFacts> {
  const { policies, ...seen } = await ask<ReturnType<CheckInPage['facts']>>(page, 'facts()');
  const ofHeaders = policiesOf(response?.headers()['content-security-policy']);
  return {
    ...seen,
    mingdu,
    policies: [...ofHeaders.map((value) => ({ from: 'header' as const, value })), ...policies.map((value) => ({ from: 'meta' as const, value }))],
  };
}

/** Addresses that the page's links lead to. */
export const linksOf = (page: Page): Promise<string[]> => ask(page, 'links()');

/** What 长辈模式 would set on this page. */
export const elderOf = (page: Page): Promise<Patch> => ask(page, 'elder()');
