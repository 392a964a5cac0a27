// What a row of normalisation is. Rows are tried in their order, each on what the ones before it left. Types alone.

/** What is found, and what is said instead; `$1` in a string is a group. Whatever no row finds is left as it stands. */
export type Row = readonly [find: RegExp, say: string | ((match: RegExpMatchArray) => string)];
