// A large button with a word, and what takes the focus when something else has gone. Not for switches and choices (toolbar/controls.tsx).
import type { ComponentChildren } from 'preact';
import type { Icon } from '../../shared/feature';
import { Picture } from '../../shared/toolbar/icon';

interface PressProps {
  readonly icon?: Icon;
  /** The main one of its place: filled. */
  readonly isMain?: boolean;
  /** Takes the focus when it is drawn so. */
  readonly takesFocus?: boolean;
  /** The id of the line that says more. */
  readonly about?: string;
  readonly children: ComponentChildren;
  press(): void;
}

export function Press({ icon, isMain = false, takesFocus = false, about, children, press }: PressProps) {
  return (
    <button type="button" class={isMain ? 'option press main' : 'option press'} aria-describedby={about} {...(takesFocus ? { 'data-focus': '' } : {})} onClick={press}>
      {icon && <Picture paths={icon} />}
      {children}
    </button>
  );
}
