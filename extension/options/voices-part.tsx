// 嗓音: who reads now, 试听, and the way to the picker. A picture of its props.
import { ICONS } from '../../shared/toolbar/icon';
import { Press } from './press';
import type { PartProps } from './sections';

const SOUND = ['M4 12v6h5l7 6V6l-7 6z', 'M20 11a6 6 0 0 1 0 8'];

export function VoicesPart({ say, desk, voices, run }: PartProps) {
  const name = voices.name();
  if (name === null) {
    return (
      <>
        <p>{say(voices.isWaiting ? 'voice-waiting' : 'voice-none')}</p>
        <div class="presses">
          <Press icon={ICONS.help} press={() => run(voices.open(true))}>
            {say('add-voice')}
          </Press>
        </div>
      </>
    );
  }
  const isOwn = desk.settings.value['voice'] !== '';
  return (
    <>
      <p id="voice-now">{say(isOwn ? 'voice-now' : 'voice-auto', { name })}</p>
      <div class="presses">
        <Press icon={voices.isSounding ? ICONS.stop : SOUND} about="voice-now" isMain={voices.isSounding} press={voices.sample}>
          {say(voices.isSounding ? 'stop' : 'sample')}
        </Press>
        <Press press={() => run(voices.open(false))}>{say('change-voice')}</Press>
      </div>
    </>
  );
}
