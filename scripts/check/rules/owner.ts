// What no toolbar can repair and only the owner can mend, looked for in the page: cheap, bounded, without a click. Signs, not proofs:
// what is not found may still be there, hence the list of what to try by hand (clauses.ts). Names, titles and contrast are axe's.
import type { CDPSession, Page } from 'puppeteer-core';
import type { Problem } from '../types';
import { CONTROLS } from './owner/controls';
import { makeKit, type Limits } from './owner/kit';
import { PICTURES } from './owner/pictures';
import { REST } from './owner/rest';
import type { OwnerRule } from './owner/rule';

/** All of them. */
export const OWNER_RULES: readonly OwnerRule[] = [...CONTROLS, ...PICTURES, ...REST];

const LIMITS: Limits = { elements: 20_000, ms: 6_000 };
const MOST_PLACES = 5;
const MOST_LISTENERS = 400;
/** Where the debugger's answer is left for the page-side code; a name that no page uses. */
const HEARD = '__mingduCheckHeard';

interface Answer {
  readonly rows: readonly { readonly rule: string; readonly count: number; readonly places: readonly string[]; readonly says: readonly string[] }[];
  /** Rules that could not be run to their end, and why. */
  readonly unfinished: readonly string[];
}

/** The page-side code, made of the rules' own text. */
function expression(rules: readonly OwnerRule[], limits: Limits): string {
  const table = rules.map(({ rule, find }) => `[${JSON.stringify(rule)}, ${find.toString()}]`).join(',\n');
  // Bundlers that keep names wrap functions in a helper, which would be missing in the page.
  return `(() => {
    const __name = (made) => made;
    const kit = (${makeKit.toString()})(${JSON.stringify(limits)}, ${JSON.stringify(HEARD)});
    const rows = [], unfinished = kit.isCut ? ['> ${limits.elements}'] : [];
    for (const [rule, find] of [${table}]) {
      if (kit.isOver()) { unfinished.push(rule); continue; }
      try {
        const found = find(kit);
        if (found.length > 0) rows.push({
          rule,
          count: found.length,
          places: found.slice(0, ${MOST_PLACES}).map(({ at }) => kit.selectorOf(at)),
          says: found.slice(0, ${MOST_PLACES}).map(({ say }) => String(say ?? '').slice(0, 80)),
        });
      } catch (error) {
        unfinished.push(rule + ': ' + String(error).slice(0, 120));
      }
    }
    return { rows, unfinished };
  })()`;
}

/** @param rules narrows it for tests */
export async function ownerProblems(page: Page, rules: readonly OwnerRule[] = OWNER_RULES, limits: Limits = LIMITS): Promise<Problem[]> {
  const client = await page.createCDPSession();
  try {
    await leaveListeners(client);
    const { rows, unfinished } = (await page.evaluate(expression(rules, limits))) as Answer;
    const weights = new Map(rules.map(({ rule, weight }) => [rule, weight]));
    const problems = rows.map(
      ({ rule, count, places, says }): Problem => ({ rule, duty: 'owner', weight: weights.get(rule) ?? 'advice', count, places, detail: [...new Set(says.filter(Boolean))].slice(0, 3).join(' | ') }),
    );
    if (unfinished.length === 0) return problems;
    return [...problems, { rule: 'owner/unfinished', duty: 'owner', weight: 'advice', count: unfinished.length, places: [], detail: unfinished.join('; ') }];
  } finally {
    await client.detach();
  }
}

/** Asks the debugger who listens for clicks, which no script can know, and leaves the elements for the page-side code. */
async function leaveListeners(client: CDPSession): Promise<void> {
  const { result } = await client.send('Runtime.evaluate', { expression: 'document.documentElement' });
  if (result.objectId === undefined) return;
  const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId, depth: -1, pierce: true });
  const ids = new Set(listeners.flatMap(({ type, backendNodeId }) => (/^(click|mousedown|mouseup)$/.test(type) && backendNodeId !== undefined ? [backendNodeId] : [])));
  for (const backendNodeId of [...ids].slice(0, MOST_LISTENERS)) {
    const { object } = await client.send('DOM.resolveNode', { backendNodeId });
    // Each is left in its own frame's world. The window and the document listen too, and are no controls.
    const functionDeclaration = `function () { if (this.nodeType === 1) (globalThis.${HEARD} ??= new Set()).add(this); }`;
    if (object.objectId !== undefined) await client.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration });
  }
}
