// Line drawings: 30 × 30 units, stroke 2.2, round ends, in the colour of the text. The aids bring their own paths.
import type { Icon } from '../feature';

/** The toolbar's own pictures, as path data. */
export const ICONS = {
  smaller: ['M7 15h16'],
  larger: ['M7 15h16', 'M15 7v16'],
  choose: ['M9 12l6 6 6-6'],
  more: ['M5 8h20', 'M5 15h20', 'M5 22h20'],
  undo: ['M11 6l-6 6 6 6', 'M5 12h13a6 6 0 010 12h-5'],
  close: ['M7 7l16 16', 'M23 7L7 23'],
  help: ['M15 4a11 11 0 110 22 11 11 0 010-22', 'M12 12a3 3 0 114.5 2.6c-1 .6-1.5 1.2-1.5 2.6', 'M15 21v.2'],
  person: ['M12 8a3 3 0 110-.1', 'M12 12v8l-3 6', 'M12 18l4 8', 'M12 13l5 4', 'M19 26v-9a2.5 2.5 0 015 0'],
  pause: ['M11 8v14', 'M19 8v14'],
  stop: ['M8 8h14v14H8z'],
  previous: ['M8 7v16', 'M22 7v16l-10-8z'],
  next: ['M22 7v16', 'M8 7v16l10-8z'],
  previousPart: ['M14 8l-9 7 9 7z', 'M25 8l-9 7 9 7z'],
  nextPart: ['M16 8l9 7-9 7z', 'M5 8l9 7-9 7z'],
} as const satisfies Readonly<Record<string, Icon>>;

/**
 * How things stand, under a word, for the eye: drawn by the style sheet, because it belongs to no accessible name; the button's
 * description says the same.
 */
export function State({ text }: { readonly text: string }) {
  return <span class="state" data-text={text} />;
}

/** @param paths path data; drawn for the eye only */
export function Picture({ paths }: { readonly paths: Icon }) {
  return (
    <svg viewBox="0 0 30 30" aria-hidden="true">
      {paths.map((path) => (
        <path d={path} />
      ))}
    </svg>
  );
}
