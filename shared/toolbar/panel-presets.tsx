// The presets in the panel: a press and a press back, 改 for what one sets, and 我的设置. Not for what a press does (choices.ts).
import type { Icon } from '../feature';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import { MINE, MORE_PRESETS } from '../settings/more-presets';
import { elderValues, type KeptPresets } from '../settings/presets';
import type { Patch } from '../settings/schema';
import { defaultOf } from '../settings/schema';
import type { Actions } from './actions';
import { ICONS, Picture, State } from './icon';
import type { ToolbarModel } from './model';

export interface PresetsProps {
  readonly model: Pick<ToolbarModel, 'descriptors' | 'settings' | 'choices' | 'presets' | 'site'>;
  readonly words: Words;
  readonly actions: Pick<Actions, 'preset' | 'tell' | 'sentences'>;
}

const OTHER_ICONS: Readonly<Record<string, Icon>> = {
  'low-vision': ['M3 15s5-8 12-8 12 8 12 8-5 8-12 8S3 15 3 15z', 'M15 18.5a3.5 3.5 0 110-7 3.5 3.5 0 010 7z'],
  keyboard: ['M3 8h24v14H3z', 'M8 12.5h.1', 'M13 12.5h.1', 'M18 12.5h.1', 'M23 12.5h.1', 'M10 18h10'],
  learner: ['M15 8v17', 'M15 8C12 6 8 5 3 5v17c5 0 9 1 12 3 3-2 7-3 12-3V5c-5 0-9 1-12 3z'],
  [MINE]: ['M8 4h14v22l-7-6-7 6z'],
};

/** Which settings 长辈模式 has does not hang on the page's size. */
const PLAIN_PX = 16;

/** Everything that is not as it was, in the form in which it is stored. */
function chosenNow({ descriptors, settings }: PresetsProps['model']): Patch {
  const all = descriptors.flatMap((aid) => Object.entries(aid.settings));
  const changed = all.filter(([key, setting]) => (settings.value[key] ?? defaultOf(setting)) !== defaultOf(setting));
  return Object.fromEntries(changed.map(([key]) => [key, settings.value[key] ?? false]));
}

/** What makes a preset of what stands now: its second press is to bring back what was before the first. */
function takenNow({ choices, descriptors }: PresetsProps['model'], id: string, set: Patch): KeptPresets {
  const settings = Object.assign({}, ...descriptors.map((aid) => aid.settings)) as Readonly<Record<string, Parameters<typeof defaultOf>[0]>>;
  const layers = choices.layers();
  if (!layers.some((layer) => layer.id === id)) return { [id]: set };
  const before = (was: Patch) => Object.fromEntries(Object.keys(set).map((key) => [key, was[key] ?? (settings[key] ? defaultOf(settings[key]) : false)]));
  return { [id]: set, on: layers.map((layer) => (layer.id === id ? { id, was: before(layer.was), set } : layer)) };
}

/** Changes what a preset sets, and says so. */
function keep({ model, words, actions }: PresetsProps, id: string, kept: KeptPresets, done: string): void {
  void model.choices.step({}, false, id, kept);
  actions.tell(actions.sentences.chosen(say(words, `preset.${id}`), say(words, done), true));
}

/** All presets under their heading. */
export function Presets(props: PresetsProps) {
  const name = say(props.words, 'preset.all');
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <PresetRows {...props} />
    </section>
  );
}

/** All presets, those of the bar first. */
export function PresetRows(props: PresetsProps) {
  const { model, words, actions } = props;
  const hasMine = Object.keys(model.choices.ownOf(MINE)).length > 0;
  const take = (id: string, done: string): void => {
    const set = chosenNow(model);
    if (Object.keys(set).length === 0) return actions.tell({ text: say(words, 'preset.none'), live: say(words, 'preset.none') });
    keep(props, id, takenNow(model, id, set), done);
  };
  return (
    <>
      {[...model.presets.value.map(({ id }) => ({ id, values: undefined })), ...MORE_PRESETS.filter((preset) => !model.site?.hides?.(preset.id))].map(({ id, values }) => (
        <Row key={id} {...props} id={id} values={values} take={() => take(id, 'preset.taken')} />
      ))}
      {hasMine ? (
        <Row key={MINE} {...props} id={MINE} values={{}} take={() => take(MINE, 'preset.taken')} />
      ) : (
        <div class="preset" key={MINE}>
          <Press id={MINE} word={say(words, 'preset.save')} gloss={say(words, 'preset.save?')} press={() => take(MINE, 'preset.saved')} />
        </div>
      )}
    </>
  );
}

interface RowProps extends PresetsProps {
  readonly id: string;
  readonly values: Patch | undefined;
  take(): void;
}

/** A preset, and beside it 改: what it sets now, or what it set to begin with. */
function Row(props: RowProps) {
  const { id, values, take, model, words, actions } = props;
  const word = say(words, `preset.${id}`);
  const isOwn = Object.keys(model.choices.ownOf(id)).length > 0;
  const isOn = model.choices.isPresetOn(id, values);
  const isPart = Object.keys(values ?? elderValues(PLAIN_PX)).some((key) => model.site?.hides?.(key));
  const gloss = isOn ? 'toolbar.preset-on' : isOwn && id !== MINE ? 'preset.own' : isPart ? 'preset.part' : `preset.${id}?`;
  const drop = (): void => {
    if (isOwn) keep(props, id, { [id]: undefined }, id === MINE ? 'preset.dropped' : 'preset.restored');
    else actions.tell({ text: say(words, 'preset.as-it-was'), live: say(words, 'preset.as-it-was') });
  };
  const choice = (key: string, run: () => void, isIdle?: boolean) => (
    <button type="button" class="option" aria-disabled={isIdle || undefined} onClick={(event) => (shut(event.currentTarget), run())}>
      {say(words, key)}
    </button>
  );
  return (
    <div class="preset">
      <Press id={id} word={word} gloss={say(words, gloss)} pressed={isOn} press={() => actions.preset(id, values)} />
      <details onKeyDown={onKey}>
        <summary class="option" aria-label={say(words, 'preset.change-of', { what: word })}>
          {say(words, 'preset.change')}
        </summary>
        <div class="changes">
          {choice('preset.take', take)}
          {choice(id === MINE ? 'preset.drop' : 'preset.restore', drop, !isOwn)}
        </div>
      </details>
    </div>
  );
}

/** Closes 改 with the focus on its button. */
function shut(inside: HTMLElement): void {
  const details = inside.closest('details');
  if (!details) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** Escape closes the innermost open part first. */
function onKey(event: KeyboardEvent & { readonly currentTarget: HTMLDetailsElement }): void {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.preventDefault();
  event.stopPropagation();
  shut(event.currentTarget);
}

interface PressProps {
  readonly id: string;
  readonly word: string;
  readonly gloss: string;
  readonly pressed?: boolean;
  press(): void;
}

function Press({ id, word, gloss, pressed, press }: PressProps) {
  return (
    <button type="button" class="act" aria-label={word} aria-pressed={pressed} aria-describedby={`gloss-${id}`} onClick={press}>
      <Picture paths={OTHER_ICONS[id] ?? ICONS.person} />
      <span class="word">{word}</span>
      <State text={gloss} />
      <span hidden id={`gloss-${id}`}>
        {gloss}
      </span>
    </button>
  );
}
