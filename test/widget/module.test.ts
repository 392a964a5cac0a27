// What a bundled site calls: one tag, with the site's options on it, and what is said when it cannot be had.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let load: typeof import('../../widget/module').load;
const tag = () => document.querySelector<HTMLScriptElement>('script[src*="mingdu.js"]');
const globals = globalThis as { Mingdu?: unknown; trustedTypes?: unknown };

beforeEach(async () => {
  vi.resetModules();
  ({ load } = await import('../../widget/module'));
});
afterEach(() => {
  tag()?.remove();
  delete globals.Mingdu;
  delete globals.trustedTypes;
});

it('importing it touches nothing', () => expect(tag()).toBeNull());

it('puts one tag into the page, with its options as attributes, and resolves to what the loader made', async () => {
  const loading = load({ base: '/files/mingdu', nonce: 'n1', launcher: false, voicePack: '/voice/', url: true, lang: undefined });
  expect(load({ base: '/elsewhere/' })).toBe(loading);
  const script = tag();
  expect(script?.src).toMatch(/^http:\/\/localhost(:\d+)?\/files\/mingdu\/mingdu\.js\?v=\d+\.\d+\.\d+/);
  expect(script?.nonce).toBe('n1');
  expect({ ...script?.dataset }).toEqual({ launcher: 'off', voicePack: '/voice/', url: 'on' });
  globals.Mingdu = { open: async () => undefined };
  script?.dispatchEvent(new Event('load'));
  expect(await loading).toBe(globals.Mingdu);
  expect(tag()).toBeNull();
});

it('hands what no attribute can hold to configure, before anybody has the product', async () => {
  const configure = vi.fn(async () => undefined);
  const store = { read: () => null };
  const loading = load({ store, zones: { body: '#a' }, launcher: 'off' });
  expect({ ...tag()?.dataset }).toEqual({ launcher: 'off' });
  globals.Mingdu = { open: async () => undefined, configure };
  tag()?.dispatchEvent(new Event('load'));
  await loading;
  expect(configure.mock.calls).toEqual([[{ store, zones: { body: '#a' } }]]);
});

it('uses the tag that is there already', async () => {
  globals.Mingdu = { open: async () => undefined };
  expect(await load()).toBe(globals.Mingdu);
  expect(tag()).toBeNull();
});

it('an element of that name is not the product', () => {
  globals.Mingdu = document.createElement('a');
  void load();
  expect(tag()?.getAttribute('src')).toContain('/mingdu/mingdu.js');
});

it('says what to do when the loader cannot be had, and tries again when asked again', async () => {
  const loading = load();
  tag()?.dispatchEvent(new Event('error'));
  await expect(loading).rejects.toThrow(/Copy dist\/widget\/ .* script-src/);
  expect(tag()).toBeNull();
  const again = load();
  expect(tag()).not.toBeNull();
  // A server that answers every address with its start page sends something that is no loader.
  tag()?.dispatchEvent(new Event('load'));
  await expect(again).rejects.toThrow('could not load');
});

it('asks for the policy that Trusted Types want, and goes on without one', () => {
  const createPolicy = vi.fn((_: string, { createScriptURL }: { createScriptURL(url: string): string }) => ({ createScriptURL }));
  globals.trustedTypes = { createPolicy };
  void load();
  expect(createPolicy.mock.calls[0]?.[0]).toBe('mingdu-load');
  expect(tag()?.src).toContain('/mingdu/mingdu.js');
});

it('goes on with the plain address where the page lets us make no policy, and says which line is missing', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  globals.trustedTypes = { createPolicy: () => { throw new TypeError('disallowed'); } };
  void load();
  expect(tag()?.src).toContain('/mingdu/mingdu.js');
  expect(warn.mock.calls[0]?.[0]).toContain('trusted-types mingdu-load');
  warn.mockRestore();
});
