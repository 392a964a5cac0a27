// The extension's store under calls that fail by chance and writers that take turns: nothing is lost that was said to be kept.
import fc from 'fast-check';
import browser from 'webextension-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { createExtensionStorage } from '../../extension/storage';
import type { StoredState } from '../../shared/settings/store';
import { resetFakeBrowser } from '../support/fake-browser';
import { oddJson } from '../support/odd-values';
import { runs } from '../support/properties';

type Record_ = Readonly<Record<string, unknown>>;
const recordOf = (value: unknown): Record_ => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record_) : {});
const settingsOf = (value: unknown): Record_ => recordOf(recordOf(value)['settings']);
const choosing = (key: string, value: unknown) => (stored: unknown): StoredState => ({ ...recordOf(stored), version: 1, on: true, toolbar: 'open', settings: { ...settingsOf(stored), [key]: value } });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const KEYS = ['a', 'b', 'c'];
const begin = fc.oneof(fc.constant(undefined), oddJson(['settings', 'places', 'on', ...KEYS]));
/** One choice, and whether reading and writing fail at it. */
const choice = fc.record({ key: fc.constantFrom(...KEYS), value: fc.integer({ min: 1, max: 99 }), by: fc.nat({ max: 1 }), getFails: fc.boolean(), setFails: fc.boolean(), waits: fc.boolean() });

/** A store in which the next calls fail as told. */
function open(stored: unknown) {
  const fake = resetFakeBrowser();
  if (stored !== undefined) fake.fake.stored.set('mingdu', structuredClone(stored));
  const fails = { get: false, set: false };
  const { get, set } = fake.storage.local;
  vi.spyOn(browser.storage.local, 'get').mockImplementation(async (keys) => {
    if (fails.get) throw new Error('corrupted');
    return get(keys as string);
  });
  vi.spyOn(browser.storage.local, 'set').mockImplementation(async (items) => {
    if (fails.set) throw new Error('full');
    await set(items);
  });
  return { fake, fails, stored: () => fake.fake.stored.get('mingdu') };
}

describe('the store of the extension', () => {
  it('keeps for this page all that one writer chose, whichever calls fail, and in the store once they do not', async () => {
    await fc.assert(
      fc.asyncProperty(begin, fc.array(choice, { maxLength: 10 }), fc.boolean(), async (first, choices, isFollowed) => {
        const { fails, stored } = open(first);
        const end = new AbortController();
        const storage = createExtensionStorage(window, () => undefined);
        if (isFollowed) storage.onChange(() => expect.fail('told of itself'), end.signal);
        const chosen: Record<string, unknown> = {};
        let running: Promise<unknown>[] = [];
        for (const { key, value, getFails, setFails, waits } of choices) {
          chosen[key] = value;
          if (waits) {
            // The next is chosen before this one is done.
            running.push(storage.update(choosing(key, value)));
            continue;
          }
          await Promise.all(running);
          running = [];
          const before = JSON.stringify(stored());
          Object.assign(fails, { get: getFails, set: setFails });
          const isKept = await storage.update(choosing(key, value));
          if (isKept) expect(settingsOf(stored())).toMatchObject(chosen);
          else expect(JSON.stringify(stored())).toBe(before);
          expect(settingsOf(await storage.read())).toMatchObject(chosen);
        }
        await Promise.all(running);
        Object.assign(fails, { get: false, set: false });
        expect(await storage.update(choosing('last', 1))).toBe(true);
        await settled();
        expect(settingsOf(stored())).toEqual({ ...settingsOf(first), ...chosen, last: 1 });
        // What we know nothing of is as it was.
        for (const [key, value] of Object.entries(recordOf(first))) if (!['settings', 'version', 'on', 'toolbar'].includes(key)) expect(recordOf(stored())[key]).toEqual(value);
        end.abort();
      }),
      runs(200),
    );
  });

  it('loses nothing of two writers in turn that was said to be kept, and both know in the end what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { maxLength: 10 }), async (choices) => {
        const { fails, stored } = open(undefined);
        const end = new AbortController();
        const writers = [0, 1].map(() => createExtensionStorage(window, () => undefined));
        const heard: unknown[] = [null, null];
        writers.forEach((writer, at) => writer.onChange((value) => (heard[at] = value), end.signal));
        const kept: Record<string, unknown> = {};
        /** What was chosen of a key and may still come, since its store refused. */
        const refused: Record<string, unknown[]> = {};
        for (const { key, value, by, getFails, setFails } of choices) {
          Object.assign(fails, { get: getFails, set: setFails });
          const isKept = await writers[by]?.update(choosing(key, value));
          await settled();
          if (isKept) kept[key] = value;
          else (refused[key] ??= []).push(value);
        }
        Object.assign(fails, { get: false, set: false });
        for (const writer of writers) expect(await writer.update(choosing('last', 1))).toBe(true);
        await settled();
        const found = settingsOf(stored());
        for (const [key, value] of Object.entries(kept)) expect([value, ...(refused[key] ?? [])]).toContain(found[key]);
        for (const writer of writers) expect(await writer.read()).toEqual(stored());
        end.abort();
      }),
      runs(200),
    );
  });

  it('in a private window never writes where somebody has been, whichever calls fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(undefined, {}, { places: [{ page: 'before' }] }), fc.array(choice, { maxLength: 8 }), async (first, choices) => {
        const { fake, fails, stored } = open(first);
        fake.extension.inIncognitoContext = true;
        const storage = createExtensionStorage(window, () => undefined);
        for (const { key, value, getFails, setFails } of choices) {
          Object.assign(fails, { get: getFails, set: setFails });
          await storage.update((state) => ({ ...choosing(key, value)(state), places: [{ page: `private ${value}` }] }));
          expect(recordOf(stored())['places']).toEqual(recordOf(first)['places']);
        }
      }),
      runs(150),
    );
  });
});
