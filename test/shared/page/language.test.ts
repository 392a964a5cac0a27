import { expect, it } from 'vitest';
import { pageLanguage } from '../../../shared/page/language';

it.each([
  ['zh-CN', 'text', 'zh-CN'],
  ['', 'text', 'zh-CN'],
  ['en', '县人民政府', 'zh-CN'],
  ['en-US', 'County Government', 'en'],
])('lang="%s" with “%s” is %s', (lang, text, expected) => {
  document.documentElement.lang = lang;
  document.title = '';
  document.body.textContent = text;
  expect(pageLanguage(document)).toBe(expected);
});
