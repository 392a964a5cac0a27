// The card for who is here for the first time: three things to try, each done at once. Not modal, and it takes no focus by itself. Comes with
// the panel's script. Not for when it is shown (mount.tsx).
import type { VNode } from 'preact';
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { BarButton } from './bar';
import type { BarView, Item } from './bar-items';

export interface GuideProps {
  readonly words: Words;
  readonly view: BarView;
  /** In full, as the panel's script has them. */
  readonly descriptors?: readonly FeatureDescriptor[];
  /** Those of the bar, as it has them where there is room for all. */
  readonly items: readonly Item[];
  /** The bar's own, which its script has. */
  readonly Button: typeof BarButton;
  end(): void;
}

/** Buttons of the bar under words that say what they are good for. */
export function Guide({ words, view, items, Button, end, descriptors = [] }: GuideProps): VNode {
  const idOf = (isIt: (aid: FeatureDescriptor) => boolean) => descriptors.find(isIt)?.main;
  // A site may leave any of them out, and then nothing else stands under its words.
  const sizes = idOf(({ main, settings }) => main !== '' && settings[main]?.kind === 'range');
  const colours = idOf(({ settings }) => Object.values(settings).some((one) => 'look' in one && one.look === 'samples'));
  const reads = idOf(({ commands = [] }) => commands.includes('play'));
  const three = [
    [items.find(({ id }) => id === `${sizes}-larger`), 'guide.size'],
    [items.find(({ id }) => id === colours), 'guide.colours'],
    [items.find(({ id }) => id === reads), 'guide.read'],
  ] as const;
  return (
    <section class="guide" aria-label={say(words, 'guide.title')}>
      <div class="group">
        <p>{say(words, 'guide.title')}</p>
        <button type="button" class="option" data-item="guide-no" onClick={end}>
          {say(words, 'guide.no')}
        </button>
      </div>
      <div class="group">
        {three.map(([item, key]) => {
          if (!item) return null;
          const { state = '', ...same } = item;
          return <Button key={key} item={{ description: state, ...same, id: key, word: say(words, key) }} isStop />;
        })}
      </div>
      <p>{say(words, view.narrow > 2 || view.phone ? 'guide.again-more' : 'guide.again')}</p>
    </section>
  );
}
