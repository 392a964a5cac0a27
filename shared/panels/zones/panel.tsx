// The zones of the page, each with what it is and how much is in it; a press goes there. Not for which zones there are (page/zones.ts).
import { say } from '../../i18n/say';
import type { ZonesPanel, ZoneRow } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';

type Props = ZonesPanel & { readonly words: PanelWords };

const WORDS: Readonly<Record<ZoneRow['id'], readonly [name: string, gloss: string, count: string]>> = {
  navigation: ['navigation', 'gloss-navigation', 'count-navigation'],
  window: ['window', 'gloss-window', 'count-window'],
  interaction: ['interaction', 'gloss-interaction', 'count-interaction'],
  service: ['service', 'gloss-service', 'count-service'],
  list: ['list', 'gloss-list', 'count-list'],
  body: ['body', 'gloss-body', 'count-body'],
};

export function Panel({ words, rows, go, close }: Props) {
  return (
    <section role="dialog" aria-label={say(words, 'title')} aria-describedby="intro" class="dialog">
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <button type="button" onClick={close}>
          {say(words, 'close')}
        </button>
        <p id="intro">{say(words, 'intro', { n: String(rows.length) })}</p>
      </div>
      <ul aria-label={say(words, 'title')} onKeyDown={(event: KeyboardEvent) => moveAmong(event)}>
        {rows.map(({ id, count }, at) => {
          const [name, gloss, things] = WORDS[id];
          return (
            <li key={id}>
              <button type="button" tabIndex={at === 0 ? 0 : -1} {...(at === 0 ? { 'data-focus': '' } : {})} onClick={() => go(id)}>
                <span class="name">{say(words, name)}</span>
                <span class="unseen">{say(words, 'apart')}</span>
                <span class="gloss">{say(words, gloss)}</span>
                {count > 0 && (
                  <>
                    <span class="unseen">{say(words, 'apart')}</span>
                    <span class="count">{say(words, things, { n: String(count) })}</span>
                  </>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
