// What of a candidate is so or not so, whatever the machine: the page changed before anybody asked, restored after all was switched off, a strict
// policy, keys. In any browser. Not for times.
import { open } from './visit.mjs';
import { within } from './browser.mjs';

const PAGE = 'article/3000';
const STEPS = ['enlarge', 'scheme', 'pinyin', 'guide'];
const SETTLES_MS = 600;
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** How many of the page's own elements are not what they were, and what else is there. */
function changes(bare, now) {
  const numbers = Object.keys(bare.elements);
  return {
    elements: numbers.filter((one) => now.elements[one] !== bare.elements[one]).length,
    of: numbers.length,
    strangers: now.strangers - bare.strangers,
    sheets: now.sheets - bare.sheets,
    kept: now.kept - bare.kept,
  };
}
const counted = (count, one) => count > 0 && `${count} ${one}${count === 1 ? '' : 's'}`;
const words = ({ elements, of, strangers, sheets, kept }) =>
  [elements > 0 && `${elements} of ${of} elements changed`, strangers > 0 && `${counted(strangers, 'node')} added`, counted(sheets, 'style sheet'), kept > 0 && `${counted(kept, 'key')} in localStorage`]
    .filter(Boolean)
    .join(', ') || 'nothing';

/** Switches on all there is, one after another. @returns whether text grew and colours changed */
async function useAll({ tab, limit }, candidate) {
  const run = (code) => within(limit, tab.evaluate(`(async () => { ${code} })()`));
  await tab.evaluate('mingduBench.watch(); mingduBench.press()');
  if (candidate.begin) await run(candidate.begin);
  await pause(SETTLES_MS);
  for (const step of STEPS.filter((one) => candidate[one])) {
    await run(candidate[step].on);
    await pause(SETTLES_MS);
  }
  return tab.evaluate('mingduBench.ended()');
}

/** One candidate in one browser; each fact a row. */
export async function checkOne({ browser, site, limit, book }, candidate, bare) {
  const place = { page: PAGE, browser: browser.name, candidate: candidate.id };
  const fact = (part, value) => book.fact(place, 'checks', part, value);
  const visited = (query, run) =>
    browser.tab(async (tab) => {
      const stand = { name: browser.name, tab, site, limit };
      return run(stand, await open(stand, `/page/${candidate.id}/${PAGE}?${query}`, candidate));
    });

  await visited('numbered', async (stand, { foreign }) => {
    const { tab } = stand;
    const loaded = changes(bare, await tab.evaluate('mingduBench.own()'));
    fact('at load', words(loaded));
    fact('at load, elements changed', loaded.elements);
    fact('key listeners at rest', await tab.evaluate('mingduBench.keyListeners.length'));
    const { pressed, refused } = await tab.evaluate('mingduBench.pressKeys()');
    fact('keys taken at rest', refused.length);
    fact('keys pressed', pressed);
    await useAll(stand, candidate);
    await within(limit, tab.evaluate(`(async () => { ${candidate.reset} })()`));
    await pause(3 * SETTLES_MS);
    const left = changes(bare, await tab.evaluate('mingduBench.own()'));
    fact('after switching off', words(left));
    fact('after switching off, elements changed', left.elements);
    fact('requests to other hosts', foreign.length);
    fact('other hosts', [...new Set(foreign.map((one) => new URL(one).host))].join(', ') || 'none');
  });
  await visited('strict&numbered', async (stand) => {
    const { tab } = stand;
    const kinds = async () => {
      const all = await tab.evaluate('mingduBench.violations.map((one) => one.split(" ")[0])');
      const counted = [...new Set(all)].map((kind) => `${kind} ×${all.filter((one) => one === kind).length}`);
      return { count: all.length, text: counted.join(', ') || 'none' };
    };
    const loaded = await kinds();
    fact('strict policy, violations at load', loaded.text);
    // Some fail where a sheet of theirs is not let in: that is what is asked here.
    const seen = await useAll(stand, candidate).catch((error) => ({ grown: 0, coloured: 0, annotated: 0, error: String(error?.message ?? error).split('\n')[0] }));
    fact('strict policy, error in use', seen.error ?? 'none');
    const used = await kinds();
    fact('strict policy, violations in all', used.text);
    fact('strict policy, violations', used.count);
    if (candidate.enlarge) fact('strict policy, texts in view enlarged', seen.grown);
    if (candidate.scheme) fact('strict policy, colours changed', seen.coloured);
    if (candidate.pinyin) fact('strict policy, texts in view annotated', seen.annotated);
  });
}

/** All candidates that are put into pages by a tag. */
export async function runChecks({ browser, site, candidates, plan, book, tell }) {
  const stand = { browser, site, limit: plan.limit, book };
  const alone = candidates.find(({ kind }) => kind === 'bare');
  const bare = await browser.tab(async (tab) => {
    await open({ name: browser.name, tab, site, limit: plan.limit }, `/page/${alone.id}/${PAGE}?numbered`, alone);
    return tab.evaluate('mingduBench.own()');
  });
  for (const candidate of candidates.filter(({ kind, id }) => (kind === 'peer' || kind === 'ours') && id !== 'mingdu-more')) {
    try {
      await checkOne(stand, candidate, bare);
      tell(`${browser.name} checks: ${candidate.name}: done`);
    } catch (error) {
      const sentence = String(error?.message ?? error).split('\n')[0];
      book.failed({ page: PAGE, browser: browser.name, candidate: candidate.id }, 'checks', sentence);
      tell(`${browser.name} checks: ${candidate.name}: ${sentence}`);
    }
  }
}
