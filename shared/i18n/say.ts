// Fills in one message. Apart from the tables, so that a script of its own can say what it is handed.
/**
 * One message with its `{names}` filled in.
 * @param key may be made from data (`<setting>.<option>`); '' when there is no such message
 */
export function say(words: Readonly<Record<string, string | undefined>>, key: string, params: Readonly<Record<string, string>> = {}): string {
  const text = words[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}
