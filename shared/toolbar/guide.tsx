// The card for who is here for the first time: three things to try, each done at once. Not modal, and it takes no focus by itself.
// Not for when it is shown (mount.tsx).
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { Actions } from './actions';
import { BarButton } from './bar';
import type { BarView, Opening } from './bar-items';
import { wideGroups } from './bar-items';
import { ICONS } from './icon';
import type { ToolbarModel } from './model';

interface GuideProps {
  readonly model: ToolbarModel;
  readonly words: Words;
  readonly actions: Actions;
  readonly opening: Opening;
  readonly view: BarView;
  end(): void;
}

/** Buttons of the bar under words that say what they are good for. */
export function Guide(props: GuideProps) {
  const { words, view } = props;
  const items = wideGroups({ ...props, view: { ...view, narrow: 0 } }).flatMap((group) => group.items);
  const three = [
    [items.find(({ icon }) => icon === ICONS.larger), 'guide.size'],
    [items.find(({ pressed }) => pressed !== undefined), 'guide.colours'],
    [items.find(({ opens, pressed }) => opens && pressed === undefined), 'guide.read'],
  ] as const;
  return (
    <section class="guide" aria-label={say(words, 'guide.title')}>
      <div class="group">
        <p>{say(words, 'guide.title')}</p>
        <button type="button" class="option" data-item="guide-no" onClick={props.end}>
          {say(words, 'guide.no')}
        </button>
      </div>
      <div class="group">
        {three.map(([item, key]) => {
          if (!item) return null;
          const { state = '', ...same } = item;
          return <BarButton key={key} item={{ description: state, ...same, id: key, word: say(words, key) }} isStop />;
        })}
      </div>
      <p>{say(words, view.narrow > 2 || view.phone ? 'guide.again-more' : 'guide.again')}</p>
    </section>
  );
}
