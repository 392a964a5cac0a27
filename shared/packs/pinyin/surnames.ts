// Surnames whose reading differs from the character's usual one, found by where names stand: after or before an office. Not for names of
// known people and compound surnames, which are words of the lexicon, nor for surnames that are commoner as words there (都, 那, 种).
import type { Reading } from './reading';

/** Surname, its reading, and the characters after it that make a common word of the two instead. A table to extend by hand. */
const SURNAMES = `
任 rén 期免职命务教用意何课满由人选性监董副主正总党书会凭重班组
解 xiè 决除放释读散答困难说聘雇禁析剖体救开民忧题惑压渴纷围冻封密毒暑热馋乏套封脱约气疙法
曾 zēng 经任在获是为被与有于多担一因以将对就用把从到先主参作住来去出发提做写说听见看打进开建设立创办改赴历受荣当带领教习学留服工协执反投驻援挂夺战奋游考率答
单 shàn 位独元项一纯调个据价身向程行体方人列科双台件日号页选曲车薄打招手
仇 qiú 恨人视敌杀
查 zhā 看询明处证验找收阅办核实获封究出清到封摆成分隐短漏酒案房体账档数岗课违
区 ōu 域别分县里内级划间长委块位公政府人民所直属级纪信法教卫财卫生医小中大土田地块号楼间长时片
盖 gě 章上好住了印有房楼新被厂棚
翟 zhái
尉 wèi
华 huà 人侨语夏北南东中西裔商文诞丽盛表贵发而
卜 bǔ
朴 piáo 素实质
缪 miào 误
纪 jǐ 律委检念录要实年元工监
燕 yān 子窝京山郊麦尾赵
过 guō 程去于来往了后得度渡错失期关问硬年硬半多节生冬江磅户端日桥街河重
召 shào 开集回唤见
员 yùn 工额
葛 gě
乐 yuè 于观意趣器队园曲团开
牟 móu 取利平
郇 xún
冼 xiǎn
哈 hǎ 萨尔密达欠
薄 bó 弱利膜
柏 bǎi 林油树
覃 qín
郗 xī
訾 zī
於 yū
乜 niè
眭 suī
宓 mì
佴 nài
秘 bì 书密
曲 qū 线艺折调目
瞿 qú
`;

interface Surname {
  readonly reading: string;
  readonly stops: string;
}

const TABLE = new Map<number, Surname>(
  SURNAMES.trim()
    .split('\n')
    .map((line) => {
      const [surname = '', reading = '', stops = ''] = line.split(' ');
      return [surname.codePointAt(0) ?? 0, { reading, stops }];
    }),
);

/** Words for people by what they do, which stand before a name and, as a form of address, after it. */
const OFFICES =
  '书记|主任|部长|局长|厅长|处长|科长|股长|县长|市长|省长|州长|区长|镇长|乡长|村长|校长|院长|所长|站长|队长|组长|会长|司长|馆长|委员长|董事长|秘书长|检察长|参谋长|' +
  '行长|厂长|场长|园长|台长|团长|营长|连长|排长|班长|师长|军长|社长|理事长|船长|楼长|委员|常委|主席|会计|出纳|记者|通讯员|教授|讲师|医生|医师|护士|教师|老师|党员|' +
  '干事|民警|警官|法官|检察官|律师|院士|研究员|工程师|经理|总监|主编|主管|巡视员|调研员|科员|支书|政委|司令|同志|先生|女士|烈士|师傅|总理|总统|元帅|将军|博士|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷';
/** Who is named right after these. */
const BEFORE_NAME = new RegExp(
  `(?:${OFFICES}|村民|居民|市民|农民|职工|工人|代表|模范|劳模|英雄|标兵|能手|作者|编辑|责编|校对|审核|签发人|联系人|负责人|申请人|被告人?|原告|上诉人|代理人|委托人|监护人|当事人|经办人|` +
    '嫌疑人|受害人|证人|传承人|创始人|发言人|主持人|候选人|获得者|干部|队员|办事员|馆员|网格员|志愿者|社工|老兵|战士|民兵|老人|户主|店主|老板|司机|患者|病人|专家|学者|学生|同学|邻居|作家|诗人|画家|导演|演员|选手|教练|裁判)$',
);
/** What comes right after a name of any length, and after one of three characters only. */
const AFTER_NAME = new RegExp(`^(?:$|${OFFICES}|[等说（(）)“、]|表示|介绍|指出|强调|认为|告诉|主持|出席|参加|带领|率|讲话|宣读|作了|担任|一行)`);
const AFTER_LONG_NAME = /^(?:致辞|致词|汇报|发言|作报告|带队|赴|前往|来到|到[会场村]|受[到伤]|获|荣获|当选|被|因|从|向|和|与|及|同|在|对|正|也|曾|已|将|就|谈|称|讲|问|答|回忆|代表|宣布|签|负责|牵头|走访|慰问|调研|检查|家|之[墓子女妻父母])/;
const IS_OFFICE = new RegExp(`^(?:${OFFICES})`);
/** No given name holds what only grammar needs. */
const GIVEN = /^(?:(?![的了着是在和与及有不也就都把被为之其到得地过很还要会能可将已世])\p{Script=Han}){1,2}/u;
/** No office is longer; what is further away need not be looked at. */
const REACH = 8;
/** 任县长 is to serve as one, far more often than to be called so; 找过行长 is a verb too. */
const VERBS_BEFORE_OFFICE = '任过';
const BEFORE_ADDRESS = /^$|[和与及同由请找]$/;

/** Surnames that are no verb and no adverb: with two characters after them they are a name also alone (in a list, in a cell) or before any verb. */
const UNMISTAKABLE = new Set('任解单仇翟尉华卜朴缪纪燕葛牟郇冼曾区');
/** Of these the ones that verbs may follow as an adverb does. */
const ADVERBS = new Set('曾任');

/**
 * @param clause the text of the clause
 * @param readings of the clause; changed in place
 */
export function applySurnames(clause: string, readings: readonly Reading[]): void {
  for (const one of readings) {
    const surname = TABLE.get(one.code);
    // What a word of the lexicon covers is no bare surname.
    if (!surname || one.to - one.from > 1) continue;
    const after = clause.slice(one.unit + 1, one.unit + 1 + REACH);
    // Nothing after it is in any list: '' is in every text.
    if (surname.stops.includes(after.charAt(0))) continue;
    const before = clause.slice(Math.max(0, one.unit - REACH), one.unit);
    const character = clause.charAt(one.unit);
    if (isNamed(character, before, after) || (!VERBS_BEFORE_OFFICE.includes(character) && (BEFORE_ADDRESS.test(before) || BEFORE_NAME.test(before)) && IS_OFFICE.test(after))) {
      one.syllable = surname.reading;
      one.isSure = true;
    }
  }
}

/** Whether a name of two or three characters, the surname among them, stands between an office and what follows names. */
function isNamed(surname: string, before: string, after: string): boolean {
  if (surname === '区' && before.endsWith('居民')) return false;
  const [given = ''] = GIVEN.exec(after) ?? [];
  if (before === '') return after.length === 2 && given.length === 2 && UNMISTAKABLE.has(surname);
  if (!BEFORE_NAME.test(before)) return false;
  if (given.length === 2 && UNMISTAKABLE.has(surname) && !ADVERBS.has(surname)) return true;
  for (let length = given.length; length > 0; length -= 1) if (AFTER_NAME.test(after.slice(length))) return true;
  return given.length === 2 && AFTER_LONG_NAME.test(after.slice(2));
}
