// Tables as text, for what the measurements print.
const WIDE = /[\u2e80-\u9fff\uff00-\uff60]/;
const widthOf = (text) => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

/**
 * @param head names of the columns
 * @param rows cells, as text or numbers
 * @returns lines with the first column to the left, the others to the right
 */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))));
  const pad = (cell, at) => (at === 0 ? cell + ' '.repeat(widths[at] - widthOf(cell)) : ' '.repeat(widths[at] - widthOf(cell)) + cell);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** A line that the next one takes the place of; nothing where nobody watches. */
export function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
