// What 《互联网网站适老化通用设计规范》 (annex 1) asks for, clause by clause, and what in each a person has to try by hand. Data only.
// The numbers come from a third party's summary, which every report says: the official text decides.

/** In both languages of a report. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** One thing that the specification asks for. */
export interface Clause {
  /** As the summary gives it; '' where it gives none. */
  readonly number: string;
  readonly asks: Both;
  /** `partly`: some rule of ours sees signs of it. `no`: no program can, and nothing in a report speaks of it but `byHand`. */
  readonly seen: 'partly' | 'no';
  /** Whether the owner alone can meet it, whatever tool is put on the page. */
  readonly isOwners: boolean;
  /** What somebody has to try. */
  readonly byHand: Both;
}

const clause = (number: string, seen: Clause['seen'], isOwners: boolean, asks: readonly [string, string], byHand: readonly [string, string]): Clause => ({
  number,
  seen,
  isOwners,
  asks: { zh: asks[0], en: asks[1] },
  byHand: { zh: byHand[0], en: byHand[1] },
});

/** By the names that the rules use for them, in the order of the specification. */
export const CLAUSES = {
  keyboard: clause('服务原则 2', 'partly', true,
    ['全程键盘和特大鼠标都能操作', 'The whole process works by keyboard, and by a very large pointer'],
    ['收起鼠标，只用 Tab、回车、方向键把主要事项从头办到尾：登录、查询、填表、提交、下载。', 'Put the mouse away and do the main services from end to end with Tab, Enter and arrows: log in, search, fill in, submit, download.']),
  reading: clause('服务原则', 'partly', false,
    ['提供特大字体、高对比背景、文字放大、语音阅读，以及简约界面版本', 'Extra-large text, high contrast, enlargement, speech, and a simplified version'],
    ['简约界面版本是网站自己的事：看首页能不能进入，常办的事项在里面是否都有。', 'The simplified version is the site’s own: see that the home page leads to it and that it holds the services people use.']),
  blocks: clause('', 'no', true,
    ['平铺式布局或大块分区的简约版本，各区有颜色区分', 'A flat layout, or a simplified version in large blocks told apart by colour'],
    ['打开简约版本，看分区是否又大又清楚；不看颜色时能不能分清。', 'Open the simplified version: are the blocks large and clear, also without their colours?']),
  enlarging: clause('1.2.3', 'partly', false,
    ['不依赖操作系统和浏览器就能缩放网页、显示大字屏幕', 'Page zoom and a large-text screen without the help of system or browser'],
    ['在主要网页上放大到两倍，看字有没有被切掉、盖住；看嵌进来的外站页面。', 'Enlarge the main pages to twice the size and look for text that is cut off or covered, also in embedded pages of other sites.']),
  mobileText: clause('1.2.3', 'partly', true,
    ['移动网页至少有一种不小于 18 dp/pt 的字号', 'Mobile pages offer a size of at least 18 dp/pt'],
    ['用手机打开主要网页，选最大的一档，看正文是否不小于 18。', 'Open the main pages on a phone, choose the largest size, and see that body text is at least 18.']),
  focus: clause('', 'partly', true,
    ['焦点状态明显', 'The focus is plain to see'],
    ['一路按 Tab，随时都要看得出停在哪里，也不被浮动的栏盖住。', 'Press Tab all the way: it must always be plain where one is, never under a floating bar.']),
  speech: clause('', 'partly', false,
    ['至少正文页面能语音阅读，并有开关', 'At least article pages can be read aloud, with a switch'],
    ['挑几篇正文听一遍：标题、日期、表格、附件名称都念到了吗？', 'Listen to some articles: are heading, date, tables and names of attachments read?']),
  captcha: clause('1.4.3', 'partly', true,
    ['验证码（含拼图）能放大到两倍以上，并且有不靠眼睛的替代方式', 'A captcha (drag puzzles too) can be enlarged to twice its size and has an alternative that needs no sight'],
    ['闭上眼睛，用语音或短信验证码登录一次；拼图、点选也要有别的办法。', 'With closed eyes, log in by a spoken or texted code; puzzles and picture picking need another way too.']),
  codeLifetime: clause('1.4.4', 'partly', true,
    ['验证码有效期不超过 3 分钟时，用语音说明期限，并能延长到两倍以上', 'A code that lives no longer than three minutes: the limit is spoken, and can be extended to at least twice'],
    ['取一个短信验证码，等到快过期，看有没有提醒、能不能延长；再慢慢填一张表，看会不会掉线、丢内容。', 'Ask for a code and wait until it is nearly over: is one told, can it be extended? Fill in a form slowly: is the session lost, and what was typed?']),
  media: clause('2.3', 'partly', true,
    ['音频、视频能用键盘控制', 'Sound and film can be controlled by keyboard'],
    ['只用键盘播放、暂停、调音量、进出全屏。', 'Play, pause, change the volume, enter and leave full screen by keyboard alone.']),
  noAdvertising: clause('2.4.1', 'partly', true,
    ['适老版里没有广告，也没有随机弹出的窗口', 'No advertising and no random pop-ups in the elder version'],
    ['在适老版、简约版里走一遍，停留几分钟，看会不会弹出东西。', 'Walk through the elder version and stay a few minutes: does anything pop up?']),
  noInducement: clause('2.4.2', 'partly', true,
    ['没有诱导下载、诱导付款的按钮', 'No button that lures into a download or a payment'],
    ['看“下载客户端”“立即领取”之类的按钮：不点它，事情照样办得成吗？', 'Look at buttons such as “get the app”: can everything be done without them?']),
  closable: clause('', 'partly', true,
    ['宣传性的漂浮窗能永久关闭', 'Promotional floats can be closed for good'],
    ['用键盘关掉漂浮窗，再打开下一页、明天再来，它都不该回来。', 'Close a float by keyboard; it must not come back on the next page, nor tomorrow.']),
  reversible: clause('2.6.1', 'no', true,
    ['涉及法律、财务的提交，10 分钟内能撤回或改了重交', 'What is submitted with legal or financial effect can be taken back or mended within ten minutes'],
    ['提交一次申请或缴费，10 分钟内试着撤回、修改。', 'Submit an application or a payment and try to take it back or change it within ten minutes.']),
  plainWords: clause('3.1.1–3.1.4', 'no', true,
    ['不用行话和网络用语，流程合常理，名称图标合习惯，状态说得清，上一步能撤回', 'No jargon, a flow as people expect it, customary names and icons, a told state, and an undo of the last step'],
    ['请一位老人办一件事，您只看不说：在哪里停住了，就改哪里。', 'Ask an elderly person to do one thing while you only watch: wherever they stop, mend that.']),
  compatible: clause('4.1 / 4.2.1', 'partly', true,
    ['与主流系统、浏览器和辅助技术兼容', 'Works with the usual systems, browsers and assistive technology'],
    ['用争渡、阳光、NVDA、手机读屏各走一遍主要事项。', 'Walk through the main services with the screen readers that people use, on desk and phone.']),
  quickWay: clause('', 'no', true,
    ['移动端有手势快速定位和语音阅读；电脑端有直达适老服务的快捷方式', 'Gestures on mobile; on the desk a shortcut that leads straight to the elder service'],
    ['装了明读，可以把“网址?mingdu=elder”做成桌面快捷方式；看看是否写进了使用帮助。', 'With Mingdu installed, “address?mingdu=elder” can be a shortcut on the desktop; see that the site’s help says so.']),
} as const satisfies Readonly<Record<string, Clause>>;

/** Name of a clause. */
export type ClauseName = keyof typeof CLAUSES;

/** For tables. */
export const CLAUSE_NAMES = Object.keys(CLAUSES) as readonly ClauseName[];
