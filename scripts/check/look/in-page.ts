// The part of the check that runs in the page: what is there before any aid, found by the product's own code. Bundled as text; changes nothing.
import { bodySize } from '../../../shared/page/body-size';
import { findArticle, type Article } from '../../../shared/page/article';
import { findZones } from '../../../shared/page/zones';
import { elderValues } from '../../../shared/settings/presets';
import type { PageFacts } from '../types';

const MOST_ADDRESSES = 500;
const MOST_LINKS = 5_000;
/** In characters; each is written into the row. */
const MOST_TITLE = 500;
const MOST_POLICY = 4_000;
const MOST_ADDRESS = 2_000;

type Seen = Omit<PageFacts, 'url' | 'mingdu' | 'policies'> & { readonly policies: string[] };

function articleIn(inner: Document): Article | null {
  const steps = findArticle({ document: inner, textOf: (text) => text.data });
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value.isArticle && step.value.blocks.length > 0 ? step.value : null;
  }
}

/** This document and those of its same-origin frames, as the widget reaches them. */
function documentsOf(top: Document): Document[] {
  return [top, ...[...top.querySelectorAll('iframe, frame')].flatMap((frame) => {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    return inner?.body ? documentsOf(inner) : [];
  })];
}

const addressed = (list: Iterable<{ readonly src: string }>) => [...new Set([...list].map(({ src }) => src).filter((src) => /^(https?|file):/.test(src)))].slice(0, MOST_ADDRESSES).map((src) => src.slice(0, MOST_ADDRESS));

const check = {
  facts(): Seen {
    const article = documentsOf(document).map(articleIn).find((one) => one !== null);
    const zones = findZones(document, undefined, article?.top.ownerDocument === document ? article.top : null);
    return {
      title: document.title.slice(0, MOST_TITLE),
      lang: document.documentElement.lang.slice(0, MOST_TITLE),
      charset: document.characterSet,
      policies: [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map((meta) => (meta as HTMLMetaElement).content.slice(0, MOST_POLICY)),
      scripts: addressed(document.scripts),
      frames: addressed(document.querySelectorAll<HTMLIFrameElement>('iframe, frame')),
      zones: Object.fromEntries(zones.map(({ id, elements }) => [id, elements.length])),
      articleCharacters: article?.blocks.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0) ?? 0,
    };
  },
  /** Addresses that links lead to; one that is cut would lead elsewhere. */
  links: (): string[] => [...new Set([...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href).filter((href) => href.length <= MOST_ADDRESS))].slice(0, MOST_LINKS),
  /** What 长辈模式 would set here. */
  elder: () => elderValues(bodySize(document)),
};

export type CheckInPage = typeof check;

(globalThis as { mingduCheck?: CheckInPage }).mingduCheck = check;
