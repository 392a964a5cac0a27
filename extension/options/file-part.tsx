// 存成文件, 从文件取回, 全部改回原样: buttons, and the question before anything is replaced. A picture of its props.
import type { SettingValue } from '../../shared/settings/schema';
import { nameOf, ownerOf, valueOf } from '../../shared/toolbar/wording';
import type { Difference } from './exchange';
import { Press } from './press';
import type { PartProps } from './sections';

const SAVE = ['M15 4v14', 'M9 13l6 6 6-6', 'M5 25h20'];
const TAKE = ['M15 19V5', 'M9 10l6-6 6 6', 'M5 25h20'];
const RESET = ['M24 15a9 9 0 11-3-6.7', 'M24 5v5h-5'];

/** What would change, in words: `大字：150% → 原大`. */
export function changeInWords({ say, words, desk }: Pick<PartProps, 'say' | 'words' | 'desk'>, { part, key, from, to }: Difference): string {
  if (part === 'settings') {
    const owner = ownerOf(desk.descriptors, key);
    const value = (one: unknown) => (one === undefined ? say('as-first') : valueOf(words, key, one as SettingValue));
    return say('change', { what: owner ? nameOf(words, owner, key) : key, from: value(from), to: value(to) });
  }
  const what = say(`part-${part}`);
  if (part === 'on') return say('change', { what, from: say(from ? 'toolbar.on' : 'toolbar.off'), to: say(to ? 'toolbar.on' : 'toolbar.off') });
  if (part === 'toolbar') return say('change', { what, from: say(`toolbar-${String(from)}`), to: say(`toolbar-${String(to)}`) });
  const count = (one: unknown) => String(Object.keys(one as object).length);
  return say('change', { what, from: say('count', { n: count(from) }), to: say(count(from) === count(to) ? 'other-content' : 'count', { n: count(to) }) });
}

function Question(props: PartProps) {
  const { say, files, run } = props;
  const { offer } = files;
  if (!offer) return null;
  return (
    <div role="group" class="question" aria-labelledby="offer">
      <p id="offer" tabIndex={-1} {...(files.focus === 'offer' ? { 'data-focus': '' } : {})}>
        {say('offer', { n: String(offer.differences.length) })}
      </p>
      <ul>
        {offer.differences.map((difference) => (
          <li key={difference.part + difference.key}>{changeInWords(props, difference)}</li>
        ))}
      </ul>
      {offer.dropped > 0 && <p>{say('dropped', { n: String(offer.dropped) })}</p>}
      <div class="presses">
        <Press isMain press={() => run(files.accept())}>
          {say('accept')}
        </Press>
        <Press press={files.decline}>{say('decline')}</Press>
      </div>
    </div>
  );
}

function TakeBack({ say, files, run, of }: PartProps & { readonly of: 'import' | 'wipe' }) {
  if (files.undo?.of !== of) return null;
  return (
    <Press takesFocus={files.focus === 'undo'} press={() => run(files.takeBack())}>
      {say(`undo-${of}`)}
    </Press>
  );
}

export function FilePart(props: PartProps) {
  const { say, files, run } = props;
  return (
    <>
      <p class="gloss" id="file-about">
        {say('file?')}
      </p>
      <div class="presses">
        <Press icon={SAVE} about="file-about" press={() => run(files.save())}>
          {say('save')}
        </Press>
        <Press icon={TAKE} about="take-about" takesFocus={files.focus === 'take'} press={() => document.getElementById('file-input')?.click()}>
          {say('take')}
        </Press>
        <TakeBack {...props} of="import" />
      </div>
      <p class="gloss" id="take-about">
        {say('take?')}
      </p>
      <input
        id="file-input"
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) run(files.choose(file));
          // The same file chosen again is to be looked into again.
          event.currentTarget.value = '';
        }}
      />
      <Question {...props} />
      <h3>{say('wipe')}</h3>
      <p class="gloss" id="wipe-about">
        {say('wipe?')}
      </p>
      <div class="presses">
        <Press icon={RESET} about="wipe-about" takesFocus={files.focus === 'wipe'} press={() => run(files.wipe())}>
          {say('wipe')}
        </Press>
        <TakeBack {...props} of="wipe" />
      </div>
    </>
  );
}
