// A page with more elements than an aid may look at one by one: it is not started, the reader is told in one sentence, and the rest goes on.
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createAssist } from '../../shared/assist';
import { FEATURES } from '../../shared/features';
import type { FeatureContext } from '../../shared/feature';
import { provide } from '../../shared/packs/registry';
import { rulesOf } from '../../shared/settings/check';
import { createFakeHost } from '../support/fake-host';
import { completeWindow } from '../support/jsdom-window';

/** What docs/faults.md states. */
const MOST = 250_000;
const RULES = rulesOf(Object.assign({}, ...FEATURES.map(({ settings }) => settings)));

function create(events: unknown[] = []) {
  const host = createFakeHost();
  return {
    host,
    assist: createAssist({
      document, host, descriptors: FEATURES, rules: RULES, version: '1.0.0', signal: new AbortController().signal,
      mount: () => ({ topInset: () => 0, focusFirst: () => {} }),
      sentence: ({ key }) => key,
      emit: (type, detail) => void (type === 'error' && events.push(detail)),
    }),
  };
}

/** As if the page had so many elements. */
function count(length: number) {
  vi.spyOn(document, 'getElementsByTagName').mockImplementation(((name: string) => (name === '*' ? { length } : Document.prototype.getElementsByTagName.call(document, name))) as typeof document.getElementsByTagName);
}

beforeAll(() => completeWindow(window as Window & typeof globalThis));
beforeEach(() => {
  document.body.innerHTML = '<p>文字</p>';
  provide('aid-focus', { start: ({ edits }: FeatureContext) => void edits.mark(document.body, 'focus', 'on') });
});
afterEach(() => vi.restoreAllMocks());

it.each([
  ['text-size', { textSize: 150 }],
  ['spacing', { spacing: 'wide' }],
  ['contrast', { contrast: 'yellow-on-black' }],
  ['pinyin', { pinyin: 'all' }],
  ['still', { still: true }],
] as const)('%s looks at all elements, and so is not started', async (id, patch) => {
  count(MOST + 1);
  const events: unknown[] = [];
  const { assist, host } = create(events);
  await assist.set({ ...patch, focus: 'strong' });
  await assist.settled();
  expect(assist.notice.value).toMatchObject({ key: 'page-too-large', id });
  expect(events).toEqual([{ id, message: 'page-too-large' }]);
  expect(host.reports.map(({ error }) => String(error))).toEqual([`Error: Mingdu: ${MOST + 1} elements are more than ${MOST}`]);
  expect(document.body.outerHTML).toContain('<p>文字</p>');
  expect(document.body.getAttribute('data-mingdu-x-focus')).toBe('on');
  vi.restoreAllMocks();
  await assist.close();
  expect(document.body.outerHTML).toBe('<body><p>文字</p></body>');
});

it('with just as many, and once the page has become smaller and the reader presses again, it starts', async () => {
  const begun: number[] = [];
  provide('aid-text-size', {
    start(context: FeatureContext) {
      context.takeOnAll();
      begun.push(context.settings.value['textSize'] as number);
    },
  });
  count(MOST + 1);
  const { assist } = create();
  await assist.set({ textSize: 150 });
  expect(begun).toEqual([]);
  count(MOST);
  await assist.set({ textSize: 200 });
  expect(begun).toEqual([200]);
  await assist.close();
});
