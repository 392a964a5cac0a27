// Has axe-core look at the page and its frames of the same origin, in the report's language. Injected through the debugger, into worlds
// of its own: no policy of the page and no Trusted Types forbid that. What axe cannot decide itself is not reported: it is on the list to try by hand.
import { createRequire } from 'node:module';
import axe, { type AxeResults, type NodeResult, type Result } from 'axe-core';
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { within } from '../in-time';
import type { Problem, Weight } from '../types';

const require = createRequire(import.meta.url);
/** Axe's own Chinese. */
export const AXE_CHINESE = require('axe-core/locales/zh_CN.json') as { readonly rules: Readonly<Record<string, { readonly help: string } | undefined>> };

/** WCAG 2.0 to 2.2 at A and AA; best practices come as advice. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] as const;

const MOST_PLACES = 5;
const LIMIT_MS = 60_000;

/** Where axe's own impact does not say what it means for somebody who reads the page. */
const WEIGHTS: Readonly<Record<string, Weight>> = {
  'link-name': 'barrier',
  'frame-title': 'hindrance',
  'scrollable-region-focusable': 'barrier',
  'meta-viewport': 'barrier',
  'target-size': 'hindrance',
  'label-title-only': 'advice',
};

function weightOf({ id, impact, tags }: Result): Weight {
  if (tags.includes('best-practice')) return 'advice';
  return WEIGHTS[id] ?? (impact === 'critical' ? 'barrier' : 'hindrance');
}

/** @param lang of the messages in `detail` */
export async function axeProblems(page: Page, lang: string): Promise<Problem[]> {
  const client = await page.createCDPSession();
  try {
    const { violations } = await within(LIMIT_MS, look(client, lang), () => {
      throw new Error(`axe: > ${LIMIT_MS / 1000} s`);
    });
    return violations.map(problemOf);
  } catch (error) {
    return [{ rule: 'axe/could-not-run', duty: 'owner', weight: 'advice', count: 1, places: [], detail: String(error instanceof Error ? error.message : error).slice(0, 200) }];
  } finally {
    await client.detach();
  }
}

type Looked = Pick<AxeResults, 'violations'>;

const OPTIONS = JSON.stringify({ runOnly: { type: 'tag', values: AXE_TAGS }, resultTypes: ['violations'], rules: { 'frame-tested': { enabled: false } }, elementRef: false });

async function look(client: CDPSession, lang: string): Promise<Looked> {
  const { frameTree } = await client.send('Page.getFrameTree');
  const configure = lang.startsWith('zh') ? `axe.configure({ locale: ${JSON.stringify(AXE_CHINESE)} });` : '';
  const worlds = new Map<string, number>();
  for (const frameId of ownFrames(frameTree, frameTree.frame.securityOrigin)) {
    // A world of its own: old libraries change Array and Object, loaders take `define`, and the page is left without a global of axe.
    const { executionContextId } = await client.send('Page.createIsolatedWorld', { frameId, worldName: 'mingdu-check' });
    worlds.set(frameId, executionContextId);
    await evaluate(client, executionContextId, `${axe.source}; ${configure} undefined`);
  }
  // Worlds cannot talk to one another, so the parts are carried by hand, in the order that axe wants: a frame, then its frames.
  const parts = await partsOf(client, worlds, frameTree.frame.id, `{ exclude: [['[data-mingdu]']] }`);
  const finish = `axe.finishRun([${parts.join(',')}], ${OPTIONS}).then(({ violations }) => ({ violations: violations.map((one) => ({ ...one, nodes: one.nodes.map((node, at) => at < ${MOST_PLACES} ? node : { target: [] }) })) }))`;
  return (await evaluate(client, worlds.get(frameTree.frame.id) ?? 0, finish)) as Looked;
}

/** @returns JSON of each part; `null` for a frame that is not looked into */
async function partsOf(client: CDPSession, worlds: ReadonlyMap<string, number>, frameId: string, context: string): Promise<string[]> {
  const world = worlds.get(frameId);
  if (world === undefined) return ['null'];
  const inner = (await evaluate(client, world, `axe.utils.getFrameContexts(${context}, ${OPTIONS})`)) as readonly { readonly frameSelector: unknown; readonly frameContext: unknown }[];
  const parts = [(await evaluate(client, world, `axe.runPartial(${context}, ${OPTIONS}).then(JSON.stringify)`)) as string];
  for (const { frameSelector, frameContext } of inner) {
    const { result } = await client.send('Runtime.evaluate', { contextId: world, expression: `axe.utils.shadowSelect(${JSON.stringify(frameSelector)})` });
    const { node } = result.objectId === undefined ? { node: undefined } : await client.send('DOM.describeNode', { objectId: result.objectId });
    parts.push(...(await partsOf(client, worlds, node?.frameId ?? '', JSON.stringify(frameContext))));
  }
  return parts;
}

/** The page's frame and those of its origin: a frame of another origin has another owner, and its findings would be nobody's here. */
function ownFrames({ frame, childFrames = [] }: Protocol.Page.FrameTree, origin: string): string[] {
  const isOwn = frame.securityOrigin === origin || /^about:(blank|srcdoc)/.test(frame.url);
  return isOwn ? [frame.id, ...childFrames.flatMap((child) => ownFrames(child, origin))] : [];
}

async function evaluate(client: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function problemOf(result: Result): Problem {
  const { id, nodes } = result;
  return {
    rule: `axe/${id}`,
    duty: 'owner',
    weight: weightOf(result),
    count: nodes.length,
    places: nodes.slice(0, MOST_PLACES).map(({ target }) => target.flat().join(' >>> ')),
    detail: [...new Set(nodes.slice(0, MOST_PLACES).map(messageOf).filter(Boolean))].slice(0, 2).join(' | '),
  };
}

/** The first thing that axe says of a place: any of `any` would do, all of the others must hold. */
function messageOf({ any = [], all = [], none = [] }: Partial<NodeResult>): string {
  return [...all, ...none, ...any][0]?.message.slice(0, 240) ?? '';
}
