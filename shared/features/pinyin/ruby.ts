// Puts readings over a stretch of text inside a wrapper of ours, and tells which are there. Not for finding the stretch.
import { MARKER } from '../../dom/marker';

/** Longer ones may not be broken at the end of a line. */
const RUBY_MAX = 4;

/** The wrapper's children that lie in a stretch, with their offsets. */
function* childrenIn(wrapper: Element, from: number, to: number): Generator<{ readonly child: ChildNode; readonly start: number; readonly length: number }> {
  let start = 0;
  for (let child = wrapper.firstChild; child && start < to; ) {
    const next = child.nextSibling;
    const length = child.textContent?.length ?? 0;
    if (length > 0 && start + length > from) yield { child, start, length };
    start += length;
    child = next;
  }
}

/** The readings shown now: one entry per UTF-16 unit of the stretch, '' where there is none. */
export function readingsIn(wrapper: Element, from: number, to: number): string[] {
  const readings: string[] = new Array<string>(to - from).fill('');
  for (const { child, start } of childrenIn(wrapper, from, to)) {
    if (child.nodeType !== 1) continue;
    let at = start;
    for (const part of child.childNodes) {
      if (part.nodeType === 3) at += (part as Text).data.length;
      else {
        // The reading belongs to the one character right before it.
        const character = at - (part.previousSibling?.textContent?.length ?? 1);
        if (character >= from && at <= to) readings[character - from] = (part as Element).getAttribute('data-py') ?? '';
      }
    }
  }
  return readings;
}

/** Takes all readings away: the wrapper shows plain text. */
export function flatten(wrapper: Element, data: string): void {
  wrapper.replaceChildren(wrapper.ownerDocument.createTextNode(data));
}

/**
 * Puts readings over a stretch that has none yet.
 * @param readings one entry per UTF-16 unit of the stretch, '' for none
 * @param isWordStart whether a word begins at a unit of the stretch
 */
export function addReadings(wrapper: Element, from: number, to: number, readings: readonly string[], isWordStart: (unit: number) => boolean): void {
  for (const { child, start, length } of [...childrenIn(wrapper, from, to)]) {
    if (child.nodeType !== 3) continue;
    const first = Math.max(start, from);
    const last = Math.min(start + length, to);
    const text = child as Text;
    const data = text.data.slice(first - start, last - start);
    const nodes = rubiesOf(text.ownerDocument, data, readings.slice(first - from, last - from), (unit) => isWordStart(first - from + unit));
    const before = text.data.slice(0, first - start);
    const after = text.data.slice(last - start);
    text.replaceWith(...(before ? [before] : []), ...nodes, ...(after ? [after] : []));
  }
}

function rubiesOf(document: Document, data: string, readings: readonly string[], isWordStart: (unit: number) => boolean): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let plain = '';
  let ruby: Element | null = null;
  let count = 0;
  let unit = 0;
  for (const character of data) {
    const reading = readings[unit];
    if (!reading) {
      plain += character;
      ruby = null;
    } else {
      if (!ruby || count === RUBY_MAX || isWordStart(unit)) {
        if (plain) nodes.push(plain);
        plain = '';
        ruby = document.createElement('ruby');
        ruby.setAttribute(MARKER, '');
        // Chromium hands a ruby on as an object of its own, and a screen reader that goes by lines (Orca) stops at each: docs/screen-readers.md.
        ruby.setAttribute('role', 'none');
        nodes.push(ruby);
        count = 0;
      }
      const rt = document.createElement('rt');
      rt.setAttribute('data-py', reading);
      // Drawn by our sheet alone: where a site copies its markup into another window to print it, Firefox would keep room for an empty one.
      rt.hidden = true;
      // Not for the words, which are generated and have no alternative: Chromium ends an element's name after 100 nodes, and these would count.
      rt.setAttribute('aria-hidden', 'true');
      ruby.append(character, rt);
      count += 1;
    }
    unit += character.length;
  }
  if (plain) nodes.push(plain);
  return nodes;
}
