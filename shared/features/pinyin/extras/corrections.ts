// The reader corrects a reading: which sentence it is, which character, what it shall be and where. Fetched when first wanted.
// Not for how it looks (panels/readings) nor for what a correction does to texts (readings/).
import type { FeatureContext } from '../../../feature';
import type { ChosenReading, ReadCharacter, ReadingsPanel } from '../../../panel';
import type { Sentence } from '../../../page/sentences';
import type { ExplainedReading, Readings } from '../../../readings/port';
import { parseSyllable, tonesOf } from '../../../readings/syllables';
import type { pinyinDescriptor } from '../descriptor';
import { createPlaces } from '../places';
import { createScopes } from './scopes';
import { createShownSentence } from './shown-sentence';

/** Annotations come and go without a word to us, so the highlight is put on anew this often. */
const LOOK_MS = 250;
/** Of what the reader corrected, so much is drawn before all of it is asked for. */
export const NEWEST = 20;

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
  const { signal } = context;
  const panel = context.panel('readings');
  const places = createPlaces(context);
  const marked = createShownSentence(context);
  const scopes = createScopes(context.page);
  let shown: Shown | null = null;
  let current = 0;
  /** The character takes the focus at the next drawing. */
  let takesFocus = false;
  let isChosen = false;
  let picked = '';
  let typed = '';
  let scope = '';
  let showsAllOwn = false;
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

  const scopesOf = (one: ExplainedReading) => (shown ? scopes.of(shown.sentence, shown.explained, one) : []);
  const firstScope = (one: ExplainedReading) => scopesOf(one)[0]?.word ?? one.character;

  function chosen(): ChosenReading | null {
    const one = here();
    if (!one || !isChosen || !shown) return null;
    const { character, reading, others, origin } = one;
    const words = scopesOf(one).map(({ word }) => word);
    return { character, reading, word: scopes.wordOf(shown.sentence, one), others, picked, typed, meant: meant(), scopes: words, scope, isOwn: origin === 'reader' };
  }

  function update(): void {
    if (!shown) return panel.show(null);
    const all = characters();
    // The panel counts stretches that are not read, too.
    const readAt = all.flatMap(({ reading }, at) => (reading ? [at] : []));
    const takes = takesFocus;
    takesFocus = false;
    const nth = (at: number) => Math.max(0, readAt.indexOf(at));
    const own = [...readings.own.value].reverse();
    panel.show({
      characters: all,
      current: readAt[current] ?? 0,
      takesFocus: takes,
      hasPrevious: shown.at > 0,
      hasNext: shown.at < shown.count - 1,
      isLow: marked.isLow,
      chosen: chosen(),
      told,
      own: (showsAllOwn ? own : own.slice(0, NEWEST)).map(([word, syllables]) => ({ word, reading: syllables.join(' ') })),
      ownCount: own.length,
      hasMoreOwn: own.length > NEWEST,
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
      showAllOwn(all) {
        showsAllOwn = all;
        update();
      },
      close,
    });
  }

  function choose(at: number): void {
    isChosen = !(isChosen && at === current);
    current = at;
    told = null;
    picked = typed = '';
    // Hundreds of rows would be drawn anew at each letter that is typed.
    showsAllOwn = false;
    const one = here();
    scope = one ? (one.origin === 'reader' && scopesOf(one).some(({ word }) => word === one.word) ? one.word : firstScope(one)) : '';
    update();
  }

  async function save(): Promise<void> {
    const one = here();
    if (!one || !shown) return;
    if (picked === '') {
      told = { key: 'pick-first', word: '', reading: '' };
      return update();
    }
    const place = scopesOf(one).find(({ word }) => word === scope);
    if (!place) {
      // Other corrections or the page took the word away: what is left is asked.
      scope = firstScope(one);
      return update();
    }
    const syllables = place.syllables.map(([unit, syllable]) => (unit === one.unit ? picked : syllable));
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
    marked.bring(sentence);
    marked.highlight(sentence);
    update();
  }

  function look(): void {
    if (!shown) return;
    marked.highlight(shown.sentence);
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
    showsAllOwn = false;
    marked.highlight(null);
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
