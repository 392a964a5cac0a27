// What the help says, as tables; it comes with the panel's script. `words` of the bar are not repeated: a button is told of by its message key.

/** A name by which readers know a thing from elsewhere. */
export interface KnownName {
  readonly name: string;
  /** What it is called here. */
  readonly here: string;
  /** The part of the panel that it is found in; '' for its top. */
  readonly at: string;
}

export interface HelpWords {
  readonly begin: string;
  readonly steps: readonly string[];
  readonly buttons: string;
  /** Message key of the button, and what it does. */
  readonly does: readonly (readonly [key: string, does: string])[];
  readonly known: string;
  readonly names: readonly KnownName[];
  readonly keyboard: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
  /** Heads the keys of the reading cursor. */
  readonly cursor: string;
  readonly enter: string;
  readonly leaving: string;
  readonly leave: readonly string[];
  readonly teach: string;
  readonly teachGloss: string;
  readonly back: string;
  readonly version: string;
}

export const helpZh: HelpWords = {
  begin: '怎么开始',
  steps: [
    '字太小？按“放大”，还小就再按。手机上先按“大字”。',
    '看不清？按“配色”，换一种颜色。',
    '想听？点一下要听的那段字，再按“朗读”。',
    '按错了不要紧，按“撤销”就回到上一步。',
    '用完了按“退出”，网页和原来一样。',
  ],
  buttons: '每个按钮做什么',
  does: [
    ['toolbar.larger', '网页的字变大，自动换行，不用左右拖。'],
    ['contrast', '换成看得清的颜色，图片不变。'],
    ['speech', '从您点过的地方念起；再按一下暂停。'],
    ['pinyin', '字的上面标拼音。'],
    ['toolbar.choose', '旁边那个按钮的几种样子，由您挑。'],
    ['toolbar.more', '所有的设置都在里面。'],
    ['toolbar.undo', '回到上一步。'],
    ['toolbar.reset', '全部改回原样，在“更多”的最下面。'],
    ['toolbar.close', '关掉明读。'],
  ],
  known: '在别处叫这些名字的，在这里（按一下就到）',
  names: [
    { name: '关怀版', here: '长辈模式', at: '' },
    { name: '老年模式', here: '长辈模式', at: '' },
    { name: '十字线', here: '阅读线', at: 'readingLine' },
    { name: '指读', here: '朗读：指哪儿读哪儿', at: 'speech' },
    { name: '连读', here: '朗读：一直往下读', at: 'speech' },
    { name: '声音', here: '语速、音量和嗓音', at: 'rate' },
    { name: '视窗区', here: '只看正文：没有正文的网页，列出导航区、视窗区等几大块', at: 'view' },
  ],
  keyboard: '只用键盘',
  keys: [
    ['Tab', '走到工具栏，再走到下一处'],
    ['← →', '在工具栏里、在几个选项里挑'],
    ['Home End', '到头一个、最后一个'],
    ['回车或空格', '按下'],
    ['↓', '打开这个按钮的“选”'],
    ['Esc', '关上打开的；再按一次，回到网页'],
  ],
  cursor: '按下“用键盘读”以后',
  enter: '回车',
  leaving: '退出以后',
  leave: ['网页原样恢复，不用刷新。', '您选的设置留在这台电脑（手机）上，下次打开还是这样；不想要，按“重置”。', '明读不会把网页的内容发到网上。只有您同意用在线嗓音，要读的字才会发出去。'],
  teach: '从头教我',
  teachGloss: '再看一遍第一次的提示',
  back: '返回“更多”',
  version: '明读，版本 {version}',
};

export const helpEn: HelpWords = {
  begin: 'How to begin',
  steps: [
    'Too small? Press “Larger”, and again if need be. On a phone press “Text size” first.',
    'Hard to see? Press “Colours”.',
    'Want to listen? Click the text, then press “Read aloud”.',
    'Pressed the wrong thing? “Undo” goes one step back.',
    'Done? Press “Leave”: the page is as it was.',
  ],
  buttons: 'What each button does',
  does: [
    ['toolbar.larger', 'The page’s text grows; lines still fit the window.'],
    ['contrast', 'Colours that are easy to see; pictures stay.'],
    ['speech', 'Reads from where you clicked; press again to pause.'],
    ['pinyin', 'Pinyin over the characters.'],
    ['toolbar.choose', 'The kinds that the button beside it has.'],
    ['toolbar.more', 'All settings.'],
    ['toolbar.undo', 'One step back.'],
    ['toolbar.reset', 'All as it was; at the foot of “More”.'],
    ['toolbar.close', 'Closes Mingdu.'],
  ],
  known: 'What has other names elsewhere (press to go there)',
  names: [
    { name: '关怀版 · Care mode', here: 'Easy reading', at: '' },
    { name: '老年模式 · Elder mode', here: 'Easy reading', at: '' },
    { name: '十字线 · Cross', here: 'Reading line', at: 'readingLine' },
    { name: '指读 · Point and read', here: 'Read aloud: what you point at', at: 'speech' },
    { name: '连读 · Continuous', here: 'Read aloud: to the end', at: 'speech' },
    { name: '声音 · Sound', here: 'Speed, volume and voice', at: 'rate' },
    { name: '视窗区 · Window zone', here: 'Article only: where there is none, the parts of the page', at: 'view' },
  ],
  keyboard: 'By keyboard',
  keys: [
    ['Tab', 'To the toolbar, then to the next part'],
    ['← →', 'Choose in the toolbar, or among options'],
    ['Home End', 'To the first, to the last'],
    ['Enter or Space', 'Press'],
    ['↓', 'Open the button’s options'],
    ['Esc', 'Close what is open; again: back to the page'],
  ],
  cursor: 'After “Read by keyboard” is pressed',
  enter: 'Enter',
  leaving: 'After you leave',
  leave: ['The page is as it was, without a reload.', 'Your settings stay on this machine for next time; “Reset” clears them.', 'Mingdu sends nothing of the page anywhere, unless you agreed to an online voice: it gets the text that it reads.'],
  teach: 'Show me from the start',
  teachGloss: 'The hints of the first time',
  back: 'Back to “More”',
  version: 'Mingdu, version {version}',
};
