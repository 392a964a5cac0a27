// Surnames in names, told by where names stand; common words with the same character stay what they are.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { createMarkedReading } from '../../../support/marked-reading';

const pack = createPinyinPack();
const reading = createMarkedReading(pack);

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
    ['【查】主任', 'zhā'],
    ['请【盖】医生', 'gě'],
    ['找【单】律师', 'shàn'],
    ['由【仇】局长介绍', 'qiú'],
    ['【任】长河', 'rén'],
    ['书记【查】小禾荣获表彰', 'zhā'],
    ['记者【查】大云因病', 'zhā'],
    ['校长【曾】小禾被评为先进', 'zēng'],
    ['书记【曾】禾表示', 'zēng'],
    ['记者【查】云等', 'zhā'],
    ['主任【乐】小禾赴外地', 'yuè'],
    ['教师【盖】大田', 'gě'],
    ['老师【过】小禾（女）', 'guō'],
    ['同学【单】大山从', 'shàn'],
    ['主任【查】小禾到会', 'zhā'],
    ['主任【查】小禾受伤', 'zhā'],
    ['烈士【查】小禾之墓', 'zhā'],
    ['居民【查】小禾（女）', 'zhā'],
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
    ['陪老人【过】节', 'guò'],
    ['老人【过】生日', 'guò'],
    ['户主【过】户', 'guò'],
    ['学生【查】成绩', 'chá'],
    ['干部【查】隐患', 'chá'],
    ['医生【查】房', 'chá'],
    ['会计【查】账', 'chá'],
    ['村民【盖】房子', 'gài'],
    ['居民【盖】楼', 'gài'],
    ['老人【乐】开怀', 'lè'],
    ['干部【任】组长', 'rèn'],
    ['学生【单】招', 'dān'],
    ['市民【曾】反映', 'céng'],
    ['战士【曾】驻守', 'céng'],
    ['教练【曾】夺冠', 'céng'],
    ['居民【区】建设', 'qū'],
    ['居民【区】改造', 'qū'],
    ['职工【哈】密', 'hā'],
    ['作者【柏】拉图', 'bó'],
    ['【查】资料', 'chá'],
    ['【查】大云', 'chá'],
    ['【解】数学题', 'jiě'],
    ['【解】的是', 'jiě'],
    ['书记【解】的难题', 'jiě'],
    ['工人【盖】等候室', 'gài'],
    ['工人【盖】仓库时受伤', 'gài'],
    ['学生【查】错的和漏的', 'chá'],
    ['高新【区】主任', 'qū'],
    ['和平新【区】书记', 'qū'],
    ['老旧居民【区】改造', 'qū'],
    ['书记【曾】答应', 'céng'],
    ['书记【曾】亲手种下', 'céng'],
    ['干部【任】联络员', 'rèn'],
    ['【单】循环赛', 'dān'],
    ['【仇】富心态', 'chóu'],
    ['【解】心头结', 'jiě'],
  ])('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});

it('what a name decides is shown without a doubt', async () => {
  for (const marked of ['村民【仇】大山', '记者【查】云', '请【盖】医生', '同学【单】大山从', '书记【曾】小禾表示', '队员【燕】小禾', '主任【乐】小禾赴外地', '老师【过】小禾（女）', '【区】晓禾']) {
    const read = await pack.explain(marked.replace(/[【】]/g, ''));
    expect(read.find(({ unit }) => unit === marked.indexOf('【'))?.isDoubtful, marked).toBe(false);
  }
});
