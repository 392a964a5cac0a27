// Presets in the panel: a press and a press back, what 改 offers, 我的设置; by pointer and by keyboard.
import { waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { stand } from './stand';

type Stand = ReturnType<typeof stand>;

const pressed = (at: Stand, name: string) => at.all().getByRole('button', { name }).getAttribute('aria-pressed');
const gloss = (at: Stand, name: string) => at.root.querySelector(`#${at.root.querySelector(`#panel .act[aria-label="${name}"]`)?.getAttribute('aria-describedby')}`)?.textContent;
const summary = (at: Stand, name: string) => at.root.querySelector<HTMLElement>(`#panel summary[aria-label="改“${name}”"]`);

/** Opens 改 of a preset and presses one of its two choices. */
function change(at: Stand, name: string, choice: string): void {
  const details = summary(at, name)?.closest('details');
  if (!details) throw new Error(`no 改 beside ${name}`);
  details.open = true;
  [...details.querySelectorAll('button')].find((one) => one.textContent === choice)?.click();
}

async function open(more: Parameters<typeof stand>[0] = {}): Promise<Stand> {
  const at = stand(more);
  await at.more();
  return at;
}

test('each goes on with one press and back with the next, and says so', async () => {
  const at = await open();
  for (const name of ['看不清楚', '拼音助读']) {
    expect(pressed(at, name)).toBe('false');
    at.press(name);
    await waitFor(() => expect(pressed(at, name)).toBe('true'));
    expect(at.status()).toContain(`已打开${name}。`);
    expect(gloss(at, name)).toBe('已开，再按改回');
    at.press(name);
    await waitFor(() => expect(pressed(at, name)).toBe('false'));
    expect(at.status()).toBe(`已关闭${name}。按“撤销”回到上一步。`);
  }
  expect(at.settings.value).toMatchObject({ textSize: 100, contrast: 'off', pinyin: 'off' });
});

test('改 makes a preset of what stands now; its second press brings back what was before the first', async () => {
  const at = await open();
  at.press('拼音助读');
  await at.model.set({ pinyin: 'rare', contrast: 'black-on-white' });
  change(at, '拼音助读', '照现在的样子改');
  expect(at.status()).toBe('拼音助读：改好了。按“撤销”回到上一步。');
  expect(at.root.activeElement).toBe(summary(at, '拼音助读'));
  expect(summary(at, '拼音助读')?.closest('details')?.open).toBe(false);
  expect(at.kept()).toMatchObject({ learner: { textSize: 150, spacing: 'wide', contrast: 'black-on-white', pinyin: 'rare' } });
  at.press('拼音助读');
  await waitFor(() => expect(at.settings.value).toMatchObject({ textSize: 100, spacing: 'page', contrast: 'off', pinyin: 'off' }));
  await waitFor(() => expect(gloss(at, '拼音助读')).toBe('您改过的样子'));
  at.press('拼音助读');
  await waitFor(() => expect(at.settings.value).toMatchObject({ contrast: 'black-on-white', pinyin: 'rare' }));
});

test('改 puts a preset back to what it was at first', async () => {
  const at = await open();
  change(at, '看不清楚', '改回原来的');
  expect(at.status()).toBe('本来就没改过。');
  await at.model.set({ spacing: 'wider' });
  change(at, '看不清楚', '照现在的样子改');
  change(at, '看不清楚', '改回原来的');
  expect(at.status()).toBe('看不清楚：改回来了。按“撤销”回到上一步。');
  await at.model.set({ spacing: 'page' });
  at.press('看不清楚');
  await waitFor(() => expect(at.settings.value).toMatchObject({ textSize: 200, contrast: 'yellow-on-black' }));
});

test('我的设置 holds what was chosen and nothing else, and comes back with one press; it can be deleted', async () => {
  const at = await open();
  at.press('存成我的设置');
  expect(at.status()).toBe('现在什么都没改，没有可存的。先改几样，再来存。');
  expect(at.kept()).toBeUndefined();
  await at.model.set({ contrast: 'yellow-on-black', rate: 2 });
  at.press('存成我的设置');
  expect(at.status()).toBe('我的设置：存好了。按“撤销”回到上一步。');
  expect(at.kept()).toEqual({ mine: { contrast: 'yellow-on-black', rate: 2 } });
  await at.model.set({ contrast: 'off', rate: 1, pinyin: 'all' });
  at.press('我的设置');
  await waitFor(() => expect(at.settings.value).toMatchObject({ contrast: 'yellow-on-black', rate: 2, pinyin: 'all', textSize: 100 }));
  change(at, '我的设置', '删掉我的设置');
  expect(at.status()).toBe('我的设置：删掉了。按“撤销”回到上一步。');
  expect(at.all().getByRole('button', { name: '存成我的设置' })).toBeTruthy();
});

test('撤销 takes back what was saved', async () => {
  const at = await open();
  await at.model.set({ contrast: 'yellow-on-black' });
  at.press('存成我的设置');
  await at.model.undo();
  await waitFor(() => expect(at.all().getByRole('button', { name: '存成我的设置' })).toBeTruthy());
});

test('Escape closes 改 first, with the focus on its button, then the panel', async () => {
  const at = await open();
  const button = summary(at, '键盘助读');
  const details = button?.closest('details');
  if (!button || !details) throw new Error('no 改');
  details.open = true;
  details.querySelector('button')?.focus();
  expect(at.key('Escape')).toBe(false);
  expect(details.open).toBe(false);
  expect(at.root.activeElement).toBe(button);
  at.key('Escape');
  expect(at.root.querySelector('#panel')).toBeNull();
});

test('every preset has a name, a gloss and a named 改, in both languages', async () => {
  for (const language of ['zh-CN', 'en']) {
    const at = stand({ language });
    at.press(language === 'en' ? 'More' : '更多');
    await waitFor(() => expect(at.root.querySelector('#panel')).not.toBeNull());
    const rows = [...at.root.querySelectorAll('.preset')];
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      const button = row.querySelector('.act');
      expect(button?.getAttribute('aria-label')).toBeTruthy();
      expect(at.root.querySelector(`#${button?.getAttribute('aria-describedby')}`)?.textContent).toBeTruthy();
    }
    for (const one of at.root.querySelectorAll('summary')) expect(one.getAttribute('aria-label')).toContain(one.textContent ?? '?');
    at.end();
  }
});
