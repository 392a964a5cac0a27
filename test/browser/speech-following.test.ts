// What is read stays in view, clear of bars, and the reader who scrolls has their way; Escape pauses wherever the browser delivers it, and a page
// that is left falls silent. What is scrolled is looked at by where the sentence is on the screen.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, closeAndForget, set } from '../support/product';
import { speechPage, WITHOUT_PAUSES } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';
import { cardinal } from '../../shared/speech/text/numbers';

const LINES = Array.from({ length: 60 }, (_, at) => `第${cardinal(String(at))}条规定，各单位应当认真办理相关事项并且按时报送材料。`);
const htmlOf = (inner: string, style = '') => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于办理相关事项的通知</title>
<style>html{scroll-behavior:smooth}${style}</style><body style="margin:0;font-size:20px;line-height:2">${inner}`;
const PARAGRAPHS = LINES.map((text) => `<p>${text}</p>`).join('');
const BAR_PX = 90;

describe.each(BROWSERS)('following in %s', (name) => {
  const bench = useBrowser(name, [], { args: name === 'chromium' ? ['--force-prefers-reduced-motion'] : [], prefs: { 'ui.prefersReducedMotion': 1 } });
  const reader = speechPage(bench);
  afterEach(() => closeAndForget(bench.page));
  let count = 0;
  const play = async () => {
    count = 1;
    await ask(bench.page, 'speech.play()');
    await reader.until('fakeSpeech.started.length === 1');
  };
  const next = async (times = 1) => {
    for (let done = 0; done < times; done += 1) {
      await ask(bench.page, 'speech.next()');
      count += 1;
      await reader.until(`fakeSpeech.started.length === ${count}`);
    }
  };
  /** Top and bottom of what is marked, in the window's pixels. */
  const marked = async () => (await bench.page.evaluate(`(() => { const box = [...CSS.highlights.get('mingdu-speech')][0].getBoundingClientRect(); return [box.top, box.bottom]; })()`)) as [number, number];
  const scrollY = async () => (await bench.page.evaluate('scrollY')) as number;

  it('scrolls only when the sentence leaves the free band, and keeps it clear of a bar of the page and of what is reserved below', async () => {
    const bar = `<div style="position:sticky;top:0;height:${BAR_PX}px;background:#ddd">某某县人民政府</div>`;
    await reader.open(htmlOf(`${bar}<main>${PARAGRAPHS}</main>`, 'html{scroll-padding-bottom:200px}'));
    await play();
    const places: number[] = [];
    for (let at = 0; at < 40; at += 1) {
      await next();
      const [top, bottom] = await marked();
      expect(top).toBeGreaterThanOrEqual(BAR_PX - 1);
      expect(bottom).toBeLessThanOrEqual(800 - 200 + 1);
      places.push(await scrollY());
    }
    // Each scroll makes room for several sentences.
    const scrolls = places.filter((y, at) => y !== (places[at - 1] ?? 0)).length;
    expect(scrolls).toBeGreaterThan(2);
    expect(scrolls).toBeLessThan(20);
  });

  it('in a box that scrolls by itself', async () => {
    await reader.open(htmlOf(`<main style="height:400px;overflow:auto;margin-top:60px">${PARAGRAPHS}</main>`));
    await play();
    await next(30);
    const [top, bottom] = await marked();
    expect([top >= 59, bottom <= 461]).toEqual([true, true]);
  });

  it('the article of a frame is read and kept in view, the frame itself too', async () => {
    const frame = `<div style="height:1500px">高处</div><iframe id="frame" src="/inner.html" style="width:900px;height:300px"></iframe><div style="height:1500px"></div>
      <script>frame.addEventListener('load', () => { frame.contentDocument.body.innerHTML = ${JSON.stringify(PARAGRAPHS)}; });</script>`;
    await reader.open(htmlOf(frame));
    await set(bench.page, { speech: 'continuous' });
    await reader.until(`frame.contentDocument?.querySelectorAll('p').length === 60`);
    await ask(bench.page, 'settled()');
    await play();
    await next(40);
    const box = (await bench.page.evaluate(`(() => { const outer = frame.getBoundingClientRect(); const inner = [...frame.contentWindow.CSS.highlights.get('mingdu-speech')][0].getBoundingClientRect(); return [inner.top, inner.bottom, outer.top + inner.top, outer.top + inner.bottom]; })()`)) as number[];
    expect([(box[0] ?? -9) >= -1, (box[1] ?? 999) <= 305, (box[2] ?? -9) >= -1, (box[3] ?? 999) <= 801]).toEqual([true, true, true, true]);
  });

  it.each([
    ['the wheel', async () => void (await bench.page.mouse.move(300, 300), await bench.page.mouse.wheel({ deltaY: 2_000 }))],
    ['a key', async () => void (await bench.page.keyboard.press('End'))],
    ['a jump of the page', async () => void (await bench.page.evaluate('scrollTo({ top: 2000, behavior: "instant" })'))],
  ])('yields to a reader who scrolls by %s, and follows again when the sentence is in view', async (_, scroll) => {
    await reader.open(htmlOf(`<main>${PARAGRAPHS}</main>`), { msPerCharacter: 5, before: WITHOUT_PAUSES });
    await play();
    await reader.until('fakeSpeech.started.length >= 3');
    await scroll();
    await reader.until('scrollY > 600');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const there = await scrollY();
    await reader.until('fakeSpeech.started.length >= 9');
    expect(await scrollY()).toBe(there);
    // The reader comes back to it: from here on it is followed again.
    await bench.page.evaluate(`document.querySelectorAll('p')[fakeSpeech.started.length].scrollIntoView({ block: 'center', behavior: 'instant' })`);
    await reader.until('fakeSpeech.started.length >= 40');
    await ask(bench.page, 'speech.pause()');
    const [top, bottom] = await marked();
    expect([top >= -1, bottom <= 801]).toEqual([true, true]);
  });

  it('a press on 朗读 brings the sentence back', async () => {
    await reader.open(htmlOf(`<main>${PARAGRAPHS}</main>`));
    await play();
    await next(2);
    await bench.page.mouse.move(300, 300);
    await bench.page.mouse.wheel({ deltaY: 3_000 });
    await reader.until('scrollY > 600');
    await ask(bench.page, 'speech.pause()');
    await ask(bench.page, 'speech.play()');
    await reader.until('fakeSpeech.started.length === 4');
    const [top, bottom] = await marked();
    expect([top >= -1, bottom <= 801]).toEqual([true, true]);
  });

  it('of a sentence higher than the window the line of the word is kept in view', async () => {
    await reader.open(htmlOf(`<main style="width:24px"><p>${LINES[0]}</p>${PARAGRAPHS}</main>`));
    await play();
    for (const word of ['各单位', '认真', '事项', '按时', '材料']) await reader.word(word);
    const box = (await bench.page.evaluate(`(() => { const box = [...CSS.highlights.get('mingdu-speech-word')][0].getBoundingClientRect(); return [box.top, box.bottom]; })()`)) as number[];
    expect([(box[0] ?? -9) >= -1, (box[1] ?? 999) <= 801]).toEqual([true, true]);
  });

  it.each([
    ['in the page', '', async () => undefined],
    ['where the page keeps keys from bubbling', `document.querySelector('main').addEventListener('keydown', (event) => event.stopPropagation());`, async () => void (await bench.page.focus('#field'))],
    ['in a frame', '', async () => void (await bench.page.evaluate(`(frame.contentDocument.body.innerHTML = '<input>', frame.contentDocument.querySelector('input').focus(), frame.contentWindow.focus())`))],
  ])('Escape pauses %s', async (_, script, prepare) => {
    await reader.open(htmlOf(`<main><input id="field">${PARAGRAPHS}</main><iframe id="frame" src="/inner.html"></iframe><script>${script}</script>`));
    await play();
    await prepare();
    await bench.page.keyboard.press('Escape');
    await reader.until(`Mingdu.speech.state === 'paused'`);
  });

  it('Escape is left alone where the page uses it', async () => {
    await reader.open(htmlOf(`<main>${PARAGRAPHS}</main><script>addEventListener('keydown', (event) => event.preventDefault());</script>`));
    await play();
    await bench.page.keyboard.press('Escape');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ask(bench.page, 'speech.state')).toBe('speaking');
  });

  it('falls silent when the page is left, and is idle when it comes back', async () => {
    await reader.open(htmlOf(`<main>${PARAGRAPHS}</main>`));
    await play();
    await next(3);
    await bench.page.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
    expect((await reader.heard('calls')).at(-1)).toBe('cancel');
    await bench.page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ask(bench.page, 'speech.state')).toBe('idle');
    expect((await reader.heard('calls')).at(-1)).toBe('cancel');
    // The place was written down on the way out.
    expect(await bench.page.evaluate(`JSON.parse(localStorage.mingdu).places?.length`)).toBe(1);
  });
});
