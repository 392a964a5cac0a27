// The text that a form control draws inside itself: no range reaches it, and a control that cuts it off reports no overflow.
// Measured with the control's own font on a canvas that is in no document. Runs in the page, changes nothing.
import { onPage, type Place } from './frames';
import type { Box } from './texts';

/** What one control shows. */
export interface ControlText {
  readonly text: string;
  /** Computed font size, CSS pixels. */
  readonly size: number;
  /** Where its (first line of) text stands, page coordinates. */
  readonly box: Box;
  /** What does not fit, in words. */
  readonly cut?: string;
}

const NO_TEXT = new Set(['hidden', 'image', 'checkbox', 'radio', 'range', 'color', 'file', 'date', 'time', 'month', 'week', 'datetime-local']);
const PRESSED = new Set(['submit', 'button', 'reset']);
const CUT_LINE_PART = 0.25;
const CUT_SIDE_PX = 2;
/** What the arrow of a drop-down list takes at least. */
const ARROW_PX = 12;

let context: CanvasRenderingContext2D | null = null;

/** The text of an input, select or textarea; undefined for anything else, for one that shows no text, and for one that is not drawn. */
export function controlText(element: Element, place: Place): ControlText | undefined {
  const text = shownBy(element);
  const window = element.ownerDocument.defaultView;
  if (text === undefined || text.trim() === '' || window === null) return undefined;
  const rect = element.getBoundingClientRect();
  const style = window.getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  if (rect.width < 1 || rect.height < 1 || style.visibility !== 'visible' || size < 1) return undefined;
  // A label pushed out of sight stands on a picture.
  if (Math.abs(parseFloat(style.textIndent)) > 99) return undefined;
  const px = (value: string) => parseFloat(value) || 0;
  // Not `clientWidth`: Firefox leaves the padding of a text field out of it.
  const { offsetWidth, offsetHeight } = element as HTMLElement;
  const inside = {
    left: rect.left + px(style.borderLeftWidth) + px(style.paddingLeft),
    top: rect.top + px(style.borderTopWidth),
    width: Math.max(0, offsetWidth - px(style.borderLeftWidth) - px(style.borderRightWidth) - px(style.paddingLeft) - px(style.paddingRight)),
    height: Math.max(0, offsetHeight - px(style.borderTopWidth) - px(style.borderBottomWidth)),
  };
  const isArea = element.localName === 'textarea';
  // Every browser has its own dot for passwords, and nobody reads them: one will do.
  const need = sizeOf((element as HTMLInputElement).type === 'password' ? '•' : text, style, element.ownerDocument);
  const wide = Math.min(need.width, inside.width);
  const centred = style.textAlign === 'center';
  const left = centred ? inside.left + (inside.width - wide) / 2 : /right|end/.test(style.textAlign) ? inside.left + inside.width - wide : inside.left;
  const high = Math.min(need.height, inside.height);
  const top = isArea ? inside.top + px(style.paddingTop) : inside.top + (inside.height - high) / 2;
  const box = onPage({ left, top, right: left + Math.max(1, wide), bottom: top + Math.max(1, high) }, place);
  const cut = isArea ? undefined : cutOff(element, need, inside);
  return { text, size, box, ...(cut === undefined ? {} : { cut }) };
}

function cutOff(element: Element, need: { width: number; height: number }, inside: { width: number; height: number }): string | undefined {
  const down = need.height - inside.height;
  if (down > need.height * CUT_LINE_PART) return `${Math.round(down)} px of ${Math.round(need.height)} px do not fit into the ${element.localName}`;
  const room = inside.width - (element.localName === 'select' ? ARROW_PX : 0);
  if (need.width > room + CUT_SIDE_PX) return `${Math.round(need.width - room)} px beside the ${element.localName}`;
  return undefined;
}

function isButton(element: Element): boolean {
  return element.localName === 'input' && PRESSED.has((element as HTMLInputElement).type);
}

function shownBy(element: Element): string | undefined {
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value || (element as HTMLTextAreaElement).placeholder;
  if (element.localName === 'select') {
    const select = element as HTMLSelectElement;
    return select.size > 1 || select.multiple ? undefined : (select.selectedOptions[0]?.label ?? '');
  }
  if (element.localName !== 'input') return undefined;
  const input = element as HTMLInputElement;
  if (NO_TEXT.has(input.type)) return undefined;
  if (input.type === 'password' && input.value !== '') return '•'.repeat(input.value.length);
  return input.value || (isButton(input) ? '' : input.placeholder);
}

/** The size of one line of text as the control draws it. */
function sizeOf(text: string, style: CSSStyleDeclaration, document: Document): { width: number; height: number } {
  const size = parseFloat(style.fontSize);
  context ??= document.createElement('canvas').getContext('2d');
  if (context === null) return { width: text.length * size, height: size * 1.2 };
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const measured = context.measureText(text);
  const spacing = (parseFloat(style.letterSpacing) || 0) * [...text].length + (parseFloat(style.wordSpacing) || 0) * (text.split(' ').length - 1);
  const high = measured.fontBoundingBoxAscent + measured.fontBoundingBoxDescent;
  return { width: measured.width + spacing, height: Number.isFinite(high) ? high : size * 1.2 };
}
