// The whole options page as a picture of its state: heading, list of contents, sections, status line. Not for state and events (options.tsx).
import type { Said } from '../../shared/toolbar/sentences';
import { undoInWords } from '../../shared/toolbar/sentences';
import { ICONS, Picture } from '../../shared/toolbar/icon';
import { SECTIONS, type PartProps } from './sections';

export interface PageProps extends PartProps {
  /** What happened last. */
  readonly said: Said;
}

export function Page(props: PageProps) {
  const { say } = props;
  return (
    <>
      <header>
        <h1>
          <img src="/icons/48.png" alt="" width="48" height="48" />
          {say('title')}
        </h1>
        <p>{say('intro')}</p>
        <OnSwitch {...props} />
      </header>
      <div class="columns">
        <nav aria-label={say('contents')}>
          <ul>
            {SECTIONS.map(({ id, heading }) => (
              <li key={id}>
                <a href={`#${id}`}>{say(heading)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main>
          {SECTIONS.map(({ id, heading, Part }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id} tabIndex={-1}>
                {say(heading)}
              </h2>
              <Part {...props} />
            </section>
          ))}
        </main>
      </div>
      <Status {...props} />
    </>
  );
}

/** Whether pages come up as chosen here. */
function OnSwitch({ say, desk, run }: PageProps) {
  const { on } = desk.store.state.value;
  return (
    <div class="on">
      <button type="button" role="switch" class="switch" aria-checked={on} aria-describedby="on-about" onClick={() => run(desk.turn(!on))}>
        <span class="track" />
        {say('on')}
      </button>
      <p class="gloss" id="on-about">
        {say(on ? 'on?' : 'off?')}
      </p>
    </div>
  );
}

/** One sentence, kept until the next press, and 撤销 for the last change of a setting. */
function Status({ say, words, desk, actions, said }: PageProps) {
  const step = desk.undoable.value;
  return (
    <footer class="foot">
      <p class="sentence">{said.text}</p>
      <p role="status" class="unseen">
        {/* Said twice it is another node, else the second time is silent. */}
        <span key={said}>{said.live}</span>
      </p>
      <button type="button" class="option press" aria-disabled={step === null || undefined} aria-describedby="undo-about" onClick={() => actions.undo()}>
        <Picture paths={ICONS.undo} />
        {say('undo')}
      </button>
      <span hidden id="undo-about">
        {undoInWords(words, desk.descriptors, step).full}
      </span>
    </footer>
  );
}
