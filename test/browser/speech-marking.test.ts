// What is said is marked where it stands: sentence and word, plain and under pinyin, in shadow trees and frames, under schemes and on dark pages,
// and by boxes where the browser has no highlights. By reading the highlights back, and by pixels.
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { rootWith } from '../support/interface';
import { picture } from '../support/painted';
import { ask, closeAndForget, frames, SCHEMES, set } from '../support/product';
import { speechPage } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';

const FIRST = '各乡镇要认真做好困难老年人的居家养老服务工作，按时报送材料。';
const SECOND = '县民政局负责本办法的解释和监督。';
const pageOf = (style: string, more = '') => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于办理相关事项的通知</title>
<body style="font:24px/2.4 sans-serif;margin:20px;${style}"><main><p id="one">${FIRST}<b>${SECOND}</b></p><p id="two">${FIRST}${SECOND}</p></main>${more}`;

/** Colours of a picture inside a box of the page, most frequent first, as `rrggbb`. */
async function coloursIn(page: Page, box: string): Promise<string[]> {
  const shot = await picture(page);
  const { left, top, width, height } = (await page.evaluate(`(({ left, top, width, height }) => ({ left, top, width, height }))(${box})`)) as DOMRect;
  const counts = new Map<string, number>();
  for (let y = Math.ceil(top); y < Math.floor(top + height); y += 1) {
    for (let x = Math.ceil(left); x < Math.floor(left + width); x += 1) {
      const at = (y * shot.width + x) * 4;
      const colour = [0, 1, 2].map((part) => (shot.pixels[at + part] ?? 0).toString(16).padStart(2, '0')).join('');
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
}
const wordBox = (window = 'window') => `[...${window}.CSS.highlights.get('mingdu-speech-word')][0].getBoundingClientRect()`;
const YELLOW = 'ffd43b';
const BLUE = '0b4a8f';

describe.each(BROWSERS)('marking in %s', (name) => {
  const bench = useBrowser(name, []);
  const reader = speechPage(bench);
  afterEach(() => closeAndForget(bench.page));
  const play = async () => {
    await ask(bench.page, 'speech.play()');
    await reader.until('fakeSpeech.started.length > 0');
  };

  it.each(['off', 'all'])('the word is marked within the sentence, and goes with it (pinyin %s)', async (pinyin) => {
    await reader.open(pageOf(''));
    await set(bench.page, { pinyin });
    await play();
    await reader.word('困难');
    expect([await reader.painted('speech'), await reader.painted('speech-word')]).toEqual([FIRST, '困难']);
    const [ground] = await coloursIn(bench.page, wordBox());
    expect(ground).toBe(BLUE);
    await reader.word('居家');
    expect(await reader.painted('speech-word')).toBe('居家');
    await ask(bench.page, 'speech.next()');
    await reader.until('fakeSpeech.started.length === 2');
    expect([await reader.painted('speech'), await reader.painted('speech-word')]).toEqual([SECOND, '']);
    await reader.word('负责');
    // The engine may take a single character after a word into it.
    expect(await reader.painted('speech-word')).toMatch(/^负责本?$/);
    await ask(bench.page, 'speech.stop()');
    expect([await reader.painted('speech'), await reader.painted('speech-word')]).toEqual(['', '']);
    expect(await bench.page.evaluate(`document.querySelectorAll('[data-mingdu-x-said]').length`)).toBe(0);
  });

  it('pinyin that comes and goes keeps both marks where they are', async () => {
    await reader.open(pageOf(''));
    await play();
    await reader.word('困难');
    for (const pinyin of ['all', 'off']) {
      await set(bench.page, { pinyin });
      await reader.until(`[...CSS.highlights.get('mingdu-speech-word')].map((range) => range.cloneContents().textContent).join('') === '困难' && [...CSS.highlights.get('mingdu-speech-word')][0].startContainer.isConnected`);
      expect(await reader.painted('speech')).toBe(FIRST);
    }
  });

  it.each(['', 'background:#111;color:#eee', ...SCHEMES])('readings over a marked sentence stand on its marking (%s)', async (look) => {
    await reader.open(pageOf(look.startsWith('background') ? look : ''));
    await set(bench.page, { pinyin: 'all', ...(SCHEMES.some((one) => one === look) ? { contrast: look } : {}) });
    await play();
    const reading = `document.querySelector('#one rt[data-py]').getBoundingClientRect()`;
    const marked = look === 'black-on-yellow' ? BLUE : YELLOW;
    const colours = await coloursIn(bench.page, reading);
    expect(colours[0]).toBe(marked);
    // Its letters are dark on yellow, white on blue: no light ones are left on the marking.
    const style = (await bench.page.evaluate(`getComputedStyle(document.querySelector('#one rt[data-py]'), '::before').color`)) as string;
    expect(style).toBe(look === 'black-on-yellow' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
    await ask(bench.page, 'speech.stop()');
    await frames(bench.page);
    expect((await coloursIn(bench.page, reading))[0]).not.toBe(marked);
  });

  it('in an open shadow tree and in a frame', async () => {
    await reader.open(pageOf('', `<div id="host"></div><iframe id="frame" src="/inner.html" style="margin-left:60px;width:900px;height:220px;border:5px solid"></iframe>
      <script>host.attachShadow({ mode: 'open' }).innerHTML = '<p>影子里面的这一句话也要读出来。</p>';
      frame.addEventListener('load', () => { frame.contentDocument.body.innerHTML = '<p style="font:24px/2 sans-serif">框架里面的这一句话也要读出来。</p>'; });</script>`));
    await set(bench.page, { speech: 'point' });
    await reader.until(`frame.contentDocument?.querySelector('p')`);
    await ask(bench.page, 'settled()');
    const rest = async (box: string, count: number) => {
      const [x = 0, y = 0] = (await bench.page.evaluate(`(() => { const box = ${box}; return [box.left + 90, box.top + box.height / 2]; })()`)) as number[];
      await bench.page.mouse.move(x - 3, y);
      await bench.page.mouse.move(x, y);
      await reader.until(`fakeSpeech.started.length === ${count}`);
    };
    await rest(`host.shadowRoot.querySelector('p').getBoundingClientRect()`, 1);
    await reader.word('影子');
    expect(await reader.painted('speech-word')).toBe('影子');
    expect((await coloursIn(bench.page, wordBox()))[0]).toBe(BLUE);
    const inner = `frame.contentWindow`;
    const inFrame = `((box) => new DOMRect(box.left + frame.getBoundingClientRect().left + 5, box.top + frame.getBoundingClientRect().top + 5, box.width, box.height))`;
    await rest(`${inFrame}(frame.contentDocument.querySelector('p').getBoundingClientRect())`, 2);
    await reader.word('框架');
    expect(await reader.painted('speech')).toBe('');
    expect([await reader.painted('speech', inner), await reader.painted('speech-word', inner)]).toEqual(['框架里面的这一句话也要读出来。', '框架']);
    expect((await coloursIn(bench.page, `${inFrame}(${wordBox(inner)})`))[0]).toBe(BLUE);
  });

  it('by boxes where the browser has no highlights, none of them over the text', async () => {
    await reader.open(pageOf(''), { before: 'delete CSS.highlights; delete window.Highlight;' });
    await play();
    await reader.word('困难');
    await frames(bench.page);
    const root = rootWith('.box.line');
    await reader.until(`Boolean(${root})`);
    const of = async (kind: string) => (await bench.page.evaluate(`[...(${root}?.querySelectorAll('.${kind}') ?? [])].map((one) => { const { left, right, top, bottom } = one.getBoundingClientRect(); return [left, right, top, bottom]; })`)) as number[][];
    const text = (from: number, to: number) => bench.page.evaluate(`(() => { const range = document.createRange(); const text = one.firstChild; range.setStart(text, ${from}); range.setEnd(text, ${to}); const { left, right, top, bottom } = range.getBoundingClientRect(); return [left, right, top, bottom]; })()`) as Promise<number[]>;
    expect(await of('line')).toHaveLength(1);
    const [word = []] = await of('word');
    const at = FIRST.indexOf('困难');
    const expected = await text(at, at + 2);
    expect(word.map((edge, index) => Math.round(Math.abs(edge - (expected[index] ?? 0))))).toEqual([3, 3, 3, 3]);
    await ask(bench.page, 'speech.stop()');
    expect([...(await of('line')), ...(await of('word'))]).toEqual([]);
  });
});
