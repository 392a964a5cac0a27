// Help in the panel, and the card of the first time: what is in them, what leads to them, where the focus goes. Looks are in the browser tests.
import { render, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { KEYS } from '../../../shared/features/cursor/keys';
import { zhCN } from '../../../shared/i18n/zh-CN';
import { Help } from '../../../shared/toolbar/help';
import { fakeModel } from './fake-model';
import { stand } from './stand';

async function openHelp(options: Parameters<typeof stand>[0] = {}) {
  const at = stand(options);
  at.press('帮助');
  await waitFor(() => expect(at.root.querySelector('#panel')).not.toBeNull());
  return at;
}

test('帮助 opens the help in the panel and shuts it; 更多 changes over to the settings', async () => {
  const at = await openHelp();
  expect(at.button('帮助').getAttribute('aria-expanded')).toBe('true');
  expect(at.button('更多').getAttribute('aria-expanded')).toBe('false');
  expect(within(at.all().getByRole('region', { name: '帮助' })).getAllByRole('heading').map((one) => one.textContent)).toEqual([
    '帮助', '怎么开始', '每个按钮做什么', '在别处叫这些名字的，在这里（按一下就到）', '只用键盘', '退出以后',
  ]);
  expect(at.root.querySelectorAll('#panel ol li')).toHaveLength(5);
  at.press('更多');
  expect(at.all().getByRole('region', { name: '更多' })).toBeTruthy();
  const help = at.root.querySelector<HTMLElement>('[data-item=help]');
  help?.click();
  help?.click();
  expect(at.root.querySelector('#panel')).toBeNull();
});

test('the known names lead to where the thing is, and the focus goes with them', async () => {
  const at = await openHelp();
  for (const name of ['关怀版', '老年模式', '十字线', '指读', '连读', '声音', '视窗区']) expect(at.button(name)).toBeTruthy();
  at.button('声音').focus();
  at.press('声音');
  expect(at.all().getByRole('region', { name: '更多' })).toBeTruthy();
  expect(at.root.activeElement?.closest('[data-setting=rate]')).not.toBeNull();
});

test('it lists the keys of the reading cursor, as the cursor has them', () => {
  const { model } = fakeModel();
  const props = { model, words: { ...zhCN, lang: 'zh-CN' }, keys: KEYS, open: () => undefined, teach: () => undefined };
  const { getByRole } = render(<Help {...props} />);
  const told = getByRole('region', { name: '按下“用键盘读”以后' });
  expect([...told.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['↓', '↑', '→', '←', 'H', 'Shift + H', 'L', 'Shift + L', 'T', 'Shift + T', 'Home', 'End', '回车', 'D']);
  expect(told.querySelector('dd')?.textContent).toBe(KEYS[0]?.zh);
});

test('the version stands in it', async () => {
  const at = await openHelp();
  expect(at.root.querySelector('#panel')?.textContent).toContain('版本 1.2.3');
});

test('on a phone it is reached from the sheet, and the focus stays in the sheet', async () => {
  const at = stand({ phone: true });
  await at.frame();
  await at.more();
  at.button('帮助').focus();
  at.press('帮助');
  expect(at.all().getByRole('dialog', { name: '帮助' })).toBeTruthy();
  expect(at.root.activeElement?.closest('#panel')).not.toBeNull();
});

const card = (at: ReturnType<typeof stand>) => at.root.querySelector('.guide');
const cardOf = (at: ReturnType<typeof stand>) => within(at.all().getByRole('region', { name: '第一次用？按一个试试' }));

test('the card comes the first time alone, after the bar, and takes no focus', async () => {
  const at = stand({ isFirst: true });
  await waitFor(() => expect(card(at)).not.toBeNull());
  expect(at.root.activeElement).toBeNull();
  const bar = at.root.querySelector('.toolbar') as Element;
  expect(bar.compareDocumentPosition(card(at) as Element) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(card(at)?.textContent).toContain('想再看：帮助 → 从头教我');
  const later = stand();
  await later.frame();
  expect(card(later)).toBeNull();
});

test('each of its buttons does it at once, and 不用了 takes the card away', async () => {
  const at = stand({ isFirst: true });
  await waitFor(() => expect(card(at)).not.toBeNull());
  for (const name of ['把字放大', '换个看得清的颜色', '念给我听']) {
    const button = cardOf(at).getByRole('button', { name });
    // A press focuses what it presses.
    button.focus();
    button.click();
  }
  expect(at.asked).toEqual(['set {"textSize":125}', 'set {"contrast":"yellow-on-black"}', 'command speech play']);
  cardOf(at).getByRole('button', { name: '不用了' }).click();
  expect(card(at)).toBeNull();
});

test('who uses the bar needs no card over the page', async () => {
  const at = stand({ isFirst: true });
  await waitFor(() => expect(card(at)).not.toBeNull());
  at.button('配色').focus();
  at.press('配色');
  await waitFor(() => expect(card(at)).toBeNull());
});

test('it does not come over what was opened meanwhile', async () => {
  const at = stand({ isFirst: true });
  at.press('更多');
  await waitFor(() => expect(at.root.querySelector('#panel')).not.toBeNull());
  await at.frame();
  expect(card(at)).toBeNull();
});

test('Escape in it closes it, and the focus goes to the bar', async () => {
  const at = stand({ isFirst: true });
  await waitFor(() => expect(card(at)).not.toBeNull());
  cardOf(at).getByRole('button', { name: '把字放大' }).focus();
  at.key('Escape');
  expect(card(at)).toBeNull();
  expect(at.root.activeElement?.closest('.bar')).not.toBeNull();
});

test('从头教我 shows it again, and there it takes the focus', async () => {
  const at = await openHelp();
  at.press('从头教我');
  expect(at.root.querySelector('#panel')).toBeNull();
  expect(at.focused()).toBe('把字放大');
});
