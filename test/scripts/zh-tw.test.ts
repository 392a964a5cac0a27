// @vitest-environment node
// Traditional Chinese is made from our words by the build: every word comes out as the converter and our own list say, by the pairs alone.
import { expect, it } from 'vitest';
import { chineseStrings, OWN, pairsFor, traditional } from '../../scripts/build/zh-tw.mjs';
import { createTurn } from '../../shared/i18n/zh-tw';

const STRINGS = chineseStrings(process.cwd());

it('finds the words of bar, panel, help and of the panels of aids', () => {
  expect(STRINGS).toEqual(expect.arrayContaining(['撤销', '行距字距', '全部改回原样，工具栏留着', '怎么开始', '谁来读', '返回原网页']));
});

it('the pairs turn every word as it should be', () => {
  const turn = createTurn(pairsFor(STRINGS));
  expect(STRINGS.filter((text) => turn(text) !== traditional(text))).toEqual([]);
});

it('words are those of Taiwan, not only their characters', () => {
  expect(traditional('大鼠标')).toBe('大滑鼠');
  expect(traditional('这台电脑没有普通话声音。')).toBe('這台電腦沒有普通話聲音。');
  expect(traditional('请看看网络，再按“重试”。')).toBe('請看看網路，再按「重試」。');
  expect(Object.keys(OWN).length).toBeGreaterThan(0);
});
