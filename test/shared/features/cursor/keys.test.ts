// The table of the cursor's keys: each is plain, has one meaning, and no key with Ctrl, Alt, the system's key or an input method is ever one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFree } from '../../../../shared/features/cursor/hearing';
import { actOf, KEYS, type Pressed } from '../../../../shared/features/cursor/keys';

const NONE: Pressed = { key: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, keyCode: 0 };

describe('the table', () => {
  it.each(KEYS.map((row) => [`${row.shift ? 'Shift+' : ''}${row.key}`, row] as const))('%s', (_, { key, shift, act, zh, en }) => {
    const pressed = { ...NONE, key, shiftKey: shift };
    expect(actOf(pressed)).toBe(act);
    for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const) expect(actOf({ ...pressed, [held]: true })).toBeNull();
    expect(actOf({ ...pressed, keyCode: 229 })).toBeNull();
    expect(actOf({ ...pressed, getModifierState: (name) => name === 'AltGraph' })).toBeNull();
    expect([zh, en].every((words) => words.length > 1)).toBe(true);
  });

  it('has each key once, and leaves Tab, Space, Escape and the page keys alone', () => {
    expect(new Set(KEYS.map(({ key, shift }) => `${key} ${shift}`)).size).toBe(KEYS.length);
    for (const key of ['Tab', ' ', 'Escape', 'PageDown', 'PageUp', 'F6', 'Process', 'Dead', 'x']) expect(actOf({ ...NONE, key })).toBeNull();
    expect(actOf({ ...NONE, key: 'ArrowDown', shiftKey: true })).toBeNull();
    // Caps Lock.
    expect(actOf({ ...NONE, key: 'H' })).toBe('next-heading');
  });
});

const SHOWN: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowRight: '→', ArrowLeft: '←', Enter: '回车' };

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  it.each(KEYS.map(({ key, shift, zh }) => `| ${shift ? 'Shift+' : ''}${SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key)} | ${zh} |`))('says %s', (row) => expect(readme).toContain(row));
});

describe('where keys have work of their own', () => {
  function pressIn(html: string, given: Element | null = null): boolean {
    document.body.innerHTML = html;
    const target = document.querySelector('#at') as Element;
    let free = false;
    document.addEventListener('keydown', (event) => (free = isFree(event, given ?? (target.hasAttribute('data-given') ? target : null))), { once: true });
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true, composed: true }));
    return free;
  }

  it.each([
    '<input id="at">', '<textarea id="at"></textarea>', '<select id="at"></select>', '<video id="at" controls></video>', '<ul role="listbox"><li id="at" role="option">一</li></ul>',
    '<div role="grid"><span id="at">一</span></div>', '<div role="tablist"><a id="at" href="#">一</a></div>', '<div role="slider" id="at"></div>', '<div data-mingdu><button id="at">我们的</button></div>',
  ])('%s', (html) => expect(pressIn(html)).toBe(false));

  it('text, links, buttons, and what the cursor itself gave the focus to are free', () => {
    expect(['<p id="at">文字</p>', '<a id="at" href="#">链接</a>', '<button id="at">按钮</button>', '<ul role="listbox"><li data-given id="at" role="option">一</li></ul>'].map((html) => pressIn(html))).toEqual([true, true, true, true]);
  });

  it('what the page has used is not', () => {
    document.body.innerHTML = '<p id="at">文字</p>';
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true });
    event.preventDefault();
    expect(isFree(event, null)).toBe(false);
  });
});
