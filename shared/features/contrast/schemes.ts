// The colours of each scheme, as a table. Every text has at least 7:1 on its ground (WCAG 2.2, 1.4.6); a test computes it.
// Not for where the colours go (sheet.ts).

/** Text on a ground, both `#rrggbb`. */
export interface Pair {
  readonly ground: string;
  readonly ink: string;
}

/** A full set. `link`, `visited`, `disabled`, `focus` and `border` stand on `ground`; `disabled` on field and button too. */
export interface Scheme extends Pair {
  readonly link: string;
  readonly visited: string;
  readonly disabled: string;
  readonly focus: string;
  readonly border: string;
  readonly selection: Pair;
  readonly field: Pair;
  readonly button: Pair;
  /** The one tab or menu item that stands out among its neighbours. */
  readonly current: Pair;
  /** How often text below 13 px and below 20 px is drawn over itself: more where the colours leave little above 7:1 for smoothed edges. */
  readonly strokes: { readonly small: number; readonly medium: number };
  /** What the browser draws by itself: scroll bars, ticks, calendars. */
  readonly native: 'light' | 'dark';
}

export type SchemeName = keyof typeof SCHEMES;

export const SCHEMES = {
  'black-on-white': {
    ground: '#ffffff', ink: '#000000', link: '#0000c8', visited: '#6a0080', disabled: '#4d4d4d', focus: '#b00000', border: '#000000',
    selection: { ground: '#000000', ink: '#ffffff' }, field: { ground: '#ffffff', ink: '#000000' }, button: { ground: '#ececec', ink: '#000000' },
    current: { ground: '#000000', ink: '#ffffff' }, native: 'light', strokes: { small: 2, medium: 0 },
  },
  'white-on-black': {
    ground: '#000000', ink: '#ffffff', link: '#8fd0ff', visited: '#e2b8ff', disabled: '#bdbdbd', focus: '#ffff00', border: '#ffffff',
    selection: { ground: '#ffffff', ink: '#000000' }, field: { ground: '#000000', ink: '#ffffff' }, button: { ground: '#2b2b2b', ink: '#ffffff' },
    current: { ground: '#ffffff', ink: '#000000' }, native: 'dark', strokes: { small: 2, medium: 0 },
  },
  'yellow-on-black': {
    ground: '#000000', ink: '#ffff00', link: '#80ffff', visited: '#ffb8ff', disabled: '#c8c890', focus: '#ffffff', border: '#ffff00',
    selection: { ground: '#ffff00', ink: '#000000' }, field: { ground: '#000000', ink: '#ffff00' }, button: { ground: '#2e2e00', ink: '#ffff00' },
    current: { ground: '#ffff00', ink: '#000000' }, native: 'dark', strokes: { small: 2, medium: 0 },
  },
  // Pure blue leaves room for near-white hues only: cyan has 6.9:1 on it.
  'yellow-on-blue': {
    ground: '#0000ff', ink: '#ffff00', link: '#ffffff', visited: '#d8ffd8', disabled: '#f2f2c8', focus: '#ffffff', border: '#ffff00',
    selection: { ground: '#ffff00', ink: '#000000' }, field: { ground: '#0000c0', ink: '#ffff00' }, button: { ground: '#000090', ink: '#ffff00' },
    current: { ground: '#ffff00', ink: '#000000' }, native: 'dark', strokes: { small: 3, medium: 3 },
  },
  'black-on-yellow': {
    ground: '#ffff00', ink: '#000000', link: '#0000c8', visited: '#6a0060', disabled: '#454500', focus: '#0000c8', border: '#000000',
    selection: { ground: '#000000', ink: '#ffff00' }, field: { ground: '#ffff00', ink: '#000000' }, button: { ground: '#ffffa8', ink: '#000000' },
    current: { ground: '#000000', ink: '#ffff00' }, native: 'light', strokes: { small: 2, medium: 0 },
  },
  'black-on-cream': {
    ground: '#fefecc', ink: '#000000', link: '#0000c0', visited: '#6a0080', disabled: '#4a4a3a', focus: '#a00000', border: '#000000',
    selection: { ground: '#000000', ink: '#fefecc' }, field: { ground: '#ffffff', ink: '#000000' }, button: { ground: '#f2eca6', ink: '#000000' },
    current: { ground: '#000000', ink: '#fefecc' }, native: 'light', strokes: { small: 2, medium: 0 },
  },
} as const satisfies Record<string, Scheme>;

/** @returns the scheme of a setting's value; null for `off` */
export function schemeOf(value: string): Scheme | null {
  return Object.hasOwn(SCHEMES, value) ? SCHEMES[value as SchemeName] : null;
}
