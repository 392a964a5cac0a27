// @vitest-environment jsdom
// How long it is silent after what: data, one row a case.
import { expect, it } from 'vitest';
import { sentenceItem } from '../../../../shared/features/speech/item';
import { pauseAfter } from '../../../../shared/features/speech/pauses';
import { blocksIn } from '../../../../shared/page/blocks';
import type { Page } from '../../../../shared/page/page';
import { sentencesOf } from '../../../../shared/page/sentences';

const page = { document, textOf: (text: Text) => text.data, pointAt: (text: Text, offset: number) => ({ node: text, offset }) } as unknown as Page;
const LONG = '为进一步做好困难老年人居家养老服务工作，切实保障老年人的合法权益，根据国家和省市的有关规定，结合我县的实际情况，现就有关事项通知如下。';

it.each([
  ['sentence, then the end of a paragraph', '<p>第一句话写在这里。第二句话写在这里！</p>', [250, 500]],
  ['list items', '<ul><li>第一项内容。</li><li><p>第二项内容</p></li></ul>', [300, 300]],
  ['a heading', '<h2>一、总体要求</h2>', [500]],
  ['a heading in a list', '<ul><li><h3>一、总体要求</h3></li></ul>', [500]],
  ['cells', '<table><tr><th>地区名称</th><td>每月一百元</td></tr></table>', [300, 300]],
  ['lines of one block: an empty one, an indented one, a plain one', '<div>第一行写在这里。<br><br>第二行写在这里。<br>　　第三行写在这里。<br>第四行写在这里。</div>', [500, 500, 300, 500]],
  ['quoted', '<p>他说：“这件事情要认真办理好。”大家都同意了这个意见。</p>', [250, 500]],
])('%s', (_, html, expected) => {
  document.body.innerHTML = html;
  const items = [...blocksIn(page, document.body)].flatMap(sentencesOf).map((sentence) => sentenceItem(page, sentence));
  expect(items.map(pauseAfter)).toEqual(expected);
});

it('none where a long sentence was only cut into pieces', () => {
  document.body.innerHTML = `<p>${LONG}</p>`;
  const pauses = [...blocksIn(page, document.body)].flatMap(sentencesOf).map((sentence) => pauseAfter(sentenceItem(page, sentence)));
  expect(pauses.length).toBeGreaterThan(1);
  expect(pauses.slice(0, -1).every((ms) => ms === 0)).toBe(true);
  expect(pauses.at(-1)).toBe(500);
});
