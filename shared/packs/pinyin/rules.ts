// Readings that follow from more of the clause than two neighbours, for the characters where that decides. Words are the lexicon's,
// neighbours the model's (context.ts).
import type { Reading } from './reading';
import { applySurnames } from './surnames';

/** One rule: the character, what stands before and after it in the clause, and how it is then read. The first that fits decides. */
interface Rule {
  readonly character: string;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly reading: string;
  /** Whether it also decides where a word of the lexicon begins with the character, which then was none (评为|全国, not 评|为全国); or holds it. */
  readonly overWords?: 'first' | 'any';
}

const ANY = /(?:)/;
/** No rule looks further; without a limit a clause of nothing but 为 would take its square. */
const REACH_BEFORE = 24;
const REACH_AFTER = 48;
const NUMERAL = '[\\d０-９一二两三四五六七八九十百千万亿几数半零〇]';
const COUNTED = '[个名人元年月日天次种类级等项处倍成分米亩吨周期届号层岁户件家所座条张万亿百千%％‰度公平立毫厘海英]';

/** Whom something is done for. */
const SERVED =
  '民(?![宿居营用族])|老|群众|百姓|人民(?!代表|法院|检察)|[居市村农]民|企业|[学师]生|孩子|困难|特困|残疾|[职员]工|您|[你他她我]|大家|社[区会]|灾区|家乡|全[市省县区镇乡村]|各[级地类]|广大|基层|[本当]地|乡村|客户|消费者|患者|[游旅]客|考生|青年|儿童|妇女|军人';

const RULES: readonly Rule[] = [
  // 积极为群众办实事, 高度重视为老服务: what ends like 极为, 视为, 定为 is a word of its own, and 为 is "for".
  { character: '为', before: /积极$/, after: ANY, reading: 'wèi', overWords: 'any' },
  { character: '为', before: /(?:重视|决定|一定|坚定|稳定|报名|系列|完成)$/, after: new RegExp(`^(?:${SERVED})`), reading: 'wèi', overWords: 'any' },
  // 评为, 打造为, 大为: to become or be taken as what follows. 工作为, 合作为 are nouns before another 为.
  {
    character: '为',
    before: /(?:(?:^|[^工合动创运协操制写])作|认|成|视|列|评|定|称|改|选|变|誉|译|编|名|表彰|表扬|推选|公布|批准|推荐|打造|升级|转变|转化|通报|极|最|更|尤|颇|较|甚)$/,
    after: /^(?!了)/,
    reading: 'wéi',
    overWords: 'first',
  },
  // At the beginning, or after what opens a purpose, before a verb of office: "in order to".
  {
    character: '为',
    before: /(?:^|同时|并|也|都|将|旨在|要|会|能)$/,
    after: /^(?:建立|健全|实施|制定|编制|筹备|扭转|消除|弘扬|普及|履行|弥补|遏制|夯实|畅通|继承|推动|推进|促进|加强|加快|规范|保障|保证|确保|解决|落实|贯彻|进一步|切实|深入|全面|更好|有效|提高|提升|方便|防止|避免|配合|迎接|庆祝|纪念|维护|保护|改善|完善|优化|做好|打造|实现|争取|让|使|帮助|支持|鼓励|引导|指导各)/,
    reading: 'wèi',
    overWords: 'first',
  },
  // ，为华东地区第二大湖; ，为国家重点保护动物之一: "it is".
  { character: '为', before: /^$/, after: /^(?!.*(?:提供|[作做]出|带来|奠定|打下|创造|积累|服务|争光|贡献)).{1,14}(?:之一|所在地|第[一二三四五六七八九十\d]+大.{1,6})$/, reading: 'wéi', overWords: 'first' },
  // 以高效服务为重点项目护航, 以实际行动为首都添彩: for; what begins like 为重, 为首 in the next row goes on as another word.
  {
    character: '为',
    before: /以[^以为]{2,12}$/,
    after: /^(?:重[点大](?:项目|工程|企业|群体|人群|活动).{0,6}(?:护航|服务|解|送|赋能|添|提供|办)|首都[^的]|贵[州宾]|戒毒|幸福[^的]|荣誉而|先进[^的]|先烈|名[校城][^的]|师生|友[好邻]|邻里|本[地村市县省校镇乡][^的]|期末)/,
    reading: 'wèi',
    overWords: 'first',
  },
  // 以…为中心: a verb, "to take as". What it is taken as decides, for 以…为群众… is another 为.
  {
    character: '为',
    before: /[以视把][^以视把]{1,12}$/,
    after: /^(?:主(?!席|任|管)|中心|核心|重|基[础本准石]|根本|目[标的]|导向|引领|指[导针]|抓手|载体|契机|依[据托]|标[准志杆]|准|例|本|先|首|荣|耻|界|限|期|代表|特色|龙头|支[撑点]|动力|牵引|突破|切入|落脚|出发|题|鉴|镜|戒|由|名|纲|轴|半径|圆心|师|友|伴|邻|乐|生$|食$|天$|贵|大$|辅|宗旨|使命|己任|原则|前提|保[障证]|手段|途径|方[式法向针]|内容|对象|范围|补充|参[考照]|模|榜样|背景|蓝本|原型|基地|纽带|桥梁|平台|傲|幸|然$|单[位元]|主[体线题导]|计)/,
    reading: 'wéi',
  },
  // 任命某人为委员, 选举某人为代表: to make somebody something; not 选举产生的代表为群众服务.
  {
    character: '为',
    before: /(?:任命|委任|追认|追封|追赠|册封|册立|增补|补选|提名|更名|改组|过继|免去|选举(?!产生)|推举|推选|改封|晋封|进封|拥立|改任|尊封)[^为了]{1,12}$/,
    after: /^(?!了|.{0,8}(?:服务|办实事|着想))/,
    reading: 'wéi',
    overWords: 'first',
  },
  // 为敌军所败, 鲜为人所知: by; 权为民所用 is for. 派出所, 卫生所 and 所有, 所需 are other words.
  {
    character: '为',
    before: /^(?!一切)/,
    after: /^(?!人?民所|群众所|百姓所)[^为所]{1,12}(?<![派出务究诊厕场处会住寓事研交易律看守托各哨卡两一几多数这那馆院生])所(?![有在以谓属需长得税为想盼急忧求做办提作学大中小配])(?:[^的了]{1,3}$|(?:熟?知|喜爱|接受|称道|认可|公认|特有|独有|共有|用|害|迫|吸引|感动|诟病|不容|熟悉|信赖|推崇)的?)/,
    reading: 'wéi',
    overWords: 'first',
  },
  // 现为省博物馆收藏: by.
  { character: '为', before: /(?:^|[现已后曾均皆亦今])$/, after: /^[^为]{2,12}(?:馆|院|寺|家|者|局|室)(?:所?(?:收藏|珍藏|典藏|藏)$|录用$)/, reading: 'wéi', overWords: 'first' },
  // 为历年最多: "is".
  { character: '为', before: ANY, after: /^(?:历[年史来]|全[国省市县球]|世界|同期|近年|有史以来).{0,8}最.{1,2}$/, reading: 'wéi', overWords: 'first' },
  // 标准为143元, 增幅为5.2%: "to be". 为一方百姓 is not counted: for.
  { character: '为', before: ANY, after: /^一方(?:百姓|群众|人民|平安)/, reading: 'wèi' },
  { character: '为', before: ANY, after: new RegExp(`^(?:[\\d０-９￥¥$]|${NUMERAL}{1,8}${COUNTED})`), reading: 'wéi' },
  // 省长一行12人, 代表团一行赴…: a party; 一行文字 is a line.
  { character: '行', before: /一$/, after: new RegExp(`^(?:${NUMERAL}*[余多]?人|[赴来到前抵莅深在先分走参听察])`), reading: 'xíng' },
  // 正当春耕时节: just as; 正当理由 is another word.
  { character: '当', before: /正$/, after: /(?:时|之际|时候|关头|时节|时刻)$/, reading: 'dāng', overWords: 'any' },
  // 与之相对应地，: what stands before a pause after an adverb is the particle.
  { character: '地', before: /(?:对应|相应|相反|确切|准确|严格|同样|类似|具体|一般|简单|坦率|客观)$/, after: /^(?:$|[说讲来看])/, reading: 'de' },
  // 应群众要求, 应市长之邀: in answer to. 应听取…, 应提供有关部门要求的…: should.
  { character: '应', before: /(?:^|[是系])$/, after: /^(?!提[供交]|[递上]交|出具|携带|补充|尊重|重视|考虑|认真|主动|及时|广泛|积极|充分|倾听|听取|了解|回应|反映|首先|优先|注意|配合)[^按符满达根依严以具遵从向在由与落执参将把不]{0,14}(?:(?<!^)(?:之邀|之约|之请|邀请|请求)|(?:部门|机关|政府|公司|单位|群众|用户|客户|业主|家长|读者)的?要求(?!的))/, reading: 'yìng', overWords: 'first' },
  { character: '应', before: ANY, after: /^[“「『]/, reading: 'yīng' },
  // 新增1例为境外输入: "is".
  { character: '为', before: /例$/, after: /^(?:境外|本土|本地|输入|集中|无症状)/, reading: 'wéi', overWords: 'first' },
  // 算得清, 震得人发慌, 果子结得又大: a verb and its complement. 所得, 应得 are other words.
  { character: '得', before: /[算震给结说写做听吃跑走干办搞用学讲想记种长来睡站坐住玩打拉提抓变显看冻吓累乐忙热哭笑气急画唱跳扫擦洗修建]$/, after: /^[^\d到了知以出失分]/, reading: 'de', overWords: 'any' },
  // 踩着鼓点: what follows a verb is the particle; the verb 着 stands in words (着手, 着眼) or at the beginning.
  { character: '着', before: /\p{Script=Han}$/u, after: ANY, reading: 'zhe' },
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
    const rules = BY_CHARACTER.get(one.code);
    if (!rules) continue;
    const isInWord = one.to - one.from > 1;
    const isFirst = readings[one.from] === one;
    const rule = rules.find(
      ({ before, after, overWords }) => (!isInWord || overWords === 'any' || (overWords === 'first' && isFirst)) && after.test(clause.slice(one.unit + 1, one.unit + 1 + REACH_AFTER)) && before.test(clause.slice(Math.max(0, one.unit - REACH_BEFORE), one.unit)),
    );
    if (!rule) continue;
    one.syllable = rule.reading;
    one.isSure = true;
  }
  applySurnames(clause, readings);
}
