// The manifest's messages in traditional Chinese, made from the simplified ones like all other words (zh-tw.mjs): there is no list to forget.
// What stands in extension/_locales/zh_TW/messages.json all the same is said so.
import { traditional } from './zh-tw.mjs';

/**
 * @param {Record<string, { message: string }>} simplified messages of zh_CN
 * @param {Record<string, { message: string }>} [own] messages that are said otherwise in Taiwan
 * @returns {Record<string, { message: string }>} messages of zh_TW, in the same order
 */
export function traditionalMessages(simplified, own = {}) {
  // The one message that is no Chinese: the language itself.
  const turned = (text) => (text === 'zh-CN' ? 'zh-TW' : traditional(text));
  return Object.fromEntries(Object.entries(simplified).map(([key, entry]) => [key, own[key] ?? { ...entry, message: turned(entry.message) }]));
}
