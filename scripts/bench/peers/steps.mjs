// All visits of the measuring, by turns, so that what the machine does besides falls on all candidates; each written into the book.
import { Overdue } from './browser.mjs';
import { pointerVisit, visit } from './visit.mjs';

/** @param tell what is called with a line a step */
export async function runSteps({ browser, site, candidates, plan, book, tell, pages, runs }) {
  /** Where a candidate hit the limit or failed: it is not asked again on that page, nor on larger ones of the kind. */
  const given = new Map();
  const stopped = (candidate, step, page) => (given.get(`${candidate.id} ${step} ${page.kind}`) ?? Infinity) <= page.size;
  const placeOf = (page, candidate) => ({ page: `${page.kind}/${page.size}`, kind: page.kind, size: page.size, browser: browser.name, candidate: candidate.id });

  for (const page of pages) {
    const jobs = candidates.flatMap((candidate) => page.steps.filter((step) => candidate[step] && !page.without?.includes(candidate.id)).map((step) => ({ candidate, step })));
    // The page alone is the baseline of every page's load.
    const bare = candidates.find(({ kind }) => kind === 'bare');
    if (!page.steps.includes('enlarge')) jobs.unshift({ candidate: bare, step: undefined });
    for (let run = 0; run < runs; run += 1) {
      const at = (run * 3) % jobs.length;
      for (const { candidate, step } of [...jobs.slice(at), ...jobs.slice(0, at)]) {
        const place = placeOf(page, candidate);
        if (stopped(candidate, step, page)) {
          // Smaller pages come first where it matters; a larger one takes no less.
          if (run === 0) book.over(place, step, plan.limit / 1000);
          continue;
        }
        const from = performance.now();
        let note = '';
        try {
          const counted = await browser.tab((tab) => visit({ name: browser.name, tab, site, limit: plan.limit, again: page.again }, `/page/${candidate.id}/${page.kind}/${page.size}`, candidate, step));
          book.add(place, 'load', 'load', counted.load);
          for (const part of ['first', 'off', 'again']) if (counted[part]) book.add(place, step, part, counted[part]);
          note = counted.first ? `${counted.first.cpu?.toFixed(0) ?? '–'} ms, seen after ${counted.first.view?.toFixed(0) ?? '–'} ms` : `load ${counted.load.cpu?.toFixed(0)} ms`;
        } catch (error) {
          given.set(`${candidate.id} ${step} ${page.kind}`, page.size);
          note = String(error?.message ?? error).split('\n')[0];
          if (error instanceof Overdue) book.over(place, step, plan.limit / 1000);
          else book.failed(place, step ?? 'load', note);
        }
        tell(`${browser.name} ${place.page} run ${run + 1} of ${runs}: ${candidate.name}, ${step ?? 'load'}: ${note} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
      }
    }
  }
}

/** What a pointer move costs with the reading aid of each. */
export async function runPointer({ browser, site, candidates, plan, book, tell }) {
  const [kind, size] = plan.main.split('/');
  for (let run = 0; run < plan.runs; run += 1) {
    for (const candidate of candidates.filter(({ guide }) => guide)) {
      const place = { page: plan.main, kind, size: Number(size), browser: browser.name, candidate: candidate.id };
      try {
        const { move } = await browser.tab((tab) => pointerVisit({ name: browser.name, tab, site, limit: plan.limit }, `/page/${candidate.id}/${plan.main}`, candidate, plan.moves));
        book.add(place, 'pointer', 'first', { move });
        tell(`${browser.name} pointer run ${run + 1} of ${plan.runs}: ${candidate.name}: ${move.toFixed(2)} ms a move`);
      } catch (error) {
        book.failed(place, 'pointer', String(error?.message ?? error).split('\n')[0]);
        tell(`${browser.name} pointer: ${candidate.name}: ${error}`);
      }
    }
  }
}
