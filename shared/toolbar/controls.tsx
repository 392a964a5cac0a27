// One look each for a choice, a range and a toggle, drawn from the setting's description. Not for which settings there are (panel.tsx).
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import type { RangeSetting, Setting, SettingValue, TextSetting } from '../settings/schema';
import { ICONS, Picture } from './icon';
import { schemeOf, valueOf } from './wording';

interface ControlProps {
  readonly words: Words;
  readonly name: string;
  readonly id: string;
  readonly setting: Exclude<Setting, TextSetting>;
  readonly value: SettingValue;
  choose(value: SettingValue): void;
  step(setting: RangeSetting, direction: 1 | -1): void;
}

/** The control that fits the kind of setting. */
export function Control(props: ControlProps) {
  const { setting } = props;
  if (setting.kind === 'toggle') return <Switch {...props} />;
  if (setting.kind === 'choice') return <Choice {...props} options={setting.options} isSampled={setting.look === 'samples'} links={setting.links} />;
  return setting.stops ? <Choice {...props} options={setting.stops} isSampled={false} /> : <Stepper {...props} range={setting} />;
}

interface ChoiceProps extends ControlProps {
  readonly options: readonly (string | number)[];
  readonly isSampled: boolean;
  readonly links?: Readonly<Record<string, string>> | undefined;
}

/** Arrows move the focus, Space or Enter applies: an arrow key that passes over a choice changes nothing. */
function Choice({ words, name, id, value, options, isSampled, links, choose }: ChoiceProps) {
  const checked = Math.max(0, options.indexOf(value as string | number));
  return (
    <div role="radiogroup" aria-label={name} class={isSampled ? 'samples' : 'segments'} data-setting={id}>
      {options.map((option, index) => {
        const scheme = isSampled ? schemeOf(option) : null;
        const gloss = say(words, `${id}.${option}?`);
        return (
          <button
            type="button"
            role="radio"
            key={option}
            class="option"
            aria-checked={option === value}
            aria-label={valueOf(words, id, option)}
            title={gloss || undefined}
            tabIndex={index === checked ? 0 : -1}
            style={scheme ? { color: scheme.ink, backgroundColor: scheme.ground } : undefined}
            onClick={() => choose(option)}
          >
            <span class="tick" aria-hidden="true" />
            {valueOf(words, id, option)}
            {scheme && <u data-text={say(words, 'toolbar.link')} style={{ color: links?.[option] }} />}
          </button>
        );
      })}
    </div>
  );
}

function Stepper({ words, name, id, value, range, step }: ControlProps & { readonly range: RangeSetting }) {
  const end = (which: 'smaller' | 'larger', direction: 1 | -1) => (
    <button
      type="button"
      class="option"
      aria-describedby={`now-${id}`}
      aria-disabled={value === (direction > 0 ? range.max : range.min) || undefined}
      onClick={() => step(range, direction)}
    >
      <Picture paths={ICONS[which]} />
      {say(words, `toolbar.${which}`)}
    </button>
  );
  return (
    <div role="group" aria-label={name} class="stepper" data-setting={id}>
      {end('smaller', -1)}
      <span class="now" id={`now-${id}`}>
        {valueOf(words, id, value)}
      </span>
      {end('larger', 1)}
    </div>
  );
}

function Switch({ words, name, id, value, choose }: ControlProps) {
  return (
    <button type="button" role="switch" class="switch" aria-checked={value === true} aria-label={name} data-setting={id} onClick={() => choose(value !== true)}>
      <span class="track" />
      {valueOf(words, id, value === true)}
    </button>
  );
}
