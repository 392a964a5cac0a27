// @vitest-environment node
// The list of changes as site owners read it is the one that the code has; that it is true is found out in browsers (test/browser/).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { changesText, readChanges } from '../scripts/build/changes.mjs';
import type { AidChanges } from '../shared/changes';
import { namesOf, undeclared, unseen } from './support/changed';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = await readChanges(ROOT);

it('docs/what-it-changes.md is what `npm run docs` makes', () => {
  expect(readFileSync(`${ROOT}docs/what-it-changes.md`, 'utf8')).toBe(changesText(read));
});

it('every aid says what it changes, and has its part in both languages', () => {
  expect(Object.keys(read.changes).sort()).toEqual([...read.ids].sort());
  const parts = changesText(read).split('\n### ');
  for (const { id, main } of read.features) {
    for (const lang of ['zh', 'en'] as const) {
      const title = read.names[lang][id] ?? '';
      expect(title).not.toBe('');
      expect(parts.filter((part) => part.startsWith(title) && (main === '' || part.split('\n')[0]?.includes(main))), `${id} ${lang}`).toHaveLength(1);
    }
  }
});

it('what is changed and not said is named, and what is said and not seen', () => {
  const said: AidChanges = { marks: ['size-*'], css: ['font', 'all'], follows: true, listens: ['keydown'], prevents: ['keydown'], seldom: { inline: ['color'] } };
  const seen = {
    attributes: ['data-mingdu-x-size-tall', 'data-mingdu-x-new', 'title'],
    inline: ['color', 'top', '--mingdu-x-c'],
    nodes: ['b'],
    css: ['font-size', 'anything'],
    highlights: [],
    alive: ['aid-a: keydown (may prevent) on document', 'aid-a: wheel (may prevent) on window', 'pack-aids: load on element', 'aid-a: input on document', 'aid-a: ResizeObserver'],
  };
  expect(undeclared(seen, said, {}, ['input'])).toEqual(['marks new', 'lends title', 'inline top', 'nodes b', 'listens wheel', 'observers ResizeObserver', 'prevents wheel']);
  expect(undeclared(seen, said, { marks: ['new'], nodes: ['b'], listens: ['wheel'] }, ['input'])).toEqual(['lends title', 'inline top', 'listens wheel', 'observers ResizeObserver', 'prevents wheel']);
  expect(unseen(seen, { marks: ['size-*', 'size'], css: ['font', 'fon'], listens: ['keydown', 'click'] })).toEqual(['marks size', 'css fon', 'listens click']);
  expect(namesOf(seen, true).listens).toEqual(['load']);
});
