// The part of the panel 嗓音 for who has no voice, or wants another: how one is added on this system, our own voice, and what can be copied for
// who reports a fault. A picture of its props, as panel.tsx is.
import { say } from '../../i18n/say';
import type { VoiceSystem } from '../../panel';
import type { Props } from './panel';

/** In the order in which readers have them; the words of each. */
const SYSTEMS: Readonly<Record<VoiceSystem, readonly [name: string, steps: string]>> = {
  windows: ['windows', 'windows-steps'],
  android: ['android', 'android-steps'],
  ios: ['ios', 'ios-steps'],
  mac: ['mac', 'mac-steps'],
  linux: ['linux', 'linux-steps'],
  chromeos: ['chromeos', 'chromeos-steps'],
};
const MEGABYTE = 1_000_000;

function Steps({ words, system }: Pick<Props, 'words'> & { readonly system: VoiceSystem }) {
  return (
    <ol>
      {say(words, SYSTEMS[system][1])
        .split('\n')
        .map((step) => (
          <li key={step}>{step}</li>
        ))}
    </ol>
  );
}

/** @param needsVoice whether nothing speaks by itself here: then the steps are unfolded */
export function Help(props: Props & { readonly needsVoice: boolean }) {
  const { words, system, focus, needsVoice, pack, usePack, offersCaption, useCaption, diagnosis, copy } = props;
  const others = (Object.keys(SYSTEMS) as VoiceSystem[]).filter((one) => one !== system);
  const Heading = needsVoice ? 'h4' : 'h3';
  const steps = (
    <>
      {system && (
        <>
          <Heading>{say(words, 'here', { system: say(words, SYSTEMS[system][0]) })}</Heading>
          <Steps words={words} system={system} />
        </>
      )}
      <details>
        <summary>{say(words, system ? 'other-systems' : 'all-systems')}</summary>
        {others.map((one) => (
          <div key={one}>
            <Heading>{say(words, SYSTEMS[one][0])}</Heading>
            <Steps words={words} system={one} />
          </div>
        ))}
      </details>
    </>
  );
  const size = pack && pack.bytes > 0 ? say(words, 'pack-size', { size: (pack.bytes / MEGABYTE).toFixed(1) }) : '';
  return (
    <div class="help">
      {(pack !== null || offersCaption) && (
        <div class="acts">
          {pack && (
            <button type="button" class="yes" aria-disabled={pack.isLoading || undefined} onClick={() => !pack.isLoading && usePack()}>
              {pack.isLoading ? say(words, 'pack-loading') : say(words, 'pack') + size}
            </button>
          )}
          {offersCaption && (
            <button type="button" onClick={useCaption}>
              {say(words, 'caption')}
            </button>
          )}
        </div>
      )}
      {needsVoice ? (
        <>
          <h3 tabIndex={-1} {...(focus === 'help' ? { 'data-focus': '' } : {})}>
            {say(words, 'add')}
          </h3>
          {steps}
        </>
      ) : (
        <details>
          <summary {...(focus === 'help' ? { 'data-focus': '' } : {})}>{say(words, 'add-more')}</summary>
          {steps}
        </details>
      )}
      <details>
        <summary>{say(words, 'report')}</summary>
        <p>{say(words, 'report-why')}</p>
        <textarea readOnly rows={6} aria-label={say(words, 'report')} value={diagnosis} spellcheck={false} lang="en" />
        <button type="button" onClick={copy}>
          {say(words, 'copy')}
        </button>
      </details>
    </div>
  );
}
