// @vitest-environment jsdom
// Tables of data are read by row and header; merged cells, headers of several rows, and tables that only lay a page out.
import { describe, expect, it } from 'vitest';
import { elementItem, sentenceItem } from '../../../../shared/features/speech/item';
import { cellLead } from '../../../../shared/features/speech/tables';
import { blocksIn } from '../../../../shared/page/blocks';
import type { Page } from '../../../../shared/page/page';
import { sentencesOf } from '../../../../shared/page/sentences';

const page = { document, textOf: (text: Text) => text.data, pointAt: (text: Text, offset: number) => ({ node: text, offset }) } as unknown as Page;
const sentences = (html: string) => {
  document.body.innerHTML = html;
  return [...blocksIn(page, document.body)].flatMap((block) => sentencesOf(block));
};
const said = (html: string) => sentences(html).map((sentence) => sentenceItem(page, sentence).spoken().text);
const alone = (html: string, text: string) => {
  const sentence = sentences(html).find((one) => one.text === text);
  if (!sentence) throw new Error(`${text} is not there`);
  return cellLead(page, sentence, true);
};
const rows = (...lines: string[]) => lines.map((line) => `<tr>${line.split('|').map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');

const WITH_TH = `<table><caption>低保标准表</caption><thead><tr><th>县区</th><th>农村低保标准</th><th>人数</th></tr></thead>
  <tbody><tr><th>率先县</th><td>3600元</td><td>120</td></tr><tr><th>安平县</th><td>3800元</td><td>95</td></tr></tbody></table>`;

describe('read one cell after the other', () => {
  it('a row is led by its header, a cell by that of its column', () => {
    expect(said(WITH_TH)).toEqual(['低保标准表', '县区', '农村低保标准', '人数', '县区，率先县', '农村低保标准，3600元', '人数，120', '县区，安平县', '农村低保标准，3800元', '人数，95']);
  });

  it('without th the first row of names counts, years among them, below a title', () => {
    const table = `<table><tr><td colspan="3">各县人数</td></tr>${rows('县区|2022年|2023年', '率先县|120|130', '安平县|95|96')}</table>`;
    expect(said(table)).toEqual(['各县人数', '县区', '2022年', '2023年', '县区，率先县', '2022年，120', '2023年，130', '县区，安平县', '2022年，95', '2023年，96']);
  });

  it('a first row of figures names nothing', () => {
    expect(said(`<table>${rows('率先县|120|3', '安平县|95|4', '河口县|60|2')}</table>`)).toEqual(['率先县', '120', '3', '安平县', '95', '4', '河口县', '60', '2']);
  });

  it('headers of two rows, the outer one first, and a header over two columns', () => {
    const table = `<table><thead><tr><th rowspan="2">县区</th><th colspan="2">月标准</th></tr><tr><th>城市</th><th>农村</th></tr></thead>
      <tbody><tr><th>率先县</th><td>600元</td><td>300元</td></tr></tbody></table>`;
    expect(said(table)).toEqual(['县区', '月标准', '月标准，城市', '月标准，农村', '县区，率先县', '月标准，城市，600元', '月标准，农村，300元']);
  });

  it('a row whose header began above is named by it', () => {
    const table = `<table><tr><th>县区</th><th>类别</th><th>标准</th></tr><tr><th rowspan="2">率先县</th><td>城市</td><td>600元</td></tr><tr><td>农村</td><td>300元</td></tr></table>`;
    expect(said(table).slice(3)).toEqual(['县区，率先县', '类别，城市', '标准，600元', '率先县，类别，农村', '标准，300元']);
  });

  it('a figure over all the columns is named by its row', () => {
    const table = `<table><tr><th>项目</th><th>单位</th><th>金额（元）</th></tr><tr><td rowspan="2">体检</td><td>次</td><td>120</td></tr><tr><td>人</td><td>35.5</td></tr><tr><td>合计</td><td colspan="2">84.5</td></tr></table>`;
    expect(said(table).slice(-2)).toEqual(['项目，合计', '合计，84.5']);
    expect(alone(table, '84.5')).toBe('合计');
    expect(said(`<table>${rows('项目|单位|金额（元）', '体检|次|120', '挂号|次|5')}<tr><td>合计</td><td colspan="2">125</td></tr></table>`).at(-1)).toBe('合计，125');
  });

  it('a cell over some of the columns is named by them, and by one name that lies over all of it', () => {
    const week = (cells: string) => `<table><thead><tr><th>日期</th><th>上午</th><th>下午</th><th>夜间</th></tr></thead><tbody><tr><th>周一</th>${cells}</tr></tbody></table>`;
    expect(said(week('<td colspan="2">开放</td><td>关闭</td>')).slice(4)).toEqual(['日期，周一', '上午、下午，开放', '夜间，关闭']);
    expect(alone(week('<td colspan="2">开放</td><td>关闭</td>'), '开放')).toBe('周一，上午、下午');
    expect(said(week('<td>关闭</td><td colspan="2">开放</td>')).slice(-1)).toEqual(['下午、夜间，开放']);
    expect(said(week('<td colspan="3">全天开放</td>')).slice(-1)).toEqual(['周一，全天开放']);
    const months = `<table><tr><th>县区</th><th>一月</th><th>二月</th><th>三月</th><th>四月</th><th>全年</th></tr><tr><td>率先县</td><td colspan="4">31</td><td>90</td></tr></table>`;
    expect(said(months).slice(-2)).toEqual(['一月至四月，31', '全年，90']);
    const outer = `<table><thead><tr><th rowspan="2">县区</th><th colspan="2">月标准</th><th rowspan="2">人数</th></tr><tr><th>城市</th><th>农村</th></tr></thead><tbody><tr><th>率先县</th><td colspan="2">600元</td><td>31</td></tr></tbody></table>`;
    expect(said(outer).slice(-2)).toEqual(['月标准，600元', '人数，31']);
  });

  it('a row that is one merged cell is a title, named by nothing', () => {
    expect(said(`<table><tr><th>项目</th><th>金额</th></tr><tr><td colspan="2">第一部分</td></tr><tr><td>体检</td><td>120</td></tr></table>`).slice(2)).toEqual(['第一部分', '项目，体检', '金额，120']);
  });

  it('cells say themselves what heads them', () => {
    const table = `<table><tr><th id="a">县区</th><th id="b">标准</th></tr><tr><td id="r" headers="a">率先县</td><td headers="r b">600元</td></tr></table>`;
    expect(said(table).slice(2)).toEqual(['县区，率先县', '标准，600元']);
  });

  it('only the beginning of a cell is led', () => {
    const table = `<table><tr><th>项目</th><th>说明</th></tr><tr><td>低保</td><td><p>第一句话写在这里。第二句话写在这里。</p><p>第三句话写在这里。</p></td></tr></table>`;
    expect(said(table).slice(2)).toEqual(['项目，低保', '说明，第一句话写在这里。', '第二句话写在这里。', '第三句话写在这里。']);
  });

  it('a table that lays the page out has no headers', () => {
    expect(said('<table><tr><td>导航在这里</td><td>正文在这里</td></tr></table>')).toEqual(['导航在这里', '正文在这里']);
  });

  it('a table that grows is looked at anew', () => {
    sentences(WITH_TH);
    const body = document.querySelector('tbody');
    body?.insertAdjacentHTML('beforeend', '<tr><th>河口县</th><td>3500元</td><td>61</td></tr>');
    const texts = [...blocksIn(page, document.body)].flatMap((block) => sentencesOf(block)).map((sentence) => sentenceItem(page, sentence).spoken().text);
    expect(texts.slice(-3)).toEqual(['县区，河口县', '农村低保标准，3500元', '人数，61']);
  });
});

describe('one cell alone', () => {
  it('names its row and its column', () => {
    expect(alone(WITH_TH, '3800元')).toBe('安平县，农村低保标准');
    expect(alone(WITH_TH, '安平县')).toBe('县区');
  });

  it('takes for the name of the row its first words, not its number', () => {
    expect(alone(`<table>${rows('序号|县区|标准', '1|率先县|600元', '2|安平县|700元')}</table>`, '700元')).toBe('安平县，标准');
  });
});

describe('what is shown', () => {
  it('stays the cell, and the lead stands at its beginning', () => {
    const sentence = sentences(WITH_TH).find(({ text }) => text === '3600元');
    if (!sentence) throw new Error('the cell is gone');
    const { text, spoken, ranges } = sentenceItem(page, sentence, '链接');
    expect([text, spoken().text, spoken().toShown(0), spoken().toShown(7), spoken().toShown(9), spoken().toShown(20)]).toEqual(['3600元', '农村低保标准，3600元，链接', 0, 0, 2, 5]);
    expect(ranges().map(String)).toEqual(['3600元']);
  });

  it('a control is its name and its role', () => {
    const field = elementItem(document.body, '身份证号', '输入框');
    expect([field.text, field.spoken().text, field.spoken().toShown(2)]).toEqual(['身份证号', '身份证号，输入框', 2]);
    expect(elementItem(document.body, '', '按钮').spoken().text).toBe('按钮');
    expect(elementItem(document.body, '', '').spoken().text).toBe('');
  });
});
