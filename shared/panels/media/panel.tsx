// The sounds and films of the page as a picture of their props. Not for playing them, nor for what they are called (features/media).
import { say } from '../../i18n/say';
import type { MediaPanel, MediaRow } from '../../panel';
import type { PanelWords } from '../mount';

type Props = MediaPanel & { readonly words: PanelWords };

const TOLD = { refused: 'refused', broken: 'broken' } as const;
const KINDS = { sound: 'sound', film: 'film' } as const;
/** How it stands in words, and what a press does then: the word that is seen, and the name of the button. */
const STATES = {
  playing: ['playing', 'pause', 'pause-name'],
  waiting: ['waiting', 'pause', 'pause-name'],
  paused: ['paused', 'play', 'play-name'],
  ended: ['ended', 'again', 'again-name'],
} as const;

export function Panel(props: Props) {
  const { words, rows, outside, told, takesFocus, focused, close, visit } = props;
  const isEmpty = rows.length + outside.length === 0;
  const taking = takesFocus ? { 'data-focus': '' } : {};
  const about = rows.find(({ key }) => key === told?.about);
  return (
    <section role="dialog" aria-label={say(words, 'title')} class="dialog" onFocusIn={focused}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <button type="button" onClick={close} aria-describedby="told" {...(isEmpty ? taking : {})}>
          {say(words, 'close')}
        </button>
        <p role="status" id="told" class={told ? 'told' : ''}>
          {/* Said twice it is another node, else the second time is silent. */}
          {told && about ? <span key={told}>{say(words, TOLD[told.key], { name: titleOf(words, about) })}</span> : say(words, isEmpty ? 'none' : 'some', { n: String(rows.length + outside.length) })}
        </p>
      </div>
      {!isEmpty && (
        <ul>
          {rows.map((row, at) => (
            <Row key={row.key} {...props} row={row} taking={at === 0 ? taking : {}} />
          ))}
          {outside.map(({ key, name }, at) => {
            const title = name || say(words, 'outside', { n: String(at + 1) });
            return (
              <li key={key}>
                <b>{title}</b>
                <p class="gloss">{say(words, 'inside')}</p>
                <div class="acts">
                  <button type="button" aria-label={say(words, 'visit-name', { name: title })} onClick={() => visit(key)} {...(rows.length === 0 && at === 0 ? taking : {})}>
                    {say(words, 'visit')}
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const titleOf = (words: PanelWords, { name, kind, place }: MediaRow) => name || say(words, KINDS[kind], { n: String(place) });

interface RowProps extends Props {
  readonly row: MediaRow;
  readonly taking: object;
}

function Row({ words, row, taking, toggle, mute }: RowProps) {
  const { key, state, isMuted, at, length } = row;
  const name = titleOf(words, row);
  const [now, act, actName] = STATES[state];
  const time = length === '' ? at : say(words, 'time', { at, length });
  return (
    <li>
      <b>{name}</b>
      {/* Not a live region: it would speak each second into what is listened to. */}
      <p class="gloss">{[say(words, now), isMuted ? say(words, 'muted') : '', time].filter(Boolean).join(' · ')}</p>
      <div class="acts">
        <button type="button" class="main" aria-label={say(words, actName, { name })} onClick={() => toggle(key)} {...taking}>
          {say(words, act)}
        </button>
        <button type="button" aria-label={say(words, 'mute-name', { name })} aria-pressed={isMuted} onClick={() => mute(key)}>
          {say(words, 'mute')}
        </button>
      </div>
    </li>
  );
}
