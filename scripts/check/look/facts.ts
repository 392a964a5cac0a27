// What a page is before any aid: asked of the page by the product's own code, and of its server's headers.
import { code } from 'mingdu:in-page/facts';
import type { HTTPResponse, Page } from 'puppeteer-core';
import type { Patch } from '../../../shared/settings/schema';
import { policyTexts } from '../rules/policy-list';
import type { PageFacts } from '../types';
import { PageFailure } from './failure';
import type { CheckInPage } from './in-page';

const MOST_ADDRESS = 2_000;

/** The answer may be anything: a page may have taken our name for its own, for good. */
async function ask(page: Page, call: keyof CheckInPage): Promise<unknown> {
  await page.evaluate(code);
  return page.evaluate(`globalThis.mingduCheck.${call}()`);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** The texts of a list, whatever else is in it. */
export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** What a page has said of itself, each field of its kind. */
export function seenOf(value: unknown): ReturnType<CheckInPage['facts']> {
  const seen = recordOf(value);
  return {
    title: textOf(seen['title']),
    lang: textOf(seen['lang']),
    charset: textOf(seen['charset']),
    policies: textsOf(seen['policies']),
    scripts: textsOf(seen['scripts']),
    frames: textsOf(seen['frames']),
    zones: Object.fromEntries(Object.entries(recordOf(seen['zones'])).map(([name, count]) => [name, numberOf(count)])),
    articleCharacters: numberOf(seen['articleCharacters']),
  };
}

/** Several headers come as lines. */
export const policiesOf = (headers: string | undefined): string[] => (headers ?? '').split('\n').flatMap(policyTexts);

/** @throws PageFailure where the page has gone elsewhere */
export async function factsOf(page: Page, response: HTTPResponse | null, mingdu: string | null): Promise<PageFacts> {
  const { policies, ...seen } = seenOf(await ask(page, 'facts'));
  const url = page.url().slice(0, MOST_ADDRESS);
  // Gone to about:blank or the like: that is not the page that was asked for, and no address to judge by.
  if (!/^https?:/.test(url)) throw new PageFailure('moves', url);
  const ofHeaders = policiesOf(response?.headers()['content-security-policy']);
  return {
    url,
    ...seen,
    mingdu,
    policies: [...ofHeaders.map((value) => ({ from: 'header' as const, value })), ...policies.map((value) => ({ from: 'meta' as const, value }))],
  };
}

/** Addresses that the page's links lead to. */
export const linksOf = async (page: Page): Promise<string[]> => textsOf(await ask(page, 'links'));

/** What 长辈模式 would set on this page; it goes back to that page alone, where the settings' own rules judge it. */
export const elderOf = async (page: Page): Promise<Patch> => recordOf(await ask(page, 'elder')) as Patch;
