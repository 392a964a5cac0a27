// Gathers what visits counted into rows. Not for what is made of them (report/).

/** What is kept of a part, and in which unit; `view` is missing where nothing of what is seen changed; `fetched` and `fetches` are all since the page was opened. */
const KEPT = { cpu: 'ms', longest: 'ms', view: 'ms', bytes: 'bytes', requests: 'requests', foreign: 'requests', fetched: 'bytes', fetches: 'requests', grown: 'share', coloured: 'share', annotated: 'share', move: 'ms' };
/** Figures of which more is better, or neither. */
const NOT_LESS = new Set(['grown', 'coloured', 'annotated']);

/** @returns a book with `add`, `failed`, `over`, and `rows` so far */
export function createBook() {
  const rows = new Map();
  const rowOf = (place, measure, part, unit, lessIsBetter = true) => {
    const key = JSON.stringify([place, measure, part]);
    if (!rows.has(key)) rows.set(key, { measure, part, ...place, unit, ...(!lessIsBetter && { lessIsBetter }), values: [] });
    return rows.get(key);
  };
  return {
    /** @param counted an object as `visit` gives it for one part: first, off, again, load */
    add(place, measure, part, counted) {
      for (const [name, unit] of Object.entries(KEPT)) {
        const value = counted[name];
        if (value === undefined || value === null) continue;
        rowOf(place, measure, `${part} ${name}`, unit, !NOT_LESS.has(name)).values.push(Math.round(value * 1000) / 1000);
      }
    },
    fact(place, measure, part, value) {
      rowOf(place, measure, part, 'fact').values.push(value);
    },
    failed: (place, measure, sentence) => (rowOf(place, measure, 'first cpu', 'ms').failed = sentence),
    over: (place, measure, seconds) => (rowOf(place, measure, 'first cpu', 'ms').over = seconds),
    get rows() {
      return [...rows.values()];
    },
  };
}
