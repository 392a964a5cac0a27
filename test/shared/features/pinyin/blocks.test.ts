// Which blocks are found when the page changes while it is looked through. What is near is decided by a browser.
import { beforeEach, expect, it } from 'vitest';
import type { FeatureContext } from '../../../../shared/feature';
import { createBlocks, type Blocks } from '../../../../shared/features/pinyin/blocks';

const MANY = 500;

let observed: Element[];
let blocks: Blocks;
let meanwhile: () => void;
let tellOf: (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

beforeEach(() => {
  document.body.innerHTML = `<section>${'<p>农村</p>'.repeat(MANY)}</section><ul><li>医疗</li></ul><footer>完</footer>`;
  observed = [];
  const context = {
    page: {
      document,
      textOf: (text: Text) => text.data,
      schedule: {
        slice: async (step: (allowance: number) => number) => {
          meanwhile();
          meanwhile = () => {};
          while (step(MANY) > 0);
        },
      },
    },
    signal: new AbortController().signal,
    observeIntersection: (run: typeof tellOf) => {
      tellOf = run;
      return { observe: (element: Element) => observed.push(element), takeRecords: () => [] };
    },
  };
  blocks = createBlocks(context as unknown as FeatureContext, () => {});
  blocks.add(document.body);
});

const names = () => new Set(observed.map((element) => element.localName));

it('finds every block when nothing changes', async () => {
  meanwhile = () => {};
  await blocks.look(false);
  expect(observed.length).toBe(MANY + 2);
});

it('finds the rest when what it stood on is taken away meanwhile', async () => {
  meanwhile = () => document.querySelector('section')?.remove();
  await blocks.look(false);
  expect(names()).toEqual(new Set(['p', 'li', 'footer']));
});

it('finds the rest when what it stood on is moved behind it meanwhile', async () => {
  meanwhile = () => {
    const section = document.querySelector('section') as Element;
    document.body.append(section);
    blocks.add(section);
  };
  await blocks.look(false);
  expect(names()).toEqual(new Set(['p', 'li', 'footer']));
  expect(blocks.hasNews).toBe(false);
});

it('ends in between on a huge page, and goes on where it was', async () => {
  meanwhile = () => {};
  document.querySelector('section')?.insertAdjacentHTML('beforeend', '<p>农村</p>'.repeat(MANY * 3));
  await blocks.look(false);
  expect(blocks.isMidway).toBe(true);
  expect(observed.length).toBeLessThan(MANY * 3);
  await blocks.look(false);
  expect(blocks.isMidway).toBe(false);
  expect(observed.length).toBe(MANY * 4 + 2);
  expect(new Set(observed).size).toBe(observed.length);
});

it('ends in between where something came near meanwhile', async () => {
  meanwhile = () => tellOf([{ target: observed[0] as Element, isIntersecting: true }]);
  await blocks.look(false);
  expect(blocks.isMidway).toBe(true);
  expect(observed.length).toBeLessThan(MANY);
  await blocks.look(false);
  expect(observed.length).toBe(MANY + 2);
});

it('leaves a block as it is that was done before all its texts were looked at', async () => {
  meanwhile = () => tellOf([{ target: document.querySelector('footer') as Element, isIntersecting: true }]);
  document.body.innerHTML = `<footer>${'农<b>村</b>'.repeat(MANY * 2)}</footer>`;
  await blocks.look(false);
  const [block] = blocks.near;
  if (block) block.isDone = true;
  await blocks.look(false);
  expect(blocks.isMidway).toBe(false);
  expect(block?.isDone).toBe(true);
});
