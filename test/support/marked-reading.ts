// How tests ask for the reading of one character in a text: `驻村第一书记【曾】小禾`. Not for several of a text at once.
import type { PinyinPack } from '../../shared/host';

/** Makes the question: a text with one character in 【】 gives that character's reading, as textbooks have it. */
export function createMarkedReading(pack: Pick<PinyinPack, 'read'>): (marked: string) => Promise<string | undefined> {
  return async (marked) => {
    const [readings] = await pack.read([marked.replace(/[【】]/g, '')]);
    return readings?.[marked.indexOf('【')];
  };
}
