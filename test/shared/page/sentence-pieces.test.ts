// Where sentences end beside quotations, addresses and breaks, and at which place exactly a long one is parted. Random texts: sentences.test.ts.
import { describe, expect, it } from 'vitest';
import { sentencesOf, splitSentences } from '../../../shared/page/sentences';
import type { Block } from '../../../shared/page/text-map';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));
/** So many Han characters without any mark. */
const han = (count: number) => '民'.repeat(count);

describe('sentences end', () => {
  it.each([
    ['not at marks of an address: ?', '在网上办事大厅的页面中打开list.html?type=1234办理有关的各项业务。', 1],
    ['not at marks of an address: ;', '在网上办事大厅的页面中打开list.do;jsessionid=1234办理有关的各项业务。', 1],
    ['not at marks of an address: !', '在网上办事大厅的页面中打开list.html#!page=1234办理有关的各项业务。', 1],
    ['at marks of ASCII after Han text', '这样办理手续可以吗?具体的要求请看通知;联系电话另行公布!请相互转告。', 4],
    ['at a stop of full width before a blank', '本办法自公布之日起施行． 各区县民政局贯彻执行．', 2],
    ['at a stop of half width', '本办法自公布之日起施行｡各区县民政局贯彻执行｡', 2],
    ['at a stop of ASCII that comes early', '全体人员均到. 下午在二楼会议室继续开会讨论。', 2],
    ['not after a bracket and a stop of ASCII', '（见附件）. 请各单位认真遵照执行', 1],
    ['not after a number and a stop of ASCII', '具体要求见附件3. 标准另行公布执行', 1],
    ['not after No.', '请查阅本市发布的文件 No. 5的全部内容。', 1],
    ['not after No. that stands right after Han text', '请查阅本市发布的文件No. 5的全部内容。', 1],
    ['not after three Latin letters right after Han text', '请查阅本市发布的文件Vol. 5的全部内容。', 1],
    ['after a word right after Han text', '请查阅本市发布的文件Notice. 下一句写在这里。', 2],
    ['after a word of four letters right after Han text', '请查阅本市发布的文件Note. 下一句写在这里。', 2],
    ['after a word with an accent in it', 'All of us were told that this is naïve. It was closed by the town.', 2],
    ['after a word with a figure in it', 'All of it is said in our form b12a. It was closed by the town.', 2],
    ['not after a number and a letter right after Han text', '请查阅本市发布的文件12a. 下一句写在这里。', 1],
    ['not after Vol.', 'You can find all of it in Vol. 5 of the collected documents.', 1],
    ['not after a figure behind a word', 'You can find all of it in Part 5. of the collected documents.', 1],
    ['not after a short name in capitals', 'It was sent to Example GmbH. Co by the office of the town.', 1],
    ['where between breaks nothing is said', '今天天气很好。\n———\n明天天气更好。', 2],
  ])('%s', (_, text, count) => {
    const sentences = cut(text);
    expect(sentences).toHaveLength(count);
    expect(sentences.join('').replace(/\s|—/g, '')).toBe(text.replace(/\s|—/g, ''));
  });

  it('at each break, whatever marks the line after it begins with', () => {
    expect(cut('联系人和电话\n……以通知为准')).toEqual(['联系人和电话', '以通知为准']);
  });
});

describe('quotations', () => {
  it.each([
    ['of every kind are said in one go: 「」', ['他说：「今天很好。明天更好！」', '大家都笑了起来。']],
    ['of every kind are said in one go: 『』', ['他说：『今天很好。明天更好！』', '大家都笑了起来。']],
    ['are known at the beginning', ['“今天很好。明天更好！”', '大家都笑了起来。']],
    ['are known right after another', ['他说：“今天天气很好。”', '“明天很好。后天更好！”', '大家都笑了起来。']],
    ['are known right after a sentence', ['会议今天上午结束。', '“今天很好。明天更好！”', '大家都笑了起来。']],
    ['are known right after what ran on', ['（见附件。），“今天很好。明天更好！”', '大家都笑了起来。']],
    ['are known right after one that never closes', ['『“今天很好。明天更好！”', '大家都笑了起来。']],
    ['hold others', ['他说：“要学好『为人民』的文章。大家都要学！”', '会后我们继续学习。']],
    ['end with a bracket in them', ['他说：“今天天气很好（大笑。）”', '大家都笑了起来。']],
    ['of forty characters are said in one go', [`“${han(20)}。${han(20)}。”`, '大家都笑了起来。']],
    ['of more are not', [`“${han(12)}。`, `${han(34)}。”`, '大家都笑了起来。']],
  ])('%s', (_, sentences) => {
    expect(cut(sentences.join(''))).toEqual(sentences);
  });

  it('that a break ends are none', () => {
    expect(cut('他说：“今天天气很好。明天天气更好。\n后天可能下雨。')).toEqual(['他说：“今天天气很好。', '明天天气更好。', '后天可能下雨。']);
  });
});

describe('a long sentence is parted', () => {
  it.each([...'，,：:—、）)》”'])('at %s', (mark) => {
    expect(cut(`${han(25)}${mark}${han(35)}`)).toEqual([`${han(25)}${mark}`, han(35)]);
  });

  it.each([' ', '\u3000'])('at a blank: "%s"', (blank) => {
    expect(cut(`${han(25)}${blank}${han(35)}`)).toEqual([han(25), han(35)]);
  });

  it.each([
    ['at a comma, though 、 were nearer to the middle', [`${han(18)}，`, `${han(12)}、${han(25)}`]],
    ['at 、, though a blank were nearer to the middle', [`${han(18)}、`, `${han(12)} ${han(25)}`]],
    ['at the later of two that are equally near', [`${han(20)}，${han(10)}，`, han(20)]],
    ['not before what closes', [`${han(28)}，”${han(10)}，`, han(20)]],
    ['not in a number', [`${han(26)}3,500元${han(6)}，`, han(20)]],
    ['after four characters at least', [`${han(4)}，`, han(39)]],
    ['after forty at most', [`${han(40)}，`, han(5)]],
    ['in three where it is very long', [`${han(30)}，`, `${han(30)}，`, han(30)]],
  ])('%s', (_, pieces) => {
    expect(cut(pieces.join(''))).toEqual(pieces);
  });

  it('not after three characters, nor after forty-one', () => {
    expect(cut(`${han(3)}，${han(40)}`)[0]).not.toBe(`${han(3)}，`);
    expect(Math.max(...cut(`${han(41)}，${han(5)}`).map((piece) => piece.length))).toBeLessThanOrEqual(40);
  });

  it('between words, where there is no mark, near the middle', () => {
    expect(cut('建议投资建设覆盖全市城乡的养老服务中心和社区老年食堂以及日间照料设施并且长期免费开放给所有居民使用')).toEqual(['建议投资建设覆盖全市城乡的养老服务中心和社区老年', '食堂以及日间照料设施并且长期免费开放给所有居民使用']);
  });

  it('not between a bracket and what it holds', () => {
    for (const before of [16, 17, 18, 19, 20, 21, 22, 23, 24]) {
      for (const piece of cut(`${han(before)}（${han(46 - before)}`)) expect(piece).not.toMatch(/（$/);
      for (const piece of cut(`${han(before)}。”，${han(46 - before)}`)) expect(piece).not.toMatch(/^[。”，]/);
    }
  });

  it('not in an address, however long', () => {
    const address = 'https://www.example.gov.cn/art/2024/3/15/art_1234_567890.html?column=5&page=2&from=a#part-3-of-the-whole-document-in-one-page';
    expect(cut(`请登录${address}并且按照系统所给出的提示逐步填写申请表格`).filter((piece) => piece.includes(address))).toHaveLength(1);
    expect(cut(`${han(38)}${address}`).at(-1)).toBe(address);
    expect(cut(`${address}${han(45)}`)[0]).toBe(address);
    expect(cut(`${address}${'-and-more'.repeat(20)}${han(20)}`)[0]).toBe(`${address}${'-and-more'.repeat(20)}`);
  });

  it('in numbers that are whole lines, after forty characters', () => {
    const line = '一二三四五六七八九'.repeat(10);
    expect(cut(line)).toEqual([line.slice(0, 40), line.slice(40, 80), line.slice(80)]);
  });

  it('not in forty numerals and the figures after them', () => {
    const code = `${'一二三四五六七八九零'.repeat(4)}123`;
    expect(cut(code)).toEqual([code]);
  });

  it('not between Latin letters and the word that they belong to', () => {
    expect(cut(`${han(22)}APP${han(22)}`)).toEqual([han(22), `APP${han(22)}`]);
  });

  it('between words also where many marks stand between them', () => {
    expect(cut('民····'.repeat(45)).map((piece) => piece.replace(/·/g, '').length)).toEqual([23, 22]);
  });

  it('at the same places after another sentence', () => {
    const [first, words] = ['今天天气很好。', '建议投资建设覆盖全市城乡的养老服务中心和社区老年食堂以及日间照料设施并且长期免费开放给所有居民使用'];
    expect(cut(first + words)).toEqual([first, ...cut(words)]);
    for (const count of [4, 5, 6, 8, 9, 10]) expect(cut(`${han(count)}。${words}`)).toEqual([`${han(count)}。`, ...cut(words)]);
    const number = `${han(26)}3,500元${han(6)}，${han(20)}`;
    expect(cut(first + number)).toEqual([first, ...cut(number)]);
  });

  it('not in a number after words that fill the piece', () => {
    for (const count of [36, 37, 38, 39, 40]) expect(cut(`${han(count)}三千五百元`).at(-1)).toMatch(/三千五百元$/);
  });
});

describe('how long a piece is', () => {
  /** So many words with a blank between them are said in one go, one more is not. */
  it.each([
    ['Han', '民民', 20],
    ['rare Han', '㐀鿕', 20],
    ['Han beyond the first plane', '𠮷𠮷', 20],
    ['Han that are marks by their place', '〇々', 20],
    ['letters', 'abyz', 28],
    ['capitals', 'ABYZ', 28],
    ['letters with accents', 'éüñç', 28],
    ['letters of full width', 'ａＺｚＡ', 28],
    ['Kana', 'かなカナ', 28],
    ['Hangul', '각가낙나', 28],
    ['a letter and a nought', 'a0', 34],
    ['a letter and a nine', 'a9', 34],
    ['a letter and a numeral', 'a①', 34],
  ])('%s', (_, word, most) => {
    const text = (count: number) => Array(count).fill(word).join(' ');
    expect(cut(text(most))).toEqual([text(most)]);
    expect(cut(text(most + 1)).length).toBe(2);
  });

  it('does not count marks', () => {
    for (const marks of ['（《“〈〔——·』】', '()"/+*-']) expect(cut(`${han(20)}${marks}${han(20)}`)).toHaveLength(1);
  });
});

describe('what is short', () => {
  it('joins what comes before or after it, where there is room', () => {
    expect(cut('我们现在开始办理。好。')).toEqual(['我们现在开始办理。好。']);
    expect(cut(`好的。${han(38)}。`)).toEqual(['好的。' + han(38) + '。']);
    expect(cut(`好的呀。${han(38)}。`)).toEqual(['好的呀。', `${han(38)}。`]);
    expect(cut('现在开始。继续办理。')).toEqual(['现在开始。', '继续办理。']);
    expect(cut('办理条件\n好。')).toEqual(['办理条件', '好。']);
    expect(cut('好。我们现在开始办理。\n联系电话另行公布')).toEqual(['好。我们现在开始办理。', '联系电话另行公布']);
  });
});

it('a sentence tells its block, its place and its text', () => {
  const block = { text: '今天天气很好。 明天天气更好。' } as Block;
  expect(sentencesOf(block)).toEqual([{ block, start: 0, end: 7, text: '今天天气很好。' }, { block, start: 8, end: 15, text: '明天天气更好。' }]);
});
