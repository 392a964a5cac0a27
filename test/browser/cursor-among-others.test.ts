// 用键盘读 together with reading aloud, on a saved page and in the article view, in real browsers. The cursor by itself: cursor.test.ts.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { BADGE, HTML, LONG, PAINTED, pressKeys } from '../support/cursor-page';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { mountOf, PAGES_MISSING, realPages } from '../support/pages';
import { ask, closeAndForget, frames, set, visit, widgetMount } from '../support/product';
import { TAG } from '../support/site';
import { speechPage } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

describe.each(BROWSERS)('the reading cursor among others in %s', (name) => {
  const bench = useBrowser(name, []);
  const speech = speechPage(bench);
  expectNoOwnErrors(() => bench.page);
  afterEach(() => closeAndForget(bench.page));
  const run = <T,>(expression: string) => bench.page.evaluate(expression) as Promise<T>;
  const press = (...keys: string[]) => pressKeys(bench.page, keys);
  const at = () => run<string>(PAINTED('cursor'));
  const badge = () => run<string>(`${BADGE}.textContent`);

  it('Enter reads from here, the cursor goes along, Escape pauses first and ends the cursor next', async () => {
    await speech.open(HTML.replace(TAG, ''), { msPerCharacter: 20 });
    await set(bench.page, { cursor: 'on' });
    await press('h', 'ArrowDown', 'Enter');
    await speech.until(`fakeSpeech.started.length > 1`);
    expect((await speech.heard('started'))[0]).toBe('第二段第一句讲的是哪些人可以申请补助。');
    await speech.until(`(${PAINTED('cursor')}) === Mingdu.speech.text || [...CSS.highlights.get('mingdu-speech')].join('') === (${PAINTED('cursor')})`);
    await press('Escape');
    await speech.until(`Mingdu.speech.state === 'paused'`);
    await frames(bench.page, 4);
    expect(await run(`Mingdu.get().cursor`)).toBe('on');
    await press('Home', 'Enter');
    await speech.until(`fakeSpeech.started.at(-1).includes('通知') || fakeSpeech.started.at(-1).includes('第一段')`);
    await ask(bench.page, 'speech.pause()');
    await press('Escape');
    await bench.page.waitForFunction(`Mingdu.get().cursor === 'off'`);
  });

  it('under 指读 what it lands on is said', async () => {
    await speech.open(HTML.replace(TAG, ''), { msPerCharacter: 20 });
    await set(bench.page, { cursor: 'on', speech: 'point' });
    await press('ArrowDown');
    await speech.until(`fakeSpeech.started.at(-1) === '第一段第一句讲的是补助标准和发放时间。'`);
    await press('l');
    await speech.until(`fakeSpeech.started.at(-1).startsWith('具体办法')`);
    expect(await speech.heard('started')).not.toContain(LONG);
  });

  it.skipIf(PAGES_MISSING !== '')('goes through a real article, also as a view of its own', async () => {
    const real = realPages().find(({ id }) => id.startsWith('seed')) ?? realPages()[0];
    if (!real) return;
    bench.site.mount([mountOf(real, { html: TAG, before: '</body>' }), widgetMount()]);
    await visit(bench.page, `${bench.site.origin}/${real.entry}`);
    await bench.page.evaluate('localStorage.clear()');
    await set(bench.page, { cursor: 'on' });
    await press('Home');
    const places: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      places.push(await badge());
      expect((await at()).trim()).not.toBe('');
      await press('ArrowDown');
    }
    const numbers = places.map((one) => Number(/第(\d+)段/.exec(one)?.[1]));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBeGreaterThan(4);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    await set(bench.page, { view: 'article' });
    await press('Home', 'ArrowDown', 'ArrowDown');
    expect((await at()).trim()).not.toBe('');
    expect(await run(`document.activeElement.getAttribute('data-mingdu')`)).toBe('article');
    await press('Escape');
    await bench.page.waitForFunction(`Mingdu.get().cursor === 'off'`);
    expect(await run(`Mingdu.get().view`)).toBe('article');
  });
});
