// 快捷键: the keys in pages, and below them the browser's own. A picture of its props.
import { Rows } from '../../shared/toolbar/rows';
import { Press } from './press';
import type { PartProps } from './sections';

export function ShortcutsPart(props: PartProps) {
  const { say, words, desk, actions, keys, run, tell } = props;
  const isOn = desk.settings.value['shortcuts'] !== 'off';
  const go = async (): Promise<void> => {
    if (!(await keys.openBrowserPage())) tell('change-yourself');
  };
  return (
    <>
      <h3>{say('own-keys')}</h3>
      {desk.descriptors
        .filter((aid) => 'shortcuts' in aid.settings)
        .map((aid) => (
          <Rows key={aid.id} aid={aid} place="bar" model={desk} words={words} actions={actions} close={() => undefined} />
        ))}
      {isOn ? (
        <div class="presses">
          <Press press={() => run(keys.open())}>{say('rebind')}</Press>
        </div>
      ) : (
        <p class="gloss">{say('own-keys-off')}</p>
      )}
      <h3>{say('browser-keys')}</h3>
      <p class="gloss" id="browser-keys-about">
        {say('browser-keys?')}
      </p>
      <dl>
        {keys.commands.map((command) => (
          <div key={command.name}>
            <dt>{say(`command-${command.name}`) || command.description}</dt>
            <dd>{command.keys || say('no-key')}</dd>
          </div>
        ))}
      </dl>
      <div class="presses">
        <Press about="browser-keys-about" press={() => run(go())}>
          {say('change-there')}
        </Press>
      </div>
    </>
  );
}
