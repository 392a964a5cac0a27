// Draws the lens in a layer of ours. Its text is generated content, so that find-in-page, copying and screen readers meet the page's own
// text once. Not for what it says (what.ts).
import type { Span } from '../../page/sentences';
import { capacityOf, EDGE_PX, partOf, type Side } from './layout';
import type { Shown } from '../../page/what';

/** The lens stands above other layers (a mask would darken it) and below the toolbar. */
export const LENS_CSS = `
:host { z-index: 1; }
.lens {
  --ground: #fff; --ink: #14213d; --edge: #0b4a8f; --mark: #ffd43b; --on: #000;
  position: fixed; left: 0; right: 0; bottom: calc(var(--mingdu-x-bottom, 0px) + ${EDGE_PX}px); margin: 0 auto; box-sizing: border-box;
  width: min(100% - ${2 * EDGE_PX}px, 68em); padding: .4em .8em; background: var(--ground); color: var(--ink); border: .2em solid var(--edge); border-radius: .875em;
  font: 600 medium/1.35 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; text-align: start; pointer-events: none;
  -webkit-text-size-adjust: none; text-size-adjust: none; box-shadow: 0 .25em 1.5em #14213d4d; will-change: transform; contain: layout paint style;
}
.lens[hidden] { display: none; }
.lens.high { bottom: auto; top: calc(var(--mingdu-x-top, 0px) + ${EDGE_PX}px); }
.lens.dark { --ground: #0e1729; --ink: #f3f6fb; --edge: #ffd43b; --on: #0e1729; }
.line { margin: 0; font-size: clamp(2em, 2vw + 1.25em, 3em); overflow-wrap: anywhere; max-height: 60vh; overflow: hidden; white-space: pre-wrap; }
[data-t]::before { content: attr(data-t); }
rt { font-size: 50%; font-weight: 500; line-height: 1.15; padding: 0 .12em; }
.mark span { background: var(--mark); color: var(--on); border-radius: .12em; }
@media (forced-colors: active) {
  .lens { background: Canvas; color: CanvasText; border-color: CanvasText; }
  .mark span { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
@media print { .lens { display: none; } }
`;

/** Light writing stands on a dark ground. */
const LIGHT = 0.4;

export interface Drawn {
  /**
   * Shows it if it is not shown already.
   * @returns whether the lens may have another height now
   */
  show(shown: Shown, isDark: boolean): boolean;
  moveTo(side: Side): void;
  height(): number;
  hide(): void;
}

/** @param root the layer's shadow root */
export function createDrawing(root: ShadowRoot): Drawn {
  const document = root.ownerDocument;
  const lens = document.createElement('div');
  const line = document.createElement('p');
  lens.className = 'lens';
  line.className = 'line';
  lens.setAttribute('aria-hidden', 'true');
  lens.hidden = true;
  lens.append(line);
  root.append(lens);
  let key = '';
  let part: Span = { start: 0, end: 0 };
  let units: { readonly start: number; readonly element: Element }[] = [];
  /** What of a text is shown; measured once for each text. */
  let capacity = 0;

  function measure(hasReadings: boolean): void {
    const style = document.defaultView?.getComputedStyle(line);
    capacity = capacityOf(line.clientWidth, Number.parseFloat(style?.fontSize ?? '') || 32, hasReadings);
  }

  function letters(text: string): Element {
    const element = document.createElement('span');
    element.setAttribute('data-t', text);
    return element;
  }

  /** One word or what is between two, so that a mark that goes on changes no text. */
  function unit({ text, readings }: Shown, start: number, end: number): Element {
    const made = document.createElement('span');
    let run = '';
    for (let at = start; at < end; ) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const reading = readings[at];
      if (reading) {
        if (run) made.append(letters(run));
        run = '';
        const ruby = document.createElement('ruby');
        const above = document.createElement('rt');
        above.setAttribute('data-t', reading);
        ruby.append(letters(character), above);
        made.append(ruby);
      } else run += character;
      at += character.length;
    }
    if (run) made.append(letters(run));
    return made;
  }

  function fill(shown: Shown): void {
    const { text, words } = shown;
    const cuts = [part.start, ...words.flatMap(({ start, end }) => [start, end]).filter((at) => at > part.start && at < part.end), part.end];
    units = [];
    cuts.forEach((start, index) => {
      const end = cuts[index + 1];
      if (end !== undefined && end > start) units.push({ start, element: unit(shown, start, end) });
    });
    line.replaceChildren(...(part.start > 0 ? [letters('…')] : []), ...units.map(({ element }) => element), ...(part.end < text.length ? [letters('…')] : []));
  }

  function mark(span: Span | null): void {
    for (const { start, element } of units) element.classList.toggle('mark', span !== null && start >= span.start && start < span.end);
  }

  return {
    show(shown, isDark) {
      const next = JSON.stringify([shown.text, shown.readings]);
      const isSame = next === key && !lens.hidden;
      lens.classList.toggle('dark', isDark);
      lens.hidden = false;
      key = next;
      if (!isSame) measure(shown.readings.some(Boolean));
      const wanted = partOf(shown.text, shown.mark, capacity);
      const isFilled = isSame && wanted.start === part.start;
      part = wanted;
      if (!isFilled) fill(shown);
      mark(shown.mark);
      return !isFilled;
    },
    moveTo: (side) => void lens.classList.toggle('high', side === 'high'),
    height: () => lens.offsetHeight,
    hide() {
      lens.hidden = true;
    },
  };
}

/** Whether the page writes in a light colour, and so on a dark ground. @param colour a computed `color` */
export function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (/^rgba?\(([^)]+)\)$/.exec(colour)?.[1] ?? '').split(/[\s,/]+/).map((part) => Number(part) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > LIGHT;
}
