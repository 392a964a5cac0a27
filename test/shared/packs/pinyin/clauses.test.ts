// Clauses: the pieces that are read on their own, so that no other cut of a text changes a reading.
import { expect, it } from 'vitest';
import { clausesOf, IGNORED } from '../../../../shared/packs/pinyin/clauses';

it('cuts at every mark at which others may cut, and at blanks', () => {
  expect(clausesOf('今天，天气：好！ 明天\n去、不去?')).toEqual([
    { from: 0, text: '今天' },
    { from: 3, text: '天气' },
    { from: 6, text: '好' },
    { from: 9, text: '明天' },
    { from: 12, text: '去' },
    { from: 14, text: '不去' },
  ]);
});

it('leaves quotation marks and brackets inside', () => {
  expect(clausesOf('“一站式”（试行）服务')).toEqual([{ from: 0, text: '“一站式”（试行）服务' }]);
});

it('keeps together what is spaced out, and nothing else', () => {
  const texts = (text: string) => clausesOf(text).map(({ text: one }) => one);
  expect(texts('通　　知')).toEqual(['通　　知']);
  expect(texts('联 系 人：')).toEqual(['联 系 人']);
  for (const two of ['简单 地图', '公告 过期', '不断 了解', '最后 得分']) expect(texts(two)).toHaveLength(2);
  expect(texts('首页 新闻 政策')).toEqual(['首页', '新闻', '政策']);
  expect(texts('第 3 条')).toEqual(['第', '3', '条']);
  expect(texts('甲\n乙')).toEqual(['甲', '乙']);
});

it('finds none where there is no text', () => {
  expect(clausesOf('')).toEqual([]);
  expect(clausesOf('，。 ')).toEqual([]);
});

it('keeps together a word of which one character stands apart, before the others, after them, or between', () => {
  const texts = (text: string) => clausesOf(text).map(({ text: one }) => one);
  for (const one of ['工 作人员', '工作 人', '负责 人，', '甲乙 丙 丁戊']) expect(texts(one)).toEqual([one.replace('，', '')]);
  expect(texts('通      知')).toEqual(['通      知']);
  expect(texts('通       知')).toEqual(['通', '知']);
  expect(texts('通 知\n丙')).toEqual(['通 知', '丙']);
  expect(texts(' 通 知 ')).toEqual(['通 知']);
});

it('cuts at a mark and not at a letter before it', () => {
  expect(clausesOf('全国A级景区，开放')).toEqual([{ from: 0, text: '全国A级景区' }, { from: 7, text: '开放' }]);
});

it('passes by blanks, soft hyphens and what has no width inside a word, and by nothing else', () => {
  for (const mark of [' ', '\u3000', '\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff']) expect(IGNORED.test(mark)).toBe(true);
  for (const mark of ['字', 'a', '1', '，', '\u200b', '’']) expect(IGNORED.test(mark)).toBe(false);
});
