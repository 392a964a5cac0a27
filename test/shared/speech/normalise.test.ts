// What the voice is given for official text.
import { expect, it } from 'vitest';
import { spokenOf } from '../../../shared/speech/normalise';

it.each([
  ['湘政办发〔2021〕61号文件', '湘政办发，二零二一，61号文件'],
  ['教职成厅函[2010]36号', '教职成厅函，二零一零，36号'],
  ['首页 > 新闻 & 公告', '首页，新闻 和 公告'],
  ['增长3.5%，比上年', '增长3.5%，比上年'],
  ['电话：010-58123114', '电话：010-58123114'],
  ['9:30—11:30', '9:30至11:30'],
  ['2024-03-05发布', '2024年3月5日发布'],
  ['详见http://www.gov.cn/a.html。', '详见网址。'],
  ['零\u200b宽\u00ad字', '零宽字'],
  ['　　全角　１２３％', '全角 123%'],
  ['————————', ''],
  ['■■ 申请', '申请'],
  ['', ''],
])('%s', (shown, said) => expect(spokenOf(shown).text).toBe(said));
