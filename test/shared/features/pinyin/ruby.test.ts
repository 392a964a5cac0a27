// The markup of the contract inside a wrapper.
import { expect, it } from 'vitest';
import { addReadings, flatten, readingsIn } from '../../../../shared/features/pinyin/ruby';

function wrapper(data: string): Element {
  const element = document.createElement('mingdu-text');
  element.append(document.createTextNode(''), data);
  return element;
}
const never = () => false;

it('makes the markup of the contract: one reading right after its one character', () => {
  const element = wrapper('在农村1好');
  addReadings(element, 0, 5, ['', 'nóng', 'cūn', '', 'hǎo'], never);
  expect(element.innerHTML).toBe(
    '在<ruby data-mingdu="" role="none">农<rt data-py="nóng" hidden="" aria-hidden="true"></rt>村<rt data-py="cūn" hidden="" aria-hidden="true"></rt></ruby>1<ruby data-mingdu="" role="none">好<rt data-py="hǎo" hidden="" aria-hidden="true"></rt></ruby>',
  );
  expect(readingsIn(element, 0, 5)).toEqual(['', 'nóng', 'cūn', '', 'hǎo']);
  expect(readingsIn(element, 1, 3)).toEqual(['nóng', 'cūn']);
});

it('makes no ruby of more than four characters, and a new one where a word begins', () => {
  const element = wrapper('甲乙丙丁戊己');
  addReadings(element, 0, 6, ['a', 'a', 'a', 'a', 'a', 'a'], never);
  expect([...element.querySelectorAll('ruby')].map((ruby) => ruby.textContent)).toEqual(['甲乙丙丁', '戊己']);
  const other = wrapper('甲乙丙丁');
  addReadings(other, 0, 4, ['a', 'a', 'a', 'a'], (unit) => unit === 1);
  expect([...other.querySelectorAll('ruby')].map((ruby) => ruby.textContent)).toEqual(['甲', '乙丙丁']);
});

it('fills a stretch, later another, and takes all away', () => {
  const element = wrapper('农村。道路');
  addReadings(element, 3, 5, ['dào', 'lù'], never);
  addReadings(element, 0, 3, ['nóng', 'cūn', ''], never);
  expect(readingsIn(element, 0, 5)).toEqual(['nóng', 'cūn', '', 'dào', 'lù']);
  expect(element.textContent).toBe('农村。道路');
  flatten(element, '农村。道路');
  expect(element.innerHTML).toBe('农村。道路');
});

it('keeps characters of two units together', () => {
  const element = wrapper('𠮷好');
  addReadings(element, 0, 3, ['jí', '', 'hǎo'], never);
  expect(element.querySelector('ruby')?.innerHTML).toBe('𠮷<rt data-py="jí" hidden="" aria-hidden="true"></rt>好<rt data-py="hǎo" hidden="" aria-hidden="true"></rt>');
  expect(readingsIn(element, 0, 3)).toEqual(['jí', '', 'hǎo']);
});
