// Whether a box that floats over the page is decoration or advertising (hidden) or something the reader needs (kept). Pure.
// Not for finding such boxes nor for reading them (floats.ts).

/** What is known of a floating box. */
export interface FloatSigns {
  /** Width and height as parts of the window's. */
  readonly wide: number;
  readonly high: number;
  /** Its area in CSS pixels. */
  readonly area: number;
  readonly atTop: boolean;
  readonly atBottom: boolean;
  /** Its own words and those of its pictures. */
  readonly words: string;
  /** Part of its area that pictures cover, 0 to 1. */
  readonly pictures: number;
  /** A script moves it about. */
  readonly moves: boolean;
  /** Another of its size stands at the other edge of the window. */
  readonly isPair: boolean;
  /** It has its own button to close it. */
  readonly closes: boolean;
  /** It is called an advertisement or a float by its class or id. */
  readonly isNamed: boolean;
  /** Something to fill in, a dialog or a landmark of the page. */
  readonly isNeeded: boolean;
}

/** Longer words are a message that may be nowhere else. */
const MOST_WORDS = 60;
/** What moves is hidden though it says more: it cannot be read while it moves. */
const MOST_MOVING_WORDS = 120;
/** A smaller box is a button. */
const BUTTON_AREA = 90 * 90;
const TOOL = /返回|顶部|回顶|top|客服|咨询|智能|问答|机器人|无障碍|适老|长者|关怀|长辈|老年|读屏|朗读|语音|找错|纠错|举报|投诉|反馈|信箱|留言|打印|搜索|检索|繁|简体|English|菜单|导航|目录|登录|注册|收藏|字号|放大/i;
const CONSENT = /cookie|隐私|同意|授权|验证|实名|个人信息/i;

/** Whether it is hidden. */
export function isDecoration(signs: FloatSigns): boolean {
  const { wide, high, area, words, pictures, moves, isPair, closes, isNamed } = signs;
  const length = words.replace(/\s+/g, '').length;
  if (signs.isNeeded || CONSENT.test(words)) return false;
  if (length > (moves ? MOST_MOVING_WORDS : MOST_WORDS)) return false;
  if (moves) return wide < 0.9;
  const isTool = TOOL.test(words);
  if (isTool && !closes) return false;
  // Over the whole window: a notice with a picture and a way to close it, with the shade behind it.
  if (wide > 0.9 && high > 0.9) return closes && pictures > 0.1 && !isTool;
  const isBar = wide > 0.6 && (signs.atTop || signs.atBottom);
  if (isBar) return closes && pictures > 0.5 && !isTool;
  if (area < BUTTON_AREA && !closes && !isPair) return false;
  const score = (isPair ? 2 : 0) + (closes ? 2 : 0) + (pictures > 0.5 ? 1 : 0) + (isNamed ? 1 : 0) + (length < 8 ? 1 : 0);
  return score >= 3 || (pictures > 0.5 && score >= 2);
}
