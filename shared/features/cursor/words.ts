// What the reading cursor itself says: where it stands, and that there is nothing further. In both languages; not for the panel's words (i18n/).

export interface CursorWords {
  /** `{n}` of `{all}`. */
  readonly place: string;
  /** `{row}`, `{column}`. */
  readonly cell: string;
  readonly link: string;
  readonly heading: string;
  /** Nothing of what was asked for is left in that direction. */
  readonly noMore: string;
  /** Before the first key. */
  readonly ready: string;
}

const zh: CursorWords = {
  place: '第{n}段，共{all}段',
  cell: '表格第{row}行第{column}列',
  link: '链接，按回车打开',
  heading: '标题',
  noMore: '没有了',
  ready: '用键盘读：按 ↓ 开始，Esc 结束',
};

const en: CursorWords = {
  place: 'Paragraph {n} of {all}',
  cell: 'table row {row}, column {column}',
  link: 'link, Enter opens it',
  heading: 'heading',
  noMore: 'no more',
  ready: 'Keyboard reading: ↓ begins, Esc ends',
};

/** @param language a BCP 47 tag */
export function wordsOf(language: string): CursorWords {
  return language.startsWith('en') ? en : zh;
}

/** Fills the gaps of a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
