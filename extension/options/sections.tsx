// The table of sections of the options page, in their order. Not for what stands in one (the other files).
import type { VNode } from 'preact';
import type { FeatureDescriptor } from '../../shared/feature';
import type { Words } from '../../shared/i18n';
import type { Actions } from '../../shared/toolbar/actions';
import { PresetRows } from '../../shared/toolbar/panel-presets';
import { Rows } from '../../shared/toolbar/rows';
import { About, Privacy } from './about';
import type { Desk } from './desk';
import { FilePart } from './file-part';
import type { Files } from './files';
import type { KeyDesk } from './keys';
import { ShortcutsPart } from './shortcuts-part';
import { Sites } from './sites';
import { VoicesPart } from './voices-part';
import type { Voices } from './voices';
import type { Say } from './wording';

/** What a section is drawn from. */
export interface PartProps {
  readonly say: Say;
  readonly words: Words;
  readonly desk: Desk;
  readonly actions: Actions;
  readonly voices: Voices;
  readonly keys: KeyDesk;
  readonly files: Files;
  readonly version: string;
  /** Runs what a button does; what goes wrong is told in a sentence. */
  run(work: Promise<unknown>): void;
  /** Says one sentence. */
  tell(key: string, params?: Readonly<Record<string, string>>): void;
}

export interface Section {
  /** Also where the list of contents leads. */
  readonly id: string;
  /** Its heading, by key. */
  readonly heading: string;
  Part(props: PartProps): VNode | null;
}

/** The aid whose settings stand with the shortcuts. */
const OF_SHORTCUTS = 'find';
/** Everything stays where it is: no aid shows itself here in place of the page. */
const stay = (): void => undefined;

const aidsOf = ({ desk }: PartProps): readonly FeatureDescriptor[] => desk.descriptors.filter(({ id }) => id !== OF_SHORTCUTS);

function ofGroup(group: FeatureDescriptor['group']) {
  return (props: PartProps) => (
    <>
      {aidsOf(props)
        .filter((aid) => aid.group === group)
        .map((aid) => (
          <Rows key={aid.id} aid={aid} place={undefined} model={props.desk} words={props.words} actions={props.actions} close={stay} />
        ))}
    </>
  );
}

function OfToolbar(props: PartProps) {
  return (
    <>
      {aidsOf(props).map((aid) => (
        <Rows key={aid.id} aid={aid} place="bar" model={props.desk} words={props.words} actions={props.actions} close={stay} />
      ))}
    </>
  );
}

export const SECTIONS: readonly Section[] = [
  { id: 'presets', heading: 'preset.all', Part: ({ desk, words, actions }) => <PresetRows model={desk} words={words} actions={actions} /> },
  { id: 'see', heading: 'toolbar.see', Part: ofGroup('see') },
  { id: 'hear', heading: 'toolbar.hear', Part: ofGroup('hear') },
  { id: 'find', heading: 'toolbar.find', Part: ofGroup('find') },
  { id: 'bar', heading: 'toolbar.bar', Part: OfToolbar },
  { id: 'sites', heading: 'sites', Part: Sites },
  { id: 'voices', heading: 'voices', Part: VoicesPart },
  { id: 'shortcuts', heading: 'shortcuts', Part: ShortcutsPart },
  { id: 'file', heading: 'file', Part: FilePart },
  { id: 'privacy', heading: 'privacy', Part: Privacy },
  { id: 'about', heading: 'about', Part: About },
];
