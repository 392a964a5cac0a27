// How much of the caption there is room for: its forms from most to least, how many characters fit into a row, where it stands beside the other
// bars of ours. Not for how a form looks (panel.tsx, panel.css).
import type { CaptionPanel } from '../../panel';
import type { Stand, StandParts } from '../mount';

/** How the caption is drawn. */
export interface Form {
  readonly name: string;
  /** Rows of text. */
  readonly rows: 0 | 1 | 2;
  /** The buttons stand beside the text, not under it. */
  readonly isBeside: boolean;
  /** Which buttons there is room for. */
  readonly keys: 'all' | 'some' | 'few';
}

/** What the panel is handed beside its props. */
export interface Standing {
  readonly form: Form;
  /** Han characters in a row. */
  readonly columns: number;
  /** The button that Tab reaches; '' at first. */
  readonly stop: string;
  /** CSS px between it and its edge, where other bars are. */
  readonly inset: number;
}

type Width = 'narrow' | 'middle' | 'wide';

const form = (name: string, rows: Form['rows'], isBeside: boolean, keys: Form['keys']): Form => ({ name, rows, isBeside, keys });
const LINE = form('line', 1, true, 'few');
const PILL = form('pill', 0, false, 'few');
const FORMS: Readonly<Record<Width, readonly Form[]>> = {
  narrow: [form('under-2', 2, false, 'some'), form('under-1', 1, false, 'some'), LINE],
  middle: [form('under-2', 2, false, 'all'), form('beside-2', 2, true, 'all'), form('beside-1', 1, true, 'some'), LINE],
  wide: [form('beside-2', 2, true, 'all'), form('beside-1', 1, true, 'some'), LINE],
};
const PLAYER: readonly Form[] = [form('player', 0, false, 'some'), form('small', 0, false, 'few')];

/** In em of the reader's own browser size. */
const NARROW_EM = 37.5;
const WIDE_EM = 60;
/** What our bars may take of the height together. */
const MOST_OF_HEIGHT = 0.35;
/** A soft keyboard leaves at most so much of the window. */
const KEYBOARD_LEAVES = 0.75;
/** A row that turned out too long makes all rows shorter by this. */
const SHORTER = 0.94;
const TRIES = 5;

/** Decides how the band stands; draws each form once where something has changed its room. */
export function stand({ root, room, signal, redraw }: StandParts): Stand<'caption'> {
  const document = root.ownerDocument;
  const window = document.defaultView as Window & typeof globalThis;
  const viewport = window.visualViewport;
  let bar = 'player';
  let now: Form = PLAYER[0] ?? PILL;
  let fitted = '';
  let columns = 20;
  let slack = 1;
  let stop = '';
  let inset = 0;

  const height = () => (viewport ? viewport.height * viewport.scale : window.innerHeight);

  root.addEventListener('focusin', (event) => {
    const id = (event.target as Element).getAttribute('data-item') ?? '';
    if (id === stop || id === '') return;
    stop = id;
    redraw();
  }, { signal });
  window.addEventListener('resize', redraw, { passive: true, signal });
  viewport?.addEventListener('resize', redraw, { passive: true, signal });
  viewport?.addEventListener('scroll', redraw, { passive: true, signal });

  const measure = () => root.querySelector<HTMLElement>('.band')?.offsetHeight ?? 0;

  function fit({ shown, size, edge }: CaptionPanel, paint: () => void): void {
    const { top, bottom } = room.beside(bar);
    inset = edge === 'top' ? top : bottom;
    const unseen = viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    if (height() < window.innerHeight * KEYBOARD_LEAVES) {
      now = PILL;
      inset = edge === 'top' ? (viewport?.offsetTop ?? 0) : Math.max(0, unseen);
      paint();
      room.take(bar, { edge, px: 0 });
      return;
    }
    const em = Number.parseFloat(window.getComputedStyle(root.querySelector('.panel') ?? document.documentElement).fontSize) || 16;
    const width = window.innerWidth < NARROW_EM * em ? 'narrow' : window.innerWidth < WIDE_EM * em ? 'middle' : 'wide';
    const forms = shown ? FORMS[width] : PLAYER;
    const heights = forms.map((one) => {
      now = one;
      paint();
      return measure();
    });
    const most = height() * MOST_OF_HEIGHT;
    const found = heights.findIndex((px) => top + bottom + px <= most);
    let at = found < 0 ? forms.length - 1 : found;
    const full = heights[0] ?? 0;
    // One row of text is what the bar makes room for; less only a window without room for that.
    const least = heights[Math.max(0, forms.length - 2)] ?? 0;
    const take = () => room.take(bar, { edge, px: heights[at] ?? 0, full, least: shown ? least : (heights.at(-1) ?? 0) });
    // A page that can make no room keeps as much of itself as can be.
    if (!take()) {
      at = forms.length - 1;
      take();
    }
    now = forms[at] ?? LINE;
    columns = 20 / (size / 38);
    paint();
  }

  /** Rows as long as the text's box, in truth. */
  function fitRows(paint: () => void): void {
    for (let left = TRIES; left > 0; left -= 1) {
      const text = root.querySelector<HTMLElement>('.text');
      if (!text) return;
      const wide = text.clientWidth / (Number.parseFloat(window.getComputedStyle(text).fontSize) || 38);
      const isLong = [...text.querySelectorAll<HTMLElement>('.row')].some((row) => row.scrollWidth > text.clientWidth + 1);
      if (isLong && Math.abs(columns - wide * slack) < 0.1) slack *= SHORTER;
      if (Math.abs(columns - wide * slack) < 0.1) return;
      columns = Math.max(3, wide * slack);
      paint();
    }
  }

  room.changes.watch(() => {
    const { top, bottom } = room.beside(bar);
    if (fitted !== '' && !fitted.endsWith(` ${top} ${bottom}`)) redraw();
  }, signal);

  return {
    props: () => ({ form: now, columns, stop, inset }),
    heir: () => root.querySelector<HTMLElement>('button[tabindex="0"]'),
    settle(props, paint) {
      bar = props.shown ? 'caption' : 'player';
      const { top, bottom } = room.beside(bar);
      const key = [window.innerWidth, window.innerHeight, height(), viewport?.offsetTop, props.size, props.edge, props.shown ? '' : `player ${props.isAlone}`, top, bottom].join(' ');
      if (key !== fitted) {
        fitted = key;
        slack = 1;
        fit(props, paint);
      }
      fitRows(paint);
    },
    leave() {
      fitted = '';
      room.take(bar, { edge: 'bottom', px: 0 });
    },
  };
}
