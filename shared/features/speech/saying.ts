// What the voice is given for an item: in the wording of the voice, and read as the page's pinyin reads it. Asked for at once, so what it
// needs is fetched ahead, a paragraph before it is due, and what has not come is done without. Not for what is read.
import type { FeatureContext } from '../../feature';
import type { Packs } from '../../host';
import { blockOf } from '../../page/blocks';
import { READINGS } from '../../page/han';
import type { Sentence } from '../../page/sentences';
import type { Block } from '../../page/text-map';
import type { Readings } from '../../readings/port';
import type { Driver, Utterance } from '../../speech/driver';
import type { Spoken } from '../../speech/spoken';
import type { Item } from './item';

export interface Saying {
  /**
   * What the voice is given now; `item.spoken` maps it to what is shown.
   * @returns `readings` are null for voices that take none, and while they are not there yet; '' where nobody knows
   */
  of(item: Item): Pick<Utterance, 'text' | 'readings'>;
  /** Resolves when `of` knows all of an item, or when that cannot be had soon. Never rejects. */
  ready(item: Item): Promise<void>;
}

type SpeechContext = Pick<FeatureContext, 'page' | 'readings' | 'loadPack' | 'kept' | 'later' | 'signal'>;
/** A reader who asked to hear waits no longer for how it is said. */
const READY_MS = 400;
/** So many texts without anything to say are passed on the way to the next paragraph. */
const NEXT_TRIES = 40;

/** Makes it; nothing is fetched before the first item that needs it. */
export function createSaying(context: SpeechContext, driver: Pick<Driver, 'level' | 'takesReadings'>): Saying {
  const { page } = context;
  // Once: each that is asked for is told of changes until the aid ends.
  const stored = context.kept('readings').value;
  let wording: Packs['full-speech'] | null = null;
  let homophones: Packs['homophones'] | null = null;
  let readings: Readings | null = null;
  /** Of whole paragraphs, by their first text. */
  let known = new WeakMap<Text, { readonly text: string; readonly readings: readonly string[] }>();

  const once = (fetch: () => Promise<void>) => {
    let work: Promise<void> | null = null;
    // What did not arrive is done without: characters are still said, as the voice knows them.
    return () => (work ??= fetch().catch(() => undefined));
  };
  const fetchWording = once(async () => void (wording = await context.loadPack('full-speech')));
  const fetchHomophones = once(async () => void (homophones = await context.loadPack('homophones')));
  const fetchReadings = once(async () => {
    readings = await context.readings();
    readings.onChange(() => (known = new WeakMap()), context.signal);
  });

  /** Whether the reader corrected anything, or the page gives readings: nothing is fetched for voices that read by themselves else. */
  function isGiven(): boolean {
    const own = stored.value;
    return (typeof own === 'object' && own !== null && Object.keys(own).length > 0) || page.roots.value.some((root) => root.querySelector(`[${READINGS}]:not([${READINGS}="off"])`) !== null);
  }

  function knownOf({ segments, text }: Block): readonly string[] | null {
    const first = segments[0]?.text;
    const entry = first && known.get(first);
    return entry && entry.text === text ? entry.readings : null;
  }

  async function fetchBlock(block: Block): Promise<void> {
    await fetchReadings();
    const first = block.segments[0]?.text;
    if (!first || !readings || knownOf(block)) return;
    const cache = known;
    const found = await readings.ofSentence({ block, start: 0, end: block.text.length, text: block.text }).catch(() => null);
    if (found) cache.set(first, { text: block.text, readings: found });
  }

  function needs({ block }: Sentence): Promise<unknown>[] {
    if (driver.takesReadings) return [fetchBlock(block)];
    return isGiven() ? [fetchReadings(), fetchHomophones()] : [];
  }

  /** Fetches what the next paragraph will need. */
  function lookAhead({ block }: Sentence): void {
    if (!driver.takesReadings) return;
    const next = nextBlock(block);
    if (next && !knownOf(next)) void fetchBlock(next);
  }

  function nextBlock(block: Block): Block | null {
    const last = block.segments.at(-1)?.text;
    if (!last?.isConnected) return null;
    const walker = last.ownerDocument.createTreeWalker(last.getRootNode(), 4 /* SHOW_TEXT */);
    walker.currentNode = last;
    for (let tries = 0; tries < NEXT_TRIES; tries += 1) {
      const text = walker.nextNode() as Text | null;
      if (!text) return null;
      if (page.textOf(text).trim() === '') continue;
      const next = blockOf(page, text);
      if (next && next.segments[0]?.text !== block.segments[0]?.text) return next;
    }
    return null;
  }

  /** For each unit of what is said, what `find` has for the character of the page that it is; '' for what the page does not show. */
  function alongside(item: Item, { text, toShown }: Spoken, find: (shown: number) => string | undefined): string[] {
    return Array.from({ length: text.length }, (_, unit) => {
      const shown = toShown(unit);
      return text[unit] === item.text[shown] ? (find(shown) ?? '') : '';
    });
  }

  return {
    of(item) {
      if (driver.level === 'full') void fetchWording();
      const full = driver.level === 'full' ? wording?.FULL : undefined;
      const spoken = item.spokenAs({ full });
      const { sentence } = item;
      if (!sentence || spoken.text === '') return { text: spoken.text, readings: null };
      void Promise.all(needs(sentence)).then(() => lookAhead(sentence));
      if (driver.takesReadings) {
        const ofBlock = knownOf(sentence.block);
        if (!ofBlock) return { text: spoken.text, readings: null };
        const shown = alongside(item, spoken, (at) => ofBlock[sentence.start + at]);
        const plain = wording?.PLAIN_READINGS;
        return { text: spoken.text, readings: shown.map((reading, unit) => reading || (plain?.get(spoken.text[unit] ?? '') ?? '')) };
      }
      if (!readings || !homophones || !isGiven()) return { text: spoken.text, readings: null };
      const given = readings.givenIn(sentence);
      const wanted = alongside(item, spoken, (at) => given[at]);
      const heard = homophones;
      return { text: wanted.map((syllable, unit) => (syllable ? heard.homophoneOf(spoken.text[unit] ?? '', syllable) : spoken.text[unit])).join(''), readings: null };
    },
    async ready({ sentence }) {
      const all = [...(driver.level === 'full' && !wording ? [fetchWording()] : []), ...(sentence ? needs(sentence) : [])];
      if (all.length === 0) return;
      await new Promise<void>((resolve) => {
        const drop = context.later(resolve, READY_MS);
        void Promise.all(all).then(() => {
          drop();
          resolve();
        });
      });
    },
  };
}
