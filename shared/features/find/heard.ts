// Whether a key is meant for us at all. Pure; not for what it does (start.ts).
import { isElement } from '../../dom/marker';
import { chordOf, SIGNS } from '../../keys/chords';

const NOT_TYPED = /^(button|submit|reset|image|checkbox|radio|file|color|range)$/;
const TYPED_ROLES = '[role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"]';

/** Whether what is typed there is written down, or may be: a custom element with a closed root tells nobody. */
export function isTypedIn(target: EventTarget | null | undefined): boolean {
  if (!isElement(target)) return false;
  if (/^(textarea|select|embed|object)$/.test(target.localName)) return true;
  if (target.localName === 'input') return !NOT_TYPED.test((target as HTMLInputElement).type);
  const isEditor = (target as HTMLElement).isContentEditable || target.closest('[contenteditable]:not([contenteditable="false" i])') !== null;
  return isEditor || target.matches(TYPED_ROLES) || (target.localName.includes('-') && !target.shadowRoot);
}

/**
 * The chord of a key that nobody else has taken: not typed, not composed, not AltGr's.
 * @param isMac Option counts as AltGraph there, in Firefox
 * @returns '' where the key is not ours to look at
 */
export function heardChord(event: KeyboardEvent, isMac: boolean): string {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.keyCode === 229 || event.key === 'Process') return '';
  // Old scripts send events of the name that are no keys.
  if (!isMac && event.getModifierState?.('AltGraph')) return '';
  return isTypedIn(event.composedPath()[0]) ? '' : chordOf(event);
}

/** Whether the page gives the key to something of its own: access keys are pressed with Alt in Chromium, with Alt and Shift in Firefox. */
export function isSitesKey(document: Document, chord: string): boolean {
  const [, code = ''] = /^Alt\+(?:Shift\+)?(\w+)$/.exec(chord) ?? [];
  const character = (SIGNS[code] ?? code.replace(/^(Key|Digit)/, '')).toLowerCase();
  if (character === '') return false;
  return [...document.querySelectorAll('[accesskey]')].some((one) => (one.getAttribute('accesskey') ?? '').toLowerCase().split(/\s+/).includes(character));
}
