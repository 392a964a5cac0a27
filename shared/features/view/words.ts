// What the article view and the page of zones say, in both languages. Not for the panel's or the status line's words (i18n/).
import type { ZoneId } from '../../page/zones';

export interface ViewWords {
  readonly back: string;
  readonly print: string;
  readonly contents: string;
  readonly table: string;
  readonly picture: string;
  readonly showPicture: string;
  readonly minutes: string;
  readonly source: string;
  readonly whatNow: string;
  readonly noArticle: string;
  /** A thing that only the page itself can show. */
  readonly elsewhere: Readonly<Record<'film' | 'frame' | 'form' | 'drawing', string>>;
  readonly zones: Readonly<Record<ZoneId, { readonly name: string; readonly gloss: string; readonly count: string }>>;
}

const zh: ViewWords = {
  back: '返回原网页',
  print: '打印这一篇（大字）',
  contents: '目录',
  table: '表格',
  picture: '图片',
  showPicture: '打开这张图片',
  minutes: '大约要读 {n} 分钟',
  source: '来源：{source}',
  whatNow: '这一页想看哪一块？',
  noArticle: '这一页没有单独的正文。按下面的一块，就到网页里的那个地方。',
  elsewhere: { film: '这里有一段视频或录音，到原网页里播放', frame: '这里嵌着另一个页面，到原网页里看', form: '这里要填写，到原网页里填', drawing: '这里有一幅图，到原网页里看' },
  zones: {
    navigation: { name: '导航区', gloss: '栏目和菜单', count: '{n} 个链接' },
    window: { name: '视窗区', gloss: '轮播、弹窗', count: '{n} 幅' },
    interaction: { name: '交互区', gloss: '查询、填写', count: '{n} 处要填' },
    service: { name: '服务区', gloss: '办事入口', count: '{n} 个链接' },
    list: { name: '列表区', gloss: '新闻、公告的标题', count: '{n} 条' },
    body: { name: '正文区', gloss: '网页的主要内容', count: '{n} 段' },
  },
};

const en: ViewWords = {
  back: 'Back to the page',
  print: 'Print this in large type',
  contents: 'Contents',
  table: 'Table',
  picture: 'Picture',
  showPicture: 'Show this picture',
  minutes: 'About {n} min to read',
  source: 'Source: {source}',
  whatNow: 'Which part of this page?',
  noArticle: 'This page has no article of its own. Press a part to go there.',
  elsewhere: { film: 'A film or recording: play it on the page', frame: 'Another page is shown here: see it on the page', form: 'Something to fill in: do it on the page', drawing: 'A drawing: see it on the page' },
  zones: {
    navigation: { name: 'Navigation', gloss: 'Sections and menus', count: '{n} links' },
    window: { name: 'Pictures', gloss: 'Slides and pop-ups', count: '{n} pictures' },
    interaction: { name: 'Forms', gloss: 'Search and forms', count: '{n} fields' },
    service: { name: 'Services', gloss: 'Getting things done', count: '{n} links' },
    list: { name: 'Lists', gloss: 'News and notices', count: '{n} items' },
    body: { name: 'Main text', gloss: 'The main part of the page', count: '{n} paragraphs' },
  },
};

/** @param language a BCP 47 tag */
export function wordsOf(language: string): ViewWords {
  return language.startsWith('en') ? en : zh;
}

/** Fills the one gap of a sentence. */
export function fill(sentence: string, value: string | number): string {
  return sentence.replace(/\{\w+\}/, String(value));
}
