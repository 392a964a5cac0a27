// Which lines of official writing stand as headings.
import { describe, expect, it } from 'vitest';
import { headingLevel } from '../../../shared/page/heading-lines';

describe('a line of official writing', () => {
  it.each([
    ['一、总体要求', 2],
    ['　　十二、附则', 2],
    ['第一章 总则', 2],
    ['第三部分　预算公开表', 2],
    ['（一）补贴对象', 3],
    ['(二)办理流程', 3],
  ])('%s is a heading', (line, level) => expect(headingLevel(line)).toBe(level));

  it.each([
    '一、申请人持身份证、户口簿到窗口办理，工作人员当场审核；材料不齐的，一次告知。',
    '二、报名时间：',
    '（一）年满六十周岁；',
    '一、自觉遵守国家的法律法规和各项规章制度，服从管理，听从安排，按时参加学习',
    '第三条 申请人应当如实填写',
    '一是加强领导',
    '十个先进集体',
    '2021年工作要点',
  ])('%s is none', (line) => expect(headingLevel(line)).toBeNull());
});
