// Gives the reader a text as a file, by the browser's ordinary way of saving. Not for what the text is.

/** The browser has begun to save long before. */
const KEPT_MS = 60_000;

export function download(document: Document, name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
