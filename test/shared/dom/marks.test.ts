import { expect, it } from 'vitest';
import { createMarks } from '../../../shared/dom/marks';

it('takes marks away from elements, from detached ones, and from copies that the page made', () => {
  document.body.innerHTML = '<p></p><p></p>';
  const [first, second] = [...document.querySelectorAll('p')] as unknown as [HTMLElement, HTMLElement];
  const before = document.body.innerHTML;
  const marks = createMarks(() => [document]);
  marks.set(first, 'size', '12');
  marks.set(second, 'size', '14');
  expect(marks.get(first, 'size')).toBe('12');
  expect(first.outerHTML).toBe('<p data-mingdu-x-size="12"></p>');
  const copy = first.cloneNode();
  second.remove();
  marks.leave([second]);
  document.body.append(copy);
  marks.undo();
  expect(second.outerHTML).toBe('<p></p>');
  expect(document.body.innerHTML).toBe(before);
});

it('takes marks away from all that a part held which the page took out, wherever the page keeps it', () => {
  document.body.innerHTML = '<div><p><b></b></p></div>';
  const [outer, inner] = [document.querySelector('div'), document.querySelector('b')] as [HTMLElement, HTMLElement];
  const marks = createMarks(() => [document]);
  marks.set(inner, 'size', '12');
  outer.remove();
  marks.leave([outer]);
  inner.remove();
  marks.undo();
  expect(inner.outerHTML).toBe('<b></b>');
});

it('takes marks away from what had none of them in the page yet', () => {
  const marks = createMarks(() => [document]);
  const apart = document.createElement('p');
  marks.set(apart, 'size', '12');
  marks.undo();
  expect(apart.outerHTML).toBe('<p></p>');
});

it('takes one mark back', () => {
  const marks = createMarks(() => [document]);
  marks.set(document.body, 'size', '1');
  marks.set(document.body, 'size', null);
  expect(document.body.hasAttribute('data-mingdu-x-size')).toBe(false);
});
