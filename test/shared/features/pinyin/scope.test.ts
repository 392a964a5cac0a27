// Where readings are wanted: all of the page, or what was selected and no character more.
import { beforeEach, describe, expect, it } from 'vitest';
import { createScope } from '../../../../shared/features/pinyin/scope';
import { sentencesOf } from '../../../../shared/features/pinyin/sentences';
import type { Stretch } from '../../../../shared/page/selected';

const page = { textOf: (text: Text) => text.data };
const textOf = (selector: string) => document.querySelector(selector)?.firstChild as Text;
const stretch = (start: Text, from: number, end: Text, to: number): Stretch => ({ start: { text: start, offset: from }, end: { text: end, offset: to } });
const readings = (text: string) => [...text].map((character) => `<${character}>`);

beforeEach(() => {
  document.body.innerHTML = '<p id="a">甲乙丙。<b>丁</b>戊己</p><p id="b">abc</p><p id="c">庚</p>';
});

describe('a scope', () => {
  it('of the whole page leaves readings as they are', () => {
    const scope = createScope(page, true);
    const [sentence] = sentencesOf(page, document.getElementById('a') as HTMLElement);
    if (!sentence) throw new Error('no sentence');
    expect(scope.touches(sentence)).toBe(true);
    expect(scope.within(sentence, readings(sentence.text))).toEqual(readings(sentence.text));
  });

  it('holds the selected characters alone', () => {
    const scope = createScope(page, false);
    expect([scope.isEmpty, scope.isWhole]).toEqual([true, false]);
    const end = document.getElementById('a')?.lastChild as Text;
    const chosen = stretch(textOf('#a'), 1, end, 1);
    expect(scope.add(chosen)).toEqual([textOf('#a'), textOf('b'), end]);
    const shown = sentencesOf(page, document.getElementById('a') as HTMLElement).flatMap((one) => scope.within(one, readings(one.text)));
    expect(shown.filter(Boolean).join('')).toBe('<乙><丙><。><丁><戊>');
    const [other] = sentencesOf(page, document.getElementById('c') as HTMLElement);
    expect(other && scope.touches(other)).toBe(false);
    expect(scope.meets(stretch(textOf('#a'), 2, textOf('#a'), 4))).toBe(true);
    expect(scope.meets(stretch(textOf('#a'), 0, textOf('#a'), 1))).toBe(false);
    expect(scope.meets(stretch(textOf('#c'), 0, textOf('#c'), 1))).toBe(false);
  });

  it('takes no stretch without a Han character, and becomes the whole page', () => {
    const scope = createScope(page, false);
    expect(scope.add(stretch(textOf('#b'), 0, textOf('#b'), 3))).toEqual([]);
    expect(scope.isEmpty).toBe(true);
    scope.widen();
    expect([scope.isEmpty, scope.isWhole]).toEqual([false, true]);
  });

  it('of text that the page took away is nothing', () => {
    const scope = createScope(page, false);
    const gone = textOf('#a');
    scope.add(stretch(gone, 0, gone, 2));
    const [sentence] = sentencesOf(page, document.getElementById('c') as HTMLElement);
    gone.remove();
    expect(sentence && scope.touches(sentence)).toBe(false);
  });
});
