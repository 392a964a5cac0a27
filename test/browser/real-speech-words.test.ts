// Tier A: the word that is marked, beside the word that the engine says it is at: never more than one word apart, in every frame.
// Chromium only; needs boundaries, which no desktop voice on Linux gives.
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, set, visit } from '../support/product';
import { noticePage, saidIn, serving, spied, TITLE } from '../support/real-speech/notice';
import type { TestEngine } from '../support/real-speech/test-engine';
import { useEngine } from '../support/real-speech/use-engine';
import type { Site } from '../support/site';

/** Said as they are written, so that offsets of both texts are the same. */
const PLAIN = [
  '各单位应当在规定的时间以内报送材料。',
  '申请人可以到街道办事大厅的窗口当面办理，也可以请家里的人代为办理。',
  '材料不齐的，工作人员应当一次说清楚还缺少什么。',
];
/** Said otherwise than written, with signs outside the basic plane and signs that voices stumble over. */
const NORMALISED = ['2024年3月15日上午9:30至11:30，咨询电话010-58123114。', '补助标准为每月￥3,500.50，比上年提高12.5%。', '按照民发〔2021〕61号文件，𠮷林路与A&B大楼之间😀照常通行。'];

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Which word of a text an offset is in. */
function wordAt(text: string, offset: number): number {
  return [...segmenter.segment(text)].filter(({ isWordLike, index }) => isWordLike && index <= offset).length;
}

describe.runIf(BROWSERS.includes('chromium'))('the marked word in chromium', () => {
  let engine: TestEngine;
  let site: Site;
  let page: Page;

  useEngine((bench) => void ({ engine, site, page } = bench));

  async function read(sentences: readonly string[], settings: object): Promise<void> {
    // 45 ms for a character: five times as fast as a person, a word in a few frames.
    await engine.begin(['Words'], { msPerUnit: 45 });
    site.mount(serving(noticePage(sentences)));
    await visit(page, `${site.origin}/`);
    await set(page, { pinyin: 'off', ...settings });
    await ask(page, 'speech.play()');
    await page.waitForFunction(`Mingdu.speech.state === 'idle'`, { timeout: 60_000, polling: 50 });
  }

  it.each(['off', 'all'])('is within one word of the engine’s (pinyin %s)', async (pinyin) => {
    await read(PLAIN, { pinyin });
    const { marked } = await spied(page);
    const words = new Set((await engine.log()).filter(({ kind }) => kind === 'word').map(({ text, unit }) => `${text} ${unit}`));
    const seen = new Set(marked.map(({ text, unit }) => `${text} ${unit}`));
    // Nearly every word was looked at in some frame, so the rest means something.
    expect(seen.size).toBeGreaterThan(words.size * 0.7);
    const far = marked.filter(({ text, unit, painted }) => Math.abs(wordAt(text, unit) - wordAt(text, painted)) > 1);
    expect(far).toEqual([]);
    // And mostly the engine is inside what is marked.
    const same = marked.filter(({ unit, painted, word }) => unit >= painted && unit < painted + word.length);
    expect(same.length).toBeGreaterThan(marked.length * 0.8);
    expect(await page.evaluate(`CSS.highlights.has('mingdu-speech-word')`)).toBe(false);
  });

  it('stays in the shown sentence and goes forward where the voice says other characters than the page shows', async () => {
    await read(NORMALISED, {});
    const { marked } = await spied(page);
    const shown = [TITLE, ...NORMALISED];
    expect(marked.length).toBeGreaterThan(20);
    // Every word that was marked is a piece of the page's own text.
    expect(marked.filter(({ word }) => !shown.some((text) => text.includes(word)))).toEqual([]);
    const back = marked.filter(({ text, painted }, at) => at > 0 && marked[at - 1]?.text === text && painted < (marked[at - 1]?.painted ?? 0));
    expect(back).toEqual([]);
    // The engine was given none of the signs that stop some voices.
    expect((await engine.texts('speak')).filter((text) => /[&<>]/.test(text))).toEqual([]);
    expect(saidIn(await engine.texts('end'))).not.toBe('');
  });
});
