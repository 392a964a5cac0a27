// Decides how form controls give way: their text is drawn by the browser inside a box that reports no overflow.
// Reads and decides; relax.ts writes.
import { styleOf } from './boxes';
import type { Remedy } from './remedy-book';

const NO_TEXT = new Set(['hidden', 'image', 'checkbox', 'radio', 'range', 'color', 'file']);
const PRESSED = new Set(['submit', 'button', 'reset']);
/** A longer label stands in several lines. */
const LABEL_CHARACTERS = 16;
/** Line height of `normal`, roughly, in em. */
const NORMAL_LINE = 1.3;
const WIDE_EM = 1;
const NARROW_EM = 0.56;

/** The width of a label in em: Han characters take one, others about half. */
export function labelEm(label: string): number {
  let em = 0;
  for (const character of label) em += (character.codePointAt(0) ?? 0) > 0x2e7f ? WIDE_EM : NARROW_EM;
  return em;
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
  const label = element.localName === 'button' ? (element.textContent ?? '').trim() : PRESSED.has(type) ? (element as HTMLInputElement).value : '';
  if (label.length <= LABEL_CHARACTERS) {
    const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (labelEm(label) * size > room + 1) {
      remedies.push({ element, mark: 'wide', value: String(Math.floor(parseFloat(style.width) || 0)) });
    }
  }
  return remedies;
}
