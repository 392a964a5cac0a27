// Whether a page's policies let Mingdu's files run, and the line that would. Pure; reading policies is policy-list.ts.
// Scripts are all that is asked for: style sheets are constructed, and nothing else is fetched (README, 内容安全策略).
import type { PageFacts, Problem } from '../types';
import { deciding, hasKeyword, hasNonce, matchesSource, parsePolicies, type Policy } from './policy-list';

/** What one policy lacks. */
export interface PolicyNeed {
  /** `source`: add to the directive. `nonce`: the policy stays, the tag wants its nonce. `sandbox`: as `source`, of that directive. */
  readonly kind: 'source' | 'nonce' | 'sandbox';
  readonly from: 'header' | 'meta';
  /** Name as the policy has it, or should have it. */
  readonly directive: string;
  /** What has to be added; for a nonce, the attribute. */
  readonly add: string;
  /** The whole directive as it should read; for a nonce, the tag. */
  readonly line: string;
}

const SCRIPTS = ['script-src-elem', 'script-src', 'default-src'];
/** Where the files usually lie; any other folder of the origin is as good unless a policy names paths. */
const FOLDER = '/mingdu/';
/** The loader, and one of those that it fetches. */
const FILES = ['mingdu.js', 'mingdu-main.js'];

/**
 * @param page the page's address
 * @param files origin, or folder, that the files come from; the page's own origin without it
 * @returns nothing where Mingdu is ready to run
 */
export function policyNeeds(policies: PageFacts['policies'], page: string, files?: string): PolicyNeed[] {
  const pageUrl = new URL(page);
  const folder = folderOf(pageUrl, files);
  return policies.flatMap(({ from, value }) => parsePolicies(value, from).flatMap((policy) => needsOf(policy, from, pageUrl, folder)));
}

function folderOf(page: URL, files: string | undefined): URL {
  if (files === undefined) return new URL(page.protocol === 'file:' ? './mingdu/' : FOLDER, page);
  const given = new URL(files);
  return given.pathname === '/' ? new URL(FOLDER, given) : new URL(given.pathname.endsWith('/') ? given : `${given.href}/`);
}

function needsOf(policy: Policy, from: PolicyNeed['from'], page: URL, folder: URL): PolicyNeed[] {
  const sandbox = policy.get('sandbox');
  const lacking = sandbox ? ['allow-scripts', 'allow-same-origin'].filter((word) => !sandbox.some((one) => one.toLowerCase() === word)) : [];
  const needs: PolicyNeed[] = lacking.length === 0 ? [] : [{ kind: 'sandbox', from, directive: 'sandbox', add: lacking.join(' '), line: ['sandbox', ...(sandbox ?? []), ...lacking].join(' ') }];
  const found = deciding(policy, SCRIPTS);
  if (found === null) return needs;
  const { name, sources } = found;
  // Under strict-dynamic no address counts: what the nonce lets in may fetch the rest.
  const isStrict = hasKeyword(sources, 'strict-dynamic');
  const isAllowed = (file: string) => sources.some((source) => matchesSource(source, new URL(file, folder), page));
  if (!isStrict && FILES.every(isAllowed)) return needs;
  if (hasNonce(sources)) {
    const tag = `<script async src="${folder.origin === page.origin ? folder.pathname : folder.href}mingdu.js" nonce="…"></script>`;
    return [...needs, { kind: 'nonce', from, directive: name, add: 'nonce="…"', line: tag }];
  }
  return [...needs, sourceNeed(name, sources, isStrict, from, page, folder)];
}

function sourceNeed(name: string, sources: readonly string[], isStrict: boolean, from: PolicyNeed['from'], page: URL, folder: URL): PolicyNeed {
  const isOwn = folder.origin === page.origin;
  // A path would have to name each file; an origin is what later versions need as well.
  const add = isStrict ? "'nonce-…'" : isOwn ? "'self'" : folder.origin;
  const kept = sources.filter((source) => source.toLowerCase() !== "'none'");
  // default-src is for all kinds: it stays, and scripts get a line of their own that begins with what held for them.
  const directive = name === 'default-src' ? 'script-src' : name;
  return { kind: 'source', from, directive, add, line: [directive, ...kept, add].join(' ') };
}

/** The lines as problems of the page. @param files see `policyNeeds` */
export function policyProblems(facts: PageFacts, files?: string): Problem[] {
  // Where Mingdu answers, the tag has brought its nonce.
  const needs = policyNeeds(facts.policies, facts.url, files).filter(({ kind }) => kind !== 'nonce' || facts.mingdu === null);
  const problems = needs.map(
    ({ kind, line }): Problem => ({
      rule: kind === 'source' ? 'policy/script-src' : `policy/${kind}`,
      duty: 'owner',
      weight: kind === 'nonce' ? 'advice' : 'hindrance',
      count: 1,
      places: [],
      detail: kind === 'nonce' ? line : `${line};`,
    }),
  );
  const isElsewhere = files !== undefined && folderOf(new URL(facts.url), files).origin !== new URL(facts.url).origin;
  if (!isElsewhere) return problems;
  const { origin, hostname } = new URL(facts.url);
  // Of saved pages the origin is this machine's, and the site's own is not known.
  const detail = `Access-Control-Allow-Origin: ${origin === 'null' || hostname === 'localhost' ? '*' : origin}`;
  return [...problems, { rule: 'policy/cors', duty: 'owner', weight: 'advice', count: 1, places: [], detail }];
}
