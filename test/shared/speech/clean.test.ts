// What is done to every text before it is said, alone: what comes after it is in normalise.test.ts.
import { describe, expect, it } from 'vitest';
import { CLEAN } from '../../../shared/speech/text/clean';
import { PLAIN_READINGS } from '../../../shared/speech/text/plain-readings';

const cleaned = (text: string) =>
  CLEAN.reduce((done, [find, say]) => (typeof say === 'string' ? done.replace(find, say) : done.replace(find, (sign) => say([sign] as RegExpMatchArray))), text);
const SAME = '=';

describe('a text for every voice', () => {
  it.each([
    ['民\u200d政', '民政'],
    ['民\ufe00政', '民政'],
    ['👨\u200d👩\u200d👧', SAME],
    ['❤\ufe0f\u200d🔥', SAME],
    ['☎\ufe0f12345', SAME],
    ['甲 \u3000\u00a0 乙', '甲 乙'],
    ['⽼年⼈', '老年人'],
    ['oﬃce', 'office'],
    ['９：３０开门', '9:30开门'],
    ['问1：20人怎么办', SAME],
    ['问题 1：20人怎么办', SAME],
    ['附件12：30份表格', SAME],
    ['12：7', '12:7'],
    ['7：128', '7:128'],
    ['比分7：3', SAME],
    ['7：3分', SAME],
    ['一九○○年', '一九零零年'],
    ['二○二四年', '二零二四年'],
    ['画一个○', SAME],
  ])('%s', (shown, said) => expect(cleaned(shown)).toBe(said === SAME ? shown : said));
});

describe('addresses', () => {
  it.each(['example.org', 'mca.gov.cn', 'mca.gov.cn/', 'mca.gov.cn/a', 'mca.gov.cn/art/2024/index.html', 'mca.gov.cn?id=1', 'www.gov.cn/#top', 'https://www.gov.cn/a/'])('%s is said to be one', (address) => {
    expect(cleaned(`请访问${address}，查询`)).toBe('请访问网址，查询');
    expect(cleaned(`请访问${address}查询`)).toBe('请访问网址查询');
  });

  it('are not within the name of a user', () => {
    expect(cleaned('用户名zhang.com.li@oa')).toBe('用户名zhang.com.li@oa');
  });
});

it('plain readings are of one character each', () => {
  for (const [character, reading] of PLAIN_READINGS) expect([character, character.length, reading.length > 0]).toEqual([character, 1, true]);
});
