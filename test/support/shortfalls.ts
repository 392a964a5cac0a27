// What the product is known to lose, page by page and with the reason. The bar stays nought: whatever is not in this table fails the test that
// finds it, and a line goes out with its fault. No expectations in here.

/** One known loss. */
export interface Shortfall {
  /** The page's id or path, whole. */
  readonly page: string;
  /** What its findings say; see `sentencesOf`. */
  readonly finding: RegExp;
  readonly why: string;
}

export const SHORTFALLS: readonly Shortfall[] = [];

/** Findings on a page that the table does not know. */
export function unknownOf(page: string, sentences: readonly string[]): string[] {
  const known = SHORTFALLS.filter((one) => one.page === page);
  return sentences.filter((sentence) => !known.some(({ finding }) => finding.test(sentence)));
}
