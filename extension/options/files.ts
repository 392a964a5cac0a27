// Presses of 存成文件, 从文件取回 and 全部改回原样: what is asked, what is written, and what takes it back. Not for what a file holds
// (exchange.ts) nor for how it is drawn.
import type { SettingsStorage } from '../../shared/host';
import type { Rules } from '../../shared/settings/check';
import type { StoredState } from '../../shared/settings/store';
import { broughtBack, cleared, differencesOf, fileName, fileText, FILE_MAX_BYTES, partsOf, readFile, withParts, type Difference, type Parts } from './exchange';

/** What a file would change, until the reader says yes or no. */
export interface Offer {
  readonly parts: Parts;
  readonly differences: readonly Difference[];
  /** How much of the file is left out. */
  readonly dropped: number;
}

/** What can be taken back: an import or a clearing, while this page is open. */
export interface Undo {
  readonly of: 'import' | 'wipe';
  readonly before: unknown;
}

export interface Files {
  readonly offer: Offer | null;
  readonly undo: Undo | null;
  /** What takes the focus, for what had it has gone. */
  readonly focus: 'offer' | 'undo' | 'take' | 'wipe' | '';
  save(): Promise<void>;
  /** Looks into a file; nothing is changed by that. */
  choose(file: Pick<File, 'size' | 'text'>): Promise<void>;
  accept(): Promise<void>;
  decline(): void;
  wipe(): Promise<void>;
  takeBack(): Promise<void>;
}

export interface FilesParts {
  readonly rules: Rules;
  readonly storage: SettingsStorage;
  readonly version: string;
  /** Follows what was written behind the store's back. */
  reload(): Promise<void>;
  /** Gives the reader a file. */
  download(name: string, text: string): void;
  redraw(): void;
  tell(key: string, params?: Readonly<Record<string, string>>): void;
  today(): Date;
}

/** Makes it; nothing is read before a press. */
export function createFiles({ rules, storage, version, reload, download, redraw, tell, today }: FilesParts): Files {
  let offer: Offer | null = null;
  let undo: Undo | null = null;
  let focus: Files['focus'] = '';

  function show(key: string, next: Files['focus'], params?: Readonly<Record<string, string>>): void {
    focus = next;
    tell(key, params);
    redraw();
  }

  /** Writes, and remembers what was there. */
  async function replace(of: Undo['of'], change: (stored: unknown) => StoredState, done: string): Promise<void> {
    const before = await storage.read();
    offer = null;
    const isKept = await storage.update(change);
    await reload();
    if (isKept) undo = { of, before };
    show(isKept ? done : 'not-kept', isKept ? 'undo' : of === 'import' ? 'take' : 'wipe');
  }

  return {
    get offer() {
      return offer;
    },
    get undo() {
      return undo;
    },
    get focus() {
      return focus;
    },
    async save() {
      const name = fileName(today());
      download(name, fileText(await storage.read(), version));
      show('saved', '', { name });
    },
    async choose(file) {
      offer = null;
      if (file.size > FILE_MAX_BYTES) return show('large', '');
      const text = await file.text().catch(() => null);
      if (text === null) return show('unopened', '');
      const content = readFile(rules, text);
      if ('refusal' in content) return show(content.refusal, '');
      const differences = differencesOf(partsOf(rules, await storage.read()), content.parts);
      if (differences.length === 0) return show('same', '');
      offer = { ...content, differences };
      show('offered', 'offer');
    },
    async accept() {
      const asked = offer;
      if (asked) await replace('import', (stored) => withParts(rules, stored, asked.parts), 'accepted');
    },
    decline() {
      offer = null;
      show('declined', 'take');
    },
    wipe: () => replace('wipe', (stored) => cleared(rules, stored), 'wiped'),
    async takeBack() {
      const last = undo;
      if (!last) return;
      const isKept = await storage.update((stored) => broughtBack(stored, last.before));
      await reload();
      if (isKept) undo = null;
      show(isKept ? `undone-${last.of}` : 'not-kept', isKept ? (last.of === 'import' ? 'take' : 'wipe') : 'undo');
    },
  };
}
