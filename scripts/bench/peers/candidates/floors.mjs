// What the same wish costs when it is written by hand for the page, with no more care than that: the floors beneath all candidates.
import { bundleOf } from '../../pinyin-peers.mjs';
import { moveBox } from '../../pointer.mjs';

const floor = (id, name, rest) => ({ id, name, kind: 'floor', files: {}, ready: 'true', reset: '', ...rest });
const sheet = (css) => ({
  on: `window.mingduFloor = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: ${JSON.stringify(css)} }))`,
  off: 'window.mingduFloor.remove()',
});

/** Reads the sizes of all elements, then writes them all. */
const PX_WALK = `window.mingduFloor = [...document.body.querySelectorAll('*')].map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]);
for (const [element, size] of window.mingduFloor) element.style.fontSize = size * 1.25 + 'px'`;

/** Ruby for each Han character of the texts for which \`wanted\` holds, with the readings of pinyin-pro. */
const rubyOf = (wanted) => `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const texts = [];
while (walker.nextNode()) if (/\\p{Script=Han}/u.test(walker.currentNode.data) && walker.currentNode.parentElement.localName !== 'script' && (${wanted})(walker.currentNode)) texts.push(walker.currentNode);
window.mingduFloor = texts.map((text) => {
  const readings = mingduPeer.pinyin(text.data, { type: 'array' });
  const line = document.createElement('span');
  [...text.data].forEach((one, at) => {
    if (!/\\p{Script=Han}/u.test(one)) return line.append(one);
    const ruby = line.appendChild(document.createElement('ruby'));
    ruby.append(one);
    ruby.appendChild(document.createElement('rt')).textContent = readings[at];
  });
  text.replaceWith(line);
  return [text, line];
})`;
const UNRUBY = 'for (const [text, line] of window.mingduFloor) line.replaceWith(text)';
const IN_VIEW = `(text) => { const { top, bottom } = text.parentElement.getBoundingClientRect(); return bottom > 0 && top < innerHeight; }`;

/** @returns the floors; pinyin-pro is bundled for three of them */
export async function floors() {
  const reader = { files: { 'pinyin-pro.js': await bundleOf('pinyin-pro') }, foot: '<script src="/peers/pinyin-pro.js"></script>', ready: 'window.mingduPeer !== undefined' };
  return [
    floor('zoom', 'floor: body{zoom}', { enlarge: { on: `document.body.style.zoom = '1.25'`, off: `document.body.style.zoom = ''` } }),
    floor('px-walk', 'floor: px on every element', { enlarge: { on: PX_WALK, off: `for (const [element] of window.mingduFloor) element.style.fontSize = ''` } }),
    floor('sheet', 'floor: a sheet of two colours', { scheme: sheet('*{color:#ff0!important;background-color:#000!important}') }),
    floor('invert', 'floor: html{filter:invert}', { scheme: { on: `document.documentElement.style.filter = 'invert(1)'`, off: `document.documentElement.style.filter = ''` } }),
    floor('ruby-all', 'floor: ruby by hand, all text', { ...reader, pinyin: { on: rubyOf('() => true'), off: UNRUBY } }),
    floor('ruby-view', 'floor: ruby by hand, in view', { ...reader, pinyin: { on: rubyOf(IN_VIEW), off: UNRUBY } }),
    floor('raw', 'floor: pinyin-pro, nothing shown', { ...reader, pinyin: { on: `window.mingduFloor = mingduPeer.pinyin(document.body.textContent, { type: 'array' })`, off: '' } }),
    floor('box', 'floor: a box that follows', { guide: { on: `(${moveBox})()`, off: 'window.endBox()' } }),
  ];
}

/** The page alone: what measuring itself costs, and the baseline of loads. */
export const nothing = { id: 'bare', name: 'the page alone', kind: 'bare', files: {}, ready: 'true', reset: '', enlarge: { on: '', off: '' } };
