// In which line of a text area the caret stands: no browser says so, so the text is set once more, unseen, in the layer of ours.
// Not for rich text, whose caret has a box (position.ts).

/** What decides where lines break. */
const COPIED = ['font', 'letter-spacing', 'word-spacing', 'line-height', 'text-indent', 'text-transform', 'tab-size', 'word-break', 'line-break', 'direction'];
/** Setting more text than this anew at each key would be felt; the whole field stands for the line then. */
const MOST_CHARACTERS = 4_000;
/** Enough of what follows to break the line as the field does. */
const LOOK_AHEAD = 40;

/**
 * @param field the text area
 * @param root the shadow root of a layer of ours; its sheet has a class `mirror`
 * @returns top and height in CSS pixels below the field's own top; null where it is scrolled out of the field, or the text is too long
 */
export function caretLine(field: HTMLTextAreaElement, root: ShadowRoot): { readonly top: number; readonly height: number } | null {
  const view = field.ownerDocument.defaultView;
  const end = field.selectionEnd;
  if (!view || end > MOST_CHARACTERS) return null;
  const style = view.getComputedStyle(field);
  const mirror = root.ownerDocument.createElement('div');
  mirror.className = 'mirror';
  for (const property of COPIED) mirror.style.setProperty(property, style.getPropertyValue(property));
  mirror.style.width = `${field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)}px`;
  const caret = root.ownerDocument.createElement('span');
  // A word joiner has no width and is there at the end of the text, too.
  caret.textContent = '\u2060';
  mirror.append(field.value.slice(0, end), caret, field.value.slice(end, end + LOOK_AHEAD));
  root.append(mirror);
  const { height } = caret.getBoundingClientRect();
  const top = caret.getBoundingClientRect().top - mirror.getBoundingClientRect().top + field.clientTop + Number.parseFloat(style.paddingTop) - field.scrollTop;
  mirror.remove();
  return height > 0 && top + height > 0 && top < field.clientHeight ? { top, height } : null;
}
