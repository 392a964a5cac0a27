// The rest of the way to characters alone, after light.ts: for voices that know no digit, no sign and no unit (the voice pack). Latin words
// are left, such voices spell or read them. It comes in a script of its own.
import { amount, cardinal, inDigits, money, number, overPhone } from './numbers';
import type { Row } from './row';
import { anyOf, CALLS, CODES, COUNTED, LATIN_UNITS, QUANTITY } from './tables';

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const pattern = (source: string, flags = 'gu') => new RegExp(source, flags);
const part = (match: RegExpMatchArray, at: number) => match[at] ?? '';
/** What light.ts and the rows here made of digits that are called. */
const CALLED = '[零幺二三四五六七八九]';

/** 010-58123114转8001: shown dashes and brackets are pauses. */
const call = (written: string) => overPhone(written).replace(/\s*[()（）]\s*|[-–—\s]+/g, '，').replace(/^，|，$/g, '').replace(/，，+/g, '，');

const PHONES: readonly Row[] = [
  [/(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?![\d.])/g, ([phone = '']) => call(phone.replace('+', ''))],
  [/(?<![\d.])(?:[（(]0\d{2,3}[)）]\s?|0\d{2,3}[-–—\s]\s?)\d{7,8}(?!\d)/g, ([phone = '']) => call(phone)],
  [/(?<![\d.])[48]00(?:[-–—\s]?\d{3,4}){2}(?!\d)/g, ([phone = '']) => call(phone)],
  [pattern(String.raw`(?<=(?:${anyOf(CALLS)})[^\d。；！？]{0,8})(?<![\d零幺二三四五六七八九])\d{3,12}(?:-\d{1,8}){0,2}(?![\d.]|\s*[${QUANTITY}])`), ([phone = '']) => call(phone)],
  ...again(2, [pattern(String.raw`(?<=${CALLED}{3}\s?)([/、，,或和;；\s]\s?)(\d{5,12})(?![\d.]|\s*[${QUANTITY}])`), (match) => `${part(match, 1).replace('/', '或')}${overPhone(part(match, 2))}`]),
  [pattern(String.raw`(?<=${CALLED}{3})\s*(?:转|ext\.?|[-—])\s*(\d{1,6})(?!\d|号键)`), (match) => `转${overPhone(part(match, 1))}`],
];

/** A row that has to run again: each time it makes what it looks for. */
function again(times: number, row: Row): Row[] {
  return new Array<Row>(times).fill(row);
}

function clock(match: RegExpMatchArray): string {
  const [hour, minute, second] = [part(match, 1), part(match, 2), part(match, 3)];
  const low = (digits: string) => (/^0[1-9]/.test(digits) ? `零${cardinal(digits)}` : cardinal(digits));
  return `${amount(hour.replace(/^0(?=\d)/, ''))}点${minute === '00' && second === '' ? '' : `${low(minute)}分`}${second === '' ? '' : `${low(second)}秒`}`;
}

const DATES: readonly Row[] = [
  // Blanks beside numbers are a typist's habit: 2024 年 3 月.
  [/(?<=\d) (?=\p{Script=Han}|%)|(?<=\p{Script=Han}) (?=\d)/gu, ''],
  // A year is read digit by digit; 3000年 and 近1000年 are stretches of time.
  [/(?<!\d|近|约|余|超过?|长达|历时|逾|达)((?:1[2-9]|20)\d\d)(?=\s?(?:年|学年|财年|届|级(?!别)))/g, (match) => inDigits(part(match, 1))],
  // A year at the head of a title, without its word: 2024民生实事.
  [pattern(String.raw`(?:(?<=^|[《“"—，。；：\s]|\p{Script=Han}(?=20))(?<![共约达超近为数到有过])(?:19[5-9]\d|20[0-4]\d)(?=第|上半年|下半年|[\p{Script=Han}“《](?<![${QUANTITY}至余多])))|(?<=(?:©|Copyright)\s?)(?:19|20)\d\d`), ([year = '']) => inDigits(year)],
  [pattern(String.raw`(?<![\d.])(?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?!\d*0000(?!\d))\d{11,})(?![\d.]|\s*[${QUANTITY}])`), ([code = '']) => inDigits(code)],
  [/(?<!\d)0\d(?=年)/g, ([year = '']) => inDigits(year)],
  [/(?<!\d)0(\d)(?=[月日时点号])/g, '$1'],
  [/(?<=[时点])0([1-9])(?=分)/g, (match) => `零${cardinal(part(match, 1))}`],
  [/(?<=分)0([1-9])(?=秒)/g, (match) => `零${cardinal(part(match, 1))}`],
  [/(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\d:])/g, clock],
];

const percent = (amountOf: string) => (amountOf === '100' ? '百分之百' : `百分之${number(amountOf)}`);
const UNITS = anyOf(LATIN_UNITS.keys());

const MEASURES: readonly Row[] = [
  [/\s?(?:℃|°C)/g, '摄氏度'],
  [/\s?(?:℉|°F)/g, '华氏度'],
  [/(?<=\d)\s?°\s?(?:(\d+)\s?[′']\s?(?:(\d+)\s?[″"])?)?/g, (match) => `度${match[1] ? `${cardinal(match[1])}分` : ''}${match[2] ? `${cardinal(match[2])}秒` : ''}`],
  // 10至15% is to be heard as percents from the first number on.
  [pattern(String.raw`(${NUMBER})\s?%?至(负?)(${NUMBER})\s?%`), (match) => `${percent(part(match, 1))}至${part(match, 2)}${percent(part(match, 3))}`],
  [pattern(String.raw`(${NUMBER})\s?%`), (match) => percent(part(match, 1))],
  [/千分之(\d+(?:\.\d+)?)/g, (match) => `千分之${number(part(match, 1))}`],
  // Two decimals of yuan are jiao and fen, as a cashier says them; in 3.50万元 they are not.
  [/(?<![\d.])(\d+\.\d\d)\s?元/g, (match) => money(part(match, 1))],
  [/(?:US)?\$\s?(\d+(?:\.\d+)?)\s?([万亿]{0,2})/g, '$1$2美元'],
  [/€\s?(\d+(?:\.\d+)?)\s?([万亿]{0,2})/g, '$1$2欧元'],
  [pattern(String.raw`(?<=\d|/|每|\d\s)(${UNITS})(?![A-Za-z\d²³])`), (match) => LATIN_UNITS.get(part(match, 1)) ?? ''],
  [/(?<=(?:米|克|升|元|吨|次))\//g, '每'],
  [/(?<=\d)²/g, '的平方'],
  [/(?<=\d)³/g, '的立方'],
];

const NUMBERS: readonly Row[] = [
  [pattern(String.raw`(?<=(?:${anyOf(CODES)})(?:[（(][^）)]*[）)])?(?:为|是|号)?[：:\s]{0,3})\d{3,}(?![\d.]|\s*[${QUANTITY}])`), ([code = '']) => inDigits(code)],
  [/(?<=\d)-(?=\d+(?:-\d+)*\s*(?:室|房|[号#]?楼|栋|幢))/g, '杠'],
  [/(?<!\d)\d+(?:-\d+){2,}(?!\d)/g, ([code = '']) => inDigits(code).replace(/-/g, '杠')],
  [/(?<=[图表附件例式]\d+)-(?=\d)/g, '杠'],
  [/(?<=No)\.\s?(?=\d)/g, ' '],
  [/(?<![\d.])\d{3,4}(?=(?:[、和至]\d{3,4})*室|教室|办公室|会议室|房(?!间?[屋产])|号?房|窗口)/g, ([room = '']) => inDigits(room)],
  [/(?<![\d.])\d{3}(?=国道|省道|县道|乡道|路(?![的口]))|(?<=[国省县乡]道)\d{3}(?!\d)/g, ([road = '']) => inDigits(road)],
  // A4 and PM2.5 are amounts to the ear, G107 and K1234 names.
  [/(?<=[A-Za-z]|(?:GB|ISO|IEC|DB)\s)\d{3,}(?![\d.])/g, ([code = '']) => inDigits(code)],
  [/(?<=[A-Za-z])-(?=\d)/g, ''],
  // Sections: 1.2.3 is said with its points.
  [/(?<![\d.])\d+(?:\.\d+){2,}(?![\d.])/g, ([section = '']) => section.split('.').map(cardinal).join('点')],
  [/^\s*(\d{1,3})\s?[.．、](?!\d)\s*/g, (match) => `${cardinal(part(match, 1))}，`],
  [/^\s*(\d{1,3})\s?[)）]\s*/g, (match) => `${cardinal(part(match, 1))}，`],
  [/(?<=\d)\.\s?(?=[\p{Script=Han}《“])/gu, '，'],
  // 2 with what it counts, alone or as an end of a range.
  [pattern(String.raw`(?<![\d.]|第\s?|[零一二三四五六七八九十]|农历|星期|[A-Za-z])2(?=(?:至\d+(?:\.\d+)?)?(?:\s?多|余)?\s?(?:${anyOf(COUNTED)})(?!级|级别|产业))(?!年级|年期|届三|层次)`), '两'],
  [/(?<![\d.第])2(?=点(?!\d)|点\d+分)/g, '两'],
  [/\d+(?:\.\d+)?/g, ([written = '']) => number(written)],
  [/(?<=[零一二三四五六七八九十])\.(?=[零一二三四五六七八九])/g, '点'],
];

const SIGNS: readonly Row[] = [
  [/〇/g, '零'],
  [/第\s?[（(]([零一二三四五六七八九十百]+)[)）]/g, '第$1'],
  [/#/g, '号'],
  [/\+/g, '加'],
  [/=/g, '等于'],
  [/%/g, '百分号'],
  // Brackets are a short pause, quotation marks nothing.
  [/》\s?《/g, '，'],
  [/[“”‘’「」『』《》〈〉"]/g, ''],
  [/[)）】\]〕]\s?[（(【[〔]/g, '，'],
  [/(?<=[\p{Script=Han}\w])\s?[（(【〔［[{〖]\s?|\s?[）)】〕］\]}〗]\s?(?=[\p{Script=Han}\w])/gu, '，'],
  [/[（(【〔［[{〖）)】〕］\]}〗]/g, ''],
  [/(?<=\p{Script=Han})\s?[-–—]\s?(?=\p{Script=Han})/gu, '，'],
  [/[·•・_|｜^`\\]|(?<![A-Za-z])[-–—/]|[-–—/](?![A-Za-z])/g, ' '],
  [/(?<=，) +| +(?=，)/g, ''],
  [/ {2,}/g, ' '],
  [/，[，、]*(?=[，。；：！？、,.;:!?])/g, ''],
  [/(?<=[。；：！？、])，+/g, ''],
];

export const FULL: readonly Row[] = [...PHONES, ...DATES, ...MEASURES, ...NUMBERS, ...SIGNS];
