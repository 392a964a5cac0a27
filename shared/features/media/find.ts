// The sounds and films of a page, frames of other sites that look like players, and what each is called. Pure; not for playing them.
import { isOurs, up } from '../../dom/marker';
import type { Root } from '../../page/page';

const PLAYER = /player|video|live|vod|stream|embed|bilibili|youku|iqiyi|v\.qq\.|cctv|cntv|ixigua|music|audio/i;
const LEAST_PLAYER_PX = { width: 150, height: 40 };
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"], figcaption, caption, legend, dt';
/** Boxes around it in which a heading is looked for. */
const LEVELS = 4;
const NAME_LENGTH = 40;

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Those of a page that have something to play; hidden ones too, which else nobody could stop. */
export function mediaIn(roots: readonly Root[]): HTMLMediaElement[] {
  return roots.flatMap((root) => [...root.querySelectorAll<HTMLMediaElement>('audio, video')]).filter((one) => !isOurs(one) && hasSource(one));
}

function hasSource(media: HTMLMediaElement): boolean {
  return media.currentSrc !== '' || media.hasAttribute('src') || media.querySelector('source[src]') !== null || Boolean(media.srcObject);
}

/** Frames that cannot be looked into and look like players. */
export function playersIn(roots: readonly Root[]): HTMLIFrameElement[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll('iframe')])
    .filter((frame) => {
      if (isOurs(frame) || roots.some((root) => root === frame.contentDocument)) return false;
      const { width, height } = frame.getBoundingClientRect();
      const isLike = PLAYER.test(frame.src) || frame.allowFullscreen || /autoplay|fullscreen/.test(frame.allow);
      return isLike && width >= LEAST_PLAYER_PX.width && height >= LEAST_PLAYER_PX.height;
    });
}

/** What a page calls it: by attribute, by a heading near it, by the file's name where that is one; '' for nothing. */
export function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean).map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
  const names = [labelled, element.getAttribute('aria-label'), element.getAttribute('title'), headingOf(element), fileName(element)];
  const name = names.map(squeezed).find((one) => one !== '') ?? '';
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name;
}

/** A caption in the box around it, else the last heading before it there. */
function headingOf(element: Element): string {
  let inner: Element = element;
  for (let box = up(element), level = 0; box && level < LEVELS; inner = box, box = up(box), level += 1) {
    const all = [...box.querySelectorAll(HEADINGS)].filter((one) => !isOurs(one) && squeezed(one.textContent) !== '' && !inner.contains(one));
    const own = box.localName === 'figure' ? all.find((one) => one.localName === 'figcaption') : undefined;
    const found = own ?? all.filter((one) => one.compareDocumentPosition(element) & 4 /* FOLLOWING */).at(-1);
    if (found) return found.textContent ?? '';
    if (box.localName === 'body') break;
  }
  return '';
}

/** Of an address without its folder and ending; '' where it is numbers or a key rather than words. */
function fileName(element: Element): string {
  const media = element as HTMLMediaElement;
  const address = media.currentSrc || media.querySelector?.('source[src]')?.getAttribute('src') || element.getAttribute('src') || '';
  const [file = ''] = address.split(/[?#]/)[0]?.split('/').slice(-1) ?? [];
  let name = file;
  try {
    name = decodeURIComponent(file);
  } catch {
    // Not in UTF-8: as it stands it says nothing.
    return '';
  }
  const words = name.replace(/\.\w{2,5}$/, '').replace(/[_-]+/g, ' ');
  return /\p{Script=Han}/u.test(words) || /^[a-z]{3,}( [a-z]{2,})*$/i.test(words) ? words : '';
}

/** Seconds as 1:05 or 1:01:05; '' for what is no number. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) return '';
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
