// Rules over a whole clause, each with cases that it must leave.
import { describe, expect, it } from 'vitest';
import { createPinyinPack } from '../../../../shared/packs/pinyin';
import { createMarkedReading } from '../../../support/marked-reading';

const pack = createPinyinPack();
const reading = createMarkedReading(pack);

describe('为', () => {
  it.each([
    ['以人民【为】中心', 'wéi'],
    ['以村庄【为】单位推进', 'wéi'],
    ['以实际行动【为】群众办实事', 'wèi'],
    ['表彰【为】全国先进单位', 'wéi'],
    ['打造【为】全省样板', 'wéi'],
    ['做好工作【为】群众服务', 'wèi'],
    ['【为】推进乡村振兴', 'wèi'],
    ['同时【为】建立健全制度', 'wèi'],
    ['【为】全省第二大湖', 'wéi'],
    ['任命王某某【为】副局长', 'wéi'],
    ['选举产生的代表【为】群众服务', 'wèi'],
    ['【为】敌军所败', 'wéi'],
    ['标准【为】143元', 'wéi'],
    ['今年雨水【为】历年最多', 'wéi'],
    ['新增1例【为】境外输入', 'wéi'],
    ['现【为】省博物馆收藏', 'wéi'],
    ['积极【为】群众办实事', 'wèi'],
    ['高度重视【为】老服务工作', 'wèi'],
    ['市政府决定【为】全市老人免费体检', 'wèi'],
    ['志愿者踊跃报名【为】社区服务', 'wèi'],
    ['理想信念坚定【为】民情怀深厚', 'wèi'],
    ['开展系列【为】民服务活动', 'wèi'],
    ['以高效服务【为】重大项目保驾护航', 'wèi'],
    ['以实际行动【为】首都增光添彩', 'wèi'],
    ['以真情【为】戒毒人员铺路', 'wèi'],
    ['【为】一方百姓造福', 'wèi'],
  ])('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});

describe('other characters', () => {
  it.each([
    ['县长一【行】12人', 'xíng'],
    ['代表团一【行】赴外地考察', 'xíng'],
    ['第一【行】文字', 'háng'],
    ['养了三【只】羊', 'zhī'],
    ['第二【只】是其中之一', 'zhǐ'],
    ['【应】群众要求', 'yìng'],
    ['【应】业主的要求', 'yìng'],
    ['【应】县政府邀请', 'yìng'],
    ['【应】邀请专家参加', 'yīng'],
    ['【应】主动邀请群众参与', 'yīng'],
    ['【应】尊重群众要求', 'yīng'],
    ['【应】提交登记机关要求的其他材料', 'yīng'],
    ['【应】“深入基层”', 'yīng'],
    ['正【当】农忙时节', 'dāng'],
    ['把账算【得】清清楚楚', 'de'],
    ['果子结【得】又大又甜', 'de'],
    ['获【得】好评', 'dé'],
    ['踩【着】鼓点', 'zhe'],
    ['【着】手准备', 'zhuó'],
    ['有正【当】理由的', 'dàng'],
    ['与之相对应【地】', 'de'],
  ])('%s is %s', async (marked, expected) => {
    expect(await reading(marked)).toBe(expected);
  });
});

it('what a rule decides is shown without a doubt', async () => {
  for (const marked of ['以村庄【为】单位推进', '【为】敌军所败', '标准【为】143元', '县长一【行】12人', '【应】群众要求', '正【当】农忙时节', '踩【着】鼓点', '养了三【只】羊', '现【为】省博物馆收藏', '与之相对应【地】']) {
    const read = await pack.explain(marked.replace(/[【】]/g, ''));
    expect(read.find(({ unit }) => unit === marked.indexOf('【'))?.isDoubtful, marked).toBe(false);
  }
});
