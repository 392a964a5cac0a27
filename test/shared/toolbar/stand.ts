// Mounts the toolbar into a shadow root of the unit tests' page and finds its controls by role and name. Not a test.
import { createEvent, fireEvent, waitFor, within } from '@testing-library/preact';
import { onTestFinished } from 'vitest';
import { en } from '../../../shared/i18n/en';
import { zhCN } from '../../../shared/i18n/zh-CN';
import type { Patch } from '../../../shared/settings/schema';
import { mountToolbar } from '../../../shared/toolbar/mount';
import { fakeModel } from './fake-model';

export interface StandOptions {
  readonly phone?: boolean;
  readonly language?: string;
  readonly stored?: Patch;
  /** Whether the panel's file can be had. */
  readonly hasPanel?: boolean;
  /** Whether the reader is here for the first time. */
  readonly isFirst?: boolean;
}

export function stand({ phone = false, language = 'zh-CN', stored = {}, hasPanel = true, isFirst = false }: StandOptions = {}) {
  const host = document.createElement('div');
  host.setAttribute('data-mingdu', '');
  const link = document.createElement('a');
  link.href = '#';
  link.textContent = '链接';
  document.body.append(link, host);
  const root = host.attachShadow({ mode: 'open' });
  const controller = new AbortController();
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => ({ matches: phone }) });
  const fake = fakeModel({ hasPanel, isFirst, lang: language.startsWith('en') ? 'en' : language });
  fake.settings.set({ ...fake.settings.value, ...stored });
  const toolbar = mountToolbar({ root, document, model: fake.model, messages: language.startsWith('en') ? { ...en, lang: 'en' } : { ...zhCN, lang: language }, signal: controller.signal });
  const all = () => within(root.querySelector('.ui') as HTMLElement);
  onTestFinished(() => {
    controller.abort();
    host.remove();
    link.remove();
  });
  return {
    ...fake,
    toolbar,
    root,
    link,
    end: () => controller.abort(),
    all,
    /** Text of the visible sentence. */
    status: () => root.querySelector('.status p')?.textContent ?? '',
    button: (name: string) => all().getByRole('button', { name }),
    press: (name: string) => fireEvent.click(all().getByRole('button', { name })),
    /** Presses 更多 and waits for the panel's script. */
    async more(): Promise<void> {
      fireEvent.click(all().getByRole('button', { name: '更多' }));
      await waitFor(() => {
        if (!root.querySelector('#panel')) throw new Error('The panel is not there yet');
      });
    },
    focused: () => root.activeElement?.getAttribute('aria-label') ?? root.activeElement?.textContent ?? null,
    /** Presses a key where the focus is; a button's own keys work as in a browser. @returns whether the page heard of it */
    key(key: string, more: KeyboardEventInit = {}): boolean {
      const target = root.activeElement ?? document.activeElement ?? document.body;
      let heard = false;
      const listen = () => (heard = true);
      document.addEventListener('keydown', listen);
      const event = createEvent.keyDown(target, { key, composed: true, bubbles: true, cancelable: true, ...more });
      fireEvent(target, event);
      document.removeEventListener('keydown', listen);
      if (!event.defaultPrevented && (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement) target.click();
      return heard;
    },
    /** Lets the toolbar measure the window. */
    frame: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  };
}
