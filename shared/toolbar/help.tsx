// The help, in place of the settings in the panel: how to begin, what each button does, known names, keys, leaving. Not for its words.
import type { VNode } from 'preact';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import { Act, BACK } from './act';
import type { HelpWords } from './help-words';
import { helpEn, helpZh } from './help-words';
import { ICONS } from './icon';
import { SiteLinks } from './site-links';
import type { ToolbarModel } from './model';

/** A key and what it does, in the reader's words. */
export interface ToldKey {
  /** As `event.key` has it. */
  readonly key: string;
  readonly shift: boolean;
  readonly zh: string;
  readonly en: string;
}

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→', ArrowLeft: '←' };

interface HelpProps {
  readonly model: ToolbarModel;
  readonly words: Words;
  /** Shows another part of the panel. */
  open(at: string): void;
  /** Shows the card of the first time. */
  teach(): void;
  readonly keys?: readonly ToldKey[];
}

/** The whole page of help. */
export function Help({ model, words, open, teach, keys = [] }: HelpProps): VNode {
  const isEnglish = words.lang === 'en';
  const told: HelpWords = isEnglish ? helpEn : model.turn(helpZh);
  const isHidden = (name: string): boolean => model.site?.hides?.(name) === true;
  const cursor = (isHidden('cursor') ? [] : keys).map(({ key, shift, zh, en }) => {
    const name = ARROWS[key] ?? (key === 'Enter' ? told.enter : key.length === 1 ? key.toUpperCase() : key);
    return [shift ? `Shift + ${name}` : name, isEnglish ? en : model.turn(zh)] as const;
  });
  return (
    <>
      <Part name={told.begin}>
        <ol>{told.steps.map((step) => <li key={step}>{step}</li>)}</ol>
        <Act id="teach" icon={ICONS.person} word={told.teach} gloss={told.teachGloss} press={teach} />
      </Part>
      <Part name={told.buttons}>
        <Pairs rows={told.does.filter(([key]) => !isHidden(key === 'toolbar.larger' ? 'textSize' : key)).map(([key, does]) => [say(words, key), does])} />
      </Part>
      <Part name={told.known}>
        {told.names.filter(({ at }) => !isHidden(at || 'elder')).map(({ name, here, at }) => (
          <Act key={name} id={name} icon={ICONS.next} word={name} gloss={here} press={() => open(at)} />
        ))}
      </Part>
      <Part name={told.keyboard}>
        <Pairs rows={told.keys} />
      </Part>
      {cursor.length > 0 && (
        <Part name={told.cursor}>
          <Pairs rows={cursor} />
        </Part>
      )}
      <Part name={told.leaving}>
        <ul>{told.leave.map((line) => <li key={line}>{line}</li>)}</ul>
        <p>{told.version.replace('{version}', model.version)}</p>
      </Part>
      <SiteLinks model={model} words={words} />
      <Act id="back" icon={BACK} word={told.back} press={() => open('')} />
    </>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: VNode | (VNode | VNode[])[] | VNode[] }) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {children}
    </section>
  );
}

function Pairs({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {rows.map(([term, does]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
