// From where reading begins, by which steps it goes on, what is said once, where it was left and what is offered then; in real browsers with a
// speechSynthesis of ours. Nothing sounds that nobody asked for.
import { afterEach, describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { ask, closeAndForget, set, visit } from '../support/product';
import { speechPage } from '../support/speech-page';
import { useBrowser } from '../support/use-browser';
import { cardinal } from '../../shared/speech/text/numbers';

const LINES = Array.from({ length: 30 }, (_, at) => `第${cardinal(String(at))}条规定，各单位应当认真办理相关事项。第${cardinal(String(at))}条还要求按时报送有关材料。`);
const first = (at: number) => `第${cardinal(String(at))}条规定，各单位应当认真办理相关事项。`;
const second = (at: number) => `第${cardinal(String(at))}条还要求按时报送有关材料。`;
const htmlOf = (lines: readonly string[], more = '') => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于办理相关事项的通知</title>
<body style="font-size:20px;line-height:2"><nav><a href="#a">网站首页导航</a></nav><h1>关于办理相关事项的通知</h1><main>${lines.map((text) => `<p>${text}</p>`).join('')}${more}</main>
<footer id="foot"><p>本网站由县政府办公室维护，欢迎提出意见。</p></footer>`;

describe.each(BROWSERS)('where reading begins in %s', (name) => {
  const bench = useBrowser(name, []);
  const reader = speechPage(bench);
  afterEach(() => closeAndForget(bench.page));
  const started = () => reader.heard('started');
  const play = async (count = 1) => {
    await ask(bench.page, 'speech.play()');
    await reader.until(`fakeSpeech.started.length >= ${count}`);
  };
  /** Presses a sentence by its paragraph's number; the second one stands in the right half of the line. */
  const pressAt = async (selector: string, part: number) => {
    const [x = 0, y = 0] = (await bench.page.evaluate(`(() => { const element = ${selector}; element.scrollIntoView({ block: 'center', behavior: 'instant' }); const range = document.createRange(); range.selectNodeContents(element); const box = range.getBoundingClientRect(); return [box.left + box.width * ${part}, box.top + box.height / 2]; })()`)) as number[];
    await bench.page.mouse.click(x, y);
  };
  const paragraph = (at: number) => `document.querySelectorAll('main p')[${at}]`;

  it('at the sentence that was clicked last, while the aid runs', async () => {
    await reader.open(htmlOf(LINES));
    await set(bench.page, { speech: 'continuous' });
    await pressAt(paragraph(9), 0.9);
    await play();
    expect(await started()).toEqual([second(9)]);
    await ask(bench.page, 'speech.stop()');
    // What was clicked and then scrolled away from is not meant any more.
    await bench.page.evaluate(`${paragraph(25)}.scrollIntoView({ block: 'start', behavior: 'instant' })`);
    await play(2);
    expect((await started())[1]).not.toBe(second(9));
  });

  it('outside the article, too, to the end of that part of the page', async () => {
    await reader.open(htmlOf(LINES).replace('</footer>', '<p>联系电话请看首页。</p><p>地址在县城中心。</p></footer>'), { msPerCharacter: 1 });
    await set(bench.page, { speech: 'continuous' });
    await pressAt(`document.querySelector('#foot p')`, 0.5);
    await play();
    await reader.until(`Mingdu.speech.state === 'idle'`);
    expect(await started()).toEqual(['本网站由县政府办公室维护，欢迎提出意见。', '联系电话请看首页。', '地址在县城中心。']);
  });

  it('says once that a heading, a link and a table are there, and how many columns', async () => {
    const table = '<table><tr><th>地区</th><th>标准</th><th>时间</th></tr><tr><td>城关镇</td><td>每月一百元</td><td>十月起</td></tr></table>';
    await reader.open(htmlOf(LINES.slice(0, 3), `<h2>一、补贴标准</h2>${table}<p>${first(3)}</p><p>附件：<a href="#x">申请表和填写说明.doc</a></p>`), { msPerCharacter: 1 });
    await play();
    await reader.until(`Mingdu.speech.state === 'idle'`);
    const all = (await started()).join('|');
    // In figures or in words, as the voice takes them.
    expect(all.match(/表格，(3|三) ?列/g)).toHaveLength(1);
    expect(all).toMatch(/一、补贴标准，标题\|表格，(3|三) ?列\|/);
    expect(all.match(/标题/g)).toHaveLength(2);
    expect(all).not.toContain('导航');
  });

  it('the place is kept, offered, and gone on from after the page changed; nothing in clear is stored', async () => {
    await reader.open(htmlOf(LINES));
    await play();
    for (let count = 2; count <= 12; count += 1) {
      await ask(bench.page, 'speech.next()');
      await reader.until(`fakeSpeech.started.length === ${count}`);
    }
    const left = (await started()).at(-1) ?? '';
    await ask(bench.page, 'speech.pause()');
    await reader.until(`JSON.parse(localStorage.mingdu).places?.length === 1`);
    const stored = (await bench.page.evaluate('JSON.stringify(JSON.parse(localStorage.mingdu).places)')) as string;
    expect(stored).not.toMatch(/[\u3400-\u9fff]|http|127\.0\.0\.1|localhost/);

    // Two paragraphs more before it, and a third of the others rewritten.
    const changed = ['新增加的一段话放在最前面。', '再增加一段说明文字。', ...LINES.map((line, at) => (at % 3 === 0 && !line.includes(left) ? line.replace('认真', '及时') : line))];
    await reader.open(htmlOf(changed));
    await set(bench.page, { speech: 'continuous' });
    await ask(bench.page, 'settled()');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await reader.heard('calls')).toEqual([]);
    await ask(bench.page, 'speech.play()');
    await reader.until('fakeSpeech.started.length === 1');
    expect((await started())[0]).toBe('关于办理相关事项的通知，标题');
  });

  it('is forgotten at the end', async () => {
    await reader.open(htmlOf(LINES.slice(0, 6)), { msPerCharacter: 1 });
    await play();
    await reader.until(`fakeSpeech.started.length > 6`);
    await ask(bench.page, 'speech.pause()');
    await reader.until(`JSON.parse(localStorage.mingdu).places?.length === 1`);
    await ask(bench.page, 'speech.play()');
    await reader.until(`Mingdu.speech.state === 'idle' && JSON.parse(localStorage.mingdu).places?.length === 0`);
  });

  it.each([
    ['this page', '', async () => void (await bench.page.mouse.click(5, 300))],
    ['a frame of it', '<iframe id="frame" src="/inner.html" style="position:fixed;right:0;top:200px;width:200px;height:200px"></iframe>', async () => {
      const [x = 0, y = 0] = (await bench.page.evaluate(`(() => { const box = frame.getBoundingClientRect(); return [box.left + 100, box.top + 100]; })()`)) as number[];
      await bench.page.mouse.click(x, y);
    }],
  ])('a remembered 指读 waits for a press of %s, and says so once', async (_, more, press) => {
    // As when a link of the same site was followed: the browser still lets the page sound.
    const carried = `Object.defineProperty(navigator, 'userActivation', { value: { isActive: false, hasBeenActive: true } });`;
    await reader.open(htmlOf(LINES, more), { msPerCharacter: 1, before: carried });
    await set(bench.page, { speech: 'point' });
    await visit(bench.page, `${bench.site.origin}/?again`);
    await ask(bench.page, 'settled()');
    await reader.until(`Mingdu.get().speech === 'point'`);
    const rest = async (at: number) => {
      const [x = 0, y = 0] = (await bench.page.evaluate(`(() => { const box = ${paragraph(at)}.getBoundingClientRect(); return [box.left + 60, box.top + box.height / 2]; })()`)) as number[];
      await bench.page.mouse.move(x - 4, y);
      await bench.page.mouse.move(x, y);
      await new Promise((resolve) => setTimeout(resolve, 600));
    };
    await rest(1);
    await rest(2);
    expect(await reader.heard('calls')).toEqual([]);
    expect(await bench.page.evaluate('problems.length')).toBe(1);
    await press();
    await rest(3);
    await reader.until('fakeSpeech.started.length > 0');
    expect((await started()).at(-1)).toBe(first(3));
  });
});
