// What a system voice is given to say for a piece of the page. Light: system voices read numbers themselves; only what breaks or
// misleads them is changed. Not for display: the page and the caption show the text as it stands.

import { rewrite, type Spoken } from './spoken';

const DIGITS = '零一二三四五六七八九';
const inDigits = (number: string) => number.replace(/[0-9]/g, (digit) => DIGITS[Number(digit)] ?? digit);

/** Rows in the order of their use: what is found, what is said instead, and why. */
const ROWS: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // Seen by nobody, and some engines spell them out.
  [/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ''],
  [/[\u00a0\u2000-\u200a\u202f\u3000\s]+/g, ' '],
  [/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)],
  [/％/g, '%'],
  // An address letter by letter is of no use to a listener.
  [/(?:https?:\/\/|www\.)[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+/gi, '网址'],
  // 湘政办发〔2021〕61号: the year digit by digit, then the number.
  [/[〔[［【(（](19|20)(\d\d)[〕\]］】)）]\s*第?\s*(\d+)\s*号/g, (_, century, year, number) => `，${inDigits(century + year)}，${number}号`],
  // Between two numbers a dash or wave is "to"; in 010-58123114 and 2024-03-15 it is not.
  [/(\d)\s*[~～—–]+\s*(?=\d)/g, '$1至'],
  [/(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/g, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`],
  // Network voices stop at these three (they take the text for mark-up).
  [/&/g, '和'],
  [/([\p{Script=Han}\w])\s*>+\s*/gu, '$1，'],
  [/[<>]+/g, ' '],
  // Rows of dashes and dots are drawn, not said.
  [/[—_=*·•\-]{3,}|…{2,}|\.{4,}/g, '，'],
  [/[■□◆◇●○★☆▲△▼▽►▶※]+/g, ' '],
];

/**
 * @param shown text as the page shows it
 * @returns what the voice is given, and where it stands in the shown text; its text is '' when there is nothing to say
 */
export function spokenOf(shown: string): Spoken {
  const text = rewrite(shown);
  for (const [pattern, said] of ROWS) text.replace(pattern, typeof said === 'string' ? said : (match) => said(...match));
  const start = /^[\s，、]*/.exec(text.text)?.[0].length ?? 0;
  text.slice(start, Math.max(start, text.text.trimEnd().length));
  if (!/[\p{L}\p{N}]/u.test(text.text)) text.slice(0, 0);
  return text.done();
}
