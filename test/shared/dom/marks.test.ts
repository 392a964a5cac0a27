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
  document.body.append(copy);
  marks.undo();
  expect(second.outerHTML).toBe('<p></p>');
  expect(document.body.innerHTML).toBe(before);
});

it('takes one mark back', () => {
  const marks = createMarks(() => [document]);
  marks.set(document.body, 'size', '1');
  marks.set(document.body, 'size', null);
  expect(document.body.hasAttribute('data-mingdu-x-size')).toBe(false);
});
