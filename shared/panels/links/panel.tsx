// The links of the page as a list with a field to find one: arrows go through, Enter goes there. Not for which links there are (features/find).
import { say } from '../../i18n/say';
import type { LinkKind, LinkRow, LinksPanel } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';

type Props = LinksPanel & { readonly words: PanelWords };

/** The word of each kind; another page has none. */
const KINDS: Readonly<Record<LinkKind, string>> = {
  '': '', pdf: 'pdf', word: 'word', sheet: 'sheet', slides: 'slides', text: 'text', official: 'official', archive: 'archive',
  picture: 'picture', sound: 'sound', film: 'film', phone: 'phone', mail: 'mail', here: 'here',
};

/** From the field ↓ leads into the list, and from its first link ↑ back; Enter goes to the first that was found. */
function onKeyDown(event: KeyboardEvent, { rows, go }: Props): void {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const list = event.currentTarget as Element;
  const [first] = list.querySelectorAll<HTMLElement>('.link');
  const field = list.querySelector<HTMLElement>('input');
  if (event.target === field) {
    if (event.key === 'ArrowDown') first?.focus();
    else if (event.key === 'Enter' && rows[0]) go(rows[0].at);
    else return;
    event.preventDefault();
  } else if (event.target === first && event.key === 'ArrowUp') {
    event.preventDefault();
    field?.focus();
  } else moveAmong(event, () => '.link, .more');
}

export function Panel(props: Props) {
  const { words, rows, found, count, typed, close } = props;
  const rest = found - rows.length;
  const note = typed.trim() === '' ? say(words, 'all', { count: String(count) }) : say(words, found > 0 ? 'some' : 'none', { found: String(found), count: String(count), typed });
  return (
    <section role="dialog" aria-label={say(words, 'title')} class="dialog" onKeyDown={(event: KeyboardEvent) => onKeyDown(event, props)}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <button type="button" onClick={close}>
          {say(words, 'close')}
        </button>
        <label for="find">{say(words, 'search')}</label>
        <input
          id="find"
          type="search"
          value={typed}
          placeholder={say(words, 'example')}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="note"
          data-focus=""
          onInput={(event) => props.type((event.currentTarget as HTMLInputElement).value)}
        />
        <p id="note" role="status">
          {note}
        </p>
      </div>
      <ul aria-label={say(words, 'title')}>
        {rows.map((row) => (
          <li key={row.at}>
            <Row {...props} row={row} isFirst={row === rows[0]} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="more" onClick={props.more}>
          {say(words, 'more', { rest: String(rest) })}
        </button>
      )}
    </section>
  );
}

function Row({ words, row, go, isFirst }: Props & { readonly row: LinkRow; readonly isFirst: boolean }) {
  const notes = [say(words, KINDS[row.kind]), row.opensWindow ? say(words, 'window') : ''].filter(Boolean);
  return (
    <button type="button" class="link" tabIndex={isFirst ? 0 : -1} onClick={() => go(row.at)}>
      <span class="name">{row.name}</span>
      {notes.length > 0 && (
        <>
          <span class="unseen">{say(words, 'apart')}</span>
          <span class="notes">{notes.join(say(words, 'apart'))}</span>
        </>
      )}
    </button>
  );
}
