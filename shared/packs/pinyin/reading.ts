// How one character of a clause was read; every layer looks at it, and the later ones change it.

export interface Reading {
  readonly code: number;
  /** UTF-16 units from the beginning of the clause. */
  readonly unit: number;
  /** As written; '' for what is not read. */
  syllable: string;
  /** The stretch of characters that decided, as indices: a word, or the character itself. */
  from: number;
  to: number;
  isSure: boolean;
}
