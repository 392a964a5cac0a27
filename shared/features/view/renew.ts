// Puts what the page has written anew into a copy that is being read, so that the reader's place, focus and marks of other aids stay where
// nothing changed. Pure but for our own elements. Not for making the copy (copy.ts).

/** A copy's blocks as they were drawn: aids have marked and annotated the elements since. */
export type Drawing = readonly string[];

export function drawingOf(body: Element): Drawing {
  return [...body.children].map((block) => block.outerHTML);
}

/**
 * Replaces the blocks between the first and the last that differ.
 * @param before what `body` was drawn as
 * @param next a body just drawn; its blocks move over
 * @returns what `body` is drawn as now
 */
export function renew(body: Element, before: Drawing, next: Element): Drawing {
  const after = drawingOf(next);
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const old = [...body.children].slice(start, before.length - end);
  const fresh = [...next.children].slice(start, after.length - end);
  const anchor = body.children[before.length - end] ?? null;
  for (const block of old) block.remove();
  for (const block of fresh) body.insertBefore(block, anchor);
  return after;
}
