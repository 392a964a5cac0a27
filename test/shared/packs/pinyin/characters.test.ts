// Which readings a character has, in flat arrays: on the first plane and beyond it, one reading or several.
import { describe, expect, it } from 'vitest';
import { createCharacters } from '../../../../shared/packs/pinyin/characters';

const [ONE, HANG, RARE] = [0x4e00, 0x884c, 0x20bb7];

describe('characters', () => {
  const characters = createCharacters(Int32Array.of(ONE, HANG, RARE), Uint16Array.of(11, 22, 33), 3);
  // Not in the order of their places.
  characters.addOthers(2, [34]);
  characters.addOthers(1, [23, 24]);
  const readings = (code: number) => {
    const place = characters.placeOf(code);
    return Array.from({ length: characters.readingsAt(place) }, (_, which) => characters.reading(place, which));
  };

  it('have a place each, in the order of code points', () => {
    expect([characters.count, [ONE, HANG, RARE].map(characters.placeOf)]).toEqual([3, [0, 1, 2]]);
    expect([...characters.codes]).toEqual([ONE, HANG, RARE]);
  });

  it('have none where they are not read, though another plane has the like', () => {
    expect([0x4e01, RARE & 0xffff, 0x20000 + ONE, 0x41, 0].map(characters.placeOf)).toEqual([-1, -1, -1, -1, -1]);
  });

  it('have their usual reading first, then the others', () => {
    expect([readings(ONE), readings(HANG), readings(RARE)]).toEqual([[11], [22, 23, 24], [33, 34]]);
  });
});
