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

it('of one aid go without those of another, from every root', () => {
  document.body.innerHTML = '<p></p>';
  const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  shadow.innerHTML = '<b></b>';
  const [outside, inside] = [document.querySelector('p'), shadow.querySelector('b')] as [HTMLElement, HTMLElement];
  const roots = () => [document, shadow];
  const [one, other] = [createMarks(roots), createMarks(roots)];
  one.set(outside, 'size', '12');
  one.set(outside, 'room', 'tall');
  one.set(inside, 'size', '12');
  other.set(outside, 'colour', 'dark');
  one.undo();
  expect([outside.outerHTML, inside.outerHTML]).toEqual(['<p data-mingdu-x-colour="dark"></p>', '<b></b>']);
});

it('go from the host that a shadow root left with, and texts that left are passed by', () => {
  const host = document.body.appendChild(document.createElement('div'));
  const shadow = host.attachShadow({ mode: 'open' });
  const inside = shadow.appendChild(document.createElement('b'));
  const marks = createMarks(() => [document]);
  marks.leave([document.createElement('p')]);
  marks.set(host, 'size', '12');
  marks.set(inside, 'size', '12');
  host.remove();
  marks.leave([document.createTextNode('字'), document.createComment('注'), host, shadow]);
  marks.undo();
  expect([host.outerHTML, inside.outerHTML]).toEqual(['<div></div>', '<b></b>']);
});

it('are written only where they change, so that nothing is laid out anew for them', () => {
  document.body.innerHTML = '<p></p>';
  const element = document.querySelector('p') as HTMLElement;
  const marks = createMarks(() => [document]);
  marks.set(element, 'size', '12');
  const observer = new MutationObserver(() => {});
  observer.observe(element, { attributes: true });
  marks.set(element, 'size', '12');
  expect(observer.takeRecords()).toHaveLength(0);
  marks.set(element, 'size', '13');
  expect(observer.takeRecords()).toHaveLength(1);
  marks.undo();
  expect(observer.takeRecords()).toHaveLength(1);
  marks.undo();
  expect(observer.takeRecords()).toHaveLength(0);
});

it('stand on a form whose fields bear the names of its methods', () => {
  const form = document.createElement('form');
  for (const name of ['getAttribute', 'setAttribute', 'removeAttribute']) Object.defineProperty(form, name, { value: document.createElement('input') });
  const marks = createMarks(() => [document]);
  marks.set(form, 'size', '12');
  expect(marks.get(form, 'size')).toBe('12');
  expect(marks.get(form, 'room')).toBeNull();
  marks.undo();
  expect(form.outerHTML).toBe('<form></form>');
});
