// @vitest-environment jsdom
// Who says where the reader is: the last writer wins, but for a resting mouse, a finger that scrolls, and a focus that a press brought.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLive } from '../../shared/live';
import type { Root } from '../../shared/page/page';
import { createPosition, type Place, type Position } from '../../shared/position';

let position: Position;
let end: AbortController;

beforeEach(() => {
  document.body.innerHTML = '<p>文</p><a href="#">链接</a><input><iframe></iframe>';
  end = new AbortController();
  position = createPosition({ document, roots: createLive<readonly Root[]>([document]), onChange: () => {} }, (run) => run);
  position.follow(end.signal);
});
afterEach(() => end.abort());

function send(type: string, x: number, y: number, { on = 'p', kind = 'mouse', to = null as Element | null } = {}): void {
  const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true, relatedTarget: to });
  Object.defineProperty(event, 'pointerType', { value: kind });
  document.querySelector(on)?.dispatchEvent(event);
}
const speech: Place = { source: 'speech', target: null, rect: () => new DOMRectReadOnly(0, 300, 100, 20) };
const now = () => {
  const place = position.current.value;
  const box = place?.rect();
  return place && `${place.source} ${box?.x},${box?.y}`;
};

beforeEach(() => {
  globalThis.DOMRectReadOnly ??= class {
    constructor(readonly x: number, readonly y: number, readonly width: number, readonly height: number) {}
  } as unknown as typeof DOMRectReadOnly;
});

it('follows the mouse, and lets speech have its place until the mouse moves in earnest', () => {
  send('pointermove', 10, 10);
  expect(now()).toBe('pointer 10,10');
  position.report(speech);
  send('pointermove', 15, 10);
  expect(now()).toBe('speech 0,300');
  send('pointermove', 18, 10);
  expect(now()).toBe('pointer 18,10');
});

it('a mouse first heard of while something else is read has only been there', () => {
  position.report(speech);
  send('pointermove', 10, 10);
  send('pointermove', 12, 10);
  expect(now()).toBe('speech 0,300');
  send('pointerdown', 12, 10);
  expect(now()).toBe('pointer 12,10');
});

it('a tap sets the place; a finger that goes on to scroll does not; lifting it changes nothing', () => {
  send('pointerdown', 10, 10, { kind: 'touch' });
  send('pointermove', 10, 20, { kind: 'touch' });
  send('pointercancel', 0, 0, { kind: 'touch' });
  expect(now()).toBeNull();
  send('pointerdown', 10, 30, { kind: 'touch' });
  send('pointerup', 10, 30, { kind: 'touch' });
  send('pointerout', 10, 30, { kind: 'touch' });
  expect(now()).toBe('pointer 10,30');
  expect(position.pointer.value?.kind).toBe('touch');
});

it('focus by keyboard counts, focus by a press only where one writes', () => {
  document.querySelector('a')?.focus();
  expect(position.current.value?.source).toBe('focus');
  send('pointerdown', 10, 10);
  document.querySelector('a')?.blur();
  document.querySelector('a')?.focus();
  expect(position.current.value?.source).toBe('pointer');
  document.querySelector('input')?.focus();
  expect(position.current.value?.target?.localName).toBe('input');
});

it('knows when the pointer is nowhere that it hears, and what came under a resting one', () => {
  send('pointermove', 10, 10);
  send('pointerover', 10, 10, { on: 'a' });
  expect(position.current.value?.target?.localName).toBe('a');
  send('pointermove', 20, 10, { on: 'iframe' });
  expect(position.pointer.value).toBeNull();
  send('pointermove', 30, 10);
  send('pointerout', 0, 0);
  expect(position.pointer.value).toBeNull();
  expect(now()).toBe('pointer 30,10');
});

it('lets go of all when nobody follows', () => {
  send('pointermove', 10, 10);
  end.abort();
  send('pointermove', 40, 40);
  expect([position.current.value, position.pointer.value]).toEqual([null, null]);
});
