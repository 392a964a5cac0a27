// 连读: what 播放 and 接着读 begin, the place that is kept while they go on, and the offer to go on from it. Makes no sound itself.
import type { FeatureContext } from '../../feature';
import type { Article } from '../../page/article';
import type { Sentence } from '../../page/sentences';
import type { SpeechState } from '../../speech/engine';
import type { speechDescriptor } from './descriptor';
import type { Item } from './item';
import { createPlaceKeeper } from './place-keeper';
import { continuousReading, whatToRead } from './reading';
import { inSlices } from '../../page/slices';
import { blocksTrack, type PartTrack } from './track';

export interface ContinuousParts {
  /** The sentence that the reader chose without a selection. */
  chosen(): Sentence | null;
  now(): number;
}

export interface Continuous {
  /** What 播放 reads now, on this page; null when there is nothing to read. */
  play(): Promise<PartTrack | null>;
  /** What is read from where the reading cursor stands, whatever is selected. */
  here(): Promise<PartTrack | null>;
  /** What 接着读 reads: from the kept place, else as 播放. */
  resume(): Promise<PartTrack | null>;
  /** A track of ours was given to the engine. */
  begun(track: PartTrack): void;
  /** The engine's state and place have changed. */
  place(state: SpeechState, item: Item | null): void;
  /** Nothing sounds, and what could be gone on with is offered. */
  offer(): void;
}

/** Makes it, and reads nothing of the page before it is asked to. */
export function createContinuous(context: FeatureContext<typeof speechDescriptor.settings>, view: Window, { chosen, now }: ContinuousParts): Continuous {
  const { page, speaker, signal } = context;
  const keeper = createPlaceKeeper(context, now, () => view.performance.timeOrigin + now());
  /** Where each track that may be begun comes from; null where it is no article. */
  const articles = new WeakMap<PartTrack, Article | null>();
  let reading: PartTrack | null = null;

  const findArticle = () => inSlices(whatToRead(page), context.later, now);

  function made(track: PartTrack, article: Article | null): PartTrack {
    articles.set(track, article);
    return track;
  }

  async function from(heedsSelection: boolean): Promise<PartTrack | null> {
    const article = await findArticle();
    if (signal.aborted) return null;
    const found = continuousReading(page, view, article, chosen(), heedsSelection);
    if (!found) return null;
    // Begun at the beginning, though the reader was further once.
    speaker.offer.set(found.begin === 'start' ? (keeper.find(article)?.text ?? null) : null);
    return made(found.track, found.isArticle ? article : null);
  }

  return {
    play: () => from(true),
    here: () => from(false),
    async resume() {
      const article = await findArticle();
      if (signal.aborted) return null;
      const place = keeper.find(article);
      speaker.offer.set(null);
      if (place) return made(blocksTrack(page, article.blocks, { start: place.start, title: article.title }), article.isArticle ? article : null);
      const found = continuousReading(page, view, article, chosen());
      return found && made(found.track, found.isArticle ? article : null);
    },
    begun(track) {
      reading = track;
      keeper.follow(articles.get(track) ?? null);
    },
    place(state, item) {
      if (!reading) return;
      if (state === 'speaking') {
        keeper.reach(item?.sentence ?? null);
        if (item && item.text === speaker.offer.value) speaker.offer.set(null);
        return;
      }
      if (state === 'idle' && reading.current === null) keeper.finish();
      else keeper.keep();
      if (state !== 'idle') return;
      reading = null;
      speaker.offer.set(null);
    },
    offer() {
      context.later(() => {
        findArticle().then((article) => {
          if (signal.aborted || reading || context.settings.value.speech !== 'continuous') return;
          const place = keeper.find(article);
          const first = place ? null : continuousReading(page, view, article, null)?.track.current;
          speaker.offer.set(place?.text ?? first?.text ?? null);
        }, () => undefined);
      }, 0);
    },
  };
}
