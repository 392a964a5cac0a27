// What is made of the observer's records, one kind after the other: which texts the page touched, and what went and came.
import { beforeEach, expect, it } from 'vitest';
import type { AnnotatedText } from '../../../shared/dom/annotated-text';
import { readRecords } from '../../../shared/dom/annotation-records';

const entry = { name: 'the annotated text' } as unknown as AnnotatedText;
let root: HTMLElement;
let text: Text;
let wrapper: Element;
let observer: MutationObserver;

const read = () =>
  readRecords(
    observer.takeRecords(),
    (node) => (node === text ? entry : undefined),
    (node) => (node === wrapper ? entry : undefined),
    (node) => (wrapper.contains(node) ? entry : undefined),
  );
const touched = () => [...read().touched];
const UNTOLD = { isWritten: false, isInside: false };

beforeEach(() => {
  root = document.createElement('main');
  root.innerHTML = '<p><b>前</b> <mingdu-text data-mingdu=""><ruby>农</ruby></mingdu-text><i>后</i></p>';
  const paragraph = root.firstElementChild as Element;
  [text, wrapper] = [paragraph.childNodes[1] as Text, paragraph.querySelector('mingdu-text') as Element];
  observer = new MutationObserver(() => {});
  observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
});

it('a text that was written is told to be, also among other records', () => {
  text.data = '新';
  root.querySelector('b')?.append('!');
  expect(touched()).toEqual([[entry, { isWritten: true, isInside: false }]]);
});

it('a text that was written and whose wrapper was changed, too, is told both', () => {
  text.data = '新';
  wrapper.firstElementChild?.remove();
  wrapper.remove();
  expect(touched()).toEqual([[entry, { isWritten: true, isInside: true }]]);
});

it('what is written elsewhere touches nothing', () => {
  const { firstChild } = root.querySelector('b') as Element;
  (firstChild as Text).data = '别处';
  expect(touched()).toEqual([]);
});

it.each([
  ['a character of ours', () => ((wrapper.querySelector('ruby')?.firstChild as Text).data = '村')],
  ['an element of ours', () => wrapper.querySelector('ruby')?.remove()],
])('what the page changes inside the wrapper is told: %s', (_, change) => {
  change();
  expect(touched()).toEqual([[entry, { isWritten: false, isInside: true }]]);
});

it('attributes are no touch, wherever they stand', () => {
  wrapper.setAttribute('title', '');
  wrapper.firstElementChild?.setAttribute('title', '');
  expect(touched()).toEqual([]);
});

it.each([
  ['the text goes', () => text.remove()],
  ['the wrapper goes', () => wrapper.remove()],
  ['the text comes back', () => (text.remove(), observer.takeRecords(), wrapper.before(text))],
  ['the wrapper comes back', () => (wrapper.remove(), observer.takeRecords(), text.after(wrapper))],
  ['something comes between them', () => text.after(document.createElement('s'))],
])('its place is touched where %s', (_, change) => {
  change();
  expect(touched()).toEqual([[entry, UNTOLD]]);
});

it('what goes and comes beside them is no touch', () => {
  root.querySelector('i')?.remove();
  root.querySelector('b')?.before('更前');
  expect(touched()).toEqual([]);
});

it('tells which elements went and came, and not of texts', () => {
  const [bold, italic] = [root.querySelector('b') as Element, document.createElement('i')];
  bold.remove();
  root.append(italic, '字');
  root.lastChild?.remove();
  const { gone, came } = read();
  expect([...gone]).toEqual([bold]);
  expect([...came]).toEqual([italic]);
});
