// A key with what is held beside it, as text: `Alt+Shift+Digit7`. By the key's place on the board (`event.code`), so that neither layout nor
// input method matters. Pure; not for which chord does what (bindings.ts).

/** Keys that a shortcut may be made of. */
const CODES = /^(Key[A-Z]|Digit\d|F([1-9]|1[0-2])|Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Comma|Period|Slash|Backslash|Backquote)$/;
/** What is printed on the keys of signs. */
export const SIGNS: Readonly<Record<string, string>> = {
  Minus: '-', Equal: '=', BracketLeft: '[', BracketRight: ']', Semicolon: ';', Quote: "'", Comma: ',', Period: '.', Slash: '/', Backslash: '\\', Backquote: '`',
};

/** What of a keyboard event counts. */
export type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** @returns '' for what is no shortcut: a modifier alone, a key that moves, anything with the system's own key */
export function chordOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Pressed): string {
  if (metaKey || !CODES.test(code)) return '';
  return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${code}`;
}

/** Whether a text is a chord as `chordOf` writes it, with a key held that writes nothing: single characters belong to screen readers and to typing. */
export function isChord(text: unknown): text is string {
  const [, held = '', code = ''] = typeof text === 'string' ? (/^((?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?)(\w+)$/.exec(text) ?? []) : [];
  return CODES.test(code) && (/Ctrl|Alt/.test(held) || /^F\d/.test(code));
}

/** As it is printed on the keys. */
export function chordText(chord: string, isMac = false): string {
  return chord
    .split('+')
    .map((part) => SIGNS[part] ?? part.replace(/^(Key|Digit)/, ''))
    .map((part) => (isMac ? part.replace('Alt', 'Option').replace('Ctrl', 'Control') : part))
    .join(' + ');
}
