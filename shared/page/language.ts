// In which language our interface speaks on a page. Not for the language of what is read aloud.

/** Enough text to see whether a page is written in Chinese. */
const SAMPLE = 4000;

/**
 * The page's language, by what is written on it: `lang="en"` stands on many Chinese pages, left over from a template.
 * @returns `zh-CN` unless the page says it is English and shows no Han character
 */
export function pageLanguage(document: Document): 'zh-CN' | 'en' {
  if (!document.documentElement.lang.toLowerCase().startsWith('en')) return 'zh-CN';
  const text = document.title + (document.body?.textContent ?? '').slice(0, SAMPLE);
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}
