// Readings that follow from the neighbours of a character, for the commonest of them. Not for whole words (words.ts).

/** One rule: the character, what stands before and after it, and what it is then read. Tried in order; the first that fits decides. */
interface Rule {
  readonly character: string;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly reading: string;
}

const ANY = /(?:)/;

const RULES: readonly Rule[] = [
  // 以…为…, 被评为…, 是 … 为 with a number after it: a verb, "to be".
  { character: '为', before: /(以|将|把|被|由|称|作|评|选|定|列|改|变|升|分|编|译|视|认|称之|命名|表彰|确定|认定|调整|标准|金额|总额|面积|时间|期限|名称|地址|编号|电话|日期)[^，。；：！？]{0,8}$/, after: /^(?![了何什此民])/, reading: 'wéi' },
  { character: '为', before: ANY, after: /^\s*[\d０-９一二两三四五六七八九十百千万零〇第不]/, reading: 'wéi' },
  { character: '为', before: /(?:^|[，。；：！？、“（])$/, after: /^(?!期|首|主|例|准|止|限|人民服务$)/, reading: 'wèi' },
  // Adverb + 地 + verb.
  { character: '地', before: /(.)\1(.)\2$|(?:积极|主动|认真|自豪|深刻|深入|切实|有效|有力|扎实|充分|全面|更好|不断|逐步|严肃|热情|耐心|努力|准确|及时|科学|系统|稳妥|有序|广泛|高效|创造性|针对性|有计划|有步骤|[^土基某各场产当本此工用田林草耕园]性)$/, after: /^[^，。；、：！？的区方点址位形域质理产]/, reading: 'de' },
  // A complement of degree or possibility after a verb.
  { character: '得', before: /[做办过活看听说写住走跑干搞变显吃用管种建学懂来长起]$/, after: /^(很|更|不|十分|非常|越来越|好|上|起|到|出|了|下|住|更加|比较|特别|相当|如此|那么|这么)/, reading: 'de' },
  { character: '得', before: /[变显做办搞]$/, after: ANY, reading: 'de' },
  // 全省长江流域, 部长期: the word begins with 长, whatever office could end in it.
  { character: '长', before: /[省市区县乡镇部局院校]$/, after: /^(江|期(?!间)|沙|远|效|春|宁|治(?!理)|安(?!排)|城|征|三角|株潭)/, reading: 'cháng' },
  // Offices end in 长; these may not be cut before what begins with 长.
  { character: '长', before: /(局|处|科|县|厅|镇|校|院|所|站|秘书|委员|董事|理事|检察|事务|团|支队|大队|中队|班|排|连|营)$/, after: /^(?![期江沙安远效度春宁治寿龄])/, reading: 'zhǎng' },
  { character: '长', before: /[省市区乡村州部队组会]$/, after: /^(?![期江沙安远效度春宁治寿龄三短城]|$)/, reading: 'zhǎng' },
  // 部门 + 将, never 门将 in official text.
  { character: '将', before: /(部|专|部门|衙|澳)门$|[^名大上中少老干健猛战武女麻点]$/, after: /^(?![军领士校官帅]|$)/, reading: 'jiāng' },
];

const BY_CHARACTER = new Map<string, Rule[]>();
for (const rule of RULES) BY_CHARACTER.set(rule.character, [...(BY_CHARACTER.get(rule.character) ?? []), rule]);

const CONTEXT_CHARACTERS = 12;

/**
 * Corrects readings by context.
 * @param text one sentence
 * @param readings one entry per UTF-16 code unit; changed in place
 */
export function applyRules(text: string, readings: string[]): void {
  for (let at = 0; at < text.length; at += 1) {
    const rules = BY_CHARACTER.get(text.charAt(at));
    if (!rules) continue;
    const before = text.slice(Math.max(0, at - CONTEXT_CHARACTERS), at);
    const after = text.slice(at + 1, at + 1 + CONTEXT_CHARACTERS);
    const rule = rules.find((one) => one.before.test(before) && one.after.test(after));
    if (rule) readings[at] = rule.reading;
  }
}
