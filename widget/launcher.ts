// The small button 无障碍浏览 for a page that offers no trigger of its own, and beside it a smaller one that moves it out of the way. Drawn
// at DOMContentLoaded, and anew only where the site's owner changes what it is. Not for keeping its place (loader.ts).
import { MARKER } from '../shared/dom/marker';
import { adoptConstructed } from '../shared/dom/constructed-sheet';

/** In one line, which packs smaller. */
const CSS = `:host{all:initial!important}\
div{position:fixed;right:16px;bottom:calc(16px + var(--mingdu-x-bottom,0px));z-index:2147483646;display:flex;align-items:center;gap:4px}\
.small{right:0;flex-direction:column}\
.left{right:auto;left:16px}\
.small.left{left:0}\
button{min-height:56px;padding:0 22px;border:2px solid;border-radius:28px;\
background:#0b4a8f;color:#fff;font:600 19px/1.2 system-ui;box-shadow:0 2px 8px #0006;cursor:pointer}\
*+*,.small *{min-width:44px;min-height:44px;padding:0}\
.small :first-child{padding:14px 0;writing-mode:vertical-rl}\
*+*:before{content:"\\21c4";content:"\\21c4"/""}\
button:focus-visible{outline:4px solid #14213d;outline-offset:2px;box-shadow:inset 0 0 0 4px #ffd43b}\
@media print{div{display:none}}`;

const CHINESE = ['无障碍浏览', '挪开'] as const;
const WORDS: Readonly<Record<string, readonly [string, string]>> = { en: ['Easy reading', 'Move'], 'zh-TW': ['無障礙瀏覽', '挪開'] };

/** Where it can stand, one after the other: large at the right and the left, then put aside at the window's very edge. */
const PLACES = ['', 'left', 'left small', 'small'];

/**
 * @param place the place's number as it was kept, unchecked
 * @param keep told the number when the reader moves it
 * @param onPress told whether the keyboard pressed it
 * @returns its host
 */
export function drawLauncher(document: Document, lang: string, place: unknown, keep: (place: number) => void, onPress: (byKeyboard: boolean) => void): Element {
  const host = document.createElement('div');
  host.setAttribute(MARKER, '');
  const root = host.attachShadow({ mode: 'open' });
  adoptConstructed(root, CSS);
  const box = document.createElement('div');
  box.lang = lang;
  let now = Number(place);
  const stand = () => (box.className = PLACES[now] ?? PLACES[(now = 0)] ?? '');
  stand();
  const opener = document.createElement('button');
  const mover = document.createElement('button');
  [opener.textContent, mover.title] = WORDS[lang] ?? CHINESE;
  opener.onclick = (event) => onPress(event.detail === 0);
  mover.onclick = () => {
    now += 1;
    stand();
    keep(now);
  };
  box.append(opener, mover);
  root.append(box);
  document.documentElement.append(host);
  return host;
}
