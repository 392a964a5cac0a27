// The keys of the reading cursor, as data: what the README and the help list, and what the cursor obeys. None has Ctrl, Alt or the system's
// key, so that no screen reader, browser or input method loses one. Not for when they are heard (hearing.ts).

export type Act =
  | 'next-sentence' | 'previous-sentence'
  | 'next-paragraph' | 'previous-paragraph'
  | 'next-heading' | 'previous-heading'
  | 'next-link' | 'previous-link'
  | 'next-table' | 'previous-table'
  | 'begin' | 'end'
  | 'press' | 'say-place';

export interface KeyRow {
  /** As `event.key` has it; letters in lower case. */
  readonly key: string;
  readonly shift: boolean;
  readonly act: Act;
  /** What it does, in the reader's words. */
  readonly zh: string;
  readonly en: string;
}

export const KEYS: readonly KeyRow[] = [
  { key: 'ArrowDown', shift: false, act: 'next-paragraph', zh: '下一段；在表格里：下面一格', en: 'next paragraph; in a table the cell below' },
  { key: 'ArrowUp', shift: false, act: 'previous-paragraph', zh: '上一段；在表格里：上面一格', en: 'previous paragraph; in a table the cell above' },
  { key: 'ArrowRight', shift: false, act: 'next-sentence', zh: '下一句；在表格里：右边一格', en: 'next sentence; in a table the next cell' },
  { key: 'ArrowLeft', shift: false, act: 'previous-sentence', zh: '上一句；在表格里：左边一格', en: 'previous sentence; in a table the cell before' },
  { key: 'h', shift: false, act: 'next-heading', zh: '下一个标题', en: 'next heading' },
  { key: 'h', shift: true, act: 'previous-heading', zh: '上一个标题', en: 'previous heading' },
  { key: 'l', shift: false, act: 'next-link', zh: '下一个链接', en: 'next link' },
  { key: 'l', shift: true, act: 'previous-link', zh: '上一个链接', en: 'previous link' },
  { key: 't', shift: false, act: 'next-table', zh: '下一个表格', en: 'next table' },
  { key: 't', shift: true, act: 'previous-table', zh: '上一个表格', en: 'previous table' },
  { key: 'Home', shift: false, act: 'begin', zh: '正文开头', en: 'beginning of the article' },
  { key: 'End', shift: false, act: 'end', zh: '正文末尾', en: 'end of the article' },
  { key: 'Enter', shift: false, act: 'press', zh: '在链接上：打开；别处：从这里读起', en: 'on a link: opens it; elsewhere: reads aloud from here' },
  { key: 'd', shift: false, act: 'say-place', zh: '说出这是第几段', en: 'says which paragraph this is' },
];

/** What is pressed, as far as it decides. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method has the key, in browsers that do not say so otherwise. */
  readonly keyCode: number;
  getModifierState?(name: string): boolean;
}

const COMPOSING = 229;

/** What a key asks of the cursor; null for every key that is not in the table. */
export function actOf(pressed: Pressed): Act | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, keyCode } = pressed;
  // Old scripts send events of the name that are no keys.
  if (key === undefined) return null;
  if (ctrlKey || altKey || metaKey || isComposing || keyCode === COMPOSING || pressed.getModifierState?.('AltGraph')) return null;
  // With Caps Lock a letter comes in upper case; Shift alone decides the direction.
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return KEYS.find((row) => row.key === plain && row.shift === shiftKey)?.act ?? null;
}
