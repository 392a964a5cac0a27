// In which language our interface speaks on a page. Not for the language of what is read aloud.

/** Enough text to see whether a page is written in Chinese. */
const SAMPLE = 4000;

/**
 * The page's language, by what is written on it: `lang="en"` stands on many Chinese pages, left over from a template.
 * @returns `zh-CN` unless the page says it is in traditional characters, or says it is English and shows no Han character
 */
export function pageLanguage(document: Document): 'zh-CN' | 'zh-TW' | 'en' {
  const { lang } = document.documentElement;
  if (/^zh-(tw|hk|mo|hant)/i.test(lang)) return 'zh-TW';
  if (!/^en/i.test(lang)) return 'zh-CN';
  const text = document.title + (document.body?.textContent ?? '').slice(0, SAMPLE);
  return /[\u4e00-\u9fff]/.test(text) ? 'zh-CN' : 'en';
}
