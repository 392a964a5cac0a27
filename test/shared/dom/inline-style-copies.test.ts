// What the page copies while an element's styles are overridden: the copy becomes what the original was. In browsers: test/browser/copies.test.ts.
import { beforeEach, expect, it } from 'vitest';
import { createInlineStyles, overriddenOn } from '../../../shared/dom/inline-styles';

const owner = {};
let root: HTMLElement;
let element: HTMLElement;

function make(style: string | null): void {
  root = document.createElement('main');
  element = document.createElement('p');
  if (style !== null) element.setAttribute('style', style);
  root.append(element);
  document.body.replaceChildren(root);
}

/** jsdom forgets in a copy what is important. */
function copyOf(original: HTMLElement): HTMLElement {
  const copy = original.cloneNode() as HTMLElement;
  for (const name of Array.from({ length: original.style.length }, (_, at) => original.style.item(at))) copy.style.setProperty(name, original.style.getPropertyValue(name), original.style.getPropertyPriority(name));
  root.append(copy);
  return copy;
}

/** A copy of the element, made while two of its properties are overridden, and what it is when they no longer are. */
function copied(before: (copy: HTMLElement) => void = () => {}): HTMLElement {
  const styles = createInlineStyles(() => [document]);
  styles.set(owner, element, 'color', 'blue');
  styles.set(owner, element, 'font-size', '20px');
  const copy = copyOf(element);
  before(copy);
  styles.undo(owner);
  return copy;
}

beforeEach(() => make('color:red'));

it.each([[null], ['color:red'], ['color:red;font-size:12px'], ['color:red!important'], ['margin:0;content:"a|b"'], ['color : RED ;;']])('a copy of what had %j has the same', (style) => {
  make(style);
  const copy = copied();
  expect(copy.getAttribute('style')).toBe(style);
  expect(copy.attributes).toHaveLength(style === null ? 0 : 1);
  expect(element.outerHTML).toBe(copy.outerHTML);
});

it('a copy keeps what the page has written into it since', () => {
  const copy = copied((one) => {
    one.style.setProperty('color', 'green');
    one.style.setProperty('margin', '3px');
  });
  expect([copy.style.color, copy.style.fontSize, copy.style.margin]).toEqual(['green', '', '3px']);
  expect(copy.attributes).toHaveLength(1);
});

it('a copy keeps what the page wrote into it, however long, unless it is important as ours is', () => {
  const copy = copied((one) => one.style.setProperty('color', 'grey'));
  expect([copy.style.color, copy.style.getPropertyPriority('color')]).toEqual(['grey', '']);
});

it('a copy into which the page wrote a whole attribute keeps that, byte for byte, and what is important in it', () => {
  const copy = copied((one) => one.setAttribute('style', 'color : #123456 !important;; font-size:9px'));
  expect(copy.getAttribute('style')).toBe('color : #123456 !important;; font-size:9px');
  expect(copy.attributes).toHaveLength(1);
});

it('a copy made after another owner’s value has come back is known by that', () => {
  const styles = createInlineStyles(() => [document]);
  const other = {};
  styles.set(owner, element, 'color', 'blue');
  styles.set(other, element, 'color', 'darkslateblue');
  styles.undo(other);
  const copy = copyOf(element);
  styles.undo(owner);
  expect(copy.outerHTML).toBe('<p style="color:red"></p>');
});

it.each(['broken', 'broken\ncolor:4|'])('a copy whose mark is broken loses the mark alone: %j', (broken) => {
  make(null);
  const mark = element.attributes.length;
  const copy = copied((one) => {
    for (const { name } of [...one.attributes]) if (name !== 'style') one.setAttribute(name, broken);
  });
  expect(mark).toBe(0);
  expect(copy.attributes).toHaveLength(1);
  expect(copy.style.color).toBe('blue');
});

it('a copy whose mark is broken, and from which the page took the styles, has none', () => {
  const copy = copied((one) => {
    for (const { name } of [...one.attributes]) if (name !== 'style') one.setAttribute(name, 'broken');
    one.style.cssText = '';
  });
  expect(copy.outerHTML).toBe('<p></p>');
});

it('what is no copy stays overridden while another owner wants it', () => {
  const styles = createInlineStyles(() => [document]);
  const other = {};
  styles.set(owner, element, 'color', 'blue');
  styles.set(other, element, 'font-size', '20px');
  styles.undo(owner);
  expect([element.style.color, element.style.fontSize, element.style.getPropertyPriority('font-size')]).toEqual(['red', '20px', 'important']);
  const copy = copyOf(element);
  styles.undo(other);
  expect([element.getAttribute('style'), copy.getAttribute('style')]).toEqual(['color:red', 'color:red']);
});

it('a copy that is overridden itself comes back to what the original was', () => {
  const styles = createInlineStyles(() => [document]);
  styles.set(owner, element, 'color', 'blue');
  const copy = copyOf(element);
  styles.set(owner, copy, 'color', 'blue');
  styles.undo(owner);
  expect(copy.outerHTML).toBe('<p style="color:red"></p>');
});

it('an element without styles of its own kind loses the mark', () => {
  const styles = createInlineStyles(() => [document]);
  styles.set(owner, element, 'color', 'blue');
  const other = document.createElementNS('urn:none', 'x');
  for (const { name, value } of [...element.attributes]) if (name !== 'style') other.setAttribute(name, value);
  root.append(other);
  expect(other.attributes).toHaveLength(1);
  styles.undo(owner);
  expect(other.attributes).toHaveLength(0);
});

it('a copy that the page took out is put back in the end all the same, and so is one within what it took out', () => {
  const styles = createInlineStyles(() => [document]);
  styles.set(owner, element, 'color', 'blue');
  const [copy, inner] = [copyOf(element), copyOf(element)];
  const part = document.createElement('div');
  part.append(inner);
  root.append(part);
  element.remove();
  copy.remove();
  part.remove();
  styles.leave([document.createTextNode('字'), element, copy, part]);
  expect(copy.style.color).toBe('blue');
  styles.undo(owner);
  for (const one of [element, copy, inner]) expect(one.outerHTML).toBe('<p style="color:red"></p>');
});

it('a copy that is to be given back becomes what the original was, at once', () => {
  const styles = createInlineStyles(() => [document]);
  styles.set(owner, element, 'color', 'blue');
  const copy = copyOf(element);
  styles.set(owner, copy, 'font-size', null);
  expect(copy.outerHTML).toBe('<p style="color:red"></p>');
  expect(element.style.color).toBe('blue');
});

it('what is overridden on an element, or on a copy of it, is told by name', () => {
  make('margin:0;content:"a|b padding:3"');
  const styles = createInlineStyles(() => [document]);
  expect(overriddenOn(element)).toEqual([]);
  styles.set(owner, element, 'color', 'blue');
  styles.set(owner, element, '--mingdu-x-w', '6px');
  expect(overriddenOn(element)).toEqual(['color', '--mingdu-x-w']);
  expect(overriddenOn(copyOf(element))).toEqual(['color', '--mingdu-x-w']);
  styles.undo(owner);
  expect(overriddenOn(element)).toEqual([]);
});
