// The panel 嗓音 as a picture of its props: who may read, a sample of each, what is asked before text is sent away, how a voice is added.
// Not for which voices there are, nor for what a choice does (features/speech/extras/voices.ts).
import { say } from '../../i18n/say';
import type { VoiceRow, VoicesPanel } from '../../panel';
import { moveAmong } from '../keys';
import type { PanelWords } from '../mount';
import { Help } from './help';

export type Props = VoicesPanel & { readonly words: PanelWords };

/** Arrows lead from voice to voice, or from sample to sample. */
const moveInRows = (event: KeyboardEvent) => moveAmong(event, (from) => (from.matches('[role=radio]') ? '[role=radio]' : '.sample'));

export function Panel(props: Props) {
  const { words, told, asking, sounding, rows, best, isWaiting, stop, close } = props;
  const isEmpty = rows.length === 0;
  return (
    <section role="dialog" aria-label={say(words, 'title')} class="dialog" onFocusIn={props.focused}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        {sounding !== null && (
          <button type="button" class="stop" onClick={stop}>
            {say(words, 'stop')}
          </button>
        )}
        <button type="button" class="close" onClick={close}>
          {say(words, 'close')}
        </button>
        <p role="status" class={told ? 'told' : ''}>
          {/* Said twice it is another node, else the second time is silent. */}
          {told ? <span key={told}>{say(words, TOLD[told.key], { name: told.name })}</span> : best === '' && say(words, isWaiting ? 'waiting' : isEmpty ? 'none' : 'choose-below')}
        </p>
      </div>
      {asking && <Question {...props} asking={asking} />}
      {!isEmpty && <Rows {...props} />}
      <Help {...props} needsVoice={best === '' && !isWaiting} />
    </section>
  );
}

const TOLD = {
  chosen: 'chosen',
  automatic: 'said-automatic',
  declined: 'declined',
  heard: 'said-heard',
  unheard: 'said-unheard',
  failed: 'failed',
  copied: 'copied',
  'not-copied': 'not-copied',
  'pack-ready': 'pack-ready',
  'pack-failed': 'pack-failed',
  storage: 'storage',
} as const;
const WHERE = { '': 'local', microsoft: 'to-microsoft', google: 'to-google', other: 'to-others' } as const;
const COMPANY = { '': 'others', microsoft: 'microsoft', google: 'google', other: 'others' } as const;

/** What is to be known of a voice in one line. */
function glossOf(words: PanelWords, { gender, family, company, isRobot, isUnheard }: VoiceRow): string {
  const all = [
    family === 'taiwan' ? 'taiwan' : family === 'cantonese' ? 'cantonese' : '',
    gender === 'female' ? 'female' : gender === 'male' ? 'male' : '',
    isRobot ? 'robot' : '',
    WHERE[company],
    isUnheard ? 'not-heard-yet' : '',
  ];
  return all.filter((key) => key !== '').map((key) => say(words, key)).join(say(words, 'and'));
}

/** The best one first, then each voice: a radio button, and beside it its sample. */
function Rows(props: Props) {
  const { words, rows, chosen, best } = props;
  const automatic = say(words, best === '' ? 'automatic-none' : 'automatic-now', { name: best });
  const isKnown = rows.some(({ uri }) => uri === chosen);
  return (
    <div class="rows" role="radiogroup" aria-label={say(words, 'who')} onKeyDown={moveInRows}>
      <Row {...props} uri="" name={say(words, 'automatic')} gloss={automatic} isChosen={!isKnown} />
      {rows.map((row) => (
        <Row key={row.uri} {...props} uri={row.uri} name={row.name} gloss={glossOf(words, row)} isChosen={row.uri === chosen} />
      ))}
    </div>
  );
}

interface RowProps extends Props {
  readonly uri: string;
  readonly name: string;
  readonly gloss: string;
  readonly isChosen: boolean;
}

/** One stop for Tab are the two buttons of one row; the focus on them says which row it is. */
function Row({ words, uri, name, gloss, isChosen, best, standing, focus, sounding, stand, choose, sample, stop }: RowProps) {
  const isStanding = uri === standing;
  const isSounding = sounding === uri;
  return (
    <div class="row" role="presentation" onFocusIn={() => !isStanding && stand(uri)}>
      <button
        type="button"
        role="radio"
        aria-checked={isChosen}
        tabIndex={isStanding ? 0 : -1}
        {...(isStanding && focus === 'chosen' ? { 'data-focus': '' } : {})}
        onClick={() => choose(uri)}
      >
        <span class="dot" aria-hidden="true" />
        <span class="words">
          <b {...(uri === '' ? {} : { lang: 'zh-CN' })}>{name}</b>
          <span class="gloss">{gloss}</span>
        </span>
      </button>
      {(uri !== '' || best !== '') && (
        <button type="button" class="sample" tabIndex={isStanding ? 0 : -1} aria-label={say(words, isSounding ? 'stop-voice' : 'sample-voice', { name })} onClick={() => (isSounding ? stop() : sample(uri))}>
          {say(words, isSounding ? 'stop' : 'sample')}
        </button>
      )}
    </div>
  );
}

/** Stands before the voices, so that it is seen and reached first. */
function Question({ words, asking, focus, answer }: Props & { readonly asking: NonNullable<Props['asking']> }) {
  const { about, row } = asking;
  const isConsent = about === 'consent';
  const company = say(words, COMPANY[row.company]);
  return (
    <div class="question" role="group" aria-labelledby="question">
      <p id="question" tabIndex={-1} {...(focus === 'asking' ? { 'data-focus': '' } : {})}>
        {say(words, isConsent ? 'ask-consent' : 'ask-heard', { name: row.name, company })}
      </p>
      <div class="acts">
        {/* By the reader alone: a page can press any button of ours by script, and what is agreed to here sends text away on every page. */}
        <button type="button" class="yes" onClick={({ isTrusted }) => (isTrusted || !isConsent) && answer(true)}>
          {say(words, isConsent ? 'agree' : 'heard')}
        </button>
        <button type="button" onClick={() => answer(false)}>
          {say(words, isConsent ? 'decline' : 'unheard')}
        </button>
      </div>
    </div>
  );
}
