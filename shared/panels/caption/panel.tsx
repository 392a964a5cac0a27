// Caption and player as a picture of their props: the sentence large with its readings, and the buttons of reading aloud. Not for how much of it
// there is room for (stand.ts), nor for what is shown (features/caption, features/speech).
import { say } from '../../i18n/say';
import type { CaptionPanel, CaptionText, Stretch } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';
import { cellsOf, pageOf, type Cell, rowsOf } from './rows';
import type { Standing } from './stand';

type Props = CaptionPanel & Standing & { readonly words: PanelWords };

/** Path data, 30 × 30 units, drawn with a stroke. */
const ICONS: Readonly<Record<string, readonly string[]>> = {
  play: ['M10 7v16l13-8z'],
  pause: ['M11 8v14', 'M19 8v14'],
  stop: ['M8 8h14v14H8z'],
  previous: ['M8 7v16', 'M22 7v16l-10-8z'],
  next: ['M22 7v16', 'M8 7v16l10-8z'],
  resume: ['M7 15a8 8 0 108-8', 'M15 3l-5 4 5 4', 'M13 12v6l5-3z'],
  'back-to-speech': ['M15 5v15', 'M9 14l6 6 6-6', 'M7 25h16'],
};
/** The buttons are one stop for Tab. */
const moveInBar = (event: KeyboardEvent) => moveAmong(event, undefined, true);

interface Button {
  readonly id: string;
  readonly word: string;
  readonly isPlain?: boolean;
  readonly isOff?: boolean;
  press(): void;
}

function buttonsOf({ words, form, shown, state, isAlone, offer, isAway, isPreparing, edge, canShrink, canGrow, press, resize, move, close }: Props): { main: Button[]; more: Button[] } {
  const command = (id: string, name: string = id, word: string = name): Button => ({ id, word: say(words, word), press: () => press(name) });
  const plain = (button: Button): Button => ({ ...button, isPlain: true });
  const sounds = state !== 'idle';
  const main = state === 'speaking' ? command('main', 'pause') : command('main', 'play', sounds ? 'continue' : 'play');
  // With a place kept, that comes first; the caption can start at what is in view too.
  const offered = offer === null ? [] : [command('resume')];
  const away = sounds && isAway ? [command('back-to-speech')] : [];
  // The player by itself has only what nothing else of ours has, and can be put away in silence.
  const no: Button = { id: 'no', word: say(words, 'no'), isPlain: true, press: close };
  if (!shown && !sounds && isPreparing) return { main: [command('stop')], more: [] };
  if (!shown && !sounds) return { main: isAlone ? [...offered, main] : offered, more: [no] };
  const now = away.length > 0 ? away : offered;
  if (!shown && !isAlone) return { main: now.length > 0 ? now : [command('stop')], more: away.length === 0 && offer !== null ? [no] : [] };
  if (form.keys === 'few') return { main: sounds ? [main, command('stop')] : [main], more: now };
  const sides = sounds ? [command('previous'), main, command('next'), command('stop')] : [...offered, main];
  // In a row of their own: with five in one a phone is too narrow.
  if (!shown) return { main: sides, more: sounds ? now.map(plain) : [] };
  const sizes = [
    { id: 'smaller', word: say(words, 'smaller'), isPlain: true, isOff: !canShrink, press: () => canShrink && resize(-1) },
    { id: 'larger', word: say(words, 'larger'), isPlain: true, isOff: !canGrow, press: () => canGrow && resize(1) },
  ];
  const other = edge === 'top' ? 'bottom' : 'top';
  const place: Button = { id: 'move', word: say(words, other), isPlain: true, press: move };
  // Narrow, what is wanted now stands where the sizes are.
  const wanted = sounds ? now.map(plain) : [];
  if (form.keys === 'some') return { main: sides, more: wanted.length > 0 ? wanted : sizes };
  const parts = sounds ? [plain(command('previous-part', 'previousPart', 'previous-part')), plain(command('next-part', 'nextPart', 'next-part'))] : [];
  return { main: sides, more: [...(wanted.length > 0 ? wanted : parts), ...sizes, place] };
}

export function Panel(props: Props) {
  const { words, form, shown, state, isAlone, stop, edge, inset, size } = props;
  // With a soft keyboard up nothing stays but the way to silence, where nothing else has it.
  if (form.name === 'pill' && (state === 'idle' || !isAlone)) return null;
  const { main, more } = buttonsOf(props);
  const all = [...main, ...more];
  const tabbed = all.some(({ id }) => id === stop) ? stop : (all.find(({ id }) => id === 'main') ?? all[0])?.id;
  const draw = ({ id, word, isPlain, isOff, press }: Button) => (
    <button type="button" key={id} data-item={id} class={isPlain ? 'plain' : 'key'} tabIndex={id === tabbed ? 0 : -1} aria-disabled={isOff || undefined} onClick={press}>
      {!isPlain && <Picture paths={ICONS[id === 'main' ? (state === 'speaking' ? 'pause' : 'play') : id] ?? []} />}
      <span>{word}</span>
    </button>
  );
  const hasText = shown !== null && form.rows > 0;
  return (
    <section class={`band ${form.name} ${edge} ${form.isBeside ? 'beside' : 'under'}${hasText ? '' : ' bare'}`} aria-label={say(words, shown ? 'title' : 'player')} style={{ [edge]: `${inset}px`, '--size': size / 16, '--rows': form.rows }}>
      {hasText && <Text {...props} shown={shown} />}
      <div class="keys" role="toolbar" aria-label={say(words, shown ? 'keys' : 'player-keys')} onKeyDown={moveInBar}>
        {props.isPreparing && <span class="note">{say(words, 'preparing')}</span>}
        <div class="main">{main.map(draw)}</div>
        {more.length > 0 && <div class="more">{more.map(draw)}</div>}
      </div>
    </section>
  );
}

/** For the eye alone: a screen reader has the page, and the voice. Drawn by the sheet, so that find-in-page meets the page's own text once. */
function Text({ words, shown, columns, form }: Props & { readonly shown: CaptionText }) {
  const { rows, isCut } = pageOf(rowsOf(cellsOf(shown), shown.words, columns), form.rows, shown.word);
  const last = rows.length - 1;
  return (
    <div class="text" aria-hidden="true" lang="zh-CN">
      {shown.text === '' && <span class="hint" data-t={say(words, 'empty')} />}
      {rows.map((row, at) => (
        <div class="row" key={at}>
          {row.map((cell) => (
            <Character key={cell.start} cell={cell} word={shown.word} />
          ))}
          {isCut && at === last && <span class="cell" data-t="…" />}
        </div>
      ))}
    </div>
  );
}

function Character({ cell, word }: { readonly cell: Cell; readonly word: Stretch | null }) {
  const isNow = word !== null && cell.start < word.end && cell.end > word.start;
  return (
    <span class={isNow ? 'cell now' : 'cell'}>
      <span class="reading" data-t={cell.reading} />
      <span class="han" data-t={cell.text} />
    </span>
  );
}

function Picture({ paths }: { readonly paths: readonly string[] }) {
  return (
    <svg viewBox="0 0 30 30" aria-hidden="true">
      {paths.map((path) => (
        <path d={path} key={path} />
      ))}
    </svg>
  );
}
