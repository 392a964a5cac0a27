// A large button of the panel that does one thing, with a line that says what. Not for settings (controls.tsx).
import type { Icon } from '../feature';
import { Picture, State } from './icon';

interface ActProps {
  readonly id: string;
  readonly icon: Icon;
  readonly word: string;
  readonly gloss?: string;
  readonly pressed?: boolean;
  press(): void;
}

/** Back to where one came from. */
export const BACK: Icon = ['M11 6l-6 6 6 6', 'M5 12h20'];

/** @returns the button; its line is its description, for the eye and the ear alike */
export function Act({ id, icon, word, gloss, pressed, press }: ActProps) {
  return (
    <button type="button" class="act" aria-label={word} aria-pressed={pressed} aria-describedby={gloss ? `gloss-${id}` : undefined} onClick={press}>
      <Picture paths={icon} />
      <span class="word">{word}</span>
      {gloss && <State text={gloss} />}
      {gloss && (
        <span hidden id={`gloss-${id}`}>
          {gloss}
        </span>
      )}
    </button>
  );
}
