// What an aid fetches beside its own script, and does not get: the reader is told whose fault it is, and the other aids go on.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createAssist } from '../../shared/assist';
import type { FeatureContext, FeatureDescriptor } from '../../shared/feature';
import { provide } from '../../shared/packs/registry';
import { rulesOf } from '../../shared/settings/check';
import { createFakeHost } from '../support/fake-host';
import { completeWindow } from '../support/jsdom-window';

const toggle = (id: string): FeatureDescriptor => ({ id, settings: { [id]: { kind: 'toggle', default: false } }, main: id, icon: [], group: 'see' });
const DESCRIPTORS = [toggle('first'), toggle('second')];
const RULES = rulesOf(Object.assign({}, ...DESCRIPTORS.map(({ settings }) => settings)));

function create() {
  const host = createFakeHost();
  for (const name of ['tones', 'readings']) host.broken.add(`mingdu-pack-${name}`);
  return createAssist({
    document, host, descriptors: DESCRIPTORS, rules: RULES, version: '1.0.0', signal: new AbortController().signal,
    mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
    sentence: ({ key }) => key,
    emit: () => {},
  });
}

beforeAll(() => completeWindow(window as Window & typeof globalThis));
beforeEach(() => {
  document.body.innerHTML = '<p>文字</p>';
  provide('aid-second', { start: ({ edits }: FeatureContext) => void edits.mark(document.body, 'second', 'on') });
});

it('a pack that cannot be had is the network’s fault, an error of the aid is its own', async () => {
  for (const [start, key] of [
    [({ loadPack }: FeatureContext) => loadPack('tones'), 'pack-failed'],
    [({ readings }: FeatureContext) => readings(), 'pack-failed'],
    [({ pending, loadPack }: FeatureContext) => pending(loadPack('tones')), 'pack-failed'],
    [() => Promise.reject(new Error('its own')), 'aid-failed'],
  ] as const) {
    provide('aid-first', { start });
    const assist = create();
    await assist.set({ second: true, first: true });
    await assist.settled();
    expect(assist.notice.value).toMatchObject({ key, id: 'first' });
    expect(document.body.getAttribute('data-mingdu-x-second')).toBe('on');
    await assist.close();
    expect(document.body.outerHTML).toBe('<body><p>文字</p></body>');
  }
});

it('a script of another shape ends its own aid alone', async () => {
  provide('aid-first', {});
  const assist = create();
  await assist.set({ first: true, second: true });
  await assist.settled();
  expect(assist.notice.value).toMatchObject({ key: 'aid-failed', id: 'first' });
  expect(document.body.getAttribute('data-mingdu-x-second')).toBe('on');
  await assist.close();
});
