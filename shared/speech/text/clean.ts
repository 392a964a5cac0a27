// What is done to a text first, for every voice: what nobody sees or hears goes, and what is written in two ways is written in one.
import type { Row } from './row';

const ADDRESS = /(?<![\w@.])(?:(?:https?|ftp):\/\/|www\.)[\w.~:/?#[\]@!$&'()*+,;=%-]*[\w/#=&%~-]|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:gov|com|cn|net|org|edu)(?:\.cn)?(?![\w.]*@)(?:[/?#][\w.~:/?#@!$&'*+,;=%-]*[\w/#=&%~-]|\/)?(?![\w@])/gi;

export const CLEAN: readonly Row[] = [
  // Seen by nobody, and some engines spell them out or stop. The joiner inside an emoji stays: without it one picture becomes three.
  [/[\u00ad\u034f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?<!\p{Extended_Pictographic})[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, ''],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000\s]+/g, ' '],
  // Full width to half: letters, digits and the signs that belong to them. Brackets and stops stay, they are Chinese marks.
  [/[０-９Ａ-Ｚａ-ｚ％＋＝＜＞～＠＆＃＊／－￥]/g, ([sign = '']) => (sign === '￥' ? '¥' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0))],
  [/(?<=\d)．(?=\d)/g, '.'],
  [/(?<=\d)：(?=[0-5]\d(?!\d))(?<!(?:附件|附表|附录|[表图例注第]|步骤|说明|问题?|答|公告|题)\s*\d{1,2}：)/g, ':'],
  [/(?<=^\d+)：(?=\d+$)/g, ':'],
  // 二○二四年 is written with a circle that is no character.
  [/(?<=[一二三四五六七八九十零〇][○◯]?)[○◯]|[○◯](?=[一二三四五六七八九零〇])/g, '零'],
  // Radicals and ligatures that only look like what they are.
  [/[\u2e80-\u2fd5\ufb00-\ufb06]/g, ([sign = '']) => sign.normalize('NFKC')],
  // An address letter by letter is of no use to a listener.
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '邮箱'],
  [ADDRESS, '网址'],
];
