// The picture panel as a picture of its props: 放大 beside what is pointed at, and the enlarged picture. Not for which picture it is, nor for
// drawing it (features/image).
import { say } from '../../i18n/say';
import type { ImagePanel, ShownPicture } from '../../panel';
import type { PanelWords } from '../mount';

type Props = ImagePanel & { readonly words: PanelWords };

/** Least side of the button, and how far it stays from the window's edge. */
const BUTTON_PX = 48;
const EDGE_PX = 4;
/** Pictures smaller than this would be hidden by a button on them: it stands below. */
const ROOMY_PX = { width: 220, height: 130 };
/** One press of an arrow. */
const PAN_PX = 60;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function Panel(props: Props) {
  return (
    <>
      {props.shown ? <Dialog {...props} shown={props.shown} /> : null}
      {props.offer && !props.shown ? <Offer {...props} /> : null}
    </>
  );
}

/** Where the button stands: on the corner of a roomy picture, else right below it. */
function offerPlace(box: { left: number; top: number; right: number; bottom: number }) {
  const isRoomy = box.right - box.left >= ROOMY_PX.width && box.bottom - box.top >= ROOMY_PX.height;
  const at = isRoomy ? { x: box.left + EDGE_PX, y: box.top + EDGE_PX } : { x: box.left, y: box.bottom };
  return {
    left: `clamp(${EDGE_PX}px, ${Math.round(at.x)}px, calc(100vw - 6em))`,
    top: `clamp(calc(var(--mingdu-x-top, 0px) + ${EDGE_PX}px), ${Math.round(at.y)}px, calc(100vh - var(--mingdu-x-bottom, 0px) - ${BUTTON_PX + EDGE_PX}px))`,
  };
}

function Offer({ words, offer, open, leaveOffer }: Props) {
  if (!offer) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') return;
    // From the picture's own link the browser goes on to what comes next; backwards that link itself is next.
    leaveOffer();
    if (event.shiftKey) event.preventDefault();
  };
  return (
    <button
      type="button"
      class="offer"
      style={offerPlace(offer.box)}
      {...(offer.hasFocus ? { 'data-focus': '' } : {})}
      onKeyDown={onKeyDown}
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
      onClick={open}
    >
      <Glass />
      {say(words, 'enlarge')}
    </button>
  );
}

function Glass() {
  return (
    <svg viewBox="0 0 30 30" aria-hidden="true">
      <path d="M13 4a9 9 0 1 0 0 18a9 9 0 1 0 0-18" />
      <path d="M20 20l7 7" />
      <path d="M9 13h8M13 9v8" />
    </svg>
  );
}

function areaOf(event: Event): HTMLElement | null {
  const dialog = (event.currentTarget as Element).closest('.dialog');
  return dialog?.querySelector<HTMLElement>('.area') ?? null;
}

/** What is in the middle stays there. */
function zoom(area: HTMLElement | null, run: () => void): void {
  if (!area) return run();
  const middle = (scroll: number, client: number, whole: number) => (scroll + client / 2) / Math.max(1, whole);
  const x = middle(area.scrollLeft, area.clientWidth, area.scrollWidth);
  const y = middle(area.scrollTop, area.clientHeight, area.scrollHeight);
  run();
  area.scrollLeft = x * area.scrollWidth - area.clientWidth / 2;
  area.scrollTop = y * area.scrollHeight - area.clientHeight / 2;
}

/** Tab stays inside: outside, what has the focus could lie under the panel. */
function keepTab(event: KeyboardEvent): void {
  const stops = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[tabindex="0"], button')];
  const at = stops.indexOf(event.target as HTMLElement);
  const isLast = at === (event.shiftKey ? 0 : stops.length - 1);
  if (!isLast) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0)?.focus();
}

function Dialog(props: Props & { readonly shown: ShownPicture }) {
  const { words, shown, scales, scaleTo, go, close } = props;
  const { scale, label } = shown;
  const place = say(words, 'place', { place: String(shown.place), count: String(shown.count) });
  const nextScale = (step: number) => scales[scales.indexOf(scale) + step];
  const change = (event: Event, wanted: number | undefined) => {
    if (wanted !== undefined) zoom(areaOf(event), () => scaleTo(wanted));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const area = areaOf(event);
    const arrow = ARROWS[event.key];
    const page = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (event.key === 'Tab') return keepTab(event);
    if (arrow) area?.scrollBy(arrow[0] * PAN_PX, arrow[1] * PAN_PX);
    else if (page !== 0) area?.scrollBy(0, page * area.clientHeight * 0.8);
    else if (/^[+=＋]$/.test(event.key)) change(event, nextScale(1));
    else if (/^[-−－]$/.test(event.key)) change(event, nextScale(-1));
    // What is left would scroll the page behind.
    else if (!/^(Home|End)$/.test(event.key) && !(event.key === ' ' && event.target === area)) return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent): void => {
    // A finger scrolls by itself.
    if (event.pointerType !== 'touch' && (event.buttons & 1) === 1) (event.currentTarget as Element).scrollBy(-event.movementX, -event.movementY);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' && event.button === 0) (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const put = (sheet: Element | null): void => {
    if (sheet && sheet.firstChild !== shown.copy) sheet.replaceChildren(shown.copy);
  };

  return (
    <section role="dialog" aria-label={say(words, 'title')} class={`dialog${shown.isLow ? ' low' : ''}`} onKeyDown={onKeyDown}>
      <div class="head">
        <h2>{say(words, 'title')}</h2>
        <span class="place" aria-hidden="true">
          {place}
        </span>
        <span class="unseen" role="status">
          {place} {label}
        </span>
        <button type="button" onClick={close}>
          {say(words, 'close')}
        </button>
      </div>
      <div
        class="area"
        role="img"
        tabIndex={0}
        data-focus=""
        aria-label={label || say(words, 'picture')}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
      >
        <div class="sheet" ref={put} style={{ width: `${shown.width}px`, height: `${shown.height}px` }} />
      </div>
      {label && (
        <p class="label" aria-hidden="true">
          {label}
        </p>
      )}
      <div class="row">
        <button type="button" aria-disabled={nextScale(-1) === undefined || undefined} onClick={(event) => change(event, nextScale(-1))}>
          {say(words, 'smaller')}
        </button>
        <span class="scales" role="group" aria-label={say(words, 'scales')}>
          {scales.map((one) => (
            <button type="button" key={one} aria-pressed={one === scale} onClick={(event) => change(event, one)}>
              {say(words, 'scale', { n: String(one) })}
            </button>
          ))}
        </span>
        <button type="button" aria-disabled={nextScale(1) === undefined || undefined} onClick={(event) => change(event, nextScale(1))}>
          {say(words, 'larger')}
        </button>
        {shown.count > 1 &&
          ([-1, 1] as const).map((step) => (
            <button type="button" key={step} onClick={() => go(step)}>
              {say(words, step < 0 ? 'previous' : 'next')}
            </button>
          ))}
      </div>
      <p class="keys" aria-hidden="true">
        {say(words, 'keys')}
      </p>
    </section>
  );
}
