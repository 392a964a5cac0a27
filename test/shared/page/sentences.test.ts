// Where Chinese official text is cut, and where it is not.
import { describe, expect, it } from 'vitest';
import { PIECE_MAX_HAN, splitSentences } from '../../../shared/page/sentences';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['full stops and semicolons', '第一句话写在这里。第二句话写在这里；第三句话呢？', ['第一句话写在这里。', '第二句话写在这里；', '第三句话呢？']],
    ['closing quotes stay', '他说：“今天天气很好。”大家都笑了起来。', ['他说：“今天天气很好。”', '大家都笑了起来。']],
    ['a quotation that runs on is no end', '推进“放管服！”的改革工作。', ['推进“放管服！”的改革工作。']],
    ['a short quotation is said in one go', '他说：“今天很好。明天更好！”大家都笑了。', ['他说：“今天很好。明天更好！”', '大家都笑了。']],
    ['one quotation after the other', '他说：“今天天气很好。”“明天天气更好！”', ['他说：“今天天气很好。”', '“明天天气更好！”']],
    ['a quotation that never closes is cut', '他说：“今天天气很好。明天天气更好。', ['他说：“今天天气很好。', '明天天气更好。']],
    ['a quotation does not reach over a break', '他说：“今天天气很好。\n明天天气更好。”', ['他说：“今天天气很好。', '明天天气更好。”']],
    ['a mark at the head belongs to what came before', '由民政局办理。、由街道办理。', ['由民政局办理。、', '由街道办理。']],
    ['a closing bracket at the head, too', '（由民政局办理。）由街道办理。', ['（由民政局办理。）', '由街道办理。']],
    ['semicolons of a list', '（一）身份证原件；（二）户口簿复印件；（三）近期照片。', ['（一）身份证原件；', '（二）户口簿复印件；', '（三）近期照片。']],
    ['a colon before more text is no end', '办理地点：市民中心二楼。', ['办理地点：市民中心二楼。']],
    ['dots', '如有变化……以通知为准。', ['如有变化……', '以通知为准。']],
    ['a title is no end', '《养老服务条例》自公布之日起施行。', ['《养老服务条例》自公布之日起施行。']],
    ['two breaks', '联系人和电话\n\n办公时间和地点', ['联系人和电话', '办公时间和地点']],
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

  it('cuts between titles before it cuts inside one', () => {
    const titles = '《老年人权益保障条例》《养老服务条例》《社会救助暂行办法》《残疾人保障条例实施办法》《殡葬管理条例》《婚姻登记条例》';
    for (const piece of cut(titles)) expect(piece).toMatch(/^(《[^《》]+》)+$/);
  });

  it('cuts at the edge of a word where there is no mark', () => {
    const pieces = cut('建议投资三千五百万元建设覆盖全市城乡的养老服务中心和社区老年食堂以及日间照料设施并且长期免费开放给所有居民使用');
    expect(pieces).toHaveLength(2);
    expect(pieces[0]).toMatch(/(和|社区|服务中心|老年|老年食堂)$/);
  });

  it('never splits an astral character', () => {
    const astral = '𠮷'.repeat(100);
    for (const piece of cut(astral)) expect(piece).toMatch(/^(𠮷)+$/u);
    expect(cut(astral).join('')).toBe(astral);
  });

  it('parts no letter from what is written over it, and no picture of several', () => {
    const number = '2024年3月5日上午9:30—11:30';
    for (const whole of ['字\u0301', '👨\u200d👩\u200d👧']) {
      for (const text of [`${number.repeat(3)}${whole}${number}`, ...[36, 37, 38, 39, 40].map((count) => `${'字'.repeat(count)}${whole}${'字'.repeat(40)}`)]) {
        expect(cut(text).filter((piece) => piece.includes(whole)), text).toHaveLength(1);
      }
    }
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

  it.each([3, 5, 11])('loses no letter of random text, keeps order, and makes no piece too long (seed %s)', (first) => {
    const marks = '。！？；…，、：“”（）《》「」1a.-% \n\u00a0𠮷字字字字字字民政';
    let seed = first;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const letters = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, '');
    for (let round = 0; round < 300; round += 1) {
      const characters = [...marks];
      const text = Array.from({ length: 160 }, () => characters[Math.floor(random() * characters.length)] ?? '').join('');
      const spans = splitSentences(text);
      expect(letters(spans.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(letters(text));
      let last = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).match(/\p{Script=Han}/gu)?.length ?? 0).toBeLessThanOrEqual(PIECE_MAX_HAN);
        last = end;
      }
    }
  });
});
