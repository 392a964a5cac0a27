// What a site's owner can set: one table, data alone, from which come the parser of the tag, `Mingdu.configure`, its types and the tables of
// the documentation. Not for the checks themselves (check-options.ts), nor for what the options do (options-script.ts).

/** How a value is checked; see check-options.ts. */
export type OptionKind = 'switch' | 'word' | 'selector' | 'folder' | 'own-folder' | 'colour' | 'aids' | 'zones' | 'link' | 'settings' | 'store';

/** When `Mingdu.configure` can still change it: always; before Mingdu was first on in this page; not at all, only the tag says it. */
export type OptionTime = 'always' | 'first' | 'tag';

export interface SiteOption {
  /** The key for `Mingdu.configure`; on the tag it is `attribute`. */
  readonly name: string;
  /** Null for what no attribute can hold. */
  readonly attribute: string | null;
  readonly kind: OptionKind;
  /** The allowed words of a `word`; the others know theirs. */
  readonly words?: readonly string[];
  /** Its type in mingdu.d.ts. */
  readonly type: string;
  readonly time: OptionTime;
  /** A value as one would write it in the attribute, or in the call where there is none. */
  readonly example: string;
  /** What it does, one line for the owner's table, in Chinese and in English. */
  readonly zh: string;
  readonly en: string;
}

export const SITE_OPTIONS: readonly SiteOption[] = [
  {
    name: 'trigger', attribute: 'data-trigger', kind: 'selector', type: 'string', time: 'always', example: '.wza a',
    zh: 'CSS 选择器；点中的元素也能打开工具栏',
    en: 'CSS selector; a click on what it matches opens the toolbar too',
  },
  {
    name: 'launcher', attribute: 'data-launcher', kind: 'switch', type: "'on' | 'off' | boolean", time: 'always', example: 'off',
    zh: '`off`：页面上没有入口时，也不画右下角的按钮（画了，读者也可以按旁边的“挪开”，把它挪到左边或收到边上）',
    en: '`off`: no button at the lower right even where the page has no trigger (readers can move it by the small button beside it)',
  },
  {
    name: 'launcherColor', attribute: 'data-launcher-color', kind: 'colour', type: 'string', time: 'always', example: '#ffffff',
    zh: '那个按钮的字色（默认 `#ffffff`）；和底色的对比度不到 4.5:1 就不用',
    en: 'ink of that button (default `#ffffff`); not taken below a contrast of 4.5:1 with its ground',
  },
  {
    name: 'launcherBackground', attribute: 'data-launcher-background', kind: 'colour', type: 'string', time: 'always', example: '#9b1c1c',
    zh: '那个按钮的底色（默认 `#0b4a8f`），不能透明',
    en: 'ground of that button (default `#0b4a8f`), opaque',
  },
  {
    name: 'lang', attribute: 'data-lang', kind: 'word', words: ['zh-CN', 'zh-TW', 'en'], type: "'zh-CN' | 'zh-TW' | 'en'", time: 'first', example: 'zh-CN',
    zh: '界面语言：`zh-CN`、`zh-TW` 或 `en`（默认跟网页一样）；读者自己选了的以读者的为准',
    en: 'language of the interface: `zh-CN`, `zh-TW` or `en` (default: that of the page); what the reader chose outranks it',
  },
  {
    name: 'aids', attribute: 'data-aids', kind: 'aids', type: 'string | readonly string[]', time: 'always', example: 'textSize contrast pinyin speech',
    zh: '只提供这几样，用空格分开；名字就是各项设置的名字（README 的“设置”表），另有 `fields`（没填的必填项）和 `media`（本页的声音和视频）。没写的没有按钮、没有快捷键，一键设置也不碰它；读者以前开着的还开着，按“重置”就没有了',
    en: 'only these aids, with blanks between; the names are those of the settings, and `fields` and `media`. An aid that is left out has no control, no shortcut, and no preset touches it; what a reader had left on stays on until 重置',
  },
  {
    name: 'preset', attribute: 'data-preset', kind: 'word', words: ['elder', 'low-vision', 'keyboard', 'learner'], type: "'elder' | 'low-vision' | 'keyboard' | 'learner'", time: 'first', example: 'elder',
    zh: '什么都没选过的读者第一次打开时，先用这个一键设置：`elder` `low-vision` `keyboard` `learner`；读者选过的以读者的为准，“重置”回到全部默认',
    en: 'what the first opening applies for a reader who has chosen nothing: `elder`, `low-vision`, `keyboard`, `learner`; the reader’s own choice outranks it, and 重置 goes back to all defaults',
  },
  {
    name: 'article', attribute: 'data-article', kind: 'selector', type: 'string', time: 'always', example: '.TRS_Editor',
    zh: 'CSS 选择器：正文在哪里；“只看正文”“连读”“到正文”先看它，找不到再自己找',
    en: 'CSS selector of the article; outranks our own search wherever the article is wanted',
  },
  {
    name: 'zones', attribute: 'data-zones', kind: 'zones', type: 'string | Readonly<Partial<Record<MingduZone, string>>>', time: 'always', example: 'navigation: #menu; body: .TRS_Editor',
    zh: '改不了的模板里，哪一块是哪个区：`区: 选择器`，用分号分开；区是 `navigation`（`nav`、导航）、`window`（视窗）、`interaction`（交互）、`service`（服务）、`list`（列表）、`body`（`article`、正文）',
    en: 'zones of a template that cannot be touched: `zone: selector`, with semicolons between; zones are `navigation` (`nav`), `window`, `interaction`, `service`, `list`, `body` (`article`)',
  },
  {
    name: 'statement', attribute: 'data-statement', kind: 'link', type: 'string', time: 'always', example: '/wza.html',
    zh: '网站“无障碍声明”的网址，显示在“更多”和帮助里；只收 http(s) 和 mailto',
    en: 'address of the site’s accessibility statement, a link in the panel and the help; http(s) and mailto alone',
  },
  {
    name: 'feedback', attribute: 'data-feedback', kind: 'link', type: 'string', time: 'always', example: 'mailto:wza@example.gov.cn',
    zh: '意见反馈的网址或邮箱，同上',
    en: 'where readers can complain, likewise',
  },
  {
    name: 'base', attribute: 'data-base', kind: 'folder', type: 'string', time: 'always', example: 'https://static.example.gov.cn/mingdu/',
    zh: '其余文件所在的文件夹（默认与 `mingdu.js` 相同）',
    en: 'folder of the later files (default: that of `mingdu.js`)',
  },
  {
    name: 'url', attribute: 'data-url', kind: 'switch', type: "'on' | 'off' | boolean", time: 'tag', example: 'off',
    zh: '`off`：不理会网址里的 `?mingdu=on` 和 `?mingdu=elder`',
    en: '`off`: pays no heed to `?mingdu=on` and `?mingdu=elder` in the address',
  },
  {
    name: 'voicePack', attribute: 'data-voice-pack', kind: 'own-folder', type: 'string', time: 'first', example: '/mingdu/voice-pack/',
    zh: '语音包所在的文件夹（README 的“语音包”）；不写就没有',
    en: 'folder of the voice pack, on the page’s own site; without it there is none',
  },
  {
    name: 'settings', attribute: null, kind: 'settings', type: 'Partial<MingduSettings>', time: 'always', example: '{ textSize: 150 }',
    zh: '把读者的设置交进来（网站帐号里存的）：逐项检查后存下；工具栏开着就马上生效，没开着不会打开，也不出声',
    en: 'hands the reader’s settings in, from the site’s own account: checked and kept key by key; applied at once where Mingdu is on, else they open nothing and sound nothing',
  },
  {
    name: 'store', attribute: null, kind: 'store', type: 'MingduStore', time: 'first', example: '{ read, write }',
    zh: '代替 `localStorage` 存读者的选择：`read()` 给出存的文字，`write(text)` 存下；出错、太慢（3 秒）或给的不是原来的文字，这一页就改存 `localStorage`',
    en: 'keeps the reader’s choices in place of `localStorage`: `read()` gives the text, `write(text)` takes it; one that throws, takes over 3 s or gives another thing is left for `localStorage` on that page',
  },
];
