// The settings of an aid, one row each, drawn from its descriptor: in the panel and in the extension's options. Not for the looks of a control
// (controls.tsx) nor for what stands around the rows.
import type { FeatureDescriptor } from '../feature';
import type { Words } from '../i18n';
import type { Setting } from '../settings/schema';
import type { Actions } from './actions';
import { Control } from './controls';
import type { ToolbarModel } from './model';
import { nameOf } from './wording';

export interface RowsProps {
  readonly aid: FeatureDescriptor;
  /** Which of its settings: those of the toolbar itself, or the others. */
  readonly place: Setting['at'];
  readonly model: Pick<ToolbarModel, 'settings' | 'able' | 'site'>;
  readonly words: Words;
  readonly actions: Pick<Actions, 'choose' | 'step'>;
  /** What is chosen takes the place of what shows the rows. */
  close(): void;
}

/** The settings of an aid that the panel shows in one place. */
export function Rows({ aid, place, model, words, actions, close }: RowsProps) {
  const settings = model.settings.value;
  return Object.entries(aid.settings).map(([key, setting]) => {
    if (setting.at !== place || setting.kind === 'text' || (setting.needs && !model.able.value.has(key)) || model.site?.hides?.(key)) return null;
    if (setting.when && !setting.when.includes(settings[aid.main] ?? false)) return null;
    const label = nameOf(words, aid, key);
    return (
      <div class="row" key={key}>
        <span class="label" aria-hidden="true">
          {label}
        </span>
        <Control
          words={words}
          name={label}
          id={key}
          setting={setting}
          value={settings[key] ?? false}
          choose={(value) => {
            // What is chosen already leads nowhere: the reader stays where they are.
            if (setting.leaves && value !== settings[key]) close();
            actions.choose(aid, key, value);
          }}
          step={(range, direction) => actions.step(aid, key, range, direction)}
        />
      </div>
    );
  });
}
