// 快捷键 on the options page: the panel that gives keys to actions, and the browser's own commands with the way to where they are changed.
// Not for which key does what (shared/keys) nor for how it is drawn.
import browser from 'webextension-polyfill';
import type { createRebind as CreateRebind, Rebind } from '../../shared/features/find/extras/rebind';
import { keysOf, parseKeys, type Keys } from '../../shared/keys/bindings';
import type { Desk } from './desk';
import type { LentPanels } from './panels';

/** A command that the browser itself listens for. */
export interface BrowserCommand {
  readonly name: string;
  /** As the browser tells it; '' for the action button. */
  readonly description: string;
  /** As it is printed on the keys; '' for none. */
  readonly keys: string;
}

export interface KeyDesk {
  readonly commands: readonly BrowserCommand[];
  /** Asks the browser anew: the reader may have been to its page. */
  look(): Promise<void>;
  /** Opens the browser's page of shortcuts; false where the reader has to go there. */
  openBrowserPage(): Promise<boolean>;
  /** Opens the panel of the keys in pages. */
  open(): Promise<void>;
}

/** Of Chromium, and of browsers made of it, which turn it into their own. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts';

/** Firefox has it from 137 on. */
type Commands = typeof browser.commands & { readonly openShortcutSettings?: () => Promise<void> };

export function createKeyDesk({ view, desk, panels, redraw }: { readonly view: Window; readonly desk: Desk; readonly panels: LentPanels; redraw(): void }): KeyDesk {
  let commands: readonly BrowserCommand[] = [];
  let rebind: Rebind | null = null;
  const kept = desk.kept('keys').value;

  const keys = (): Keys => {
    const set = desk.settings.value['shortcuts'];
    return set === 'mingdu' || set === 'classic' ? keysOf(set, parseKeys(kept.value)) : {};
  };
  desk.settings.watch(() => rebind?.update());

  return {
    get commands() {
      return commands;
    },
    async look() {
      const all = await browser.commands.getAll();
      commands = all.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut }));
      redraw();
    },
    async openBrowserPage() {
      if (!browser.runtime.getURL('').startsWith('moz-extension:')) {
        await browser.tabs.create({ url: CHROMIUM_PAGE });
        return true;
      }
      const { openShortcutSettings } = browser.commands as Commands;
      if (!openShortcutSettings) return false;
      return openShortcutSettings().then(
        () => true,
        () => false,
      );
    },
    async open() {
      const script: { readonly createRebind: typeof CreateRebind } = await panels.loadPack('rebind');
      rebind ??= script.createRebind({ kept: desk.kept, panel: panels.panel, all: desk.settings }, keys, /^(Mac|iP)/.test(view.navigator.platform));
      rebind.open();
    },
  };
}
