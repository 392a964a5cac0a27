// The panel: a control for each setting, by its kind, grouped by what one wants.
import { render, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { FeatureDescriptor } from '../../../shared/feature';
import { zhCN } from '../../../shared/i18n/zh-CN';
import { createLive } from '../../../shared/live';
import type { Settings } from '../../../shared/settings/schema';
import { Rows } from '../../../shared/toolbar/rows';
import { stand } from './stand';

test('更多 opens and closes it; the groups have names', async () => {
  const at = stand();
  await at.more();
  const panel = within(at.all().getByRole('region', { name: '更多' }));
  expect(at.button('更多').getAttribute('aria-controls')).toBe('panel');
  expect(panel.getAllByRole('heading').map((one) => one.textContent)).toEqual(['更多', '一按全设好', '看', '听', '工具栏']);
  at.press('更多');
  expect(at.root.querySelector('#panel')).toBeNull();
});

test('every setting has its control, with its value', async () => {
  const at = stand();
  await at.more();
  const groups = at.all().getAllByRole('radiogroup');
  expect(groups.map((one) => one.getAttribute('aria-label'))).toEqual(['配色', '行距字距', '朗读', '语速', '拼音']);
  expect(groups.map((one) => one.querySelector('[aria-checked=true]')?.getAttribute('aria-label'))).toEqual(['原样', '原样', '关', '标准', '关']);
  const size = within(at.root.querySelector('.stepper') as HTMLElement);
  size.getByRole('button', { name: '放大' }).click();
  expect(size.getByText('125%')).toBeTruthy();
});

test('a setting that means nothing as things stand is not shown until it does', async () => {
  const at = stand();
  await at.more();
  const names = () => at.all().getAllByRole('radiogroup').map((one) => one.getAttribute('aria-label'));
  expect(names()).not.toContain('线的粗细');
  at.settings.set({ ...at.settings.value, spacing: 'wider' });
  expect(names()).toContain('线的粗细');
});

test('a scheme is shown in its own colours, with a link', async () => {
  const at = stand();
  await at.more();
  const sample = at.all().getByRole('radio', { name: '黑底黄字' });
  expect(sample.style.color).toBe('yellow');
  expect(sample.style.backgroundColor).toBe('black');
  expect(sample.querySelector('u')?.dataset['text']).toBe('链接');
});

test('重置 says what it did', async () => {
  const at = stand();
  await at.more();
  at.press('重置');
  expect(at.asked).toEqual(['reset']);
  expect(at.status()).toBe('已全部改回原样。按“撤销”可以恢复。');
});

test('the bar takes dark colours of its own with a dark scheme', () => {
  const at = stand();
  expect(at.root.querySelector('.dark')).toBeNull();
  at.settings.set({ ...at.settings.value, contrast: 'yellow-on-black' });
  expect(at.root.querySelector('.dark')).not.toBeNull();
});

test('on a phone it is a dialog with its own status line and 关闭', async () => {
  const at = stand({ phone: true });
  await at.frame();
  await at.more();
  const sheet = within(at.all().getByRole('dialog', { name: '更多' }));
  expect(sheet.getByRole('status')).toBeTruthy();
  sheet.getByRole('button', { name: '关闭' }).click();
  expect(at.root.querySelector('#panel')).toBeNull();
});

test('speaks English too', () => {
  const at = stand({ language: 'en-GB' });
  expect(at.root.querySelector('.ui')?.getAttribute('lang')).toBe('en');
  at.press('Colours');
  expect(at.status()).toBe('Colours is on. Press again to turn it off; “Undo” takes it back.');
});

test('whose file cannot be had is told in one sentence, and asked for again at the next press', async () => {
  const at = stand({ hasPanel: false });
  at.press('更多');
  await at.frame();
  expect(at.status()).toBe('“更多”的文件没有取到。请看看网络，再按一次“更多”。');
  expect(at.button('更多').getAttribute('aria-expanded')).toBe('false');
});

test('what leads to the page closes the panel, and what is chosen already does not', () => {
  const closed: string[] = [];
  const aid = { id: 'away', settings: { away: { kind: 'choice', options: ['off', 'on'], leaves: true } }, main: 'away', icon: [], group: 'see' } as const satisfies FeatureDescriptor;
  const chosen: unknown[] = [];
  const model = { settings: createLive<Settings>({ away: 'off' }), able: createLive<ReadonlySet<string>>(new Set()), site: undefined };
  const words = { ...zhCN, lang: 'zh-CN', 'away.off': '关', 'away.on': '开' };
  const { getByRole } = render(<Rows aid={aid} place={undefined} model={model} words={words} actions={{ choose: (_, __, value) => void chosen.push(value), step: () => {} }} close={() => void closed.push('closed')} />);
  getByRole('radio', { name: '关' }).click();
  expect([chosen, closed]).toEqual([['off'], []]);
  getByRole('radio', { name: '开' }).click();
  expect([chosen, closed]).toEqual([['off', 'on'], ['closed']]);
});
