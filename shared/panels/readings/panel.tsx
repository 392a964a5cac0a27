// The panel 改读音 as a picture of its props: a sentence large with its readings, and what a character's reading shall be. Not for which sentence
// it is, nor for what a correction does (features/pinyin/extras/corrections.ts).
import { say } from '../../i18n/say';
import type { ChosenReading, ReadingsPanel } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';

type Props = ReadingsPanel & { readonly words: PanelWords };

/** A group is one stop for Tab. */
const moveInGroup = (event: KeyboardEvent) => moveAmong(event);

export function Panel(props: Props) {
  const { words, isLow, characters, chosen, told, go, close } = props;
  const turn = (step: -1 | 1, can: boolean) => (
    <button type="button" aria-disabled={!can || undefined} onClick={() => can && go(step)}>
      {say(words, step < 0 ? 'previous' : 'next')}
    </button>
  );
  return (
    <section role="dialog" aria-label={say(words, 'title')} class={`dialog${isLow ? ' low' : ''}`}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        {turn(-1, props.hasPrevious)}
        {turn(1, props.hasNext)}
        <button type="button" class="close" onClick={close}>
          {say(words, 'close')}
        </button>
        <p role="status" class={told ? 'told' : ''}>
          {/* Said twice it is another node, else the second time is silent. */}
          {told ? <span key={told}>{toldText(words, told)}</span> : !chosen && say(words, 'intro')}
          {!told && !chosen && characters.some(({ mark }) => mark === 'doubtful') && say(words, 'legend')}
        </p>
      </div>
      <Sentence {...props} />
      {chosen && <Detail {...props} chosen={chosen} />}
      <Own {...props} />
    </section>
  );
}

/** Scrolls the characters, and nothing around them, to the line of one. */
function bringLine(button: HTMLElement | null): void {
  const area = button?.parentElement;
  if (button && area) area.scrollTop = button.offsetTop - area.offsetTop;
}

function toldText(words: PanelWords, { key, word, reading }: NonNullable<ReadingsPanel['told']>): string {
  if (key === 'saved') return say(words, 'saved', { word, reading });
  return key === 'reverted' ? say(words, 'reverted', { word }) : say(words, 'pick-first');
}

function Sentence({ words, characters, current, takesFocus, chosen, stand, choose }: Props) {
  return (
    <div class={`sentence${chosen ? ' brief' : ''}`} role="toolbar" aria-label={say(words, 'sentence')} onKeyDown={moveInGroup}>
      {characters.map((one, at) =>
        one.reading === '' ? (
          <span class="plain" lang="zh-CN" key={at}>
            {one.text}
          </span>
        ) : (
          <button
            type="button"
            key={at}
            class={`character ${one.mark}`}
            aria-expanded={at === current && chosen !== null}
            aria-controls={at === current && chosen ? 'detail' : undefined}
            tabIndex={at === current ? 0 : -1}
            {...(at === current && takesFocus ? { 'data-focus': '' } : {})}
            ref={at === current && chosen ? bringLine : null}
            onFocus={() => at !== current && stand(at)}
            onClick={() => choose(at)}
          >
            {/* In the order in which it is said; the sheet puts the reading on top. */}
            <span class="han" lang="zh-CN">
              {one.text}
            </span>
            <span class="said">{say(words, 'reads')}</span>
            <span class="reading">{one.reading}</span>
            {one.mark !== '' && (
              <>
                <span class="said">{say(words, 'apart')}</span>
                <span class="mark">{say(words, one.mark === 'own' ? 'own' : 'doubtful')}</span>
              </>
            )}
          </button>
        ),
      )}
    </div>
  );
}

interface OptionsProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  choose(value: string): void;
}

/** Arrows move the focus, Space or Enter chooses, as everywhere in our interface. */
function Options({ label, options, value, choose }: OptionsProps) {
  const checked = Math.max(0, options.findIndex((option) => option.value === value));
  return (
    <div class="group">
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <div class="options" role="radiogroup" aria-label={label} onKeyDown={moveInGroup}>
        {options.map((option, at) => (
          <button type="button" role="radio" key={option.value} aria-checked={option.value === value} tabIndex={at === checked ? 0 : -1} onClick={() => choose(option.value)}>
            <span class="dot" aria-hidden="true" />
            {option.text}
          </button>
        ))}
      </div>
    </div>
  );
}

/** No syllable is longer, whichever way its tone is written. */
const TYPED_MAX = 12;

function Detail({ words, chosen, pick, type, narrow, save, revert }: Props & { readonly chosen: ChosenReading }) {
  const { character, reading, word, others, picked, typed, meant, scopes, scope, isOwn } = chosen;
  const all = [...new Set([...others, ...(meant.length === 1 ? meant : [])])];
  const plain = (one: string) => ({ value: one, text: one });
  const isNone = typed !== '' && meant.length === 0;
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Saving moves the focus to the character, which the key would press next.
    event.preventDefault();
    save();
  };
  return (
    <div class="detail" id="detail">
      <p class="now">
        {say(words, 'now', { character, reading })}
        {word !== '' && say(words, 'in-word', { word })}
      </p>
      {all.length > 0 && <Options label={say(words, 'should')} options={all.map(plain)} value={picked} choose={pick} />}
      <div class="group">
        <label class="label" for="typed">
          {say(words, 'other')}
        </label>
        <div class="options">
          <input
            id="typed"
            type="text"
            value={typed}
            placeholder={say(words, 'example')}
            maxLength={TYPED_MAX}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            aria-invalid={isNone || undefined}
            aria-describedby="typed-note"
            onInput={(event) => type((event.currentTarget as HTMLInputElement).value)}
            onKeyDown={onEnter}
          />
          <span id="typed-note" class="note" role="status">
            {isNone && say(words, 'no-syllable', { typed })}
          </span>
        </div>
      </div>
      {meant.length > 1 && (
        <Options
          label={say(words, 'tone')}
          options={meant.map((one, at) => ({ value: one, text: at === meant.length - 1 ? say(words, 'neutral', { reading: one }) : one }))}
          value={picked}
          choose={pick}
        />
      )}
      {scopes.length > 1 && (
        <Options
          label={say(words, 'where')}
          options={scopes.map((one) => ({ value: one, text: say(words, one === character ? 'everywhere' : 'one-word', { word: one }) }))}
          value={scope}
          choose={narrow}
        />
      )}
      <div class="acts">
        <button type="button" class="save" aria-disabled={picked === '' || undefined} onClick={save}>
          {say(words, 'save')}
        </button>
        {isOwn && (
          <button type="button" onClick={revert}>
            {say(words, 'revert')}
          </button>
        )}
      </div>
    </div>
  );
}

function Own({ words, own, ownCount, hasMoreOwn, remove, showAllOwn }: Props) {
  if (ownCount === 0) return null;
  const isAll = own.length === ownCount;
  return (
    <div class="list">
      <h3 id="own">{say(words, 'list')}</h3>
      <ul aria-labelledby="own">
        {own.map(({ word, reading }) => (
          <li key={word}>
            <span>
              <b lang="zh-CN">{word}</b> {reading}
            </span>
            <button type="button" aria-label={say(words, 'remove-word', { word })} onClick={() => remove(word)}>
              {say(words, 'remove')}
            </button>
          </li>
        ))}
      </ul>
      {hasMoreOwn && (
        <button type="button" class="all" aria-expanded={isAll} onClick={() => showAllOwn(!isAll)}>
          {say(words, 'all', { count: String(ownCount) })}
        </button>
      )}
    </div>
  );
}
