// The small button 无障碍浏览 for a page that offers no trigger of its own. Drawn once, at DOMContentLoaded; never taken away by us.
import { MARKER } from '../shared/dom/marker';
import { adoptConstructed } from '../shared/dom/constructed-sheet';

const CSS = `:host{all:initial!important}
button{position:fixed;right:16px;bottom:calc(16px + var(--mingdu-x-bottom,0px));z-index:2147483646;min-height:56px;padding:0 22px;border:2px solid #fff;border-radius:28px;
background:#0b4a8f;color:#fff;font:600 19px/1.2 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;box-shadow:0 2px 8px #0006;cursor:pointer}
button:focus-visible{outline:4px solid #14213d;outline-offset:2px;box-shadow:inset 0 0 0 4px #ffd43b}
@media (forced-colors:active){button{border:2px solid ButtonText}}
@media print{button{display:none}}`;

/** @param onPress told whether the keyboard pressed it */
export function drawLauncher(document: Document, lang: string, onPress: (byKeyboard: boolean) => void): void {
  const host = document.createElement('div');
  host.setAttribute(MARKER, '');
  const root = host.attachShadow({ mode: 'open' });
  adoptConstructed(root, CSS);
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = lang;
  button.textContent = lang === 'en' ? 'Easy reading' : lang === 'zh-TW' ? '無障礙瀏覽' : '无障碍浏览';
  button.addEventListener('click', (event) => onPress(event.detail === 0));
  root.append(button);
  document.documentElement.append(host);
}
