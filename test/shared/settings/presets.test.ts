// The layers of presets as they are stored: what is broken keeps nobody from the rest.
import { expect, it } from 'vitest';
import { layersOf } from '../../../shared/settings/presets';

it('a layer whose name is no text has none', () => {
  const good = { id: 'elder', was: { size: 100 }, set: { size: 150 } };
  const on = JSON.parse('[{"id":{"toString":""}},{"id":[{"toString":1}]},{},null,7,{"id":null}]') as unknown[];
  const layers = layersOf({ size: [100, 100, 300] }, { on: [...on, good] });
  expect(layers.map(({ id }) => id)).toEqual(['', '', '', '', '', '', 'elder']);
  expect(layers.at(-1)).toEqual(good);
  for (const none of [null, 7, 'on', { 0: good }]) expect(layersOf({}, { on: none })).toEqual([]);
});
