// The whole interface as a picture of its state: bar, status line, panel or sheet, pill. Not for state and events (mount.tsx).
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { Actions } from './actions';
import { BarButton, Groups } from './bar';
import type { BarView, Item, ItemGroup, Opening } from './bar-items';
import { barGroups, stepperItems, wideGroups } from './bar-items';
import { ICONS, Picture } from './icon';
import type { ToolbarModel } from './model';
import type { PanelScript } from './panel';
import type { Said } from './sentences';
import { undoInWords } from './sentences';
import { isDark, mainOf } from './wording';

/** The toolbar's own state. */
export interface View extends BarView {
  /** The button of the bar that Tab reaches. */
  readonly stop: string;
  /** Whether the hint for the keyboard is shown. */
  readonly keys: boolean;
  readonly said: Said;
  readonly live: string;
  /** How much had to give way for the height: 1 the states, 2 the status line, 3 all but a pill. */
  readonly low: number;
  /** Scrolled away in a low window. */
  readonly away: boolean;
  /** CSS px of the window's foot, and of its head, where something else lies: a soft keyboard, another bar of ours. */
  readonly covered: number;
  readonly above: number;
  /** The card for who is here for the first time. */
  readonly guide: boolean;
}

interface ToolbarProps {
  readonly model: ToolbarModel;
  readonly words: Words;
  readonly actions: Actions;
  readonly opening: Opening & { closePanel(): void; unfold(): void; guide(on: boolean): void };
  readonly view: View;
  /** Once its script is here. */
  readonly panel: PanelScript | null;
}

/** Whether only the pill is shown. */
export function isPill(model: ToolbarModel, view: View): boolean {
  return model.state.value === 'folded' || view.low > 2 || view.away;
}

/** Everything we draw, by the model and the toolbar's own state alone. */
export function Interface(props: ToolbarProps) {
  const { model, words, view } = props;
  const { phone, low, narrow } = view;
  const size = model.settings.value['toolbarSize'];
  const pill = isPill(model, view);
  const sheet = phone && view.panel !== null;
  const dark = isDark(model.descriptors, model.settings.value);
  return (
    <div class={`ui low-${low} narrow-${narrow} ${size}${phone ? ' phone' : ''}${dark ? ' dark' : ''}`} lang={words.lang} style={{ top: `${view.above}px`, bottom: `${view.covered}px` }}>
      {pill ? <Pill {...props} /> : <Bar {...props} />}
      {view.guide && !pill && !low && props.panel && (
        <props.panel.Guide {...{ words, view }} items={wideGroups({ ...props, view: { ...view, narrow: 0 } }).flatMap((group) => group.items)} Button={BarButton} end={() => props.opening.guide(false)} />
      )}
      {view.panel !== null && (!pill || phone) && <Panel {...props} />}
      {!sheet && <Live view={view} />}
    </div>
  );
}

function Live({ view }: { readonly view: View }) {
  return (
    <div role="status" class="unseen">
      {view.live}
    </div>
  );
}

function Bar(props: ToolbarProps) {
  const { model, words, view } = props;
  const groups = barGroups(props);
  const items = groups.flatMap((group: ItemGroup) => group.items).filter((item) => item.kind !== 'value');
  const stop = items.some((item) => item.id === view.stop) ? view.stop : items[0]?.id;
  const unfolded = model.descriptors.find((descriptor) => descriptor.id === view.strip);
  return (
    <section class="toolbar" aria-label={say(words, 'toolbar.label')}>
      <div class="bar" role="toolbar" aria-label={say(words, 'toolbar.name')}>
        {!view.phone && view.narrow < 1 && (
          <span class="name" aria-hidden="true">
            {say(words, 'toolbar.name')}
          </span>
        )}
        <Groups groups={groups} stop={stop} />
      </div>
      {view.phone && unfolded && <Strip {...props} descriptor={unfolded} />}
      {(view.low < 2 || view.said.retry !== undefined) && <Status {...props} />}
    </section>
  );
}

/** 缩小 | 150% | 放大 above a phone's bar. */
function Strip(props: ToolbarProps & { readonly descriptor: FeatureDescriptor }) {
  const { descriptor, words } = props;
  const { setting } = mainOf(descriptor);
  if (setting?.kind !== 'range') return null;
  return (
    <div class="strip" role="group" aria-label={say(words, descriptor.id)}>
      {stepperItems(props, descriptor, setting).map((item: Item) => (
        <BarButton key={item.id} item={item} isStop />
      ))}
    </div>
  );
}

/** Through what is read: by paragraphs where there is room, and by sentences. */
const STEPS = ['previousPart', 'previous', 'next', 'nextPart'] as const;

/** What happened last, how to take it back, and what belongs to a voice that sounds. */
function Status({ model, words, actions, view, isSheet }: ToolbarProps & { readonly isSheet?: boolean }) {
  const { said, phone } = view;
  const { retry } = said;
  const speaker = model.speaking.value.state === 'idle' ? undefined : model.descriptors.find((descriptor) => descriptor.commands?.includes('next'));
  // Where the bar has no room for 撤销, it stands here; a phone has no room for the sentence beside it.
  const undoable = said.undo && (phone || view.narrow > 3) ? model.undoable.value : null;
  const text = phone && said.undo ? '' : said.text;
  // The hint for the keyboard gives way on a phone: with it, the rest would have no room and fold away.
  const keys = view.keys && !(phone && (text || speaker || undoable));
  if (phone && !text && !speaker && !undoable && !keys) return null;
  return (
    <div class="status">
      {(text || !phone) && <p>{text}</p>}
      {keys && <p class="keys">{say(words, 'toolbar.keys')}</p>}
      {retry !== undefined && (
        <button type="button" class="option" onClick={() => actions.retry(retry)}>
          {say(words, 'toolbar.retry')}
        </button>
      )}
      {undoable && (
        <button type="button" class="option" onClick={() => actions.undo()}>
          <Picture paths={ICONS.undo} />
          {say(words, 'toolbar.undo-strip', { what: undoInWords(words, model.descriptors, undoable).brief })}
        </button>
      )}
      {speaker &&
        // A sheet covers the bar, and with it the bar's 停止.
        [...(isSheet ? ['stop' as const] : []), ...STEPS.slice(...(phone || view.narrow > 1 ? [1, 3] : []))].map((name) => (
          <button type="button" class="option" key={name} onClick={() => actions.command(speaker.id, name)}>
            {/* On a phone one row holds 撤销 and the words alone. */}
            {!(phone && undoable) && <Picture paths={ICONS[name]} />}
            {say(words, `${speaker.id}/${name}`)}
          </button>
        ))}
    </div>
  );
}

function Panel({ panel, ...props }: ToolbarProps) {
  const { model, words, actions, opening, view } = props;
  if (!panel) return null;
  const fold = (): void => {
    opening.closePanel();
    model.setState('folded');
  };
  return (
    <panel.Panel
      {...{ words, actions, fold }}
      model={{ ...model, ...(panel.descriptors && { descriptors: panel.descriptors }) }}
      at={view.panel}
      isSheet={view.phone}
      close={opening.closePanel}
      open={opening.panel}
      teach={() => opening.guide(true)}
    >
      {view.phone && <Status {...props} panel={panel} isSheet />}
      {view.phone && <Live view={view} />}
    </panel.Panel>
  );
}

/** All that is left when there is no room, or the reader folded the toolbar: one way back, and a voice can be stopped. */
function Pill({ model, words, actions, opening }: ToolbarProps) {
  const speaker = model.speaking.value.state === 'idle' ? undefined : model.descriptors.find((descriptor) => descriptor.commands?.includes('stop'));
  return (
    <section class="pill" aria-label={say(words, 'toolbar.label')}>
      {speaker && (
        <button type="button" class="option" data-item="stop" onClick={() => actions.command(speaker.id, 'stop')}>
          <Picture paths={ICONS.stop} />
          {say(words, `${speaker.id}/stop`)}
        </button>
      )}
      <button type="button" class="option" data-item="pill" aria-expanded={false} onClick={() => opening.unfold()}>
        {say(words, 'toolbar.name')}
      </button>
    </section>
  );
}
