// A reading depends on its clause alone: the same text in whatever pieces it arrives, cut at pauses by a host or into text nodes and inline
// elements by a page, is read the same. By chance, from seeds, so that a failure comes again.
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../fixtures/frameworks/states.js';
import { sentencesOf } from '../../../../shared/features/pinyin/sentences';
import { createPinyinPack } from '../../../../shared/packs/pinyin';

const pack = createPinyinPack();
const SEEDS = Array.from({ length: 25 }, (_, at) => at + 1);

/** Parts of sentences that need their neighbours: names, words across others, particles, numbers, letters, a character of two units. */
const SUBJECTS = ['县长曾乐山', '解玉成同志', '重庆市长寿区', '各乡镇（街道）', '社区居委会', '银行行长', '供养人员', '“一网通办”专窗', '华大爷', '会计们', '𠮷田先生', 'A2类单位', '二○二六年', '全体干部职工'];
const VERBS = ['率先完成了', '将参加', '还没有得到', '应当重新调查', '为群众办好', '高高兴兴地领到', '一律不得', '着力调整', '要处理好', '尽量缩短', '觉得', '正在', '行将', '已经'];
const OBJECTS = ['供应调度', '多处危房', '银行贷款', '着重点', '了解情况', '一百二十个项目', '中间环节', '便宜的房子', '音乐会的票', '差旅费', '长度单位', '地方的种子', '几乎全部积累', 'Wi-Fi和3.5公里的路', '发展的步子', '数得着的成绩'];
const PAUSES = ['，', '。', '；', '：', '！', '？', '、', ' ', '\u3000', '…', '——', '\n'];

/** A text of some clauses, and where a pause of it ends. */
function textOf(random: () => number): { text: string; cuts: number[] } {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  let text = '';
  const cuts: number[] = [];
  for (let left = 8 + Math.floor(random() * 30); left > 0; left -= 1) {
    const what = random();
    text += what < 0.6 ? pick(SUBJECTS) + pick(VERBS) + pick(OBJECTS) : what < 0.8 ? pick(VERBS) + pick(OBJECTS) : pick(SUBJECTS);
    text += pick(PAUSES);
    cuts.push(text.length);
  }
  return { text, cuts };
}

const readAll = async (pieces: readonly string[]) => (await pack.read(pieces)).flat();

/** A text as markup: text nodes of some characters, some of them in inline elements, nested too, and with comments between. */
function markUp(text: string, random: () => number): HTMLElement {
  const block = document.createElement('p');
  const open: HTMLElement[] = [block];
  const parent = () => open.at(-1) ?? block;
  const characters = [...text];
  for (let at = 0; at < characters.length; ) {
    const size = 1 + Math.floor(random() * random() * 20);
    const what = random();
    if (what < 0.25 && open.length < 4) {
      const names = ['b', 'font', 'span', 'a', 'em', 'u'];
      open.push(parent().appendChild(document.createElement(names[Math.floor(random() * names.length)] ?? 'b')));
    } else if (what < 0.5 && open.length > 1) open.pop();
    else if (what < 0.6) parent().append(document.createComment('拆'));
    parent().append(document.createTextNode(characters.slice(at, at + size).join('')));
    at += size;
  }
  document.body.replaceChildren(block);
  return block;
}

function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}

/** What the aid would show for each unit of a block's text, by the sentences that it reads. */
async function readBlock(block: HTMLElement): Promise<string[]> {
  const places = new Map<Text, number>();
  let length = 0;
  for (const text of textsOf(block)) {
    places.set(text, length);
    length += text.length;
  }
  const shown = new Array<string>(length).fill('');
  const sentences = sentencesOf({ textOf: (text) => text.data }, block);
  const readings = await pack.read(sentences.map(({ text }) => text));
  sentences.forEach(({ parts }, number) => {
    for (const { text, from, to, at } of parts) {
      for (let unit = from; unit < to; unit += 1) shown[(places.get(text) ?? 0) + unit] = readings[number]?.[at + unit - from] ?? '';
    }
  });
  return shown;
}

describe.each(SEEDS)('text %i', (seed) => {
  it('is read the same in pieces cut at any pauses', async () => {
    const random = createRandom(seed);
    const { text, cuts } = textOf(random);
    const whole = await readAll([text]);
    expect(whole.filter((reading) => reading !== '').length).toBeGreaterThan(20);
    for (let round = 0; round < 5; round += 1) {
      const chosen = cuts.filter(() => random() < 0.5);
      const pieces = [0, ...chosen].map((from, at) => text.slice(from, chosen[at] ?? text.length));
      expect(pieces.join('')).toBe(text);
      expect(await readAll(pieces)).toEqual(whole);
    }
    expect(await readAll([0, ...cuts].map((from, at) => text.slice(from, cuts[at] ?? text.length)))).toEqual(whole);
  });

  it('is read the same however a page breaks it into nodes and elements', async () => {
    const random = createRandom(seed + 1000);
    const { text } = textOf(random);
    const whole = await readAll([text]);
    for (let round = 0; round < 3; round += 1) {
      const block = markUp(text, random);
      expect(block.textContent).toBe(text);
      expect(textsOf(block).length).toBeGreaterThan(10);
      expect(await readBlock(block)).toEqual(whole);
    }
  });
});

it('a clause too long to be read at once is cut between characters, and never differently', async () => {
  const text = `${'各级人民政府应当重视困难群众的供养问题并尽力为其解决实际困难'.repeat(12)}。`;
  const random = createRandom(5);
  const plain = document.createElement('p');
  plain.textContent = text;
  document.body.replaceChildren(plain);
  const whole = await readBlock(plain);
  for (let round = 0; round < 3; round += 1) expect(await readBlock(markUp(text, random))).toEqual(whole);
});
