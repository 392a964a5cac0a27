// Where Chinese official text is cut, and where it is not.
import { describe, expect, it } from 'vitest';
import { PIECE_MAX_HAN, splitSentences } from '../../../shared/page/sentences';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['full stops and semicolons', '第一句话写在这里。第二句话写在这里；第三句话呢？', ['第一句话写在这里。', '第二句话写在这里；', '第三句话呢？']],
    ['closing quotes stay', '他说：“今天天气很好。”大家都笑了起来。', ['他说：“今天天气很好。”', '大家都笑了起来。']],
    ['a quotation that runs on is no end', '推进“放管服！”的改革工作。', ['推进“放管服！”的改革工作。']],
    ['doubled marks', '这样可以吗？！当然可以……那就这样办。', ['这样可以吗？！', '当然可以……', '那就这样办。']],
    ['decimals, addresses, list numbers', '增长3.5%，见www.gov.cn。1.申请材料在这里。', ['增长3.5%，见www.gov.cn。', '1.申请材料在这里。']],
    ['a query is no end', '请访问www.gov.cn/?id=1;a=2办理。', ['请访问www.gov.cn/?id=1;a=2办理。']],
    ['English sentences', 'This is a notice for citizens. It says much more about it.', ['This is a notice for citizens.', 'It says much more about it.']],
    ['breaks always end', '办理条件：\n年满六十周岁\n本市户籍', ['办理条件：', '年满六十周岁', '本市户籍']],
    ['short ones join', '好。我们现在开始办理。', ['好。我们现在开始办理。']],
    ['indent is left out', '　　各区县民政局：', ['各区县民政局：']],
    ['marks alone are nothing', '。。。\n———', []],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected));

  it('cuts long sentences at commas into pieces of about ten seconds', () => {
    const long = `${'坚持以人民为中心的发展思想，'.repeat(12)}完。`;
    const pieces = cut(long);
    expect(pieces.join('')).toBe(long);
    for (const piece of pieces) {
      expect(piece.replace(/\P{Script=Han}/gu, '').length).toBeLessThanOrEqual(PIECE_MAX_HAN);
      expect(piece.length).toBeGreaterThan(8);
    }
  });

  it('does not cut 3,500 or a word, even without any other mark', () => {
    for (const piece of cut(`共计${'投入资金3,500万元建设养老服务中心'.repeat(9)}`)) expect(piece).not.toMatch(/(^,|^500|3,?$)/);
    const wordless = '字'.repeat(130);
    expect(cut(wordless).join('')).toBe(wordless);
    expect(Math.max(...cut(wordless).map((piece) => piece.length))).toBeLessThanOrEqual(PIECE_MAX_HAN);
  });

  it('never splits an astral character', () => {
    const astral = '𠮷'.repeat(100);
    for (const piece of cut(astral)) expect(piece).toMatch(/^(𠮷)+$/u);
    expect(cut(astral).join('')).toBe(astral);
  });

  it('loses no letter of random text', () => {
    const marks = '。！？；…，、：“”（）《》1a. \n字';
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 400; round += 1) {
      const text = Array.from({ length: 120 }, () => marks[Math.floor(random() * marks.length)] ?? '').join('');
      const spoken = cut(text).join('').replace(/[^\p{L}\p{N}]/gu, '');
      expect(spoken).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''));
    }
  });
});
