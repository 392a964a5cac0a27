// The keys that somebody else uses, each with who, what for, and where that is known from: the check that the set `mingdu` has passed, and the
// warning for who chooses keys of one's own. Data; a chord is written as in chords.ts, `*` stands for any one key or sign.

/** Whose a key is; the panel has a word for each. */
export type Holder = 'browser' | 'reader' | 'typing' | 'system' | 'site';

export interface Taken {
  readonly keys: readonly string[];
  readonly by: Holder;
  readonly why: string;
  /** `manual`: the maker's own list, or one taken from it. `memory`: known from use, with no list at hand. `research`: what other toolbars met with. */
  readonly from: 'manual' | 'memory' | 'research';
}

const SIGN = '(Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Comma|Period|Slash|Backslash|Backquote)';

export const TAKEN: readonly Taken[] = [
  { keys: ['Ctrl+Alt+*', 'Ctrl+Alt+Shift+*'], by: 'reader', why: 'VoiceOver holds Control and Option; NVDA starts with Ctrl+Alt+N; NVDA and JAWS go through tables with Ctrl+Alt; on many layouts it is AltGr, which writes', from: 'manual' },
  { keys: ['Ctrl+Alt+*', 'Ctrl+Alt+Shift+*'], by: 'reader', why: '争渡 and 阳光: their commands go by a key of their own (Insert, CapsLock, number pad), by Ctrl+Alt or by the Windows key; no list of all was at hand', from: 'memory' },
  { keys: ['Alt+Key*'], by: 'browser', why: 'menus and address bar (Alt+D, Alt+F, Alt+E), access keys of sites in Chromium; Option writes on a Mac', from: 'research' },
  { keys: ['Alt+Shift+Key*'], by: 'browser', why: 'access keys of sites in Firefox; Alt+Shift+T, I and A in Chromium; the lists of Orca (Alt+Shift+H, K, B …)', from: 'manual' },
  { keys: ['Alt+Digit[1-9]'], by: 'browser', why: 'tabs, in Firefox and Chromium on Linux (also UOS and 麒麟)', from: 'research' },
  { keys: ['Alt+Shift+Digit[1-6]'], by: 'reader', why: 'Orca lists the headings of that level', from: 'manual' },
  { keys: ['Alt+Backquote', 'Alt+Shift+Backquote'], by: 'system', why: 'windows of one program on Linux; the accent of a Mac; input methods', from: 'memory' },
  { keys: ['Ctrl+Key*', 'Ctrl+Shift+Key*'], by: 'browser', why: 'copy, find, print, tabs, tools for developers; Sogou and other input methods with Shift', from: 'memory' },
  { keys: ['Ctrl+Digit*'], by: 'browser', why: 'tabs; 0 takes zoom back', from: 'memory' },
  { keys: ['Ctrl+Shift+Digit*'], by: 'typing', why: 'input methods delete a candidate or are chosen so; profiles of Edge; containers of Firefox', from: 'memory' },
  { keys: [`Ctrl+${SIGN}`, `Ctrl+Shift+${SIGN}`], by: 'typing', why: 'zoom of the browser; Ctrl+. and Ctrl+, of Microsoft and other Pinyin; Ctrl+; of fcitx; Ctrl+` opens two other toolbars', from: 'memory' },
  { keys: ['Key*', 'Digit*', SIGN, 'Shift+Key*', 'Shift+Digit*', `Shift+${SIGN}`], by: 'reader', why: 'single keys of NVDA and JAWS in web pages, backwards with Shift; typing', from: 'manual' },
  { keys: ['F(1|3|5|6|7|10|11|12)'], by: 'browser', why: 'help, find, reload, panes, caret, menu, full screen, tools', from: 'memory' },
  { keys: ['Shift+F(3|5|6|7|8|9|10|12)', 'Ctrl+F*', 'Ctrl+Shift+F*'], by: 'browser', why: 'find back, reload, menus, tools, closing', from: 'memory' },
  { keys: ['Alt+F*', 'Alt+Shift+F*'], by: 'system', why: 'closing, moving and choosing windows', from: 'memory' },
];

const PATTERNS = TAKEN.map((row) => ({ row, pattern: new RegExp(`^(${row.keys.map((key) => key.replace(/\+/g, '\\+').replace(/\*/g, '\\w+')).join('|')})$`) }));

/** Who has a chord already; null when nobody is known. */
export function takenBy(chord: string): Taken | null {
  return PATTERNS.find(({ pattern }) => pattern.test(chord))?.row ?? null;
}
