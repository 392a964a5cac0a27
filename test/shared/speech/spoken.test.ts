// The map between what is shown and what is said.
import { describe, expect, it } from 'vitest';
import { spokenOf } from '../../../shared/speech/normalise';
import { rewrite } from '../../../shared/speech/spoken';

/** What is shown from the offset of a spoken part to the offset of its end. */
function shownFor(shown: string, part: string): string {
  const { text, toShown } = spokenOf(shown);
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${part} is not in ${text}`);
  return shown.slice(toShown(at), toShown(at + part.length));
}

describe('the map', () => {
  it.each([
    ['湘政办发〔2021〕61号文件', '湘政办发', '湘政办发'],
    ['湘政办发〔2021〕61号文件', '，二零二一，61号', '〔2021〕61号'],
    ['湘政办发〔2021〕61号文件', '文件', '文件'],
    ['2024-03-05发布，详见附件', '发布', '发布'],
    ['2024-03-05发布，详见附件', '2024年3月5日', '2024-03-05'],
    ['　　全角　１２３％的人', '的人', '的人'],
    ['零\u200b宽\u00ad字', '字', '字'],
  ])('%s: %s stands at %s', (shown, part, at) => expect(shownFor(shown, part)).toBe(at));

  it('goes up and ends where the shown string ends', () => {
    const shown = '（见http://www.gov.cn/a.html）2020—2021年，增长３％。';
    const { text, toShown } = spokenOf(shown);
    const places = Array.from({ length: text.length + 1 }, (_, at) => toShown(at));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(toShown(text.length)).toBe(shown.length);
    expect(toShown(9_999)).toBe(shown.length);
  });

  it('stays the identity where nothing is replaced', () => {
    const text = rewrite('没有什么要改的');
    text.replace(/x/g, 'y');
    expect([text.text, text.done().toShown(3)]).toEqual(['没有什么要改的', 3]);
  });
});
