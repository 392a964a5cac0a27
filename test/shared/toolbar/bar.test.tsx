// What stands on the bar, what a press does, and what the status line says of it. Not for keys (keyboard.test.tsx).
import { waitFor } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { stand } from './stand';

const described = (root: ShadowRoot, button: HTMLElement) =>
  root.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '';

test('is made from the descriptors, in order', () => {
  const { root, all } = stand();
  expect(all().getByRole('region', { name: '明读工具栏' })).toBeTruthy();
  expect([...root.querySelectorAll('[role=toolbar] button')].map((one) => one.getAttribute('aria-label'))).toEqual([
    '缩小', '放大', '配色', '配色的选项', '朗读', '朗读的选项', '拼音', '拼音的选项', '长辈模式', '更多', '撤销', '帮助', '退出',
  ]);
  expect(root.querySelector('.ui')?.getAttribute('lang')).toBe('zh-CN');
});

test('a switch goes on with its first value, off, and on with the value used last', () => {
  const at = stand();
  at.press('配色');
  expect(at.button('配色').getAttribute('aria-pressed')).toBe('true');
  expect(described(at.root, at.button('配色'))).toBe('黑底黄字');
  expect(at.status()).toBe('已打开配色。再按一次关闭；按“撤销”回到上一步。');
  at.settings.set({ ...at.settings.value, contrast: 'black-on-white' });
  at.press('配色');
  expect(at.status()).toBe('已关闭配色。按“撤销”回到上一步。');
  at.press('配色');
  expect(at.asked).toEqual(['set {"contrast":"yellow-on-black"}', 'set {"contrast":"off"}', 'set {"contrast":"black-on-white"}']);
});

test('the hint how to switch off is given three times', () => {
  const at = stand();
  for (let press = 0; press < 7; press += 1) at.press('拼音');
  expect(at.status()).toBe('已打开拼音。按“撤销”回到上一步。');
});

test('the name stays while the state changes', () => {
  const at = stand();
  at.press('放大');
  expect(at.asked).toEqual(['set {"textSize":125}']);
  expect(described(at.root, at.button('放大'))).toBe('125%');
  at.press('缩小');
  expect(described(at.root, at.button('放大'))).toBe('原大');
});

test('at a limit it says so, stays a button, and changes nothing', () => {
  const at = stand();
  at.settings.set({ ...at.settings.value, textSize: 300 });
  expect(at.button('放大').getAttribute('aria-disabled')).toBe('true');
  at.press('放大');
  expect(at.status()).toBe('已经最大了（300%）。');
  expect(at.asked).toEqual([]);
});

test('a size between the steps goes to the next step', () => {
  const at = stand();
  at.settings.set({ ...at.settings.value, textSize: 130 });
  at.press('缩小');
  expect(at.asked).toEqual(['set {"textSize":125}']);
});

test('朗读 is a command that says what the next press does, with 停止 while it sounds', () => {
  const at = stand();
  const state = () => described(at.root, at.button('朗读'));
  expect(state()).toBe('从这里读起');
  expect(at.button('朗读').hasAttribute('aria-pressed')).toBe(false);
  at.press('朗读');
  expect(state()).toBe('暂停');
  at.press('朗读');
  expect(state()).toBe('继续');
  at.press('下一句');
  at.press('停止');
  expect(at.all().queryByRole('button', { name: '停止' })).toBeNull();
  expect(at.asked).toEqual(['command speech play', 'command speech pause', 'command speech next', 'command speech stop']);
});

test('撤销 names what it takes back', () => {
  const at = stand();
  expect(described(at.root, at.button('撤销'))).toBe('还没有改动');
  at.press('撤销');
  expect(at.asked).toEqual([]);
  at.press('拼音');
  expect(described(at.root, at.button('撤销'))).toBe('拼音改回“关”');
  at.press('撤销');
  expect(at.asked.at(-1)).toBe('undo');
  expect(at.status()).toBe('已撤销：拼音改回“关”。');
});

test('a preset that was taken back is named once', () => {
  const at = stand();
  at.undoable.set({ before: { textSize: 100, spacing: 'page' }, preset: 'elder' });
  at.press('撤销');
  expect(at.status()).toBe('已撤销：长辈模式。');
});

test('长辈模式 goes on and back', () => {
  const at = stand();
  at.press('长辈模式');
  expect(at.button('长辈模式').getAttribute('aria-pressed')).toBe('true');
  expect(described(at.root, at.button('长辈模式'))).toBe('已开，再按改回');
});

test('opened with stored choices it says so', () => {
  const at = stand({ stored: { pinyin: 'all' } });
  expect(at.status()).toBe('已按您上次的设置显示。不想要，请按“重置”。');
});

test('退出 closes', () => {
  const at = stand();
  at.press('退出');
  expect(at.asked).toEqual(['close']);
});

test('a problem is one sentence with 重试 where that helps, until the next action', () => {
  const at = stand();
  at.notice.set({ key: 'problem.pack-failed', params: { aid: 'pinyin' }, retry: 'pinyin' });
  expect(at.status()).toContain('“拼音”要用的文件没有取到');
  at.press('重试');
  expect(at.asked).toEqual(['retry pinyin']);
  expect(at.status()).toBe('');
});

test('a screen reader hears what no control has said, and nothing while our voice speaks', async () => {
  const at = stand();
  const live = () => at.all().getByRole('status').textContent;
  at.press('放大');
  at.press('放大');
  await waitFor(() => expect(live()).toBe('大字：150%'));
  at.press('配色');
  expect(live()).toBe('');
  at.press('朗读');
  at.press('放大');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(live()).toBe('');
});

test('folded, a pill leads back', async () => {
  const at = stand();
  await at.more();
  at.button('收起工具栏').focus();
  at.press('收起工具栏');
  expect(at.state.value).toBe('folded');
  expect(at.all().queryByRole('toolbar')).toBeNull();
  expect(at.focused()).toBe('明读');
  at.press('明读');
  expect(at.all().getByRole('toolbar')).toBeTruthy();
});

test('ends with its signal: nothing is left', () => {
  const at = stand();
  at.end();
  expect(at.root.querySelector('.ui')).toBeNull();
  at.settings.set({ ...at.settings.value, pinyin: 'all' });
  expect(at.root.querySelector('.ui')).toBeNull();
});

test('a phone has five buttons, a strip for sizes and one for 撤销', async () => {
  const at = stand({ phone: true });
  await at.frame();
  const names = () => [...at.root.querySelectorAll('[role=toolbar] button')].map((one) => one.getAttribute('aria-label'));
  expect(names()).toEqual(['大字', '配色', '朗读', '更多', '退出']);
  at.press('大字');
  at.press('放大');
  expect(described(at.root, at.button('大字'))).toBe('125%');
  at.press('撤销：大字');
  expect(at.asked).toEqual(['set {"textSize":125}', 'undo']);
});

test('on a phone 撤销 stands there after 重置 as well', async () => {
  const at = stand({ phone: true });
  await at.frame();
  await at.more();
  const named = (word: string) => [...at.root.querySelectorAll<HTMLElement>('#panel button')].find((one) => one.textContent?.includes(word));
  named('重置')?.click();
  at.undoable.set({ before: { textSize: 200, pinyin: 'all' } });
  expect(named('撤销')?.textContent).toBe('撤销：改回 2 项');
});

test('on a phone the hint for the keyboard gives way to what happened', async () => {
  // jsdom does not know which focus came from a keyboard.
  const { matches } = Element.prototype;
  const asked = vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return selector === ':focus-visible' ? this === this.ownerDocument.activeElement?.shadowRoot?.activeElement : matches.call(this, selector);
  });
  onTestFinished(() => asked.mockRestore());
  const at = stand({ phone: true });
  await at.frame();
  at.toolbar.focusFirst();
  await at.frame();
  expect(at.root.querySelector('.keys')).toBeTruthy();
  at.press('配色');
  expect(at.root.querySelector('.keys')).toBeNull();
  expect(at.button('撤销：配色')).toBeTruthy();
});
