// The panel 嗓音 as it is drawn: names and roles, arrows that choose nothing, what is asked, what is unfolded where there is no voice.
import { fireEvent, render, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { VoiceRow, VoicesPanel } from '../../../shared/panel';
import { Panel } from '../../../shared/panels/voices/panel';
import { words } from '../../../shared/panels/voices/words';

const row = (uri: string, name: string, more: Partial<VoiceRow> = {}): VoiceRow => ({ uri, name, gender: 'female', family: 'mandarin', company: '', isRobot: false, isUnheard: false, ...more });
const ROWS = [
  row('h', '慧慧'),
  row('x', '晓晓', { company: 'microsoft' }),
  row('t', '美佳', { family: 'taiwan' }),
  row('s', '善怡', { family: 'cantonese', company: 'google' }),
  row('e', '电脑合成音', { gender: '', isRobot: true, isUnheard: true }),
];

function draw(change: Partial<VoicesPanel> = {}, lang: 'zh-CN' | 'en' = 'zh-CN') {
  const calls = { choose: vi.fn(), sample: vi.fn(), stop: vi.fn(), stand: vi.fn(), answer: vi.fn(), usePack: vi.fn(), useCaption: vi.fn(), copy: vi.fn(), focused: vi.fn(), close: vi.fn() };
  const props: VoicesPanel = {
    rows: ROWS, chosen: '', standing: '', best: '慧慧', isWaiting: false, sounding: null, asking: null, told: null, focus: '', system: 'windows', pack: null, offersCaption: false, diagnosis: 'browser: x', ...calls, ...change,
  };
  const { container } = render(<Panel {...props} words={words[lang]} />);
  const all = within(container as HTMLElement);
  return { all, calls, radios: () => all.queryAllByRole('radio'), status: () => all.getByRole('status').textContent, container };
}
const nameOf = (element: Element) => element.textContent;

test('one group of radio buttons, the best one first; each says what it is', () => {
  const { all, radios } = draw();
  expect(all.getByRole('dialog', { name: '嗓音（谁来读）' })).toBeTruthy();
  expect(all.getByRole('radiogroup', { name: '谁来读' })).toBeTruthy();
  expect(radios().map(nameOf)).toEqual([
    '自动用最好的一个，现在是“慧慧”',
    '慧慧女声，不联网',
    '晓晓女声，在线：文字会发到微软',
    '美佳台湾嗓音，女声，不联网',
    '善怡粤语嗓音，女声，在线：文字会发到谷歌',
    '电脑合成音像机器人，不联网，没听过，先试听',
  ]);
  expect(radios().map((one) => one.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false', 'false', 'false', 'false']);
});

test('Tab reaches the two buttons of one row; the focus on another says that it is that one', () => {
  const { radios, container, calls } = draw({ chosen: 't', standing: 'x' });
  const tabs = (all: readonly HTMLElement[]) => all.map((one) => one.tabIndex);
  expect(tabs(radios())).toEqual([-1, -1, 0, -1, -1, -1]);
  expect(tabs([...container.querySelectorAll<HTMLElement>('.sample')])).toEqual([-1, -1, 0, -1, -1, -1]);
  radios()[2]?.focus();
  expect(calls.stand).not.toHaveBeenCalled();
  radios()[3]?.focus();
  expect(calls.stand.mock.calls).toEqual([['t']]);
});

test('arrows, Home and End pass over the choices and choose nothing; a press does', () => {
  const { radios, calls, all } = draw();
  const [first] = radios();
  first?.focus();
  const key = (name: string, more = {}) => fireEvent.keyDown(document.activeElement as Element, { key: name, ...more });
  const now = () => document.activeElement?.querySelector('b')?.textContent ?? document.activeElement?.getAttribute('aria-label');
  key('ArrowDown');
  expect(now()).toBe('慧慧');
  key('ArrowUp');
  key('ArrowLeft');
  expect(now()).toBe('电脑合成音');
  key('ArrowRight');
  key('End');
  expect(now()).toBe('电脑合成音');
  key('Home');
  expect(now()).toBe('自动');
  key('ArrowDown', { altKey: true });
  key('a');
  expect(now()).toBe('自动');
  all.getByRole('button', { name: '试听“慧慧”' }).focus();
  key('ArrowDown');
  expect(now()).toBe('试听“晓晓”');
  expect([calls.choose, calls.sample].map((call) => call.mock.calls.length)).toEqual([0, 0]);
  fireEvent.click(radios()[2] as Element);
  expect(calls.choose.mock.calls).toEqual([['x']]);
});

test('试听 is 停止 while it sounds, and 停止 stands in the head', () => {
  const quiet = draw();
  fireEvent.click(quiet.all.getByRole('button', { name: '试听“晓晓”' }));
  expect(quiet.calls.sample.mock.calls).toEqual([['x']]);
  expect(quiet.all.queryByRole('button', { name: '停止' })).toBeNull();
  const loud = draw({ sounding: 'x' });
  fireEvent.click(loud.all.getByRole('button', { name: '停止' }));
  fireEvent.click(loud.all.getByRole('button', { name: '停止“晓晓”' }));
  expect(loud.calls.stop).toHaveBeenCalledTimes(2);
  expect(loud.calls.sample).not.toHaveBeenCalled();
});

test('consent names voice and company, takes no, and no yes that a script presses', () => {
  const { all, calls } = draw({ asking: { about: 'consent', row: ROWS[1] as VoiceRow }, focus: 'asking' });
  const group = within(all.getByRole('group', { name: '“晓晓”是在线嗓音：要读的文字会发到微软的服务器。用吗？' }));
  fireEvent.click(group.getByRole('button', { name: '同意并使用' }));
  fireEvent.click(group.getByRole('button', { name: '不用' }));
  // A real press of it is in test/browser/voices.test.ts: no script can make one.
  expect(calls.answer.mock.calls).toEqual([[false]]);
});

test.each([['chosen', 1], ['asking', 1], ['help', 1], ['', 0]] as const)('one thing takes the focus: %s', (focus, count) => {
  const { container } = draw({ focus, asking: focus === 'asking' ? { about: 'heard', row: ROWS[0] as VoiceRow } : null });
  expect(container.querySelectorAll('[data-focus]')).toHaveLength(count);
});

test('what happened is said', () => {
  const { status } = draw({ told: { key: 'chosen', name: '康康' } });
  expect(status()).toBe('好了，以后用“康康”读。');
});

test.each([
  ['still looking', { rows: [], best: '', isWaiting: true }, '正在找这台电脑的嗓音……'],
  ['none', { rows: [], best: '' }, '这台电脑（手机）没有普通话声音。照下面的办法加一个，再按“朗读”。'],
  ['none of its own', { best: '' }, '这台电脑（手机）自己没有普通话声音。可以从下面选一个，也可以加一个。'],
  ['some', {}, ''],
])('the head says what there is: %s', (_, change, text) => expect(draw(change).status()).toBe(text));

test('without a voice the steps of this system are unfolded, all others folded', () => {
  const { all, container } = draw({ rows: [], best: '' });
  expect(all.getByRole('heading', { name: '怎么添加' })).toBeTruthy();
  const heading = all.getByRole('heading', { name: '您这台：Windows 电脑' });
  expect(heading.closest('details')).toBeNull();
  const others = [...container.querySelectorAll('details h4')].map(nameOf);
  expect(others).toEqual(['安卓手机和平板', '苹果手机和平板', '苹果电脑', '统信、麒麟和别的 Linux 电脑', 'Chromebook 电脑']);
  expect(container.querySelectorAll('details[open]')).toHaveLength(0);
  expect(container.querySelectorAll('ol:first-of-type li').length).toBeGreaterThan(5);
});

test('with a voice they are folded; an unknown system has none of its own', () => {
  expect(draw().all.queryByRole('heading', { name: '怎么添加' })).toBeNull();
  const { container, all } = draw({ rows: [], best: '', system: null });
  expect(container.querySelectorAll('details h4')).toHaveLength(6);
  expect(all.getByText('各种电脑和手机')).toBeTruthy();
});

test('our own voice with its size; the large caption where there is one', () => {
  const { all, calls } = draw({ rows: [], best: '', pack: { bytes: 1_220_000, isLoading: false }, offersCaption: true });
  fireEvent.click(all.getByRole('button', { name: '用明读自带的嗓音（约 1.2 MB）' }));
  fireEvent.click(all.getByRole('button', { name: '只看大字幕' }));
  expect([calls.usePack, calls.useCaption].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  expect(draw({ pack: { bytes: 0, isLoading: false } }).all.getByRole('button', { name: '用明读自带的嗓音' })).toBeTruthy();
  const loading = draw({ pack: { bytes: 1, isLoading: true } });
  fireEvent.click(loading.all.getByRole('button', { name: '正在取自带的嗓音……' }));
  expect(loading.calls.usePack).not.toHaveBeenCalled();
  expect(draw().all.queryByRole('button', { name: /自带/ })).toBeNull();
});

test('in English, with the names as Chinese', () => {
  const { radios } = draw({}, 'en');
  expect(radios()[1]?.textContent).toBe('慧慧female, offline');
  expect(radios().map((one) => one.querySelector('b')?.lang)).toEqual(['', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
});
