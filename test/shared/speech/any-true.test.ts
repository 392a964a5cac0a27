// Waiting for whichever comes true first.
import { expect, it } from 'vitest';
import { anyTrue } from '../../../shared/speech/any-true';

const never = new Promise<boolean>(() => undefined);

it('is true with the first that is, and waits for no other', async () => {
  expect(await anyTrue([never, Promise.resolve(false), Promise.resolve(true)])).toBe(true);
});
it('is false when none is, or there is none', async () => {
  expect(await anyTrue([Promise.resolve(false), Promise.resolve(false)])).toBe(false);
  expect(await anyTrue([])).toBe(false);
});
it('tells of what fails', async () => {
  await expect(anyTrue([Promise.resolve(false), Promise.reject(new Error('gone'))])).rejects.toThrow('gone');
});
