// Readings that follow from more of the clause than two neighbours, for the characters where that decides. Words are the lexicon's,
// neighbours the model's (context.ts).
import type { Reading } from './reader';
import { applySurnames } from './surnames';

/** One rule: the character, what stands before and after it in the clause, and how it is then read. The first that fits decides. */
interface Rule {
  readonly character: string;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly reading: string;
}

const ANY = /(?:)/;
const NUMERAL = '[\\d０-９一二两三四五六七八九十百千万亿几数半零〇]';
const COUNTED = '[个名人元年月日天次种类级等项处倍成分米亩吨周期届号层岁户件家所座条张万亿百千%％‰度公平立毫厘海英]';

const RULES: readonly Rule[] = [
  // 以…为中心: a verb, "to take as". What it is taken as decides, for 以…为群众… is another 为.
  {
    character: '为',
    before: /[以视把][^以视把]{1,12}$/,
    after: /^(?:主(?!席|任|管)|中心|核心|重[点心要]?|基[础本准石]|根本|目[标的]|导向|引领|指[导针]|抓手|载体|契机|依[据托]|标[准志杆]|准|例|本|先|首|荣|耻|界|限|期|代表|特色|龙头|支[撑点]|动力|牵引|突破|切入|落脚|出发|题|鉴|镜|戒|由|名|纲|轴|半径|圆心|师|友|伴|邻|乐|生$|食$|天$|贵|大$|辅|宗旨|使命|己任|原则|前提|保[障证]|手段|途径|方[式法向针]|内容|对象|范围|补充|参[考照]|模|榜样|背景|蓝本|原型|基地|纽带|桥梁|平台|傲|幸|然$|单[位元]|主[体线题导]|计)/,
    reading: 'wéi',
  },
  // 标准为143元, 增幅为5.2%: "to be". 为一方百姓 is not counted.
  { character: '为', before: ANY, after: new RegExp(`^(?:[\\d０-９￥¥$]|${NUMERAL}{1,8}${COUNTED})`), reading: 'wéi' },
  // 省长一行12人, 代表团一行赴…: a party; 一行文字 is a line.
  { character: '行', before: /一$/, after: new RegExp(`^(?:${NUMERAL}*[余多]?人|[赴来到前抵莅深在先分走参听察])`), reading: 'xíng' },
  // 三只羊, 这只船: a measure. 只 before a verb is "only" also after a number's end (第一只是…).
  { character: '只', before: new RegExp(`(?:${NUMERAL}|[这那哪每某整])$`), after: /^(?![是有能要会可需不用怕好为在])/, reading: 'zhī' },
];

const BY_CHARACTER = new Map<number, Rule[]>();
for (const rule of RULES) {
  const code = rule.character.codePointAt(0) ?? 0;
  BY_CHARACTER.set(code, [...(BY_CHARACTER.get(code) ?? []), rule]);
}

/**
 * @param clause the text of the clause
 * @param readings of the clause; changed in place
 */
export function applyRules(clause: string, readings: readonly Reading[]): void {
  for (const one of readings) {
    // A word of the lexicon knows better.
    if (one.to - one.from > 1) continue;
    const rules = BY_CHARACTER.get(one.code);
    const rule = rules?.find(({ before, after }) => after.test(clause.slice(one.unit + 1)) && before.test(clause.slice(0, one.unit)));
    if (!rule) continue;
    one.syllable = rule.reading;
    one.isSure = true;
  }
  applySurnames(clause, readings);
}
