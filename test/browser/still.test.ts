// Everything that moves by itself stands still and can be read, the page's own buttons work, and all moves on afterwards.
// The judgement of floating boxes is in the unit tests.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { pageDifferences, stopPageTimers, takePageSnapshot } from '../../scripts/instrument/instrument';
import { ask, closeAndForget, ownErrors, recordErrors, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { useBrowser } from '../support/use-browser';

const PAGE = readFileSync(new URL('../fixtures/pages/motion-torture.html', import.meta.url), 'utf8').replace('</body>', `${TAG}</body>`);
const MOVING = ['marquee', 'rising', 'blink', 'both', 'pass', 'show', 'script-animation', 'slider', 'fader', 'climb', 'strip', 'turning', 'script-blink', 'runner'];
/** The slowest show needs so long until it has repeated itself. */
const FOUND_MS = 6500;
/** Longer than any pause between two movements on the page. */
const WATCHED_MS = 4000;

/** In each frame for so long, what a person sees of elements: how many different looks each has. */
const LOOKS = `async (ids, ms) => {
  const look = (id) => {
    const parts = [];
    const walker = document.createTreeWalker(document.getElementById(id), 5);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === 3) {
        if (!node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        parts.push(node.data + Math.round(box.left) + ' ' + Math.round(box.top));
      } else {
        const { opacity, visibility, display, transform, backgroundColor } = getComputedStyle(node);
        parts.push(Number(opacity).toFixed(2), visibility, display, transform, backgroundColor);
      }
    }
    return parts.sort().join();
  };
  const seen = new Map(ids.map((id) => [id, new Set()]));
  const end = performance.now() + ms;
  while (performance.now() < end) {
    // After the page's own timers and ours, as at the time of painting.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const [id, looks] of seen) looks.add(look(id));
  }
  return Object.fromEntries([...seen].map(([id, looks]) => [id, looks.size]));
}`;

describe.each(BROWSERS)('still in %s', (name) => {
  const bench = useBrowser(name, [{ at: '/', from: () => ({ body: PAGE }) }, widgetMount()]);
  let errors: string[] = [];
  beforeEach(async () => {
    errors = recordErrors(bench.page);
    await bench.page.mouse.move(1270, 790);
    await visit(bench.page, `${bench.site.origin}/`);
  });
  afterEach(async () => {
    await closeAndForget(bench.page);
    expect(ownErrors(errors)).toEqual([]);
  });

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const looks = async (ids: readonly string[], ms: number) => (await bench.page.evaluate(`(${LOOKS})(${JSON.stringify(ids)}, ${ms})`)) as Record<string, number>;
  const evaluate = <T>(script: string) => bench.page.evaluate(script) as Promise<T>;
  const moving = (counts: Record<string, number>) => Object.keys(counts).filter((id) => (counts[id] ?? 0) > 1);

  it('stops every kind of motion, and lets it move on afterwards', async () => {
    expect(moving(await looks(MOVING, WATCHED_MS))).toEqual(MOVING);
    await set(bench.page, { still: true });
    await pause(FOUND_MS);
    expect(moving(await looks(MOVING, WATCHED_MS))).toEqual([]);
    expect(await evaluate(`[document.getElementById('film').paused, document.getElementById('drawing').animationsPaused(), document.getElementById('wheel').getAnimations({ subtree: true }).map((a) => a.playState).join()]`)).toEqual([true, true, 'paused']);
    await set(bench.page, { still: false });
    await pause(300);
    expect(moving(await looks(MOVING, WATCHED_MS))).toEqual(MOVING);
    expect(await evaluate(`[document.getElementById('film').paused, document.getElementById('drawing').animationsPaused(), document.getElementById('wheel').getAnimations({ subtree: true }).map((a) => a.playState).join()]`)).toEqual([false, false, 'running']);
  });

  it('what stands still can be read, and what only comes in has come', async () => {
    await pause(700);
    await set(bench.page, { still: true });
    await pause(FOUND_MS);
    const seen = await evaluate<Record<string, unknown>>(`(() => {
      const at = (id) => document.getElementById(id);
      const text = (element) => { const range = document.createRange(); range.selectNodeContents(element); return range.getBoundingClientRect(); };
      const inside = (inner, outer) => inner.left >= outer.left - 3 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
      const opacity = (element) => Number(getComputedStyle(element).opacity);
      const column = at('count').parentElement.getBoundingClientRect();
      return {
        marquee: inside(text(at('marquee')), { ...column.toJSON(), top: 0, right: column.left + 420, bottom: 9999 }) && text(at('marquee')).height > 40,
        rising: text(at('rising')).height > 80 && text(at('rising')).top >= text(at('marquee')).bottom - 3,
        link: document.elementFromPoint(at('in-marquee').getBoundingClientRect().left + 9, at('in-marquee').getBoundingClientRect().top + 9) === at('in-marquee'),
        blink: opacity(at('blink')), come: opacity(at('come')), both: opacity(at('both')),
        pass: inside(text(at('pass').firstElementChild), at('pass').getBoundingClientRect()),
        show: Math.max(...[...at('show').children].map(opacity)) > 0.95 && [...at('show').children].filter((one) => opacity(one) > 0.2).length === 1,
        slider: [...at('slider').querySelectorAll('li')].some((one) => Math.abs(one.getBoundingClientRect().left - at('slider').getBoundingClientRect().left) < 1),
        fader: [...at('fader').querySelectorAll('li')].filter((one) => opacity(one) === 1).length,
        blinking: getComputedStyle(at('script-blink')).visibility,
        runner: inside(text(at('runner')), at('runner').getBoundingClientRect()),
        climb: getComputedStyle(at('climb')).overflowY,
      };
    })()`);
    expect(seen).toEqual({
      marquee: true, rising: true, link: true, blink: 1, come: 1, both: 1, pass: true, show: true, slider: true, fader: 1, blinking: 'visible', runner: true, climb: 'auto',
    });
  });

  it('the page\'s own buttons and the wheel still work', async () => {
    await evaluate(`document.getElementById('mask').remove()`);
    await set(bench.page, { still: true });
    await pause(FOUND_MS);
    const slideNow = `[...document.querySelectorAll('#slider li')].findIndex((one) => Math.abs(one.getBoundingClientRect().left - document.getElementById('slider').getBoundingClientRect().left) < 1)`;
    const before = await evaluate<number>(slideNow);
    const box = await evaluate<[number, number]>(`(({ left, top }) => [left + 6, top + 6])(document.querySelectorAll('#slider i')[${(before + 1) % 3}].getBoundingClientRect())`);
    await bench.page.mouse.click(...box);
    await pause(1000);
    expect(await evaluate(slideNow)).toBe((before + 1) % 3);
    await bench.page.mouse.move(1270, 790);
    await pause(3000);
    expect(moving(await looks(['slider'], WATCHED_MS))).toEqual([]);
    // The dots of the other show want the pointer only.
    const shown = `[...document.querySelectorAll('#fader li')].findIndex((one) => getComputedStyle(one).opacity > 0.9)`;
    await evaluate(`document.getElementById('fader').scrollIntoView({ block: 'center' })`);
    const first = await evaluate<number>(shown);
    const dot = await evaluate<[number, number]>(`(({ left, top }) => [left + 6, top + 6])(document.querySelectorAll('#fader i')[${(first + 1) % 3}].getBoundingClientRect())`);
    await bench.page.mouse.move(...dot);
    await pause(900);
    expect(await evaluate(shown)).toBe((first + 1) % 3);
    await bench.page.mouse.move(1270, 790);
    await evaluate(`document.getElementById('climb').scrollIntoView({ block: 'center' })`);
    // News that climbed are scrolled by hand, and stay there.
    const climb = await evaluate<[number, number]>(`(({ left, top }) => [left + 100, top + 40])(document.getElementById('climb').getBoundingClientRect())`);
    await bench.page.mouse.move(...climb);
    const top = await evaluate<number>(`document.getElementById('climb').scrollTop`);
    await bench.page.mouse.wheel({ deltaY: top > 150 ? -60 : 60 });
    await pause(2500);
    expect(Math.abs((await evaluate<number>(`document.getElementById('climb').scrollTop`)) - top)).toBeGreaterThan(20);
    expect(moving(await looks(['climb'], 1500))).toEqual([]);
    await evaluate(`document.getElementById('count').scrollIntoView({ block: 'center' })`);
    await bench.page.click('#count');
    expect(await evaluate(`document.querySelector('#count span').textContent`)).toBe('1');
  });

  it('hides what floats and keeps what is needed, also what comes later, and gives all back', async () => {
    await set(bench.page, { still: true });
    await pause(3500);
    const shown = (ids: readonly string[]) => evaluate<string[]>(`${JSON.stringify(ids)}.filter((id) => document.getElementById(id)?.getClientRects().length > 0)`);
    const floats = ['piao', 'left-ad', 'right-ad', 'code', 'mask'];
    const needed = ['head', 'top', 'tools', 'notice', 'consent'];
    expect(await shown([...floats, ...needed])).toEqual(needed);
    await evaluate(`{ const late = document.getElementById('code').cloneNode(true); late.id = 'later'; late.removeAttribute('data-mingdu-x-still-float'); late.style.cssText = 'position:fixed;left:300px;top:300px;width:130px;height:150px'; document.body.append(late); }`);
    await pause(600);
    expect(await shown(['later'])).toEqual([]);
    await set(bench.page, { still: false });
    expect(await shown([...floats, ...needed, 'later'])).toEqual([...floats, ...needed, 'later']);
  });

  it('a film that the reader starts plays, one that the page starts does not', async () => {
    await set(bench.page, { still: true });
    await evaluate(`document.getElementById('film').play()`);
    await pause(400);
    expect(await evaluate(`document.getElementById('film').paused`)).toBe(true);
    await evaluate(`document.getElementById('mask').remove(); document.getElementById('film').onclick = function () { this.play(); }; document.getElementById('film').scrollIntoView({ block: 'center' })`);
    await bench.page.click('#film');
    await pause(400);
    expect(await evaluate(`document.getElementById('film').paused`)).toBe(false);
  });

  it('restores the page byte for byte, with everything pinned', async () => {
    await set(bench.page, { still: true });
    await pause(FOUND_MS);
    await stopPageTimers(bench.page);
    await pause(1500);
    const marks = await evaluate<number>(`document.querySelectorAll('[data-mingdu-x-still-hold],[data-mingdu-x-still-strip],[data-mingdu-x-still-order],[data-mingdu-x-still-float],[data-mingdu-x-still-play]').length`);
    expect(marks).toBeGreaterThan(15);
    await closeAndForget(bench.page);
    await evaluate(`document.querySelectorAll('marquee').forEach((one) => one.stop())`);
    await takePageSnapshot(bench.page);
    expect(await evaluate(`[...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('data-mingdu-x-still'))).length`)).toBe(0);
    await set(bench.page, { still: true });
    await pause(1500);
    await ask(bench.page, 'close()');
    await evaluate(`document.querySelectorAll('marquee').forEach((one) => one.stop())`);
    expect(await pageDifferences(bench.page, { ignoreScroll: true })).toEqual([]);
  });
});
