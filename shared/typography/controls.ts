// Decides how form controls give way: their text is drawn by the browser inside a box that reports no overflow.
// Reads and decides; relax.ts writes.
import { up } from '../dom/marker';
import { styleOf } from './style-of';
import type { Remedy } from './remedy-book';

const NO_TEXT = new Set(['hidden', 'image', 'checkbox', 'radio', 'range', 'color', 'file']);
const PRESSED = new Set(['submit', 'button', 'reset']);
/** A longer label stands in several lines. */
const LABEL_CHARACTERS = 16;
/** Line height of `normal`, roughly, in em. */
const NORMAL_LINE = 1.3;
const WIDE_EM = 1;
const NARROW_EM = 0.56;

/** The width of a label in em: letters and digits take about half, Han characters and what Chinese fonts draw as wide (×, …, “) take one. */
export function labelEm(label: string): number {
  let em = 0;
  for (const character of label) em += (character.codePointAt(0) ?? 0) > 0x7f ? WIDE_EM : NARROW_EM;
  return em;
}

/** The arrow of a drop-down list, or the cross that empties a search field and has its place also while it is not seen; in em. */
const ARROW_EM = 1.2;
/** What a field says may be longer than any label; what one has written into it may be longer than that, and scrolls. */
const FIELD_CHARACTERS = 24;

/** What a control says in one line: its label, its value or what stands in for it, the chosen option. */
export function controlText(element: Element): string {
  if (element.localName === 'button') return (element.textContent ?? '').trim();
  if (element.localName === 'select') {
    const select = element as HTMLSelectElement;
    return select.multiple || select.size > 1 ? '' : (select.selectedOptions[0]?.label ?? '');
  }
  const input = element as HTMLInputElement;
  return input.value || (PRESSED.has(input.type) ? '' : input.placeholder);
}

/** For borders and roundings of the boxes around. */
const SPARE_PX = 6;
/** How far up a field is set in boxes made for it. */
const FRAME_DEPTH = 3;

/** A field set in a box of a fixed width needs that box to give way as well. */
function roomAround(element: Element, missing: number): Remedy[] {
  const remedies: Remedy[] = [];
  for (let at = up(element), depth = 0; at && depth < FRAME_DEPTH && missing > 0; at = up(at), depth += 1) {
    const outer = up(at);
    const style = styleOf(at);
    if (!outer || outer.localName === 'html' || outer.clientWidth - at.clientWidth < missing || /inline$|table/.test(style.display)) break;
    const isFlexible = /flex/.test(styleOf(outer).display);
    remedies.push({ element: at, mark: isFlexible ? 'spread' : 'wide', value: String(Math.ceil(at.clientWidth + missing)) });
    if (isFlexible) break;
  }
  return remedies;
}

export function controlRemedies(element: Element): Remedy[] {
  if (!/^(input|select|button)$/.test(element.localName) || element.clientHeight === 0) return [];
  const type = element.getAttribute('type')?.toLowerCase() ?? '';
  if (element.localName === 'input' && NO_TEXT.has(type)) return [];
  const style = styleOf(element);
  const size = parseFloat(style.fontSize);
  // A label pushed out of sight stands on a picture.
  if (Math.abs(parseFloat(style.textIndent)) > 99 || size < 1) return [];
  const remedies: Remedy[] = [];
  const inner = element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  const line = style.lineHeight.endsWith('px') && element.localName !== 'select' ? Math.min(parseFloat(style.lineHeight), size * 2) : size * NORMAL_LINE;
  if (inner < Math.min(line, size * NORMAL_LINE) - 1) remedies.push({ element, mark: 'tall', value: String(Math.floor(parseFloat(style.height) || 0)) });
  const isPressed = element.localName === 'button' || PRESSED.has(type);
  const text = controlText(element);
  if (text.length > (isPressed ? LABEL_CHARACTERS : FIELD_CHARACTERS)) return remedies;
  const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
  const need = labelEm(text) * size + (parseFloat(style.letterSpacing) || 0) * text.length + (element.localName === 'select' || type === 'search' ? ARROW_EM * size : 0);
  if (need <= element.clientWidth - padding + 1) return remedies;
  if (isPressed) remedies.push({ element, mark: 'wide', value: String(Math.floor(parseFloat(style.width) || 0)) });
  else {
    const frame = style.boxSizing === 'border-box' ? padding + parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth) : 0;
    const value = Math.ceil(need + frame + 2);
    const parent = up(element);
    const row = parent ? styleOf(parent) : null;
    // In a row with its button, the button goes below where both have no room.
    if (parent && row && /flex/.test(row.display) && row.flexDirection.startsWith('row')) remedies.push({ element: parent, mark: 'rows', value: '' });
    remedies.push({ element, mark: 'field', value: String(value) }, ...roomAround(element, value + SPARE_PX - element.clientWidth));
  }
  return remedies;
}
