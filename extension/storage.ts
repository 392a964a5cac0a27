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

/** What would tell where somebody has been; a private window leaves it as it is. */
const TRACES = ['places'];

function isPrivate(): boolean {
  // Not in the oldest browsers.
  const { extension } = browser as { extension?: typeof browser.extension };
  return extension?.inIncognitoContext === true;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function withoutTraces(next: object, before: unknown): Record<string, unknown> {
  const kept = Object.entries(recordOf(before)).filter(([key]) => TRACES.includes(key));
  return Object.fromEntries([...Object.entries(next).filter(([key]) => !TRACES.includes(key)), ...kept]);
}

/** What was chosen while the store could not be read, over what it holds. */
function over(stored: unknown, chosen: unknown): Record<string, unknown> {
  const [below, above] = [recordOf(stored), recordOf(chosen)];
  return { ...below, ...above, settings: { ...recordOf(below['settings']), ...recordOf(above['settings']) } };
}

/**
 * @param view the window of the page, which tells when the page comes back from the browser's memory
 * @param onBlocked is told when the store cannot be used; what was chosen then holds for this page only
 * @param options `holds`: whether the next change goes on from what the store refused. Not where the reader is told that all is as it was.
 */
export function createExtensionStorage(view: Window, onBlocked: (error: unknown) => void, { holds = true } = {}): SettingsStorage {
  let kept: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** The store refused: what was chosen since holds for this page, and the next change is made to it. */
  let isUnsaved = false;
  /** Before the store was read once, nothing may be written over it. */
  let hasRead = false;
  /** What the store held when it was last heard of: where somebody has been comes from there alone in a private window. */
  let held: unknown = null;
  /** Our own writes whose echo has not come yet: taking it for another tab's would bring an older choice back for a moment. */
  const echoes: string[] = [];

  async function fetchKept(): Promise<unknown> {
    const found = (await browser.storage.local.get(KEY))[KEY] ?? null;
    hasRead = true;
    held = found;
    return found;
  }

  async function read(): Promise<unknown> {
    try {
      if (!isUnsaved) kept = await fetchKept();
    } catch (error) {
      onBlocked(error);
    }
    return kept;
  }

  /** What is stored, as far as we know, and what the page goes on from. */
  async function base(): Promise<{ readonly stored: unknown; readonly from: unknown }> {
    if (!isUnsaved) {
      const stored = await fetchKept();
      return { stored, from: stored };
    }
    return { stored: null, from: hasRead ? kept : over(await fetchKept(), kept) };
  }

  async function write(change: Parameters<SettingsStorage['update']>[0]): Promise<boolean> {
    let text: string | null = null;
    try {
      const { stored, from } = await base().catch((error: unknown) => {
        kept = change(kept);
        throw error;
      });
      const next = change(from);
      kept = next;
      const written = isPrivate() ? withoutTraces(next, held) : next;
      text = textOf(written);
      if (text === textOf(stored)) return true;
      echoes.push(text);
      await browser.storage.local.set({ [KEY]: written });
      isUnsaved = false;
      held = written;
      return true;
    } catch (error) {
      if (text !== null) echoes.pop();
      isUnsaved = holds;
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
        held = changed.newValue;
        const echo = echoes.indexOf(textOf(changed.newValue));
        echoes.splice(0, echo < 0 ? echoes.length : echo + 1);
        if (echo >= 0) return;
        isUnsaved = false;
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
