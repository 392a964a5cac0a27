// Surnames in names, told by where names stand; common words with the same character stay what they are.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { createMarkedReading } from '../../../support/marked-reading';

const reading = createMarkedReading(createPinyinPack());

describe('a surname', () => {
  it.each([
    ['驻村第一书记【曾】小禾', 'zēng'],
    ['村会计【解】玉田', 'xiè'],
    ['局长【任】长河', 'rén'],
    ['【单】主任', 'shàn'],
    ['记者【查】云', 'zhā'],
    ['村民【仇】大山介绍', 'qiú'],
    ['请【解】县长讲话', 'xiè'],
    ['联系人【翟】工', 'zhái'],
    ['会长【区】永田致辞', 'ōu'],
    ['组长【缪】春禾汇报', 'miào'],
    ['慰问老兵【任】国田', 'rén'],
    ['【解】小禾', 'xiè'],
    ['【区】晓禾', 'ōu'],
    ['【曾】大田', 'zēng'],
    ['民警【解】春生抓获一人', 'xiè'],
  ])('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});

describe('no surname', () => {
  it.each([
    ['局长【任】期三年', 'rèn'],
    ['【任】县长三年', 'rèn'],
    ['【解】民忧', 'jiě'],
    ['【曾】用名', 'céng'],
    ['代表【曾】提出建议', 'céng'],
    ['老师【解】题思路', 'jiě'],
    ['【单】人间', 'dān'],
    ['干部【任】免名单', 'rèn'],
    ['代表【查】看现场', 'chá'],
    ['书记【曾】任主任', 'céng'],
    ['【单】位负责人', 'dān'],
    ['居民【应】当遵守', 'yīng'],
    ['委员【都】表示同意', 'dōu'],
    ['工人【种】植蔬菜', 'zhòng'],
    ['代表【区】人民感谢', 'qū'],
    ['老人【过】马路时', 'guò'],
    ['老人【过】世的', 'guò'],
    ['找【过】行长', 'guò'],
    ['【区】小学', 'qū'],
    ['专家【查】明原因', 'chá'],
    ['群众【都】在看', 'dōu'],
  ])('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});
