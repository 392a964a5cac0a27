// The words of the options page: those of the settings and its own, in the language that the reader chose, else the browser's.
// Not for which words there are (words.ts, shared/i18n).
import browser from 'webextension-polyfill';
import { createLanguage, say, type LanguageScript, type Turn, type Words } from '../../shared/i18n';
import { zhAid } from '../../shared/i18n/zh-aid';
import { zhPanel } from '../../shared/i18n/zh-panel';
import { createLive, type Live } from '../../shared/live';
import { take } from '../../shared/packs/registry';
import { sitesWords } from './sites-words';
import { type OptionsWords, words as optionsWords } from './words';

/** Tables of this page's own words, in two languages; the third is made from the first. */
const TABLES: readonly Readonly<Record<'zh-CN' | 'en', OptionsWords>>[] = [optionsWords, sitesWords];

/** One sentence by its key; its gaps are filled in, or left as they are where nothing is given for any. '' for a key that nobody knows. */
export type Say = (key: string, params?: Readonly<Record<string, string>>) => string;

export interface Wording {
  /** The words of settings, presets and the status line. One object for good. */
  readonly words: Words;
  /** A BCP 47 tag; when it changes, the words have changed. */
  readonly language: Live<string>;
  readonly turn: Turn;
  readonly say: Say;
  /** @param chosen the setting `language` */
  use(chosen: unknown): Promise<void>;
}

/** Speaks Chinese until told otherwise. @param loadScript runs one of our scripts by its name */
export function createWording(loadScript: (file: string) => Promise<void>): Wording {
  const spoken = createLanguage((tag) => take<LanguageScript>(`pack-words-${tag.toLowerCase()}`, () => loadScript(`mingdu-pack-words-${tag.toLowerCase()}`)));
  spoken.learn(zhPanel);
  spoken.learn(zhAid);
  const language = createLive(spoken.words.lang);
  const own = (lang: 'zh-CN' | 'en'): OptionsWords => Object.assign({}, ...TABLES.map((one) => one[lang]));
  let table = own('zh-CN');

  return {
    words: spoken.words,
    language,
    turn: (words) => spoken.turn(words),
    say(key, params) {
      const known = table[key] === undefined ? (spoken.words as OptionsWords) : table;
      return params ? say(known, key, params) : (known[key] ?? '');
    },
    async use(chosen) {
      const wanted = typeof chosen === 'string' && chosen !== 'auto' ? chosen : browser.i18n.getUILanguage();
      // A reader of a third language is likelier to know English.
      if (!(await spoken.use([wanted, 'en']))) return;
      const { lang } = spoken.words;
      table = lang === 'en' ? own('en') : spoken.turn(own('zh-CN'));
      language.set(lang);
    },
  };
}
