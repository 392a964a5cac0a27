// The shortcuts as a list: what each does, its keys, and a button that waits for others. Not for which keys clash (keys/), nor for keeping them.
import { say } from '../../i18n/say';
import type { ShortcutRow, ShortcutsPanel } from '../../panel';
import type { PanelWords } from '../mount';

type Props = ShortcutsPanel & { readonly words: PanelWords };

/** The words of what a key does; those of who else has it begin with `with-`. */
const ACTIONS = [
  'larger', 'smaller', 'contrast', 'play', 'stop', 'pinyin', 'view', 'cursor', 'links', 'zones', 'body', 'top', 'bottom', 'back', 'toolbar',
  'zone-navigation', 'zone-window', 'zone-interaction', 'zone-service', 'zone-list', 'zone-body',
];
const HOLDERS: Readonly<Record<string, string>> = { browser: 'with-browser', reader: 'with-reader', typing: 'with-typing', system: 'with-system', site: 'with-site' };
const TOLD = { saved: 'saved', cleared: 'cleared', restored: 'restored', 'no-key': 'no-key', declined: 'declined', storage: 'storage' } as const;

const nameOf = (words: PanelWords, action: string) => (ACTIONS.includes(action) ? say(words, action) : '');

export function Panel(props: Props) {
  const { words, rows, told, waiting, clash, close, restore } = props;
  const text = told && say(words, TOLD[told.key], { action: nameOf(words, told.action), keys: told.keys });
  return (
    <section role="dialog" aria-label={say(words, 'title')} class="dialog">
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <button type="button" onClick={close}>
          {say(words, 'close')}
        </button>
        <p role="status" class={text ? 'told' : ''}>
          {/* Said twice it is another node, else the second time is silent. */}
          {text ? <span key={told}>{text}</span> : say(words, waiting === '' ? 'intro' : 'how-to')}
        </p>
      </div>
      {clash && <Question {...props} clash={clash} />}
      <ul aria-label={say(words, 'title')}>
        {rows.map((row) => (
          <Row key={row.action} {...props} row={row} />
        ))}
      </ul>
      <button type="button" class="restore" onClick={restore}>
        {say(words, 'restore')}
      </button>
    </section>
  );
}

function Question({ words, clash, answer }: Props & { readonly clash: NonNullable<ShortcutsPanel['clash']> }) {
  const text = say(words, HOLDERS[clash.with] ?? 'with-action', { keys: clash.keys, action: nameOf(words, clash.with) });
  return (
    <div class="question" role="group" aria-labelledby="question">
      <p id="question">{text}</p>
      <div class="acts">
        <button type="button" data-focus="" aria-describedby="question" onClick={() => answer(false)}>
          {say(words, 'no')}
        </button>
        <button type="button" onClick={() => answer(true)}>
          {say(words, 'yes')}
        </button>
      </div>
    </div>
  );
}

function Row({ words, row, waiting, standing, clash, wait, press, clear }: Props & { readonly row: ShortcutRow }) {
  const { action, keys, isOwn } = row;
  const name = nameOf(words, action);
  const isWaiting = waiting === action;
  return (
    <li>
      <span class="name">
        {name}
        <span class="keys">
          <span class="unseen">{say(words, 'apart')}</span>
          {keys || say(words, 'none')}
          {isOwn && <span class="own">{say(words, 'apart') + say(words, 'own')}</span>}
        </span>
      </span>
      <button
        type="button"
        class={isWaiting ? 'change waiting' : 'change'}
        aria-pressed={isWaiting}
        aria-label={isWaiting ? say(words, 'waiting') : say(words, 'change-of', { action: name })}
        {...(standing === action && !clash ? { 'data-focus': '' } : {})}
        onKeyDown={(event: KeyboardEvent) => isWaiting && press(event)}
        onClick={() => wait(action)}
      >
        {say(words, isWaiting ? 'waiting' : 'change')}
      </button>
      {keys !== '' && !isWaiting && (
        <button type="button" aria-label={say(words, 'clear-of', { action: name })} onClick={() => clear(action)}>
          {say(words, 'clear')}
        </button>
      )}
    </li>
  );
}
