// Has axe look at a part of our interface in a browser's page. No expectations in here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passed: number;
}

const linesOf = ({ violations }: AxeAnswer): string[] => violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);

async function look(page: Page, context: string): Promise<string[]> {
  await page.evaluate(AXE);
  const answer = (await page.evaluate(`(async () => {
    const { violations, passes } = await axe.run(${context});
    return { violations: violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => ({ html })) })), passed: passes.length };
  })()`)) as AxeAnswer;
  if (answer.passed === 0) throw new Error('axe looked at nothing');
  return linesOf(answer);
}

/** What axe finds wrong with a page that is all ours. */
export function axePageFindings(page: Page): Promise<string[]> {
  return look(page, 'document');
}

/**
 * What axe finds wrong. The page's own faults are its own: only what is in our shadow roots counts.
 * @param inside selectors from our host inwards, one for each shadow root
 * @throws where axe found nothing to look at
 */
export function axeFindings(page: Page, inside: readonly string[] = ['.interface']): Promise<string[]> {
  return look(page, `{ include: [{ fromShadowDom: ${JSON.stringify(['[data-mingdu]', ...inside])} }] }`);
}
