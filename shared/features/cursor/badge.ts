// The cursor's place in words: always seen in a corner of the window that covers neither a bar of ours nor the text it is about, and said to
// screen readers only when it is asked for. Not for what it says.
import type { FeatureContext } from '../../feature';
import { freeBand } from '../../page/into-view';
import type { cursorDescriptor } from './descriptor';

export interface Badge {
  /** @param around the lines that it must not cover, in CSS pixels of the viewport */
  show(words: string, around: readonly DOMRectReadOnly[]): void;
  /** Says what it shows, politely. */
  say(): void;
}

const GAP_PX = 12;
/** Long enough to be read by a screen reader, then nothing of it is left to stumble over. */
const SAID_MS = 4_000;
const CSS = `
.place { position: fixed; box-sizing: border-box; width: max-content; max-width: calc(100vw - ${2 * GAP_PX}px); padding: 8px 14px; border: 3px solid #0b4a8f; outline: 2px solid #ffffff; border-radius: 14px;
  background: #ffffff; color: #14213d; font: 600 18px/1.4 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; pointer-events: none; }
.place[hidden] { display: none; }
.said { position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .place { background: Canvas; color: CanvasText; border-color: Highlight; } }
@media print { .place { display: none; } }`;

const meets = (one: DOMRectReadOnly, left: number, top: number, width: number, height: number) =>
  one.left < left + width && one.right > left && one.top < top + height && one.bottom > top;

export function createBadge(context: FeatureContext<typeof cursorDescriptor.settings>, view: Window): Badge {
  const { document } = context.page;
  const layer = context.edits.overlay('cursor-place', CSS);
  const place = document.createElement('div');
  const said = document.createElement('p');
  place.className = 'place';
  place.hidden = true;
  place.lang = context.language;
  // Seen alone; whoever hears it asks for it.
  place.setAttribute('aria-hidden', 'true');
  said.className = 'said';
  said.lang = context.language;
  said.setAttribute('role', 'status');
  layer.append(place, said);
  let cancelSaid = () => {};

  function move(around: readonly DOMRectReadOnly[]): void {
    const { width, height } = place.getBoundingClientRect();
    const band = freeBand(view);
    const right = document.documentElement.clientWidth - width - GAP_PX;
    const bottom = band.bottom - height - GAP_PX;
    // The launcher stands at the lower right.
    const corners = [[GAP_PX, bottom], [right, bottom], [GAP_PX, band.top + GAP_PX], [right, band.top + GAP_PX]] as const;
    const [left, top] = corners.find(([x, y]) => !around.some((box) => meets(box, x - GAP_PX, y - GAP_PX, width + 2 * GAP_PX, height + 2 * GAP_PX))) ?? corners[0];
    place.style.left = `${left}px`;
    place.style.top = `${top}px`;
  }

  return {
    show(words, around) {
      place.hidden = words === '';
      if (place.textContent !== words) place.textContent = words;
      move(around);
    },
    say() {
      cancelSaid();
      said.textContent = '';
      // Emptied and filled in two steps, so that the same words are said again.
      context.later(() => {
        said.textContent = place.textContent;
        cancelSaid = context.later(() => (said.textContent = ''), SAID_MS);
      }, 50);
    },
  };
}
