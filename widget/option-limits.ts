// How much of what a site's owner says is read, and told. Not for the checks (option-kinds.ts, zones-option.ts).

/** Longer values are a mistake, or worse. */
export const MOST_CHARACTERS = 2000;
/** So many faults of one value are told. */
export const MOST_TOLD = 5;
