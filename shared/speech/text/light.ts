// What misleads or breaks the voices of systems and browsers, which read plain numbers, dates and times themselves. Each row has its
// reason; what such a voice says well is left to it. Voices that know characters alone get full.ts on top.
import { cardinal, inDigits, overPhone } from './numbers';
import type { Row } from './row';
import { anyOf, CALLS, LATIN_UNITS, PER, QUANTITY, RATED, SIGNS } from './tables';

const YEAR = String.raw`(?:19|20)\d\d`;
const NUMBER = String.raw`\d+(?:\.\d+)?`;
/** Between two numbers: to. */
const TO = String.raw`\s*[-~–—−]+\s*`;
const UNITS = anyOf(LATIN_UNITS.keys());
const pattern = (source: string) => new RegExp(source, 'gu');
/** A group of a match, '' where it took no part. */
const part = (match: RegExpMatchArray, at: number) => match[at] ?? '';
const day = (year: string, month: string, date: string) => `${year}年${Number(month)}月${date === '' ? '' : `${Number(date)}日`}`;
const isDay = (month: string, date: string) => Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= 31;

const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
/** First signs of the runs of twenty, twenty, twenty, ten, ten and ten that number lists. */
const RUNS: readonly (readonly [first: number, count: number])[] = [[0x2460, 20], [0x2474, 20], [0x2488, 20], [0x2776, 10], [0x2780, 10], [0x278a, 10], [0x3220, 10], [0x3280, 10]];

/** Ⅲ, and III as keyboards write it. */
const ROMAN_LETTERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const ROMAN_NUMBER = `(?:[${ROMAN}]|(?<![A-Za-z\\d])(?:${anyOf(ROMAN_LETTERS)})(?![A-Za-z\\d]))`;

function listNumber(sign: string): string {
  const code = sign.charCodeAt(0);
  const run = RUNS.find(([first, count]) => code >= first && code < first + count);
  return cardinal(String(run ? code - run[0] + 1 : ROMAN.indexOf(sign) + 1));
}

/** Documents, standards, codes: their numbers are names, and a voice would make amounts of them. */
const NAMES: readonly Row[] = [
  // （2024）湘01民终123号: the number of a case, digit by digit.
  [pattern(String.raw`[〔[［【(（](${YEAR})[〕\]］】)）]\s*(\p{Script=Han}+)(\d{2,4})(\p{Script=Han}{1,5})(\d+)号`), (match) =>
    `，${inDigits(part(match, 1))}，${part(match, 2)}${inDigits(part(match, 3))}${part(match, 4)}${inDigits(part(match, 5))}号`],
  // 湘政办发〔2021〕61号: the year digit by digit, then the number.
  [pattern(String.raw`[〔[［【(（](${YEAR})[〕\]］】)）]\s*第?\s*(\d+)\s*号`), (match) => `，${inDigits(part(match, 1))}，${part(match, 2)}号`],
  [pattern(String.raw`(?<=\p{Script=Han})[〔[［](${YEAR})[〕\]］](?=\d)`), (match) => `，${inDigits(part(match, 1))}，`],
  // Numbers of records, of sites above all: 京ICP备12345678号-1.
  [/(?<=ICP备[:：]?\s*)(\d+)(?:-(\d+))?号(?:-(\d+))?/g, (match) => `${inDigits([match[1], match[2]].filter(Boolean).join('，'))}号${match[3] ? `，${inDigits(match[3])}` : ''}`],
  [/(?<=网安备\s*)\d+(?=号)|(?<=网站标识码[:：\s]*)\d+/g, ([code = '']) => inDigits(code)],
  // GB/T 12345-2020: the dash before the year is no minus.
  [pattern(String.raw`(?<![A-Za-z])([A-Z]{2,}\d*(?:/[A-Z]+)?)\s?(\d+(?:\.\d+)?)\s?[-—–]\s?(${YEAR})(?!\d)`), (match) =>
    `${inDigits(part(match, 1)).replace('/', ' ')} ${inDigits(part(match, 2)).replace('.', '点')}，${inDigits(part(match, 3))}`],
  // Numbers of identity cards, bank cards and organisations: as amounts they would be billions.
  [/(?<![\dA-Za-z.])(?:\d{17}[\dXx]|\d{15,19}|\d{4}(?: \d{4}){2,3}(?: \d{1,4})?|(?=[0-9A-Z]*\d{6})[0-9A-Z]{18})(?![\dA-Za-z.])/g, ([code = '']) => inDigits(code)],
  [/\d{3,}[*＊]{2,}\d*|(?<!\d)[*＊]{2,}\d{3,}/g, ([code = '']) => inDigits(code).replace(/[*＊]+/g, '，')],
  // Numbers that are called: 12345 is no twelve thousand.
  [pattern(String.raw`(?<=(?:${anyOf(CALLS)})[^\d。；！？]{0,6})(?<!\d)\d{3,6}(?:[、和或及/]\d{3,6})*(?![\d.,-]|\s*[${QUANTITY}])`), ([numbers = '']) => overPhone(numbers).replace(/\//g, '或')],
  [pattern(String.raw`(?<![\d.,:-])(?:12[13]\d[1-9]|12320|12330|12350|12360|12380|12110)(?![\d.,:-]|\s*[${QUANTITY}])`), ([code = '']) => overPhone(code)],
  [/(?<![\d.])(?:1(?:10|1[49]|2[02])|9[56]\d{3}|100\d\d)(?=(?:报警|急救|火警|指挥|热线|电话|客服|供电|服务|平台|、幺))/g, ([code = '']) => overPhone(code)],
];

/** Before a figure that ends a line: then it is an amount or a count, whatever it looks like. */
const AMOUNT_BEFORE = '[共约达超近为数到有过量额计积口入出分值击读览赞注放价余每均比第高低多少于至年月日时成]';
/** A year that a name ends with, without its word: 汉语盘点2018. A voice would make an amount of it. */
const YEARS: readonly Row[] = [
  [pattern(String.raw`(?<=\p{Script=Han}(?<!${AMOUNT_BEFORE})(?:\s|[-–—·])?)(?:19[5-9]\d|20[0-4]\d)(?=\s*$|[》”』」〉]|[：:](?!\d))`), ([year = '']) => inDigits(year)],
];

/** Points and stretches of time. */
const TIMES: readonly Row[] = [
  [pattern(String.raw`(?<![\d./-])(${YEAR})([-/.])(\d{1,2})\2(\d{1,2})(?!\2?\d)`), (match) =>
    isDay(part(match, 3), part(match, 4)) ? day(part(match, 1), part(match, 3), part(match, 4)) : match[0]],
  // 2024.3.1-3.15 and 2024.03-2024.06: an end without its year, a month without its day.
  [pattern(String.raw`(?<=日${TO})(\d{1,2})[./](\d{1,2})(?![\d.])`), (match) => (isDay(part(match, 1), part(match, 2)) ? `${Number(part(match, 1))}月${Number(part(match, 2))}日` : match[0])],
  [pattern(String.raw`(?<![\d./-])(${YEAR})\.(0?[1-9]|1[0-2])${TO}(${YEAR})\.(0?[1-9]|1[0-2])(?![\d.])`), (match) =>
    `${day(part(match, 1), part(match, 2), '')}至${day(part(match, 3), part(match, 4), '')}`],
  [pattern(String.raw`(?<![\d./-])(${YEAR})[-/](0[1-9]|1[0-2])(?!\d|[-/.]\d|年|届|学)`), (match) => day(part(match, 1), part(match, 2), '')],
  // Days beside the titles of a list.
  [/^([（([]?)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([)）\]]?)$/g, (match) =>
    part(match, 1) !== '' || /^0|-0/.test(part(match, 2)) ? `${Number(part(match, 2))}月${Number(part(match, 3))}日` : match[0]],
  // 3·15, 12·4: days that are names.
  [/(?<![\d.])(1[0-2]|[1-9])[·•・](3[01]|[12]\d|[1-9])(?![\d.])/g, (match) => cardinal(part(match, 1)) + inDigits(part(match, 2))],
  [/(?<=[“"])(1[0-2]|[1-9])\.(3[01]|[12]\d|[1-9])(?=[”"])/g, (match) => cardinal(part(match, 1)) + inDigits(part(match, 2))],
  // 90后: a voice would say ninety.
  [/(?<![\d.年月日])(?:[6-9][05]|0[05])(?=后(?!天|续|的?第))/g, ([decade = '']) => inDigits(decade)],
  [/(?<![\d:.])\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2,}(?![\d:])/g, ([ratio = '']) => (ratio.includes('.') ? ratio.replace(/[:：]/g, '比') : ratio)],
  // 比例为1:50, 以3:2获胜: what looks like a time, but stands after a word that tells.
  [pattern(String.raw`(?<=(?:比分|比例尺?|配比|比为|师生比|床位比|配置比|占比|之比|比)[^\d。；，]{0,6})(${NUMBER})[:：∶](${NUMBER})`), '$1比$2'],
  [pattern(String.raw`(?<=以\s?)(\d+)[-:∶](\d+)(?=[^\d。；，]{0,6}(?:胜|负|击败|领先|逆转|战平))`), '$1比$2'],
  [pattern(String.raw`(${NUMBER})∶(?=${NUMBER})`), '$1比'],
  // 3:1 is a ratio, 9:30 a time: minutes have two digits and stop at 59.
  [/(?<![\d:])(\d+(?:\.\d+)?):(?=\d+(?:\.\d+)?(?!\d))(?!(?<=(?<!\d)(?:[01]?\d|2[0-4]):)[0-5]\d(?!\d))(?<!:\d+:)(?!\d+:[0-5]\d(?!\d))/g, '$1比'],
  [pattern(String.raw`(?<=\d[比])(${NUMBER}):(?=\d)`), '$1比'],
  [pattern(String.raw`(?<=\d:\d\d)${TO}(?=\d{1,2}:\d\d)`), '至'],
];

/** From … to …: a voice says minus, or nothing. */
const RANGES: readonly Row[] = [
  // 2021—2023年: only the second number is told to be a year.
  [pattern(String.raw`(?<![\d.])(1\d{3}|20\d\d)(?:${TO}|[至/])(1\d{3}|20\d\d|\d\d)(?=\s*(?:年|学年|届|财年))`), (match) =>
    `${inDigits(part(match, 1))}至${part(match, 2).length === 4 ? part(match, 2) : inDigits(part(match, 2))}`],
  [pattern(String.raw`(?<![\d.-])(${YEAR})${TO}(${YEAR})(?![\d.-])`), (match) => `${inDigits(part(match, 1))}至${inDigits(part(match, 2))}`],
  // 周一～周五, 小学～初中.
  [/(?<=(?:周|星期|礼拜)[一二三四五六日天])\s*[-~–—]\s*(?=(?:周|星期|礼拜)?[一二三四五六日天])|(?<=\p{Script=Han}|[)）》”])\s*~\s*(?=\p{Script=Han}|[(（《“])/gu, '至'],
  // A01—A05 are counters.
  [/(?<=[A-Z]\d+)\s*[-~–—]+\s*(?=[A-Z]\d)/g, '至'],
  // -5~3℃, 10~15℃.
  [/(?<![\d)）%℃A-Za-z]|\d\s)-(?=\d+(?:\.\d+)?(?:\s*[~～–—至到-]+\s*-?\d+(?:\.\d+)?)?\s*(?:℃|°C|摄氏度))/gu, '零下'],
  [/(?<=\d(?:℃|°C)?\s*[~～–—至到-]\s*)-(?=\d+(?:\.\d+)?\s*(?:℃|°C|摄氏度))/g, '零下'],
  // Between numbers, or a number with what it counts and the next number. Not in 010-58123114, 1-2-3 or 3-201室.
  [/(?<=\d)(?<!(?<!\d)0\d{2,3}\s?)\s*[~–—]+\s*(?=[零\d])/g, '至'],
  [pattern(String.raw`(?<=\d\s?(?:${UNITS}))\s*[-~–—]+\s*(?=\d)`), '至'],
  [/(?<=\d\s*[%‰°′″℃年月日号时点分秒岁元万亿个人米克吨级周天季度世纪代℃])\s*[-~–—]+\s*(?=[零第]?\d)/gu, '至'],
  [/(?<![\d.-]|[图表附件例式]|[A-Za-z]|[A-Za-z][-\s])((?!0\d)\d{1,4}(?:\.\d+)?)\s?-\s?(?!0\d)(?=\d{1,6}(?:\.\d+)?(?![\d-]))(?!\d+\s*(?:室|房|[号#]?楼|栋|幢))/g, '$1至'],
  [/(?<=第?[一二三四五六七八九十百零]+[章条款项批届季页号期年月日])\s*[-~–—]\s*(?=第?[一二三四五六七八九十百零]+[章条款项批届季页号期年月日])/g, '至'],
];

/** Signs of arithmetic and of money. */
const AMOUNTS: readonly Row[] = [
  [pattern(String.raw`(?<![\d.,] ?|\d)[1-9]\d{0,2}(?: \d{3})+(?=(?:\.\d+)?\s?[${QUANTITY}])`), ([amount = '']) => amount.replace(/ /g, '')],
  // Three and a half thousand, not three and five hundred.
  [/(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)/g, ([amount = '']) => amount.replace(/,/g, '')],
  [/(?<![\d，])[1-9]\d{0,2}(?:，\d{3})+(?=(?:\.\d+)?\s?[元万亿])/g, ([amount = '']) => amount.replace(/，/g, '')],
  // ¥ is read as yen by some, and the unit belongs after the number.
  [/(?:RMB|CNY)?\s?[¥￥]\s?(\d+(?:\.\d+)?)\s*([万亿]{0,2})元?/g, '$1$2元'],
  [/±\s?(?=\d)/g, '正负'],
  // A minus is often passed by. After a number it takes away.
  [/(?<=\d\s?)−\s?(?=\d)/g, '减'],
  [/(?<=\p{Script=Han})-(?=\d+(?:\.\d+)?\s?[%‰])/gu, '负'],
  [/[−](?=\d)|(?<=^|[\s：:，,（(为是至约达到]|增长|同比|环比|增速|增幅|下降)-(?=\d)/g, '负'],
  [/(?<=[\d\p{Script=Han}㎡㎥²³])\s?[×✕✖]\s?(?=\d)|(?<=\d)\s?[xX*]\s?(?=\d)/gu, '乘'],
  [/(?<=\d\s?)\+\s?(?=\d)/g, '加'],
  [/(?<=\d\s?%?\s?)=\s?(?=[\d-])/g, '等于'],
  [/[≥≧⩾]|>=/g, '大于等于'],
  [/[≤≦⩽]|<=/g, '小于等于'],
  [/≠/g, '不等于'],
  [/≈/g, '约等于'],
  // Network voices stop at these three (they take the text for mark-up); before a number they compare, between words they lead on.
  [/&/g, '和'],
  [/<(?=\d)/g, '小于'],
  [/(?<=[^\s\d])>(?=(?!(?:19|20)\d\d(?!\d))\d)|^>(?=\d)|(?<=\d\s?)>(?=\s?\d)/g, '大于'],
  [/([\p{Script=Han}\w])\s*>+\s*/gu, '$1，'],
  [/[<>]+/g, ' '],
  [/(?<=[\d.])\s*‰/g, '‰'],
  [/(\d+(?:\.\d+)?)(?:‰至(\d+(?:\.\d+)?)|至(\d+(?:\.\d+)?))‰/g, (match) => `千分之${part(match, 1)}至千分之${part(match, 2) || part(match, 3)}`],
  [/(\d+(?:\.\d+)?)‰/g, '千分之$1'],
  [/(\d+(?:\.\d+)?)‱/g, '万分之$1'],
  // 13/14次列车 are a pair; 120/80 is two numbers; 1/3 a fraction, and no date.
  [/(?<![\d/.])(\d{1,4})\/(?=\d{1,4}次)/g, '$1和'],
  [/(\d+)\/(\d+)(?=页)/g, (match) => `${cardinal(part(match, 1))}，${cardinal(part(match, 2))}`],
  // 0 / 800 字: how much of a field is full. Nothing is no fraction.
  [/(?<![\d/.A-Za-z-])(?:(\d+)\s?\/\s?(\d+)(?=\s?(?:个?字|字符))|(0)\s?\/\s?([1-9]\d*)(?![\d/.%‰A-Za-z-]|[月日页]))/g, (match) => `${part(match, 1) || part(match, 3)}，共${part(match, 2) || part(match, 4)}`],
  [/(?<![\d/.A-Za-z-])(\d{1,3})\/(\d{1,3})(?![\d/.%-]|[月日页])/g, (match) => {
    const [over, under] = [part(match, 1), part(match, 2)];
    return Number(over) < Number(under) ? `${cardinal(under)}分之${cardinal(over)}` : `${over}，${under}`;
  }],
  [/[¼½¾⅐-⅞]/g, ([sign = '']) => {
    const [over = '', under = ''] = sign.normalize('NFKC').split('⁄');
    return `${cardinal(under)}分之${cardinal(over)}`;
  }],
];

/** Signs that stand for words. */
const MARKS: readonly Row[] = [
  // ① and Ⅱ are passed by.
  [/[①-⒛❶-❿➀-➓㈠-㈩㊀-㊉]/g, (match) => `${/^[\s，。；：、）)》”]|^$/.test((match.input ?? '').slice((match.index ?? 0) + 1, (match.index ?? 0) + 2)) ? listNumber(match[0]) : `${listNumber(match[0])}，`}`],
  // III级响应, II—IV类. X alone, and V before 型, are letters: V型, X级.
  [pattern(String.raw`(?!X\s?[级类期型]|V\s?型)${ROMAN_NUMBER}(?:\s?(?:[、和及或至到]|[-~–—−]+)\s?${ROMAN_NUMBER})*\s?(?=[级类期型])`), ([numbers = '']) =>
    numbers.trimEnd().replace(/[A-Z]+/g, (letters) => cardinal(String(ROMAN_LETTERS.indexOf(letters) + 1))).replace(/[Ⅰ-Ⅻ]/g, listNumber).replace(/\s?[-~–—−]+\s?/g, '至')],
  [/[Ⅰ-Ⅻ]/g, ([sign = '']) => listNumber(sign)],
  [/[√✓✔☑](?!\d)\s*(?=\p{Script=Han})/gu, '，对勾，'],
  [/[√✓✔☑](?!\d)/g, '对勾'],
  [/[✗✘☒]/g, '叉'],
  [/№\s?/g, '编号'],
  [/(?<=\d\s?|\/)(k?m)([23])(?![A-Za-z\d])/g, ([, length, power]) => (length === 'km' ? (power === '2' ? '平方公里' : '立方公里') : power === '2' ? '平方米' : '立方米')],
  [pattern(anyOf(SIGNS.keys())), ([sign = '']) => SIGNS.get(sign) ?? sign],
  // 80mg/L: the stroke would be read out.
  [pattern(String.raw`(?<=\d)\s?(${UNITS})/(?:(${UNITS})(?![A-Za-z\d])|(?=\p{Script=Han}))`), (match) => `${LATIN_UNITS.get(part(match, 1)) ?? ''}每${LATIN_UNITS.get(part(match, 2)) ?? ''}`],
  // 元/人·月 is 元每人每月.
  [pattern(String.raw`(?<=${anyOf(RATED)}|\d)\s?[/]\s?(?=(?:${anyOf(PER)})(?![\p{Script=Han}]{2,}[/]))`), '每'],
  [pattern(String.raw`(?<=每(?:${anyOf(PER)}))[·•・./](?=${anyOf(PER)})`), '每'],
  // 摄影/某人: who did it.
  [/(?<=(?:^|[\s，。；）)])(?:文|图|文图|图文|摄影|编辑|记者|通讯员|供稿|审核|责编|来源|作者))\s?\/\s?/g, '：'],
  // Between what is set apart by blanks it leads on, as » and | do.
  [/\s+\/\s+|\s*[|｜»›]+\s*|(?<=\p{Script=Han}\s?)丨(?=\s?\p{Script=Han})/gu, '，'],
  // Between words it parts what one may choose from (GB/T 15834).
  [/(?<=\p{Script=Han}|[)）])\s?\/\s?或\s?|(?<=\p{Script=Han}|[)）])(?<!和)\s?\/\s?(?=\p{Script=Han}|[(（])/gu, '或'],
  [/(?<=和)\/(?=或)/g, ''],
  // Rows of dashes and dots are drawn, not said. Each row is taken whole: in any other way a leader of forty dots would be tried for seconds.
  [/(?:(?<!…)…+(?!…)|(?<!\.)\.{3,}(?!\.)|(?<!。)。{3,}(?!。))+$/g, '。'],
  [/[—_=*·•\-~～]{3,}|—{2,}|…+|\.{3,}|。{3,}/g, '，'],
  [/[■□◆◇●○★☆▲△▼▽►▶※◎▪▫◦⊙☎☏✆📞]+/gu, ' '],
  [/\s*[→⇒➔➤]+\s*/g, '，'],
  // Where rows put a pause beside a mark, the mark is enough.
  [/，\s*(?=[，。；：！？、])/g, ''],
  [/(?<=[，。；：！？、（(《“])\s*，/g, ''],
];

export const LIGHT: readonly Row[] = [...NAMES, ...YEARS, ...TIMES, ...RANGES, ...AMOUNTS, ...MARKS];
