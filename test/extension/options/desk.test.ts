// What the options page changes goes into the store, also where one press follows the other before the store has answered.
import { RULES } from 'mingdu:rules';
import { onTestFinished, expect, it } from 'vitest';
import { createDesk } from '../../../extension/options/desk';
import { createFakeHost } from '../../support/fake-host';

function stand(refuses = false) {
  const host = createFakeHost({ version: 1, on: false, toolbar: 'none', settings: {} });
  host.isFull = refuses;
  const life = new AbortController();
  onTestFinished(() => life.abort());
  let refused = 0;
  const errors: unknown[] = [];
  const desk = createDesk({
    view: window, rules: RULES, storage: host.storage, signal: life.signal,
    report: (error) => errors.push(error),
    onRefused: () => (refused += 1),
    command: async () => undefined,
  });
  return { desk, host, errors, refused: () => refused };
}
const larger = (desk: ReturnType<typeof stand>['desk']) => desk.set({ textSize: Number(desk.settings.value['textSize']) + 25 });

it('two presses before the store has answered both count, and are taken back as one', async () => {
  const { desk, host } = stand();
  await desk.begin();
  await Promise.all([larger(desk), larger(desk)]);
  expect(host.stored).toMatchObject({ on: true, settings: { textSize: 150 } });
  await desk.undo();
  expect(desk.settings.value['textSize']).toBe(100);
});

it('what another tab changes is followed', async () => {
  const { desk, host } = stand();
  await desk.begin();
  host.writeElsewhere({ version: 1, on: true, toolbar: 'none', settings: { contrast: 'white-on-black' } });
  expect(desk.settings.value['contrast']).toBe('white-on-black');
});

it('a store that refuses is told of, once for each change', async () => {
  const { desk, errors, refused } = stand(true);
  await desk.begin();
  await larger(desk);
  expect(refused()).toBe(1);
  expect(errors).toEqual([]);
});
