// What a text must not be cut in: numbers, dates, times, ranges, amounts, codes, in figures or in words. A half of 2024/3/15 is a fraction.
// Pure, on strings, for page and speech alike; it says where a cut is wrong, not where one is good (page/sentences.ts, speech/pieces.ts), nor how a thing is read.

const HAN = String.raw`\p{Script=Han}`;
const FIGURE = '[0-9０-９]';
const NUMERAL = '[〇○零一二三四五六七八九十百千万亿两幺]';
const DIGIT_WORD = '[零一二三四五六七八九幺]';
/** What counts, after a blank or a number in words, too: 800 字, 三千五百元. */
const COUNTING = '[元角分万亿千个人件户名次位条项家吨亩公平米克升年月日时点秒天周岁号级期页册份张套台度字倍]';
const DASH = '[-–—−－~～]';
const OPEN = String.raw`[〔\[［【(（]`;
const CLOSE = String.raw`[〕\]］】)）]`;
const PART_OF_DAY = '(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜间|当日|次日)?';

/** As light.ts says measures. */
const MEASURE = `(?:[摄华]氏度|(?:[平立]方)?(?:公里|厘米|毫米|米)(?:每${HAN}{1,2})?|(?:公斤|毫克|微克|毫升|千瓦时?|小时|分钟)(?:每${HAN}{1,2})?)`;
/** 国办发，二零二一，六十一号: of the number of a document, as it is said, what comes after its year. */
const AFTER_YEAR = String.raw`(?<=${DIGIT_WORD}{4})，第?(?:${HAN}{1,2}${DIGIT_WORD}{2,4}${HAN}{1,5})?(?:\d+|${NUMERAL}+)号`;

const ATOM = `(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]|${NUMERAL})+`;
/** Before what a link leads to, so that Latin words with a dash between them may be parted. */
const NUMBER_AHEAD = `(?=${FIGURE}|${NUMERAL}|[A-Z](?:${FIGURE}|${DIGIT_WORD}))`;

const LINKS = [
  // Dates, times, decimals, codes, addresses: whatever signs stand between letters and figures without a blank.
  String.raw`[-–—−－~～.．,:：∶/／+*＊×·•・@_%％#&=?;!'’]+`,
  // 3，500元 is one number, as normalisation reads it.
  String.raw`，(?=\d{3}(?:，\d{3})*(?:\.\d+)?\s?[元万亿])(?<=(?<![\d，])[1-9]\d{0,2}(?:，\d{3})*，)`,
  // 9:30 - 11:30, 0 / 800.
  String.raw`\s?(?:${DASH}+|[/:：∶]|[㎡㎥²³]?[×乘])\s?(?=${FIGURE})`,
  // 2024年3月5日 上午9点30分, 三千五百元五角, 十二点五.
  String.raw`\s?[年月日号时点分秒元角万亿千]度?\s?${PART_OF_DAY}\s?${NUMBER_AHEAD}`,
  // 5月1日—7日, 300元至500元, 零下5℃到3℃.
  String.raw`\s?[%％‰℃°㎡]*${HAN}{0,3}?\s?(?:${DASH}+|[至到])\s?(?:[第负约￥¥$−-]|零下|${PART_OF_DAY})?\s?${NUMBER_AHEAD}`,
  // 6222 0212, GB/T 1234; 010-58123114转8001; 十五分之三; 三杠二零一.
  String.raw`(?<=[A-Z]|${FIGURE}|${DIGIT_WORD})\s(?=${FIGURE}|${DIGIT_WORD})`,
  String.raw`\s?(?:转|分之|[比杠和]|(?:(?:平|立)方米)?[×乘])\s?${NUMBER_AHEAD}`,
  // 零一零，五八一二三一一四: a number that is called, as it is said.
  `(?<=${DIGIT_WORD}{3,4})，(?=${DIGIT_WORD}{3,8}(?!${DIGIT_WORD}|年))`,
];

const WHOLE = new RegExp(
  [
    // 国办发〔2021〕61号, （2024）湘01民终123号.
    String.raw`${HAN}{0,4}${OPEN}\d{4}${CLOSE}\s?(?:第\s?)?(?:${HAN}{1,2}\d{2,4}${HAN}{1,5})?\d+\s?号`,
    `${HAN}{0,4}，${DIGIT_WORD}{4}${AFTER_YEAR}`,
    String.raw`[A-Z]{2,}(?: [A-Z]+)? [${DIGIT_WORD.slice(1, -1)}点]+，${DIGIT_WORD}{4}`,
    // 京ICP备12345678号-1.
    String.raw`(?:${HAN}?ICP备|网安备)[:：]?\s?(?:[\d-]+|[${DIGIT_WORD.slice(1, -1)}，]+)号(?:-\d+|，${DIGIT_WORD}+)?`,
    // 周一至周五.
    `(?:周|星期|礼拜)[一二三四五六日天]\\s?(?:${DASH}+|[至到])\\s?(?:周|星期|礼拜)?[一二三四五六日天]`,
    // 电话：010…: what comes before the colon tells what the number is. (010) 5812 3114.
    `(?:${HAN}[：:]\\s?(?=[（(]?${FIGURE}))?(?:[（(]0\\d{2,3}[)）]\\s?|[￥¥$€±≥≤＜＞<>−+第负-]\\s?|零下|[百千万]分之){0,6}` +
      `${ATOM}(?:(?:${LINKS.join('|')})${ATOM})*(?:${AFTER_YEAR})?` +
      String.raw`(?:\s?[%％‰℃℉°㎡㎥²³′″]+)?(?:\s?${MEASURE}|\s?[万亿千百十余多来个]*${COUNTING}|(?<=${FIGURE})${HAN})?`,
  ].join('|'),
  'gu',
);

/**
 * @returns whether a cut before the unit at an offset would go through something that has to stay whole
 */
export function wholesOf(text: string): (at: number) => boolean {
  const isInside = new Uint8Array(text.length + 1);
  for (const { index, 0: whole } of text.matchAll(WHOLE)) isInside.fill(1, index + 1, index + whole.length);
  return (at) => isInside[at] === 1;
}
