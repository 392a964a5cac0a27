// Two strings for one sentence: as the page shows it, and as a voice is to say it, with the map between them. Every replacement shifts
// offsets, and the highlight must stand on what is shown. Not for what is replaced by what (normalise.ts).

export interface Spoken {
  /** What the voice is given; '' when there is nothing to say. */
  readonly text: string;
  /**
   * The offset in the shown string of what stands at an offset of `text`, in UTF-16 units. Never goes back as `unit` goes on, never lies
   * inside a surrogate pair unless `unit` does; at the end and past it: the shown string's end.
   */
  toShown(unit: number): number;
}

/** A shown string while it is turned into a spoken one. */
export interface Rewriting {
  readonly text: string;
  /** Replaces every match; what is said instead counts as standing where the match stood, what both begin or end with as unchanged. */
  replace(pattern: RegExp, said: string | ((match: RegExpMatchArray) => string)): void;
  /** Takes the part from `start` to `end` and leaves out the rest. */
  slice(start: number, end: number): void;
  done(): Spoken;
}

const isLowHalf = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

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
        const instead = typeof said === 'string' ? said.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? '') : said(match);
        result += text.slice(from, start) + instead;
        for (let at = from; at < start; at += 1) moved.push(places[at] ?? shown.length);
        spread(match[0], instead, start, moved);
        from = start + match[0].length;
      }
      if (from === 0 && result === '') return;
      moved.push(...places.slice(from));
      text = result + text.slice(from);
      places = moved;
    },
    slice(start, end) {
      text = text.slice(start, end);
      places = [...places.slice(start, Math.max(start, end)), shown.length];
    },
    done() {
      const map = places;
      return { text, toShown: (unit) => (unit >= text.length ? shown.length : (map[Math.max(0, unit)] ?? shown.length)) };
    },
  };

  /**
   * Adds the places of what is said for the units that stood at `start`: one to one where both begin and end alike, evenly between, for
   * words are marked and not characters.
   */
  function spread(was: string, said: string, start: number, into: number[]): void {
    const least = Math.min(was.length, said.length);
    let head = 0;
    while (head < least && was[head] === said[head]) head += 1;
    let tail = 0;
    while (tail < least - head && was[was.length - 1 - tail] === said[said.length - 1 - tail]) tail += 1;
    const between = said.length - head - tail;
    for (let at = 0; at < said.length; at += 1) {
      let place: number;
      if (at < head) place = start + at;
      else if (at >= said.length - tail) place = start + was.length - (said.length - at);
      else {
        const to = start + head + Math.floor(((at - head) * (was.length - head - tail)) / between);
        place = isLowHalf(text, to) ? to - 1 : to;
      }
      into.push(places[place] ?? shown.length);
    }
  }
}

/** One spoken text after another, the first of which is not shown: it counts as standing where the second begins. */
export function withLead(lead: string, spoken: Spoken): Spoken {
  if (lead === '' || spoken.text === '') return spoken;
  return { text: lead + spoken.text, toShown: (unit) => spoken.toShown(Math.max(0, unit - lead.length)) };
}

/** One spoken text with another after it that is not shown: a role word counts as standing at the end. */
export function withTail(spoken: Spoken, tail: string): Spoken {
  return tail === '' || spoken.text === '' ? spoken : { ...spoken, text: spoken.text + tail };
}
