// The panel 更多: every setting, grouped by what one wants; beside the page in a wide window, a modal sheet on a phone.
// A script of its own, fetched when first wanted, so that an opened toolbar stays small. Not for what opens it (mount.tsx).
import type { ComponentChildren, VNode } from 'preact';
import type { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import type { FeatureDescriptor } from '../feature';
import type { Messages, Words } from '../i18n';
import { say } from '../i18n/say';
import type { Actions } from './actions';
import { Act } from './act';
import { HELP, offered } from './bar-items';
import type { GuideProps } from './guide';
import { Help, type ToldKey } from './help';
import { ICONS, Picture } from './icon';
import type { ToolbarModel } from './model';
import { Presets } from './panel-presets';
import { Rows } from './rows';
import { SiteLinks } from './site-links';
import { mainOf } from './wording';

export interface PanelProps {
  readonly model: ToolbarModel;
  readonly words: Words;
  readonly actions: Actions;
  /** What is shown: the setting that was asked for, the help, or '' for the settings from the top. */
  readonly at: string | null;
  /** A modal sheet, in which the status line lives too. */
  readonly isSheet: boolean;
  readonly children?: ComponentChildren;
  close(): void;
  fold(): void;
  /** Shows another part. */
  open(at: string): void;
  /** Shows the card of the first time. */
  teach(): void;
  /** The keys of the reading cursor, which the help lists; see features/cursor/keys.ts. Absent in tests of their own aids. */
  readonly keys?: readonly ToldKey[];
}

/** What the script registers as `panel`. */
export interface PanelScript {
  Panel(props: PanelProps): VNode;
  /** The card of the first time. */
  Guide(props: GuideProps): VNode;
  /** The sheet of the panel, beside the toolbar's own. */
  readonly css: string;
  /** The Chinese words that only the panel says. */
  readonly words: Partial<Messages>;
  /** The whole descriptors: those that the bar has say nothing of what only the panel shows. Absent in tests of their own aids. */
  readonly descriptors?: readonly FeatureDescriptor[];
  /** Takes the toolbar's own functions that make elements: the built script has none, so that there is one Preact. Absent unbuilt. */
  use?(runtime: JsxRuntime): void;
}

/** What JSX compiles to. */
export interface JsxRuntime {
  readonly Fragment: typeof Fragment;
  readonly jsx: typeof jsx;
  readonly jsxs: typeof jsxs;
}

const RESET = ['M24 15a9 9 0 11-3-6.7', 'M24 5v5h-5'];
const FOLD = ['M5 22h20', 'M9 15l6-6 6 6'];
const GROUPS = ['see', 'hear', 'find'] as const;

/** The panel and the box around it. */
export function Panel(props: PanelProps): VNode {
  const { isSheet, close, children } = props;
  const label = titleOf(props);
  if (!isSheet) {
    return (
      <section id="panel" class="panel" aria-label={label}>
        <Content {...props} />
      </section>
    );
  }
  const cancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  return (
    <dialog id="panel" class="panel" aria-label={label} ref={showModal} onCancel={cancel}>
      <Content {...props} />
      {children}
    </dialog>
  );
}

function titleOf({ at, words }: PanelProps): string {
  return say(words, at === HELP ? 'toolbar.help' : 'toolbar.more');
}

function showModal(dialog: HTMLDialogElement | null): void {
  if (!dialog || dialog.open) return;
  // Absent in the unit tests' DOM.
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
}

function Content(props: PanelProps) {
  const { words } = props;
  return (
    <>
      <div class="head">
        <h2>{titleOf(props)}</h2>
        <button type="button" class="option" onClick={props.close}>
          <Picture paths={ICONS.close} />
          {say(words, 'toolbar.shut')}
        </button>
      </div>
      {props.at === HELP ? <Help {...props} /> : <Everything {...props} />}
    </>
  );
}

function Everything(props: PanelProps) {
  const { model, words, actions } = props;
  return (
    <>
      <Presets {...props} />
      {GROUPS.map((group) => {
        const aids = offered(model).filter((descriptor) => descriptor.group === group);
        return aids.length > 0 && <Group key={group} name={say(words, `toolbar.${group}`)} aids={aids} {...props} />;
      })}
      <section aria-label={say(words, 'toolbar.bar')}>
        <h3>{say(words, 'toolbar.bar')}</h3>
        {model.descriptors.map((aid) => <Rows key={aid.id} {...props} aid={aid} place="bar" />)}
        <Act id="help" icon={ICONS.help} word={say(words, 'toolbar.help')} gloss={say(words, 'toolbar.help?')} press={() => props.open(HELP)} />
        <Act id="reset" icon={RESET} word={say(words, 'toolbar.reset')} gloss={say(words, 'toolbar.reset?')} press={() => actions.reset()} />
        <Act id="fold" icon={FOLD} word={say(words, 'toolbar.fold')} gloss={say(words, 'toolbar.fold?')} press={props.fold} />
      </section>
      <SiteLinks model={model} words={words} />
    </>
  );
}

interface GroupProps extends PanelProps {
  readonly name: string;
  readonly aids: readonly FeatureDescriptor[];
}

function Group(props: GroupProps) {
  const { name, aids, model, words, actions, close } = props;
  const isOn = (aid: FeatureDescriptor) => model.settings.value[aid.main] !== mainOf(aid).off;
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {aids.map((aid) => [
        <Rows key={aid.id} {...props} aid={aid} place={undefined} />,
        // Those of an aid with a button on the bar stand there.
        <div key={`${aid.id}/`} class="commands">
          {[...(aid.asks ?? []), ...(aid.barValue === undefined ? (aid.commands ?? []) : []), ...(isOn(aid) ? (aid.acts ?? []) : [])].map((name) => (
            <button type="button" key={name} class="option command" onClick={() => (close(), actions.command(aid.id, name))}>
              <Picture paths={aid.icon} />
              {say(words, `${aid.id}/${name}`)}
            </button>
          ))}
        </div>,
      ])}
    </section>
  );
}
