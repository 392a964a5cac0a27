// The layers of presets as they are stored: what is broken keeps nobody from the rest.
import { expect, it } from 'vitest';
import { layersOf } from '../../../shared/settings/presets';

it('a layer whose name is no text is one that nobody asks for', () => {
  const good = { id: 'elder', was: { size: 100 }, set: { size: 150 } };
  const on = JSON.parse('[{"id":{"toString":""}},{"id":[{"toString":1}]},{},null,7,{"id":null}]') as unknown[];
  const layers = layersOf({ size: [100, 100, 300] }, { on: [...on, good] });
  expect(layers.filter(({ id }) => id === 'elder')).toEqual([good]);
  expect(layers.every(({ was, set }) => typeof was === 'object' && typeof set === 'object')).toBe(true);
  for (const none of [null, 7, 'on', { 0: good }]) expect(layersOf({}, { on: none })).toEqual([]);
});
