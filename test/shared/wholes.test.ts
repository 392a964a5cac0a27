// No sentence ends inside a number, a date, a time, a range, an amount or a code, however long the text around it.
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../shared/page/sentences';
import { wholesOf } from '../../shared/wholes';
import { composed, randomOf, TOKENS } from '../support/whole-tokens';

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('wholesOf', () => {
  // 3，500元 only where no other number stands before its comma.
  it.each([...TOKENS, '3，500元'])('keeps %s whole between words', (token) => {
    const text = `按照${token}办理`;
    const isInside = wholesOf(text);
    for (let at = 3; at < 2 + token.length; at += 1) expect(isInside(at), text.slice(0, at)).toBe(true);
  });

  it.each(['各区县民政局', '推进，落实', 'a word or two', '2024年，2025年', '12345、12388', '坚持以人民为中心'])('lets words and lists be parted: %s', (text) => {
    const isInside = wholesOf(text);
    expect([...text].some((_, at) => at > 0 && !isInside(at))).toBe(true);
  });

  it.each(['国办发，二零二一，六十一号', '法院，二零二四，湘零一民终一二三号', '零一零，五八一二三一一四', 'ISO 九零零一点一，二零一五', '京ICP备一二三四，五六七八号，一'])('keeps %s whole, as it is said', (said) => {
    const text = `按照${said}办理`;
    const isInside = wholesOf(text);
    for (let at = 3; at < 2 + said.length; at += 1) expect(isInside(at), text.slice(0, at)).toBe(true);
  });

  it('lets Latin words be parted at a dash that has blanks around it, and keeps numbers whole there', () => {
    expect([wholesOf('open — close')(5), wholesOf('open — close')(7)]).toEqual([false, false]);
    expect([wholesOf('A1 — A9')(3), wholesOf('A1 — A9')(5)]).toEqual([true, true]);
  });

  it('knows a whole at the very end of a text', () => {
    expect([0, 1, 2, 3, 4].map(wholesOf('共123'))).toEqual([false, false, true, true, false]);
  });

  it('looks through a long text fast, whatever it is made of', () => {
    for (const part of ['一至', '1-', '2024年', '，100', 'a ', '3月至', '（2024）', '甲乙丙']) expect(wholesOf(part.repeat(20_000))(1)).toBeTypeOf('boolean');
  });
});

describe('sentences', () => {
  it('part a list of dates at its commas, not at a stroke', () => {
    expect(cut('2024年3月5日上午9:30—11:30，2024-03-15，2024/3/15至2024.3.20，1998—2003年，80年代。')).toEqual(['2024年3月5日上午9:30—11:30，2024-03-15，', '2024/3/15至2024.3.20，1998—2003年，80年代。']);
  });

  it('keep a long address whole', () => {
    const address = 'https://www.example.gov.cn/art/2024/3/15/art_1234_567890.html?column=5&page=2&from=a#part-3-of-the-whole-document-in-one-page';
    expect(cut(`请登录${address}并且按照系统所给出的提示逐步填写申请表格`).filter((piece) => piece.includes(address))).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5])('end in none of them (seed %s)', (seed) => {
    const random = randomOf(seed * 7919);
    for (let round = 0; round < 200; round += 1) {
      const { text, tokens } = composed(random, 4 + random(8));
      for (const { start } of splitSentences(text)) {
        const through = tokens.find((token) => token.start < start && start < token.end);
        expect(through && `${text.slice(through.start, start)}|${text.slice(start, through.end)}`, text).toBeUndefined();
      }
    }
  });
});
