// What is selected in the page, over a focus that is given back. Not for selections inside a text that is being annotated (reader-selection.ts).

/**
 * Remembers what is selected now: a field that gets the focus takes it away, or sets a caret where there was none.
 * @param hadNone whether nothing was selected before the focus was moved, either
 * @returns selects it again
 */
export function selectedIn(document: Document, hadNone: boolean): () => void {
  const selection = document.getSelection();
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = selection ?? {};
  return () => {
    if (!selection) return;
    if (!anchorNode || !focusNode) return hadNone ? selection.removeAllRanges() : undefined;
    const isSame = selection.anchorNode === anchorNode && selection.anchorOffset === anchorOffset && selection.focusNode === focusNode && selection.focusOffset === focusOffset;
    if (!isSame) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}
