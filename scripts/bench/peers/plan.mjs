// Which pages are visited in which browser and how often; the candidates say themselves which steps they have. Data alone.

const TABLES = { kind: 'table', steps: ['enlarge', 'scheme'], without: ['px-walk', 'invert'] };
const MAIN = { kind: 'table', steps: ['open', 'enlarge', 'scheme'], again: true };
const TEXTS = { kind: 'text', steps: ['pinyin'], without: ['raw'] };
const MAIN_TEXT = { kind: 'text', steps: ['pinyin'], again: true };
const CARDS = { kind: 'cards', steps: ['enlarge', 'scheme'], without: ['px-walk', 'invert'] };
const sized = (page, ...sizes) => sizes.map((size) => ({ ...page, size }));

const FULL = { runs: 3, limit: 30_000, moves: 60, main: 'table/12000', mainText: 'text/100000' };
/** To try the measuring itself: small pages, once. */
const QUICK = { runs: 1, limit: 10_000, moves: 10, main: 'table/1000', mainText: 'text/5000' };

/** A plan for each theme: the pages on which candidates are held against one another, and those on which costs grow. Last is what is missed least. */
export const PLANS = {
  peers: {
    ...FULL,
    phases: [
      { browser: 'chromium', checks: true, pointer: true, pages: [...sized(MAIN, 12_000), ...sized(MAIN_TEXT, 100_000)] },
      { browser: 'firefox', checks: true, pages: [...sized(TABLES, 12_000), ...sized(TEXTS, 100_000)] },
      { browser: 'chromium', pages: sized(CARDS, 12_000) },
    ],
  },
  growth: {
    ...FULL,
    phases: [{ browser: 'chromium', pages: [...sized(TABLES, 1000, 5000), ...sized(TEXTS, 5000), ...sized(TABLES, 12_000), ...sized(TEXTS, 100_000), ...sized(TABLES, 50_000), ...sized(TEXTS, 1_000_000)] }],
  },
};
export const QUICK_PLANS = {
  peers: {
    ...QUICK,
    phases: [
      { browser: 'chromium', checks: true, pointer: true, pages: [...sized(MAIN, 1000), ...sized(MAIN_TEXT, 5000)] },
      { browser: 'firefox', checks: true, pages: sized(TABLES, 1000) },
    ],
  },
  growth: { ...QUICK, phases: [{ browser: 'chromium', pages: [...sized(TABLES, 1000, 3000), ...sized(TEXTS, 5000, 20_000)] }] },
};
