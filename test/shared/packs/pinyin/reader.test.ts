// The reader with its real tables, in sentences as officials write them. Each layer alone is tested beside it.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { firstLevel } from '../../../../shared/packs/pinyin/first-level';
import { createMarkedReading } from '../../../support/marked-reading';

const reading = createMarkedReading(createPinyinPack());

/** A sentence with the character in question in 【】, and its reading. */
const CASES = [
  ['特困【供】养人员', 'gōng'],
  ['领导班【子】成员', 'zi'],
  ['在全省【率】先开展', 'shuài'],
  ['被评【为】先进单位', 'wéi'],
  ['标准【为】143元', 'wéi'],
  ['【为】群众办实事', 'wèi'],
  ['民政部门【将】继续努力', 'jiāng'],
  ['召开局【长】办公会', 'zhǎng'],
  ['坚持三【重】一大制度', 'zhòng'],
  ['老人高高兴兴【地】住进新居', 'de'],
  ['本地【地】方政府', 'dì'],
  ['住【得】上好房子', 'de'],
  ['取【得】了成绩', 'dé'],
  ['获【得】了表彰', 'dé'],
  ['【长】江沿岸', 'cháng'],
  ['全省【长】江流域', 'cháng'],
  ['副市【长】讲话', 'zhǎng'],
  ['江西省【婺】源县', 'wù'],
] as const;

describe('the reader', () => {
  it.each(CASES)('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});

it('has the 3,500 characters of the first level', () => {
  const common = [...firstLevel()].sort((a, b) => a - b).map((code) => String.fromCodePoint(code));
  expect(common).toHaveLength(3500);
  // The first three and the last in the order of code points, which number them.
  expect([...common.slice(0, 3), common.at(-1)]).toEqual(['一', '丁', '七', '龟']);
});
