// Where Mingdu may be by itself, as a part of the options: always, never, everywhere; what holds in the browser and in the store, as it changes.
// Not for the page around it, nor for what an answer does (answers.ts, background.ts).
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { answer, type Answers, answersIn, giveUp, originOf, readAnswers } from '../answers';
import { covers, EVERYWHERE, hostIn, siteOf } from '../origins';
import { HOME } from '../sites';
import { KEY } from '../storage';

/** What holds now. */
interface Standing {
  readonly answers: Answers;
  /** The browser's leave. */
  readonly origins: readonly string[];
}

interface Told {
  readonly key: string;
  readonly site?: string;
}

export interface SitesProps {
  /** The words of a key of sites-words.ts. */
  say(key: string): string;
}

async function look(): Promise<Standing> {
  const [answers, { origins = [] }] = await Promise.all([readAnswers(), browser.permissions.getAll()]);
  return { answers, origins };
}

/** The browser asks its question only within the press: nothing may be awaited before. */
function ask(origin: string, isWanted: boolean): Promise<boolean> {
  return isWanted ? browser.permissions.request({ origins: [origin] }) : browser.permissions.remove({ origins: [origin] });
}

export function Sites({ say }: SitesProps) {
  const [standing, setStanding] = useState<Standing>({ answers: {}, origins: [HOME] });
  const [told, setTold] = useState<Told | null>(null);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const refresh = () => void look().then(setStanding, () => setTold({ key: 'sites.failed' }));
    const onStored = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      const changed = changes[KEY];
      if (area === 'local' && changed) setStanding((before) => ({ ...before, answers: answersIn(changed.newValue) }));
    };
    const leaves = [browser.permissions.onAdded, browser.permissions.onRemoved];
    for (const event of leaves) event.addListener(refresh);
    browser.storage.onChanged.addListener(onStored);
    refresh();
    return () => {
      for (const event of leaves) event.removeListener(refresh);
      browser.storage.onChanged.removeListener(onStored);
    };
  }, []);

  const { answers, origins } = standing;
  const isAllowed = (host: string) => origins.some((origin) => covers(origin, host));
  const named = (key: string, site: string) => say(key).replace('{site}', site);
  const never = Object.keys(answers).filter((host) => answers[host] === 'off').sort();
  const answered = Object.keys(answers).filter((host) => answers[host] === 'on');
  // Let in by the browser alone, too, e.g. in its own settings; where "never" was said, that wins.
  const always = [...new Set([...answered, ...origins.flatMap((origin) => siteOf(origin) ?? [])])].filter((host) => answers[host] !== 'off').sort();

  /** Tells how work that a press began came out: what it says, or that the browser did not allow it. */
  function run(work: Promise<Told | null>): void {
    setTold(null);
    work.then(setTold, (error: unknown) => {
      console.error('Mingdu 明读:', error);
      setTold({ key: 'sites.failed' });
    });
  }

  const allow = (host: string) => ask(originOf(host), true).then(async (isGiven): Promise<Told> => {
    if (!isGiven) return { key: 'sites.refused' };
    await answer({ [host]: 'on' });
    return { key: 'sites.added-always', site: host };
  });
  async function forbid(host: string): Promise<Told> {
    await answer({ [host]: 'off' });
    await giveUp(host);
    return { key: 'sites.added-never', site: host };
  }
  async function remove(host: string): Promise<Told> {
    const wasAlways = answers[host] !== 'off';
    if (answers[host]) await answer({ [host]: null });
    if (wasAlways) await giveUp(host);
    return { key: 'sites.removed', site: host };
  }
  const change = (origin: string, isWanted: boolean) => ask(origin, isWanted).then((isDone): Told => ({ key: isDone ? 'sites.done' : 'sites.refused' }));

  function add(write: (host: string) => Promise<Told>): void {
    const host = hostIn(typed);
    if (host === null) return setTold({ key: 'sites.no-site', site: typed.trim() });
    run(write(host));
    setTyped('');
  }

  const list = (name: 'always' | 'never', hosts: readonly string[]) => (
    <section aria-labelledby={`sites-${name}`}>
      <h3 id={`sites-${name}`}>{say(`sites.${name}`)}</h3>
      {hosts.length === 0 && <p>{say(`sites.${name}-none`)}</p>}
      <ul>
        {hosts.map((host) => (
          <li key={host}>
            <span lang="en">{host}</span>
            {name === 'always' && !isAllowed(host) && (
              <>
                <span class="note">{say('sites.not-allowed')}</span>
                <button type="button" aria-label={named('sites.allow-site', host)} onClick={() => run(allow(host))}>
                  {say('sites.allow')}
                </button>
              </>
            )}
            <button type="button" aria-label={named('sites.remove-site', host)} onClick={() => run(remove(host))}>
              {say('sites.remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

  const isEverywhere = origins.includes(EVERYWHERE) || origins.includes('<all_urls>');
  const isHome = isEverywhere || origins.includes(HOME);
  return (
    <div class="sites">
      <p class="home">
        <b>{say('sites.home')}</b>
        <span>{say(isHome ? 'sites.home-on' : 'sites.home-off')}</span>
        {!isHome && (
          <button type="button" aria-label={named('sites.allow-site', 'gov.cn')} onClick={() => run(change(HOME, true))}>
            {say('sites.allow')}
          </button>
        )}
      </p>
      <p>
        <button type="button" class="everywhere" aria-pressed={isEverywhere} aria-describedby="sites-everywhere" onClick={() => run(change(EVERYWHERE, !isEverywhere))}>
          {say('sites.everywhere')}
        </button>
        <span id="sites-everywhere">{say(isEverywhere ? 'sites.everywhere-on' : 'sites.everywhere-off')}</span>
      </p>
      {list('always', always)}
      {list('never', never)}
      <div class="add" role="group" aria-labelledby="sites-add">
        <label id="sites-add" for="sites-typed">
          {say('sites.add')}
        </label>
        <input
          id="sites-typed"
          type="text"
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={say('sites.example')}
          value={typed}
          aria-invalid={told?.key === 'sites.no-site' || undefined}
          aria-describedby="sites-told"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="button" onClick={() => add(allow)}>
          {say('sites.add-always')}
        </button>
        <button type="button" onClick={() => add(forbid)}>
          {say('sites.add-never')}
        </button>
      </div>
      <p id="sites-told" role="status">
        {told && say(told.key).replace('{site}', told.site ?? '')}
      </p>
    </div>
  );
}
