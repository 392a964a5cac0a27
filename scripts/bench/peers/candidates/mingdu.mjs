// Mingdu as a site's owner puts it in, for the measuring beside others. Not for what is measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../../ensure.mjs';

const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
const set = (patch) => `await Mingdu.set(${JSON.stringify(patch)})`;
const pair = (on, off) => ({ on: set(on), off: set(off) });

/** The toolbar's shadow root, which may lie in another of ours. */
const TOOLBAR = `(() => {
  const visit = (top) => [...top.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).flatMap(({ shadowRoot }) => [shadowRoot, ...visit(shadowRoot)]);
  return [...document.querySelectorAll('[data-mingdu]')].filter(({ shadowRoot }) => shadowRoot).flatMap(({ shadowRoot }) => [shadowRoot, ...visit(shadowRoot)]).find((root) => root.querySelector('.toolbar, .pill'));
})()`;
/** Opens the panel behind 更多 and waits until it has controls of its own. */
const MORE = `const bar = () => ${TOOLBAR}; const count = () => bar().querySelectorAll('button, input, select').length; const before = count();
[...bar().querySelectorAll('button')].find(({ textContent }) => textContent.includes('更多')).click();
while (count() <= before) await new Promise((done) => requestAnimationFrame(done));`;

const tag = { files: {}, head: '<script async src="/mingdu/mingdu.js"></script>', ready: 'window.Mingdu !== undefined' };

export const mingdu = {
  ...tag,
  id: 'mingdu',
  name: `Mingdu ${version}`,
  kind: 'ours',
  begin: 'await Mingdu.open()',
  open: { on: 'await Mingdu.open()', off: 'await Mingdu.close()' },
  enlarge: pair({ textSize: 125 }, { textSize: 100 }),
  scheme: pair({ contrast: 'yellow-on-black' }, { contrast: 'off' }),
  pinyin: pair({ pinyin: 'all' }, { pinyin: 'off' }),
  guide: pair({ readingLine: 'line' }, { readingLine: 'off' }),
  reset: 'await Mingdu.reset(); await Mingdu.close()',
};

/** The same with all that the panel holds, as the others show all of theirs at once. */
export const mingduMore = { ...tag, id: 'mingdu-more', name: 'Mingdu, 更多 as well', kind: 'ours', open: { on: `await Mingdu.open(); ${MORE}`, off: 'await Mingdu.close()' } };
