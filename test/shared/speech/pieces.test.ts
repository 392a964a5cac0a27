// What is cut by the time that it takes is not cut inside a number, a date, a range or a code, as they are said.
import { describe, expect, it } from 'vitest';
import { toSpoken } from '../../../shared/speech/normalise';
import { weightsBefore } from '../../../shared/speech/pace';
import { piecesOf } from '../../../shared/speech/pieces';
import { FULL } from '../../../shared/speech/text/full';
import { composed, randomOf } from '../../support/whole-tokens';

describe('pieces', () => {
  it.each([
    ['voices of systems', []],
    ['voices that know characters alone', FULL],
  ] as const)('go through nothing that is whole, for %s', (_, full) => {
    const random = randomOf(4711);
    let cuts = 0;
    for (let round = 0; round < 300; round += 1) {
      const { text, tokens } = composed(random, 2 + random(4));
      const { text: said, toShown } = toSpoken(text, { full });
      const starts = piecesOf(said, (weightsBefore(said).at(-1) ?? 0) * 270 * (1 + random(3) / 2), 11_000);
      cuts += starts.length - 1;
      for (const start of starts.slice(1)) {
        const [before, at] = [toShown(start - 1), toShown(start)];
        // 120/80 and 0 / 800 are said as two numbers with a pause.
        if (said[start - 1] === '，' && /\s?\//.test(text.slice(before, before + 2))) continue;
        const through = tokens.find((token) => token.start <= before && at < token.end);
        expect(through && `${text.slice(through.start, through.end)}: ${said.slice(Math.max(0, start - 12), start)}|${said.slice(start, start + 12)}`, said).toBeUndefined();
      }
    }
    expect(cuts).toBeGreaterThan(300);
  });
});
