// Chooses the table of words for a language. Chinese comes with the toolbar, another language's table is fetched when it is wanted.
// Not for numbers or dates, of which the interface has none.
import { zhBar } from './zh-bar';
import type { zhCN } from './zh-CN';

export { say } from './say';

export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;
/** A table of words that knows its language (a BCP 47 tag); those of the panel may come later, with the panel. */
export type Words = Partial<Messages> & { readonly lang: string };

/** Languages besides Chinese that there is a table for. */
const OTHERS = ['en'];

/**
 * The words in the first of the wanted languages that there is a table for; else Chinese, the language of the pages.
 * @param languages BCP 47 tags, most wanted first
 * @param fetchTable gets the table of another language; when it cannot, the words are Chinese
 */
export async function wordsFor(languages: readonly string[], fetchTable: (language: string) => Promise<Messages>): Promise<Words> {
  for (const tag of languages) {
    const language = tag.toLowerCase().split('-')[0] ?? '';
    if (language === 'zh') break;
    if (!OTHERS.includes(language)) continue;
    const table = await fetchTable(language).catch(() => null);
    if (table) return { ...table, lang: language };
  }
  return chineseWords();
}

/** The words that are always at hand, a table of one's own to add to. */
export function chineseWords(): Words {
  return { ...zhBar, lang: 'zh-CN' };
}
