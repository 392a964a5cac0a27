// The list of empty required fields as a picture of its props. Not for which they are, nor for going there (features/fields).
import { say } from '../../i18n/say';
import type { FieldsPanel } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';

type Props = FieldsPanel & { readonly words: PanelWords };

const KINDS = { text: 'text', lines: 'lines', choice: 'choice', one: 'one', check: 'check', file: 'file', date: 'date', number: 'number', password: 'password' } as const;
/** What is said of a page with nothing to list. */
const NOTHING = { none: 'none', optional: 'optional', required: 'done' } as const;

export function Panel({ words, empty, has, takesFocus, focused, go, close }: Props) {
  const told = empty.length > 0 ? 'left' : NOTHING[has];
  const taking = takesFocus ? { 'data-focus': '' } : {};
  return (
    <section role="dialog" aria-label={say(words, 'title')} class="dialog" onFocusIn={focused}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <button type="button" onClick={close} {...(empty.length === 0 ? taking : {})} aria-describedby="told">
          {say(words, 'close')}
        </button>
        <p role="status" id="told">
          {say(words, told, { n: String(empty.length) })}
        </p>
      </div>
      {empty.length > 0 && (
        <ul onKeyDown={(event) => moveAmong(event)}>
          {empty.map(({ key, label, kind }, at) => (
            <li key={key}>
              <button type="button" onClick={() => go(key)} {...(at === 0 ? taking : {})}>
                <b {...(label === '' ? {} : { lang: 'zh-CN' })}>{label || say(words, 'unnamed')}</b>
                <span class="gloss">{say(words, KINDS[kind])}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
