// The card for who is here for the first time: three things to try, each done at once. Not modal, and it takes no focus by itself. Comes with
// the panel's script. Not for when it is shown (mount.tsx).
import type { VNode } from 'preact';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { BarButton } from './bar';
import type { BarView, Item } from './bar-items';
import { ICONS } from './icon';

export interface GuideProps {
  readonly words: Words;
  readonly view: BarView;
  /** Those of the bar, as it has them where there is room for all. */
  readonly items: readonly Item[];
  /** The bar's own, which its script has. */
  readonly Button: typeof BarButton;
  end(): void;
}

/** Buttons of the bar under words that say what they are good for. */
export function Guide({ words, view, items, Button, end }: GuideProps): VNode {
  const three = [
    [items.find(({ icon }) => icon === ICONS.larger), 'guide.size'],
    [items.find(({ pressed }) => pressed !== undefined), 'guide.colours'],
    [items.find(({ opens, pressed }) => opens && pressed === undefined), 'guide.read'],
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
