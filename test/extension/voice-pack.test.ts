// The voice pack may be installed while a page is open.
import { expect, it, vi } from 'vitest';
import type { VoicePack } from '../../shared/speech/driver';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { createPackFinder } = await import('../../extension/voice-pack');
const PACK: VoicePack = { bytes: 0, load: () => Promise.reject(new Error('not asked for here')) };
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

it('is looked for at once, again at each question while there is none, and no more once it is there', async () => {
  let installed: VoicePack | null = null;
  const find = vi.fn(async () => installed);
  const packs = createPackFinder(find);
  expect(find).toHaveBeenCalledTimes(1);
  await soon();
  expect([packs.pack, packs.pack]).toEqual([null, null]);
  // Two questions in a moment are one look.
  expect(find).toHaveBeenCalledTimes(2);
  installed = PACK;
  await soon();
  expect(packs.pack).toBeNull();
  await soon();
  expect([packs.pack, packs.pack]).toEqual([PACK, PACK]);
  expect(find).toHaveBeenCalledTimes(3);
});
