// @vitest-environment node
// Presses of 存成文件, 从文件取回 and 全部改回原样: nothing is lost, whatever the file or the store does.
import { RULES } from 'mingdu:rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFiles, type Files } from '../../../extension/options/files';
import type { SettingsStorage } from '../../../shared/host';

const BEFORE = { version: 1, on: true, toolbar: 'none', settings: { textSize: 150 }, consent: { remote: ['google'] }, later: 1 };
const file = (state: object) => fileOf(JSON.stringify({ mingdu: 'settings', state: { version: 1, ...state } }));
const fileOf = (text: string) => ({ size: text.length, text: async () => text });

let stored: unknown;
let refuses: boolean;
let told: string[];
let saved: { name: string; text: string }[];
let reloads: number;
let files: Files;

const storage: SettingsStorage = {
  read: async () => structuredClone(stored),
  async update(change) {
    const next = change(structuredClone(stored));
    if (!refuses) stored = next;
    return !refuses;
  },
  onChange: () => undefined,
};

beforeEach(() => {
  stored = structuredClone(BEFORE);
  refuses = false;
  told = [];
  saved = [];
  reloads = 0;
  files = createFiles({
    rules: RULES, storage, version: '0.1.0',
    reload: async () => void (reloads += 1),
    download: (name, text) => void saved.push({ name, text }),
    redraw: () => undefined,
    tell: (key) => void told.push(key),
    today: () => new Date(2026, 10, 27),
  });
});

describe('files', () => {
  it('gives a file that, taken back after a clearing, brings the same settings', async () => {
    await files.save();
    expect(saved[0]?.name).toBe('mingdu-settings-2026-11-27.json');
    await files.wipe();
    expect(stored).toEqual({ version: 1, on: false, toolbar: 'none', settings: {}, later: 1 });
    await files.choose(fileOf(saved[0]?.text ?? ''));
    expect(files.offer?.differences.map(({ part, key }) => part + key)).toEqual(['settingstextSize', 'on']);
    await files.accept();
    const { consent: _, ...wanted } = BEFORE;
    expect(stored).toEqual(wanted);
    expect(told).toEqual(['saved', 'wiped', 'offered', 'accepted']);
    expect(reloads).toBe(2);
  });

  it('changes nothing before yes, nor after no', async () => {
    await files.choose(file({ settings: { textSize: 200 } }));
    expect(files.focus).toBe('offer');
    expect(stored).toEqual(BEFORE);
    files.decline();
    expect(stored).toEqual(BEFORE);
    expect([files.offer, files.focus, told.at(-1)]).toEqual([null, 'take', 'declined']);
    await files.accept();
    expect(stored).toEqual(BEFORE);
  });

  it('takes an import and a clearing back', async () => {
    await files.choose(file({ settings: { textSize: 200 } }));
    await files.accept();
    expect([files.undo?.of, files.focus]).toEqual(['import', 'undo']);
    await files.takeBack();
    expect(stored).toEqual(BEFORE);
    await files.wipe();
    await files.takeBack();
    expect(stored).toEqual(BEFORE);
    expect([files.undo, told.at(-1)]).toEqual([null, 'undone-wipe']);
    await files.takeBack();
    expect(stored).toEqual(BEFORE);
  });

  it.each([
    ['too large', { size: 1_000_001, text: () => Promise.reject(new Error('must not be read')) }, 'large'],
    ['one that cannot be opened', { size: 10, text: () => Promise.reject(new Error('gone')) }, 'unopened'],
    ['cut off', fileOf('{"mingdu":"set'), 'unreadable'],
    ['of another kind', fileOf('{"bookmarks":[]}'), 'other'],
    ['of a newer version', file({ version: 2 }), 'newer'],
    ['what stands already', file({ on: true, settings: { textSize: 150 } }), 'same'],
  ])('%s is answered in a sentence and changes nothing', async (_, given, key) => {
    await files.choose(file({ settings: { textSize: 200 } }));
    await files.choose(given);
    expect([told.at(-1), files.offer, stored]).toEqual([key, null, BEFORE]);
    await files.accept();
    expect(stored).toEqual(BEFORE);
  });

  it('says when the store refuses, and offers nothing to take back', async () => {
    refuses = true;
    await files.wipe();
    expect([told.at(-1), files.undo, files.focus]).toEqual(['not-kept', null, 'wipe']);
    await files.choose(file({ settings: { textSize: 200 } }));
    await files.accept();
    expect([told.at(-1), files.undo, files.focus]).toEqual(['not-kept', null, 'take']);
    expect(stored).toEqual(BEFORE);
  });

  it('keeps what can be taken back when taking it back is refused', async () => {
    await files.wipe();
    refuses = true;
    await files.takeBack();
    expect([told.at(-1), files.undo?.of]).toEqual(['not-kept', 'wipe']);
    refuses = false;
    await files.takeBack();
    expect(stored).toEqual(BEFORE);
  });
});
