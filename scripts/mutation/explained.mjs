// Mutants that live, and why no test should kill them: a row each. A row holds for every mutant of that place in the line whose replacement it
// names; a line that changes drops its rows (test/scripts/mutation.test.ts). Not for missing tests: those are to be written.

/**
 * @typedef {object} Explained
 * @property {string} file
 * @property {string} line  what stands in the line, enough to find it
 * @property {string} [was]  the part that was replaced; absent: any of the line
 * @property {string} [becomes]  what stood there instead; absent: anything
 * @property {string} why
 */

const LEDGER = 'shared/dom/ledger.ts';
const INLINE = 'shared/dom/inline-styles.ts';
const MARKS = 'shared/dom/marks.ts';
const RECORDS = 'shared/dom/annotation-records.ts';
const NUMBERS = 'shared/speech/text/numbers.ts';
const SURNAMES = 'shared/packs/pinyin/surnames.ts';
const RULES = 'shared/packs/pinyin/rules.ts';
const CONTEXT = 'shared/packs/pinyin/context.ts';
const LATTICE = 'shared/packs/pinyin/lattice.ts';
const SPOKEN = 'shared/packs/pinyin/spoken.ts';
const OWN_WORDS = 'shared/packs/pinyin/own-words.ts';
const READER = 'shared/packs/pinyin/reader.ts';
const CLEAN = 'shared/speech/text/clean.ts';
const CHECK = 'shared/settings/check.ts';
const CLAUSES = 'shared/packs/pinyin/clauses.ts';

const SENTENCES = 'shared/page/sentences.ts';
const QUICK = 'a quick way past the patterns, which say the same';
const NO_TEXT = 'for the type: the place is in the text, or what stands in for it is no mark';
const AFTER_END = 'after the end there is no character';
const NO_MORE = 'saves work alone: what is looked at besides changes nothing';

/** Of sentences.ts: the line, what stood there, why; of several in a line one after the other. @type {readonly (readonly [line: string, becomes: readonly string[], why: string, was?: string])[]} */
const IN_SENTENCES = [
  ['weight <= most; at += 1) weight += weightAt', ['true'], NO_MORE, 'weight <= most'],
  ['if (unit >= 0x4e00 && unit <= 0x9fff) return', ['false', 'unit > 0x4e00', 'unit < 0x9fff'], QUICK],
  ['if (unit < 0x80) return', ['false', 'unit <= 0x80'], QUICK, 'unit < 0x80'],
  ['if ((unit >= 0x2000', ['false', 'unit > 0x2000', 'unit < 0x206f', 'unit > 0x3000', 'unit < 0x3004', 'unit > 0x3008', 'unit < 0x303f', 'unit > 0xdc00', 'unit < 0xdfff'], QUICK],
  ['if ((unit >= 0x2000', ['(unit >= 0x2000 && unit <= 0x206f || unit >= 0x3000 && unit <= 0x3004 || unit >= 0x3008 && unit <= 0x303f) && unit >= 0xdc00 && unit <= 0xdfff', '(unit >= 0x2000 && unit <= 0x206f || unit >= 0x3000 && unit <= 0x3004) && unit >= 0x3008 && unit <= 0x303f', 'unit >= 0x2000 && unit <= 0x206f && unit >= 0x3000 && unit <= 0x3004'], QUICK],
  ['const isSpace =', ['true'], 'for the type: nothing is no blank', 'character !== undefined'],
  ['const isWordish =', ['true'], 'for the type: where nothing follows, the text ends anyway', 'character !== undefined'],
  ['if (!(next === undefined ||', ['false'], 'where nothing follows, the text ends anyway', 'next === undefined'],
  ['while (at < text.length && text[at] !== mark', ['at <= text.length'], AFTER_END],
  ['let lastSaid = -1;', ['+1'], 'it is set with the first quotation, and before that the first character would have to end a sentence alone'],
  ['for (let at = 0; at < text.length; at += 1) {', ['at <= text.length'], AFTER_END],
  ['if (at > quoteEnd && mark in QUOTES', ['at >= quoteEnd'], 'the mark there closes, and opens nothing'],
  ['if (at > quoteEnd && mark in QUOTES', ['true'], NO_MORE, 'at >= (open[mark] ?? 0)'],
  ['if (!isClosed) open[mark] = close;', ['isClosed', 'true', 'false'], NO_MORE],
  ['while (lastSaid > at && weightAt', ['lastSaid >= at'], 'in a quotation in which nothing is said nothing ends'],
  ['if (at < lastSaid && weightOf', ['at <= lastSaid'], 'what is said last is a letter or digit, and ends nothing'],
  ['while (end < text.length &&', ['true', 'end <= text.length'], AFTER_END, 'end < text.length'],
  ['if (start < text.length) spans.push', ['true', 'start <= text.length'], 'an empty stretch has nothing to say, and is left out'],
  ['while (start < end && isSpace', ['true', 'start <= end'], 'blanks alone have nothing to say, wherever the search for their end stops', 'start < end'],
  ['while (end > start && isSpace', ['true', 'end >= start'], 'blanks alone have nothing to say, wherever the search for their end stops', 'end > start'],
  ['if (cut > 0) return cut;', ['cut >= 0'], 'no cut is at the beginning of a text'],
  ['return cut > 0 ? cut : hardCut', ['cut >= 0'], 'no cut is at the beginning of a text'],
  ['for (let at = start; at < end - 1; at += 1) {', ['at <= end - 1', 'end + 1'], 'all of it is too heavy, so that the loop ends before'],
  ['segmenter ??=', ['false', '{}', '""'], 'made once and kept: the run tries only the test that makes it, and the file as a whole notices'],
  ['for (let weight = 0; last < end &&', ['last < end || weight <= MOST_WEIGHT', 'true', 'last <= end', 'weight < MOST_WEIGHT', 'weight -= weightAt(text, last)'], 'says only how far words are looked for: as far as can be cut, or further'],
  ['const words = [...segmenter', ['Math.max(end, last + WORDS_AHEAD)'], NO_MORE],
  ['while (most < end) {', ['most <= end'], AFTER_END],
  ['if (weight > MOST_WEIGHT && most > start) break;', ['true', 'most >= start'], 'no single character is too heavy', 'most > start'],
  ['most += (text.codePointAt(most)', ['false', '(text.codePointAt(most) ?? 0) >= 0xffff', 'text.codePointAt(most) && 0'], 'the second half of a pair weighs nothing, so that nothing ends before it'],
  ['while (cut > start && !mayCut(cut)) cut -= 1;', ['cut >= start', 'true'], 'a way back past the beginning is no cut either', 'cut > start'],
  ['for (; cut < end && (isInside(cut)', ['true', 'cut <= end'], 'at its end nothing is inside', 'cut < end'],
  ['for (; cut < end && (isInside(cut)', ['true'], NO_MORE, 'han <= PIECE_MAX_HAN'],
  ['Math.max(most, start + 1)', ['start - 1'], 'one character always fits'],
  ['if (cut <= rest.start || cut >= rest.end) break;', ['false', 'cut <= rest.start && cut >= rest.end', 'cut < rest.start', 'cut > rest.end'], 'what is left would be empty, has nothing to say, and is left out'],
  ['flatMap((piece) => trimmed(text, piece) ?? [])', ['["Stryker was here"]'], 'for the type: every piece has something to say'],
];
const inSentences = IN_SENTENCES.flatMap(([line, all, why, was]) => all.map((becomes) => ({ file: SENTENCES, line, becomes, why, ...(was === undefined ? {} : { was }) })));
const textsInSentences = [
  'if (unit < 0x80) return', "const character = text[at] ?? '';", "const mark = QUOTES[text[open] ?? ''];", "const mark = text[at] ?? '';", 'while (end < text.length &&', 'const closed = CLOSERS.has', 'if (closed &&', 'const cut = nearest(text, start, end, wanted, (at) => marks.has',
  'const isJoined =', "const [before = '', after = '']", 'const gap = last ?',
].map((line) => ({ file: SENTENCES, line, was: "''", why: NO_TEXT }));

/** @type {readonly Explained[]} */
export const EXPLAINED = [
  ...inSentences,
  ...textsInSentences,
  { file: LEDGER, line: 'const left = served.filter', becomes: 'served', why: 'a root that stayed is only remembered besides, weakly: its marks are found in it anyway' },
  { file: LEDGER, line: 'if (left.length > 0) leave(left);', becomes: 'true', why: 'to leave nothing is to do nothing' },
  { file: LEDGER, line: 'if (left.length > 0) leave(left);', becomes: 'left.length >= 0', why: 'to leave nothing is to do nothing' },
  { file: LEDGER, line: '{ once: true },', why: 'a signal aborts once' },
  { file: INLINE, line: 'if (!top) return;', becomes: 'false', why: 'for the type: whoever writes has looked that a layer is left' },
  { file: INLINE, line: "const [, names = '', attribute = '']", was: '[]', why: 'the first of what is found is the whole of it, and passed by' },
  { file: INLINE, line: "const [, names = '', attribute = '']", was: "''", why: 'for the type: what comes here bears the mark, and no property is called what stands in for a name' },
  { file: INLINE, line: "(names ?? '').split(' ')", was: "''", why: 'for the type: what is split has a first part' },
  { file: INLINE, line: 'if (element && isCopy(element)) restoreCopy(element);', was: 'element && isCopy(element)', becomes: 'isCopy(element)', why: 'what the page held and has dropped: no test can have memory taken back at a moment of its own' },
  { file: INLINE, line: 'if (isCopy(element)) gone.push', was: 'isCopy(element)', becomes: 'true', why: 'saves memory alone: in the end it is asked again' },
  { file: INLINE, line: "const [name = '', length] = part.split(':');", was: "''", why: 'for the type: what is split has a first part' },
  { file: INLINE, line: 'if (property.written.length !== length) mark(element, record);', was: 'property.written.length !== length', becomes: 'true', why: 'saves a write: a mark of the same length says the same' },
  { file: INLINE, line: 'const at = property?.layers', was: '-1', why: 'without a property the next line ends it before the place is looked at' },
  { file: INLINE, line: 'if (!record || !property || !style || at < 0) return;', was: '!record || !property', why: 'for the type: without a record there is no property, without a property no place' },
  { file: INLINE, line: "written: '', layers:", was: "''", why: 'written over in the same call' },
  { file: INLINE, line: 'touched.get(owner) ?? []', was: '[]', why: 'what is no element has no record' },
  { file: INLINE, line: 'records.get(element)?.properties', was: '[]', why: 'a property that nobody set has no record' },
  { file: INLINE, line: "if (style.length === 0 && element.getAttribute('style') !== null)", was: "element.getAttribute('style') !== null", why: 'to take away an attribute that is not there does nothing; that it is read is for Chromium, where test/browser/restore.test.ts looks' },
  { file: MARKS, line: 'if (!element.isConnected) keep(element);', becomes: 'true', why: 'what is in the page is only remembered besides, weakly' },
  { file: MARKS, line: 'if (element) clean(element);', becomes: 'true', why: 'an element is gone when memory was swept, which no test can ask for' },
  { file: RECORDS, line: "if (type === 'characterData')", becomes: 'true', why: 'records of other types have elements as targets, and no element is an annotated text' },
  { file: RECORDS, line: 'if (previousSibling) touch', becomes: 'true', why: 'saves a look-up: nothing is no annotated text' },
  { file: NUMBERS, line: "(PLACES[digits.length - 1 - at] ?? '')", was: "''", why: 'for the type: a group has four digits at most' },
  { file: NUMBERS, line: "const [integer = '', decimals]", was: "''", why: 'for the type: to split gives one part at least' },
  { file: NUMBERS, line: "const [integer = '', decimals = '']", was: "''", why: 'for the type: only amounts with two decimals come here' },
  { file: SURNAMES, line: "const [surname = '', reading = '', stops = '']", was: "''", why: 'for the type: every row has a surname and a reading, and a row without stops has none that could be met' },
  { file: SURNAMES, line: 'SURNAMES.trim()', becomes: 'SURNAMES', why: 'an empty row is a surname of no character, which no text holds' },
  { file: SURNAMES, line: 'const after = clause.slice(one.unit + 1, one.unit + 1 + REACH);', was: 'one.unit + 1', becomes: 'one.unit - 1', why: 'the reach has two characters to spare' },
  { file: RULES, line: 'after.test(clause.slice(one.unit + 1, one.unit + 1 + REACH_AFTER))', was: 'one.unit + 1', becomes: 'one.unit - 1', why: 'the reach has two characters to spare' },
  { file: CONTEXT, line: 'const isHan =', was: 'code >= 0x20000', becomes: 'code > 0x20000', why: 'for U+20000 alone, whose last sixteen bits are those of no neighbour' },
  { file: CONTEXT, line: 'if (found === undefined) {', becomes: 'true', why: 'what was found is only kept to save the search' },
  { file: LATTICE, line: 'let node = shared > 0', was: 'shared > 0', becomes: 'true', why: 'before the first character there is no node, and the beginning stands in' },
  { file: LATTICE, line: 'let node = shared > 0', was: 'shared > 0', becomes: 'shared >= 0', why: 'before the first character there is no node, and the beginning stands in' },
  { file: LATTICE, line: 'for (let at = length - 1; at >= 0; at -= 1)', was: 'length - 1', why: 'after the end no word begins, and every way through costs the same more' },
  { file: LATTICE, line: 'for (let end = at; end < length; end += 1)', becomes: 'end <= length', why: 'after the end no word goes on' },
  { file: LATTICE, line: 'if (node === 0) break;', becomes: 'false', why: 'saves looking on where no word goes on' },
  { file: LATTICE, line: 'for (let at = 0; at < length; at += Math.max', becomes: 'at <= length', why: 'no word begins after the end' },
  { file: SPOKEN, line: 'const characterAt =', was: 'readings[at]?.code', why: 'for the type: that there is one was asked before' },
  { file: SPOKEN, line: 'const characterAt =', was: "''", why: 'before the first character stands no numeral, whatever text stands in for it' },
  { file: SPOKEN, line: 'for (let at = 0; at < readings.length; )', becomes: 'at <= readings.length', why: 'after the end there is no third tone' },
  { file: OWN_WORDS, line: 'if (known) return known;', becomes: 'false', why: 'what was made is only kept to save the making' },
  { file: OWN_WORDS, line: 'else if (word) index.set', becomes: 'true', why: 'no character of a text is empty, so that nobody asks for the empty word' },
  { file: OWN_WORDS, line: 'for (let at = 0; at < readings.length; )', becomes: 'at <= readings.length', why: 'after the end there is no reading to be changed' },
  { file: OWN_WORDS, line: 'const unit = readings[at]?.unit', was: 'readings[at]?.unit', why: 'for the type: the loop ends before' },
  { file: OWN_WORDS, line: 'words.get(word)?.forEach', was: 'words.get(word)?.forEach', why: 'for the type: the word came from this very list' },
  { file: READER, line: 'const CIRCLE =', why: 'saves work alone: beside a circle that is changed stands a numeral, which is none' },
  { file: READER, line: 'words.size > 0', was: 'words.size > 0', why: 'an empty list gives nothing' },
  { file: 'shared/packs/pinyin/digits.ts', line: 'for (let value = 0; value < BASE; value += 1)', becomes: 'value <= BASE', why: 'after the last digit there is none' },
  { file: CLEAN, line: "([sign = '']) =>", was: "''", why: 'for the type: what is found has at least the sign itself' },
  { file: 'shared/speech/text/plain-readings.ts', line: 'split(/\\s+/)', becomes: '/\\s/', why: 'one blank stands between two rows' },
  { file: 'shared/settings/aids-in-short.ts', line: "if (setting.kind === 'choice' && setting.look)", was: "setting.kind === 'choice'", becomes: 'true', why: 'for the type: nothing but a choice has a look' },
  { file: 'shared/settings/history.ts', line: '} catch {', becomes: '{}', why: 'null and undefined are no step alike' },
  { file: 'shared/settings/history.ts', line: 'JSON.parse(store.getItem(KEY)', was: "'0'", why: 'what cannot be read as JSON is no step either' },
  { file: CHECK, line: 'if (rule !== undefined && isAllowed', becomes: 'true', why: 'for the type: the key is one of the rules' },
  { file: CHECK, line: "if (typeof stored !== 'object' || !stored) return {};", was: "typeof stored !== 'object'", why: 'texts and numbers have none of the keys either' },
  { file: CLAUSES, line: 'export const isIdeograph', why: 'a quick way past the patterns, which say the same' },
  { file: CLAUSES, line: 'if (isIdeograph(text.charCodeAt(at))) continue;', becomes: 'false', why: 'a quick way past the patterns, which say the same' },
  { file: CLAUSES, line: 'for (let at = 0; at < text.length; at += 1) {', becomes: 'at <= text.length', why: 'after the end there is no character, neither blank nor pause' },
];
