// Numbers as Mandarin says them. Pure, on strings of ASCII digits, so that no digit is lost to a float. Not for which numbers a text
// holds (the rows beside this).

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const MYRIAD = 4;
/** Longer numbers are nobody's amount: they are codes. */
const CARDINAL_MAX_LENGTH = 16;

/** Digit by digit; what is no digit stays. */
export function inDigits(text: string): string {
  return text.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit);
}

/** Digit by digit as over a telephone, where 一 would be heard as 七: 12345 is 幺二三四五. */
export function overPhone(text: string): string {
  return inDigits(text).replace(/一/g, '幺');
}

/** Up to four digits, the first no 0: 305 is 三百零五. */
function group(digits: string): string {
  let said = '';
  let skipped = false;
  [...digits].forEach((digit, at) => {
    if (digit === '0') {
      skipped = true;
      return;
    }
    said += (skipped ? '零' : '') + inDigits(digit) + (PLACES[digits.length - 1 - at] ?? '');
    skipped = false;
  });
  return said;
}

/** A whole without leading zeros, in steps of 万 and 亿. */
function whole(digits: string): string {
  if (digits.length <= MYRIAD) return group(digits);
  const size = digits.length > 2 * MYRIAD ? 2 * MYRIAD : MYRIAD;
  const high = digits.slice(0, -size);
  const low = digits.slice(-size);
  const rest = low.replace(/^0+/, '');
  const joint = rest !== '' && rest.length < low.length ? '零' : '';
  return whole(high) + (size === MYRIAD ? '万' : '亿') + joint + whole(rest);
}

/**
 * A whole number: 0 is 零, 10 十, 110 一百一十, 20000 两万. 二 turns to 两 where it leads 千, 万 or 亿, as newsreaders say it.
 * @param digits leading zeros count for nothing
 */
export function cardinal(digits: string): string {
  const bare = digits.replace(/^0+/, '');
  if (bare === '') return '零';
  if (bare.length > CARDINAL_MAX_LENGTH) return inDigits(digits);
  return whole(bare).replace(/^一十/, '十').replace(/^二(?=[千万亿])/, '两');
}

/** A number as it stands in a text: thousands separators or not, decimals or not; with a leading zero (007) it is a code. */
export function number(written: string): string {
  const [integer = '', decimals] = written.replace(/,/g, '').split('.');
  if (decimals === undefined && /^0\d/.test(integer)) return inDigits(integer);
  return (integer === '' ? '' : cardinal(integer)) + (decimals === undefined ? '' : `点${inDigits(decimals)}`);
}

/** Yuan with two decimals, as a cashier says it: 3500.50 is 三千五百元五角, 0.05 五分. */
export function money(written: string): string {
  const [integer = '', decimals = ''] = written.replace(/,/g, '').split('.');
  const jiao = decimals.charAt(0);
  const fen = decimals.charAt(1);
  const isNothing = /^0*$/.test(integer);
  if (isNothing && jiao === '0' && fen === '0') return '零元';
  return (
    (isNothing ? '' : `${amount(integer)}元`) +
    (jiao === '0' ? (fen !== '0' && !isNothing ? '零' : '') : `${inDigits(jiao)}角`) +
    (fen === '0' ? '' : `${inDigits(fen)}分`)
  );
}

/** Before a measure word 2 is 两, alone; every other number stays: 2 is 两, 12 十二, 2.5 二点五. */
export function amount(written: string): string {
  return /^0*2$/.test(written) ? '两' : number(written);
}
