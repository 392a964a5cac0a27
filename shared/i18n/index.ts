// Chooses the table of words for the reader's languages. Not for numbers or dates, of which the interface has none.
import { en } from './en';
import { zhCN } from './zh-CN';

export type MessageKey = keyof typeof zhCN;
export type Messages = Readonly<Record<MessageKey, string>>;
/** A table of words that knows its language (a BCP 47 tag). */
export type Words = Messages & { readonly lang: string };

const TABLES: Readonly<Record<string, Words>> = {
  zh: { ...zhCN, lang: 'zh-CN' },
  en: { ...en, lang: 'en' },
};

/**
 * The words in the first of the reader's languages that there is a table for; else Chinese, the language of the pages.
 * @param languages BCP 47 tags, most wanted first
 */
export function messagesFor(languages: readonly string[]): Words {
  for (const tag of languages) {
    const table = TABLES[tag.toLowerCase().split('-')[0] ?? ''];
    if (table) return table;
  }
  return { ...zhCN, lang: 'zh-CN' };
}

/**
 * One message with its `{names}` filled in.
 * @param key may be made from data (`<setting>.<option>`); '' when there is no such message
 */
export function say(words: Messages, key: string, params: Readonly<Record<string, string>> = {}): string {
  const text = (words as Readonly<Record<string, string>>)[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}
