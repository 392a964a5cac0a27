// One test for each row of the keyboard table in interface.md: the bar, the choices, Escape. Not for what presses mean.
import { fireEvent } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { stand } from './stand';

describe('the bar', () => {
  test('is one tab stop', () => {
    const { root } = stand();
    expect(root.querySelectorAll('[role=toolbar] button[tabindex="0"]')).toHaveLength(1);
  });

  test('focusFirst goes to the first control and shows the hint', () => {
    const at = stand();
    at.toolbar.focusFirst();
    expect(at.focused()).toBe('缩小');
  });

  test('→ and ← move and go round, Home and End reach the ends', () => {
    const at = stand();
    at.toolbar.focusFirst();
    at.key('ArrowRight');
    expect(at.focused()).toBe('放大');
    at.key('End');
    expect(at.focused()).toBe('退出');
    at.key('ArrowRight');
    expect(at.focused()).toBe('缩小');
    at.key('ArrowLeft');
    expect(at.focused()).toBe('退出');
    at.key('Home');
    expect(at.focused()).toBe('缩小');
    expect(at.asked).toEqual([]);
  });

  test('the button that had the focus last is the tab stop', () => {
    const at = stand();
    at.toolbar.focusFirst();
    at.key('ArrowRight');
    expect(at.button('放大').tabIndex).toBe(0);
    expect(at.button('缩小').tabIndex).toBe(-1);
  });

  test('↓ on a button with choices opens them', async () => {
    const at = stand();
    at.button('拼音').focus();
    at.key('ArrowDown');
    await at.frame();
    expect(at.button('拼音的选项').getAttribute('aria-expanded')).toBe('true');
    expect(at.all().getByRole('radiogroup', { name: '拼音' })).toBeTruthy();
  });

  test('Tab from the bar enters the panel at the part that was asked for', async () => {
    const at = stand();
    at.button('拼音的选项').focus();
    at.key('Enter');
    await at.frame();
    expect(at.focused()).toBe('拼音的选项');
    at.key('Tab');
    expect(at.focused()).toBe('关');
    expect(at.root.activeElement?.closest('[role=radiogroup]')?.getAttribute('aria-label')).toBe('拼音');
  });

  test('keys with Alt, Ctrl or Meta are left alone', () => {
    const at = stand();
    at.toolbar.focusFirst();
    at.key('ArrowRight', { altKey: true });
    expect(at.focused()).toBe('缩小');
  });

  test('no key pressed in our interface reaches the shortcuts of the page', () => {
    const at = stand();
    at.toolbar.focusFirst();
    expect(at.key('k')).toBe(false);
    expect(at.key('ArrowRight')).toBe(false);
  });
});

describe('a choice', () => {
  test('arrows move without applying; Space or Enter applies', async () => {
    const at = stand();
    await at.more();
    const wide = at.all().getByRole('radio', { name: '宽' });
    (wide.previousElementSibling as HTMLElement).focus();
    at.key('ArrowRight');
    expect(at.focused()).toBe('宽');
    expect(at.asked).toEqual([]);
    at.key(' ');
    expect(at.asked).toEqual(['set {"spacing":"wide"}']);
    at.key('ArrowDown');
    at.key('Enter');
    expect(at.asked.at(-1)).toBe('set {"spacing":"wider"}');
  });

  test('is one tab stop: the checked one', async () => {
    const at = stand();
    at.settings.set({ ...at.settings.value, spacing: 'wider' });
    await at.more();
    const group = at.all().getByRole('radiogroup', { name: '行距字距' });
    expect([...group.querySelectorAll('[tabindex="0"]')].map((one) => one.getAttribute('aria-label'))).toEqual(['更宽']);
  });
});

describe('Escape', () => {
  test('closes the panel and goes back to what opened it, then to where one came from', async () => {
    const at = stand();
    at.link.focus();
    at.toolbar.focusFirst();
    at.button('更多').focus();
    at.key('Enter');
    await at.frame();
    at.all().getByRole('radio', { name: '宽' }).focus();
    at.key('Escape');
    expect(at.root.querySelector('#panel')).toBeNull();
    expect(at.focused()).toBe('更多');
    at.key('Escape');
    expect(document.activeElement).toBe(at.link);
    expect(at.asked).toEqual([]);
  });

  test('goes back to what had it in a shadow tree, as our launcher has', () => {
    const at = stand();
    const host = document.body.appendChild(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const button = inner.attachShadow({ mode: 'open' }).appendChild(document.createElement('button'));
    button.focus();
    at.toolbar.focusFirst();
    expect(inner.shadowRoot?.activeElement).toBeNull();
    at.key('Escape');
    expect(inner.shadowRoot?.activeElement).toBe(button);
    host.remove();
  });

  test('with nothing to go back to leaves the focus to the page', () => {
    const at = stand();
    at.toolbar.focusFirst();
    at.key('Escape');
    expect(at.root.activeElement).toBeNull();
  });

  test('closes the strip of a phone first', async () => {
    const at = stand({ phone: true });
    await at.frame();
    at.button('大字').focus();
    at.key('Enter');
    at.button('放大').focus();
    at.key('Escape');
    expect(at.all().queryByRole('button', { name: '放大' })).toBeNull();
    expect(at.focused()).toBe('大字');
  });
});

test('a button that vanishes under the focus hands it to its neighbour', () => {
  const at = stand();
  at.press('朗读');
  at.button('停止').focus();
  fireEvent.click(at.button('停止'));
  expect(at.focused()).toBe('朗读');
});
