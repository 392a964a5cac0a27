// Long sentences in browsers that do not know words (no Intl.Segmenter): parted after as much as fits. With words: sentence-pieces.test.ts.
import { expect, it } from 'vitest';
import { splitSentences } from '../../../shared/page/sentences';

const han = (count: number) => '民'.repeat(count);

function cut(text: string): string[] {
  const { Segmenter } = Intl;
  Object.assign(Intl, { Segmenter: undefined });
  try {
    return splitSentences(text).map(({ start, end }) => text.slice(start, end));
  } finally {
    Object.assign(Intl, { Segmenter });
  }
}

it.each([
  ['after forty characters', [han(40), han(40), han(10)]],
  ['after forty characters beyond the first plane', ['𠮷'.repeat(40), '𠮷'.repeat(40), '𠮷'.repeat(20)]],
  ['after another sentence, too', ['今天天气很好。', han(40), han(5)]],
  ['not in a number', [han(38), `三千五百元${han(5)}`]],
  ['not between a bracket and what it holds', [han(40), `（${han(10)}）`]],
  ['not after a joiner', [han(40), `👨\u200d${han(10)}`]],
  ['at marks, as ever', [`${han(25)}，`, han(35)]],
  ['not in an address', [han(30), `https://www.example.gov.cn/art/2024/3/15/${'art_1234_567890/'.repeat(8)}index.html`]],
])('%s', (_, pieces) => {
  expect(cut(pieces.join(''))).toEqual(pieces);
});
