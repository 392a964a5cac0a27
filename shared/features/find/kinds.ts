// What a link leads to, by what it says of itself: kinds of files, new windows, and its name. Nothing is fetched. Not for which links are listed.
import type { LinkKind } from '../../panel';

const FILES: Readonly<Record<Exclude<LinkKind, '' | 'phone' | 'mail' | 'here'>, RegExp>> = {
  pdf: /^pdf$/,
  word: /^(docx?|wps|dotx?|docm|odt)$/,
  sheet: /^(xlsx?|et|csv|xlsm|ods)$/,
  slides: /^(pptx?|dps|odp)$/,
  text: /^(txt|rtf)$/,
  official: /^(ofd|ceb|gd)$/,
  archive: /^(zip|rar|7z|tar|gz|tgz)$/,
  picture: /^(jpe?g|png|gif|bmp|webp|tiff?|svg)$/,
  sound: /^(mp3|wav|wma|m4a|ogg)$/,
  film: /^(mp4|avi|wmv|mov|flv|mkv|webm)$/,
};

const squeezed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const endOf = (text: string) => /\.([a-z0-9]{2,4})$/i.exec(text.trim())?.[1]?.toLowerCase() ?? '';
const kindOfEnd = (end: string) => (Object.keys(FILES) as (keyof typeof FILES)[]).find((kind) => FILES[kind].test(end)) ?? '';

function addressOf(link: Element): URL | null {
  const href = link.getAttribute('href');
  try {
    return href === null ? null : new URL(href, link.baseURI);
  } catch {
    // An address that is none leads nowhere that could be told.
    return null;
  }
}

/** The name of a file at the end of an address, decoded where that is possible. */
function fileOf(path: string): string {
  const last = path.split('/').pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // Older sites write GBK there.
    return last;
  }
}

/** What a link leads to; its address decides, then the name it downloads as, then what it says: `download.jsp?id=7` tells nothing. */
export function kindOf(link: Element): LinkKind {
  const address = addressOf(link);
  if (address?.protocol === 'tel:') return 'phone';
  if (address?.protocol === 'mailto:') return 'mail';
  const ends = [
    address && /^(https?|file):$/.test(address.protocol) ? endOf(address.pathname) : '',
    endOf(link.getAttribute('download') ?? ''),
    ...[...(address?.searchParams.values() ?? [])].map(endOf),
    endOf(link.textContent ?? ''),
  ];
  const kind = ends.map(kindOfEnd).find((one) => one !== '') ?? '';
  if (kind !== '') return kind;
  const isHere = address !== null && address.hash.length > 1 && address.href.split('#')[0] === link.ownerDocument.URL.split('#')[0];
  return isHere ? 'here' : '';
}

/** Whether a press opens another window: a target that is neither this page nor one of its frames. */
export function opensWindow(link: Element): boolean {
  const { ownerDocument: document } = link;
  const target = link.getAttribute('target') ?? document.querySelector('base[target]')?.getAttribute('target') ?? '';
  if (target === '' || /^_(self|parent|top)$/i.test(target)) return false;
  return /^_blank$/i.test(target) || ![...document.querySelectorAll('iframe[name], frame[name]')].some((frame) => frame.getAttribute('name') === target);
}

/** What a link is called; '' where neither it nor a picture in it says anything. */
export function nameOf(link: Element): string {
  const root = link.getRootNode() as Document | ShadowRoot;
  const ids = (link.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const pictures = [...link.querySelectorAll('img[alt], [role="img"][aria-label]')].map((one) => one.getAttribute('alt') ?? one.getAttribute('aria-label'));
  const candidates = [
    ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '),
    link.getAttribute('aria-label'),
    link.textContent,
    pictures.join(' '),
    link.getAttribute('alt'),
    link.getAttribute('title'),
  ];
  return candidates.map(squeezed).find((text) => text !== '') ?? '';
}

/** For a link that says nothing: the file or the site that it leads to. */
export function addressText(link: Element): string {
  const address = addressOf(link);
  if (!address || !/^(https?|file):$/.test(address.protocol)) return '';
  return fileOf(address.pathname) || address.hostname;
}
