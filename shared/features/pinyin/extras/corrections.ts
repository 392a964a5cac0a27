// The reader corrects a reading: which sentence it is, which character, what it shall be and where. Fetched when first wanted.
// Not for how it looks (panels/readings) nor for what a correction does to texts (readings/).
import type { FeatureContext } from '../../../feature';
import { groundOf, luminance } from '../../../page/ground';
import { rangesOf } from '../../../page/text-map';
import type { ChosenReading, ReadCharacter, ReadingsPanel } from '../../../panel';
import type { Sentence } from '../../../page/sentences';
import type { ExplainedReading, Readings } from '../../../readings/port';
import { parseSyllable, tonesOf } from '../../../readings/syllables';
import type { pinyinDescriptor } from '../descriptor';
import { createPlaces } from '../places';
import { createWordStarts } from '../words';

/** Annotations come and go without a word to us, so the highlight is put on anew this often. */
const LOOK_MS = 250;
const WORD_MAX = 8;
/** The part of the window's height, from the top, in which the sentence is seen above the panel. */
const FREE_PART = 0.38;
const AIR_PX = 12;

/** Luminance of a ground on which a light line is seen better than a dark one. */
const DARK = 0.18;

/** Pale, because readings stand half on it and keep their colours; the line alone has to be seen. */
const marking = (isDark: boolean) => `
::highlight(mingdu-readings) { background-color: rgb(255 212 59 / 0.3); text-decoration: underline 4px ${isDark ? '#ffd43b' : '#0b4a8f'}; }
@media (forced-colors: active) { ::highlight(mingdu-readings) { background-color: Highlight; color: HighlightText; } }`;

interface Shown {
  readonly sentence: Sentence;
  readonly at: number;
  readonly count: number;
  readonly explained: readonly ExplainedReading[];
}

export interface Corrections {
  /** Opens the panel at the sentence where the reader is. */
  open(): Promise<void>;
}

export function createCorrections(context: FeatureContext<typeof pinyinDescriptor.settings>, readings: Readings): Corrections {
  const { page, edits, signal } = context;
  const view = page.document.defaultView as Window;
  const panel = context.panel('readings');
  const places = createPlaces(context);
  const wordStarts = createWordStarts();
  let shown: Shown | null = null;
  let current = 0;
  /** The character takes the focus at the next drawing. */
  let takesFocus = false;
  let isChosen = false;
  let picked = '';
  let typed = '';
  let scope = '';
  let isLow = true;
  let told: ReadingsPanel['told'] = null;
  /** Work under way is forgotten when the reader goes elsewhere. */
  let request = 0;
  /** What we write ourselves is shown when all of it is written. */
  let isWriting = false;

  const here = () => shown?.explained[current] ?? null;

  function characters(): ReadCharacter[] {
    const all: ReadCharacter[] = [];
    const { sentence: { text }, explained } = shown as Shown;
    let end = 0;
    for (const { unit, character, reading, isDoubtful, origin } of explained) {
      if (unit > end) all.push({ text: text.slice(end, unit), reading: '', mark: '' });
      all.push({ text: character, reading, mark: origin === 'reader' ? 'own' : isDoubtful ? 'doubtful' : '' });
      end = unit + character.length;
    }
    if (end < text.length) all.push({ text: text.slice(end), reading: '', mark: '' });
    return all;
  }

  /** What is typed, in all the ways it may be meant. */
  function meant(): readonly string[] {
    const found = parseSyllable(typed);
    return found ? (found.hasTone ? [found.syllable] : tonesOf(found.syllable)) : [];
  }

  /** The word of the sentence that a character stands in: the one that decided, else the one that the text is cut into. */
  function wordAt({ unit, character, word }: ExplainedReading): string {
    if (word.length > character.length) return word;
    const text = shown?.sentence.text ?? '';
    const starts = [...wordStarts(text), text.length].sort((a, b) => a - b);
    const start = starts.findLast((one) => one <= unit) ?? unit;
    return text.slice(start, starts.find((one) => one > unit));
  }

  function scopesOf(one: ExplainedReading): string[] {
    const word = wordAt(one);
    const length = [...word].length;
    return length > 1 && length <= WORD_MAX && /^\p{Script=Han}+$/u.test(word) ? [word, one.character] : [one.character];
  }

  function chosen(): ChosenReading | null {
    const one = here();
    if (!one || !isChosen) return null;
    const { character, reading, word, others, origin } = one;
    return { character, reading, word: word === character ? '' : word, others, picked, typed, meant: meant(), scopes: scopesOf(one), scope, isOwn: origin === 'reader' };
  }

  function update(): void {
    if (!shown) return panel.show(null);
    const all = characters();
    // The panel counts stretches that are not read, too.
    const readAt = all.flatMap(({ reading }, at) => (reading ? [at] : []));
    const takes = takesFocus;
    takesFocus = false;
    const nth = (at: number) => Math.max(0, readAt.indexOf(at));
    panel.show({
      characters: all,
      current: readAt[current] ?? 0,
      takesFocus: takes,
      hasPrevious: shown.at > 0,
      hasNext: shown.at < shown.count - 1,
      isLow,
      chosen: chosen(),
      told,
      own: [...readings.own.value].reverse().map(([word, syllables]) => ({ word, reading: syllables.join(' ') })),
      go: (step) => context.pending(show((shown?.at ?? 0) + step)),
      stand(at) {
        current = nth(at);
        isChosen = false;
        update();
      },
      choose: (at) => choose(nth(at)),
      pick(reading) {
        picked = reading;
        update();
      },
      type(text) {
        typed = text.trim();
        const all = meant();
        picked = all.length === 1 ? (all[0] ?? '') : '';
        update();
      },
      narrow(next) {
        scope = next;
        update();
      },
      save: () => context.pending(save()),
      revert: () => context.pending(revert(here()?.word ?? '')),
      remove: (word) => context.pending(revert(word)),
      close,
    });
  }

  function choose(at: number): void {
    isChosen = !(isChosen && at === current);
    current = at;
    told = null;
    picked = typed = '';
    const one = here();
    scope = one ? (scopesOf(one)[0] ?? '') : '';
    if (one?.origin === 'reader') scope = one.word;
    update();
  }

  async function save(): Promise<void> {
    const one = here();
    if (!one || !shown) return;
    if (picked === '') {
      told = { key: 'pick-first', word: '', reading: '' };
      return update();
    }
    const [first = one.unit] = scope === one.character ? [one.unit] : [startOf(scope, one)];
    const { explained } = shown;
    const syllables = [...scope].map((_, at) => {
      const inWord = explained.filter(({ unit }) => unit >= first)[at];
      return inWord?.unit === one.unit ? picked : (inWord?.dictionary ?? '');
    });
    // A longer word of the reader's would win over the character alone.
    const isHidden = one.origin === 'reader' && one.word !== scope && one.word.includes(scope);
    await write(isHidden ? [[one.word, null], [scope, syllables]] : [[scope, syllables]]);
    await again({ key: 'saved', word: scope, reading: syllables.join(' ') });
  }

  async function write(changes: readonly (readonly [word: string, syllables: readonly string[] | null])[]): Promise<void> {
    isWriting = true;
    let isKept = true;
    for (const [word, syllables] of changes) isKept = (await readings.correct(word, syllables)) && isKept;
    isWriting = false;
    if (!isKept) context.problem('storage');
  }

  /** Where the word begins that holds a character. */
  function startOf(word: string, { unit, word: decided, wordUnit }: ExplainedReading): number {
    if (decided === word) return wordUnit;
    const text = shown?.sentence.text ?? '';
    for (let at = unit; at >= 0; at -= 1) if (text.startsWith(word, at) && at + word.length > unit) return at;
    return unit;
  }

  async function revert(word: string): Promise<void> {
    await write([[word, null]]);
    await again({ key: 'reverted', word, reading: '' });
  }

  /** After a correction: the same sentence with its readings as they are now. */
  async function again(next: ReadingsPanel['told']): Promise<void> {
    const mine = (request += 1);
    const now = shown;
    const explained = now ? await readings.explain(now.sentence) : [];
    if (mine !== request || !now || !shown) return;
    shown = { ...now, explained };
    told = next;
    isChosen = false;
    takesFocus = true;
    update();
  }

  async function show(at: number): Promise<void> {
    const mine = (request += 1);
    const sentence = places.all[at];
    if (!sentence) return;
    const explained = await readings.explain(sentence);
    if (mine !== request || signal.aborted) return;
    shown = { sentence, at, count: places.all.length, explained };
    current = Math.max(0, explained.findIndex(({ isDoubtful }) => isDoubtful));
    isChosen = false;
    told = null;
    bring(sentence);
    highlight();
    update();
  }

  /** Scrolls, if need be, so that the sentence is seen beside the panel. */
  function bring({ block, start, end }: Sentence): void {
    const box = () => rangesOf(page, block, start, end)[0]?.getBoundingClientRect();
    const top = Number.parseFloat(view.getComputedStyle(page.document.documentElement).scrollPaddingTop) || 0;
    const free = view.innerHeight * FREE_PART;
    let now = box();
    if (!now) return;
    // What stands beside the window waits in a carousel of the page's, which is not ours to turn.
    const isBeside = now.right < 0 || now.left > view.innerWidth;
    if (!isBeside && (now.top < top || now.bottom > Math.max(free, top + now.height))) {
      if (now.top < 0 || now.bottom > view.innerHeight) block.element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      now = box() ?? now;
      view.scrollBy({ top: now.top - top - AIR_PX, behavior: 'instant' });
      now = box() ?? now;
    }
    // Where the page ends there is nothing to scroll.
    isLow = now.top + now.bottom < view.innerHeight;
  }

  function highlight(): void {
    const ranges = shown ? rangesOf(page, shown.sentence.block, shown.sentence.start, shown.sentence.end) : [];
    const first = ranges[0];
    if (first) edits.sheet('readings', marking(luminance(groundOf(first.startContainer)) < DARK));
    edits.highlight('readings', ranges);
  }

  function look(): void {
    if (!shown) return;
    highlight();
    context.later(look, LOOK_MS);
  }

  /** One step: the character first, then the panel. */
  function close(): void {
    if (isChosen) {
      isChosen = false;
      takesFocus = true;
      return update();
    }
    shown = null;
    request += 1;
    highlight();
    update();
  }

  // Another tab's corrections, and the tones.
  readings.onChange(() => {
    if (!shown || isWriting) return;
    const mine = (request += 1);
    const { sentence } = shown;
    context.pending(readings.explain(sentence).then((explained) => {
      if (mine !== request || !shown) return;
      shown = { ...shown, explained };
      update();
    }));
  }, signal);

  return {
    async open() {
      const at = await places.find();
      if (signal.aborted) return;
      if (at === null) return context.problem('nothing-to-read');
      const wasShown = shown !== null;
      takesFocus = true;
      await show(at);
      if (!wasShown) look();
    },
  };
}
