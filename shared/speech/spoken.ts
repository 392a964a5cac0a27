// Two strings for one sentence: as the page shows it, and as a voice is to say it, with the map between them. Every replacement shifts
// offsets, and the highlight must stand on what is shown. Not for what is replaced by what (normalise.ts).

export interface Spoken {
  /** What the voice is given; '' when there is nothing to say. */
  readonly text: string;
  /** The offset in the shown string of what stands at an offset of `text`, in UTF-16 units; past the end: the shown string's end. */
  toShown(unit: number): number;
}

/** A shown string while it is turned into a spoken one. */
export interface Rewriting {
  readonly text: string;
  /** Replaces every match; what is said instead counts as standing where the match stood. */
  replace(pattern: RegExp, said: string | ((match: RegExpMatchArray) => string)): void;
  /** Takes the part from `start` to `end` and leaves out the rest. */
  slice(start: number, end: number): void;
  done(): Spoken;
}

/** @param shown the string as the page shows it */
export function rewrite(shown: string): Rewriting {
  let text = shown;
  /** For each unit of `text`, and its end, the offset in `shown`. */
  let places = Array.from({ length: shown.length + 1 }, (_, at) => at);

  return {
    get text() {
      return text;
    },
    replace(pattern, said) {
      let result = '';
      let from = 0;
      const moved: number[] = [];
      for (const match of text.matchAll(pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`))) {
        const start = match.index;
        const end = start + match[0].length;
        const instead = typeof said === 'string' ? said.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '') : said(match);
        result += text.slice(from, start) + instead;
        moved.push(...places.slice(from, start), ...spread(instead.length, start, end));
        from = end;
      }
      if (from === 0 && result === '') return;
      moved.push(...places.slice(from));
      text = result + text.slice(from);
      places = moved;
    },
    slice(start, end) {
      text = text.slice(start, end);
      places = places.slice(start, end + 1);
    },
    done() {
      const map = places;
      return { text, toShown: (unit) => map[Math.max(0, Math.min(unit, map.length - 1))] ?? shown.length };
    },
  };

  /** The places of `length` units that stand for the units from `start` to `end`: evenly, for words are marked, not characters. */
  function spread(length: number, start: number, end: number): number[] {
    return Array.from({ length }, (_, at) => places[start + Math.floor((at * (end - start)) / length)] ?? shown.length);
  }
}
