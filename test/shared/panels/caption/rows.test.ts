import { describe, expect, it } from 'vitest';
import { cellsOf, pageOf, rowsOf, type Row } from '../../../../shared/panels/caption/rows';

const textOf = (row: Row) => row.map(({ text }) => text).join('');
const widthOf = (row: Row) => row.reduce((sum, { width }) => sum + width, 0);
const rows = (text: string, columns: number, words: { start: number; end: number }[] = []) => rowsOf(cellsOf({ text, readings: [] }), words, columns);

const LONG = '各级人民政府应当加强对困难老年人居家养老服务工作的领导，把有关经费列入本级财政预算，建立协调机制，并且每年向社会公布一次办理的情况。';

describe('cells', () => {
  it('hold every unit once, in order, with the reading of each character', () => {
    const text = '第28次会议，𠮷林省3.5%';
    const cells = cellsOf({ text, readings: ['dì', '', '', 'cì'] });
    expect(cells.map((cell) => cell.text).join('')).toBe(text);
    expect(cells.every(({ start, end }, at) => start === (cells[at - 1]?.end ?? 0) && end > start)).toBe(true);
    expect(cells.filter(({ reading }) => reading !== '').map((cell) => [cell.text, cell.reading])).toEqual([['第', 'dì'], ['次', 'cì']]);
    expect(cells.map((cell) => cell.text)).toEqual(expect.arrayContaining(['28', '𠮷', '3.5%']));
  });

  it('are as wide as the wider of character and reading', () => {
    const [plain, long] = cellsOf({ text: '一庄', readings: ['', 'zhuāng'] });
    expect(plain?.width).toBe(1);
    expect(long?.width).toBeGreaterThan(1.5);
  });
});

describe('rows', () => {
  it.each([6, 8, 12, 20, 24])('fit into %i characters, lose nothing and begin with no closing mark', (columns) => {
    const all = rows(LONG, columns);
    expect(all.map(textOf).join('')).toBe(LONG);
    expect(all.filter((row) => widthOf(row) > columns)).toEqual([]);
    expect(all.filter((row) => /^[，。、；：）》”]/.test(textOf(row)))).toEqual([]);
  });

  it('end at a comma where one is near', () => {
    const all = rows(LONG, 20).map(textOf);
    expect(all.filter((row) => /[，。]$/.test(row)).length).toBeGreaterThanOrEqual(all.length - 2);
  });

  it('end inside no word, number or pair of brackets', () => {
    const text = '请到二〇二五年度政务服务大厅办理（带身份证）';
    const words = [{ start: 8, end: 10 }, { start: 10, end: 12 }, { start: 12, end: 14 }];
    const ends = rows(text, 9, words).map((row) => row.at(-1)?.end ?? 0);
    expect(ends.filter((end) => words.some((word) => end > word.start && end < word.end))).toEqual([]);
    expect(rows(text, 9, words).map(textOf).filter((row) => row.endsWith('（'))).toEqual([]);
  });

  it('are evened out, so that none is left with a character alone', () => {
    const all = rows('这一行一共有二十一个字要分成两行才好看的呢', 20);
    expect(all).toHaveLength(2);
    expect(Math.min(...all.map(widthOf))).toBeGreaterThan(8);
  });

  it('cut a run of letters that is longer than a row', () => {
    const text = 'https://www.example.gov.cn/zwgk/2025/10/content.html';
    const all = rows(text, 8);
    expect(all.map(textOf).join('')).toBe(text);
    expect(all.filter((row) => widthOf(row) > 8)).toEqual([]);
  });
});

describe('the rows that are shown', () => {
  const all = rows(LONG, 12);
  it('are at most two, hold the word, and turn over with it', () => {
    for (let at = 0; at < LONG.length; at += 1) {
      const { rows: shown } = pageOf(all, 2, { start: at, end: at + 1 });
      expect(shown.length).toBeLessThanOrEqual(2);
      expect(shown.some((row) => row.some(({ start, end }) => start <= at && end > at))).toBe(true);
    }
    const pages = new Set(Array.from(LONG, (_, at) => textOf(pageOf(all, 2, { start: at, end: at + 1 }).rows.flat())));
    expect(pages.size).toBe(Math.ceil(all.length / 2));
  });

  it('are the first while no word is known, and say that more follow', () => {
    expect(pageOf(all, 2, null)).toEqual({ rows: all.slice(0, 2), isCut: true });
    expect(pageOf(all, 2, { start: LONG.length - 1, end: LONG.length }).isCut).toBe(false);
    expect(pageOf([], 2, null)).toEqual({ rows: [], isCut: false });
  });
});
