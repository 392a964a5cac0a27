// Puts together what the engine reads, the site's words, the elements' own readings and the reader's corrections. Comes as a script of its own
// (mingdu-pack-readings.js) with the first aid that asks; not for reading characters (packs/pinyin) nor for showing them.
import { MARKER, SKIP } from '../dom/marker';
import type { Fence } from '../fence';
import type { CharacterReading, PinyinPack, ReadOptions } from '../host';
import type { Live, LiveCell } from '../live';
import { createLive } from '../live';
import { contextsOf } from '../page/contexts';
import { createGiven } from '../page/given';
import { HAN, READINGS } from '../page/han';
import type { Page } from '../page/page';
import type { Sentence } from '../page/sentences';
import type { Block } from '../page/text-map';
import { parseOwn, withOwn } from './own';
import type { ExplainedReading, Readings, ReadText } from './port';
import { createSiteWords } from './site';
import type { Words } from './words';
import { createFinder, eachCharacter, mergeWords, ranked } from './words';

export interface ReadingsParts {
  readonly page: Page;
  /** All settings: `pinyinTones` counts here. */
  readonly settings: Live<Readonly<Record<string, unknown>>>;
  /** What is stored under `readings`, unchecked, at each change of the store. */
  readonly stored: Live<unknown>;
  /** Writes what `change` makes of it. False when the store refused. */
  store(change: (stored: unknown) => unknown): Promise<boolean>;
  loadPinyin(): Promise<PinyinPack>;
  /** One sentence for the site's author. */
  warn(message: string): void;
  readonly fence: Fence;
  readonly signal: AbortSignal;
}

/** What `mingdu-pack-readings.js` registers. */
export interface ReadingsScript {
  createReadings(parts: ReadingsParts): Readings;
}

type Tones = 'dictionary' | 'spoken';
/** Text that has no readings, or whose readings are none of ours. */
const UNREAD = `[${READINGS}="off"],[${SKIP}],[${MARKER}]`;

/** A stretch of a block that is read at once. */
interface Context extends ReadText {
  readonly start: number;
}

export function createReadings({ page, settings, stored, store, loadPinyin, warn, fence, signal }: ReadingsParts): Readings {
  const own: LiveCell<Words> = createLive<Words>(new Map());
  const site = createSiteWords(page, warn, fence, signal);
  const listeners = new Set<(isTouched: (text: string) => boolean) => void>();
  let words: Words = new Map();
  let find = createFinder(words);
  let findOwn = createFinder(words);
  let pack: Promise<PinyinPack> | null = null;

  const tones = (): Tones => (settings.value['pinyinTones'] === 'spoken' ? 'spoken' : 'dictionary');
  const options = (as: Tones): ReadOptions => ({ tones: as, ...(words.size > 0 ? { words } : {}) });

  function loaded(): Promise<PinyinPack> {
    pack ??= loadPinyin().catch((error: unknown) => {
      // A file that did not arrive is asked for again the next time.
      pack = null;
      throw error;
    });
    return pack;
  }

  function tell(isTouched: (text: string) => boolean): void {
    for (const run of [...listeners]) run(isTouched);
  }

  /** Words as they are now; what stands in a text that has a word read otherwise is touched. */
  function update(): void {
    const before = words;
    words = mergeWords(site.value, own.value);
    find = createFinder(words);
    findOwn = createFinder(own.value);
    const changed = new Map<string, readonly string[]>();
    for (const [one, other] of [[before, words], [words, before]] as const) {
      for (const [word, syllables] of one) if (other.get(word)?.join() !== syllables.join()) changed.set(word, syllables);
    }
    if (changed.size === 0) return;
    const findChanged = createFinder(changed);
    tell((text) => findChanged(text).length > 0);
  }

  function takeOwn(value: unknown): void {
    const next = parseOwn(value);
    const isSame = next.size === own.value.size && [...next].every(([word, syllables]) => own.value.get(word)?.join() === syllables.join());
    if (isSame) return;
    own.set(next);
    update();
  }

  // Another tab's corrections count when this page is looked at; its own at once, by `correct`.
  const follow = () => {
    if (!page.document.hidden) takeOwn(stored.value);
  };
  takeOwn(stored.value);
  stored.watch(fence(follow), signal);
  page.document.addEventListener('visibilitychange', fence(follow), { signal });
  site.watch(fence(update), signal);
  let shown = tones();
  settings.watch(fence(() => {
    if (tones() === shown) return;
    shown = tones();
    tell(() => true);
  }), signal);

  async function read(texts: readonly ReadText[], as = tones()): Promise<readonly (readonly string[])[]> {
    const all = await (await loaded()).read(texts.map(({ text }) => text), options(as));
    return texts.map(({ text, given }, at) => {
      const places = find(text);
      const found = all[at] ?? [];
      return given || places.length > 0 ? ranked(found, { words: places, given, own: findOwn(text), changesTones: as === 'spoken' }) : found;
    });
  }

  /** The contexts of a block that a sentence reaches into. */
  function contextsAround({ block, start, end }: Sentence): Context[] {
    const given = givenInBlock(block);
    return contextsOf(block.text)
      .filter((span) => span.end > start && span.start < end)
      .map((span) => ({ start: span.start, text: block.text.slice(span.start, span.end), given: given?.slice(span.start, span.end) }));
  }

  function givenInBlock(block: Block): string[] | null {
    const givenOf = createGiven(page);
    const byText = new Map<Text, readonly string[] | null>();
    let given: string[] | null = null;
    for (const { text, from, start, length } of block.segments) {
      if (!byText.has(text)) byText.set(text, givenOf(text, page.textOf(text)));
      const own = byText.get(text);
      if (!own) continue;
      given ??= new Array<string>(block.text.length).fill('');
      for (let at = 0; at < length; at += 1) given[start + at] = own[from + at] ?? '';
    }
    return given;
  }

  /** Whether a place of a block is left without readings. */
  function isUnread(block: Block, offset: number): boolean {
    const segment = block.segments.find(({ start, length }) => offset >= start && offset < start + length);
    return segment?.text.parentElement?.closest(UNREAD) != null;
  }

  async function ofSentence(sentence: Sentence): Promise<readonly string[]> {
    const contexts = contextsAround(sentence);
    return placed(sentence, contexts, await read(contexts));
  }

  function givenIn(sentence: Sentence): string[] {
    const contexts = contextsAround(sentence);
    const nothing = ({ length }: string) => new Array<string>(length).fill('');
    return placed(sentence, contexts, contexts.map(({ text, given }) => ranked(nothing(text), { words: find(text), given, own: findOwn(text), changesTones: false })));
  }

  /** The readings of contexts, cut to a sentence that lies in them. */
  function placed({ block, start, end }: Sentence, contexts: readonly Context[], all: readonly (readonly string[])[]): string[] {
    const whole: string[] = new Array<string>(end - start).fill('');
    contexts.forEach((context, at) => {
      all[at]?.forEach((reading, unit) => {
        const offset = context.start + unit;
        if (reading && offset >= start && offset < end && !isUnread(block, offset)) whole[offset - start] = reading;
      });
    });
    return whole;
  }

  async function explainText(context: Context): Promise<ExplainedReading[]> {
    const engine = await loaded();
    const [explained, [shownNow = []], [dictionary = []]] = await Promise.all([
      engine.explain(context.text, options(tones())),
      read([context]),
      read([context], 'dictionary'),
    ]);
    const mine = new Map<number, { readonly word: string; readonly start: number }>();
    for (const place of findOwn(context.text)) eachCharacter(place, (unit) => mine.set(unit, place));
    const listed = new Map<number, { readonly word: string; readonly start: number }>();
    for (const place of find(context.text)) eachCharacter(place, (unit) => listed.set(unit, place));
    return explained.map((one) => {
      const reading = shownNow[one.unit] || one.reading;
      const inDictionary = dictionary[one.unit] || reading;
      const given = context.given?.[one.unit];
      const own = mine.get(one.unit);
      const origin = own ? 'reader' : given ? 'element' : listed.has(one.unit) ? 'site' : 'engine';
      const by = own ?? (origin === 'site' ? listed.get(one.unit) : undefined);
      return {
        ...one,
        ...(by ? { word: by.word, wordUnit: by.start } : {}),
        reading,
        dictionary: inDictionary,
        others: othersOf(one, [reading, inDictionary]),
        isDoubtful: one.isDoubtful && origin === 'engine',
        origin,
      };
    });
  }

  async function explain(sentence: Sentence): Promise<readonly ExplainedReading[]> {
    const { block, start, end } = sentence;
    const all = await Promise.all(
      contextsAround(sentence).map(async (context) => {
        if (!HAN.test(context.text)) return [];
        const explained = await explainText(context);
        return explained.map((one) => ({ ...one, unit: one.unit + context.start - start, wordUnit: one.wordUnit + context.start - start }));
      }),
    );
    return all.flat().filter(({ unit }) => unit >= 0 && unit < end - start && !isUnread(block, start + unit));
  }

  return {
    own,
    read: (texts) => read(texts),
    ofSentence,
    givenIn,
    explain,
    async correct(word, syllables) {
      let next: unknown = null;
      const isKept = await store((now) => (next = withOwn(now, word, syllables)));
      takeOwn(next);
      return isKept;
    },
    onChange(run, until) {
      const entry = (isTouched: (text: string) => boolean) => run(isTouched);
      listeners.add(entry);
      until.addEventListener('abort', () => listeners.delete(entry), { once: true });
    },
  };
}

/**
 * What else it could be: the engine's own reading too, where another one won.
 * @param now as it is shown, and as the dictionary has it
 */
function othersOf({ reading, others }: CharacterReading, now: readonly string[]): string[] {
  return [...new Set([reading, ...others])].filter((one) => !now.includes(one));
}
