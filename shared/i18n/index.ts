// The words of the interface, in the language that is wanted. Simplified Chinese comes with the toolbar; another language is fetched when it
// is wanted, and may be changed for another while all stands. Not for numbers or dates, of which the interface has none.
import { zhBar } from './zh-bar';
import type { zhCN } from './zh-CN';
import type { Turn } from './zh-tw';

export { say } from './say';
export type { Turn };

export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;
/** A table of words that knows its language (a BCP 47 tag); those of the panel may come later, with the panel. */
export type Words = Partial<Messages> & { readonly lang: string };

/** What the script of another language provides: its own table, or what turns the Chinese one into it. */
export type LanguageScript = Messages | Turn;

/** Languages besides simplified Chinese, by their tags. */
const OTHERS = [[/^zh-(tw|hk|mo|hant)/i, 'zh-TW'], [/^en\b/i, 'en']] as const;

export interface Language {
  /** One object for good; what it holds follows the language. */
  readonly words: Words;
  /** Turns Chinese words of somebody's own. */
  readonly turn: Turn;
  /** Takes Chinese words that come later than the bar's. */
  learn(more: Partial<Messages>): void;
  /**
   * Speaks the first of the wanted languages that can be had; else simplified Chinese, the language of the pages.
   * @param languages BCP 47 tags, most wanted first
   * @returns false when something else was wanted meanwhile
   */
  use(languages: readonly string[]): Promise<boolean>;
}

/** @param fetchScript gets the script of another language */
export function createLanguage(fetchScript: (language: string) => Promise<LanguageScript>): Language {
  const chinese: Record<string, string> = { ...zhBar };
  const words: Partial<Messages> & { lang: string } = { ...zhBar, lang: 'zh-CN' };
  const asIs: Turn = (same) => same;
  let turn = asIs;
  let table: Partial<Messages> = {};
  let asked = 0;
  const fill = (): void => void Object.assign(words, turn(chinese), table);

  return {
    words,
    turn: (own) => turn(own),
    learn(more) {
      Object.assign(chinese, more);
      fill();
    },
    async use(languages) {
      const turnOf = (asked += 1);
      let lang = 'zh-CN';
      let script: LanguageScript = {} as Messages;
      for (const tag of languages) {
        const other = OTHERS.find(([known]) => known.test(tag));
        const got = other && (await fetchScript(other[1]).catch(() => null));
        if (other && got) [lang, script] = [other[1], got];
        if (got || /^zh/i.test(tag)) break;
      }
      if (turnOf !== asked) return false;
      words.lang = lang;
      [turn, table] = typeof script === 'function' ? [script, {}] : [asIs, script];
      fill();
      return true;
    },
  };
}
