// What the reader chose, in storage.local: one store for all pages, tabs and frames. Not for what the values mean (settings/store.ts).
import browser from 'webextension-polyfill';
import type { SettingsStorage } from '../shared/host';

export const KEY = 'mingdu';

/** The same text for the same value: browsers give an object's keys back in their own order. */
function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? ''
  );
}

/**
 * @param view the window of the page, which tells when the page comes back from the browser's memory
 * @param onBlocked is told when the store cannot be used; what was chosen then holds for this page only
 */
export function createExtensionStorage(view: Window, onBlocked: (error: unknown) => void): SettingsStorage {
  let kept: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** Our own writes whose echo has not come yet: taking it for another tab's would bring an older choice back for a moment. */
  const echoes: string[] = [];

  async function read(): Promise<unknown> {
    try {
      const found = await browser.storage.local.get(KEY);
      kept = found[KEY] ?? null;
    } catch (error) {
      onBlocked(error);
    }
    return kept;
  }

  async function write(change: Parameters<SettingsStorage['update']>[0]): Promise<boolean> {
    const before = textOf(await read());
    const next = change(kept);
    kept = next;
    const text = textOf(next);
    if (text === before) return true;
    echoes.push(text);
    try {
      await browser.storage.local.set({ [KEY]: next });
      return true;
    } catch (error) {
      echoes.pop();
      onBlocked(error);
      return false;
    }
  }

  return {
    read,
    update(change) {
      // One after another: two that read before either wrote would lose the first one's choice.
      const done = queue.then(() => write(change));
      queue = done.catch(() => undefined);
      return done;
    },
    onChange(run, signal) {
      const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
        const changed = changes[KEY];
        if (area !== 'local' || !changed) return;
        const echo = echoes.indexOf(textOf(changed.newValue));
        echoes.splice(0, echo < 0 ? echoes.length : echo + 1);
        if (echo >= 0) return;
        kept = changed.newValue ?? null;
        run(kept);
      };
      // Firefox tells a page that lies in its memory of nothing (Back leads there), so it has to look for itself.
      const onShown = async (event: Event) => {
        if (!(event as PageTransitionEvent).persisted) return;
        const before = textOf(kept);
        if (textOf(await read()) !== before) run(kept);
      };
      view.addEventListener('pageshow', (event) => void onShown(event), { signal });
      browser.storage.onChanged.addListener(onChanged);
      signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged), { once: true });
    },
  };
}
