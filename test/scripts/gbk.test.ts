// The GBK encoder against the platform's own decoder: all that it writes must read back as it was.
// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { encodeGbk } from '../../scripts/gbk.mjs';

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;

const decode = (bytes: Uint8Array): string => new TextDecoder('gbk').decode(bytes);

describe('encodeGbk', () => {
  it('writes the bytes that the standard gives', () => {
    expect(encodeGbk('农村').toString('hex')).toBe('c5a9b4e5');
    expect(encodeGbk('a，€').toString('hex')).toBe('61a3ac80');
    expect(encodeGbk('')).toHaveLength(0);
  });

  it('reads back every Han character from U+4E00 to U+9FA5', () => {
    let all = '';
    for (let code = FIRST_HAN; code <= LAST_HAN; code += 1) all += String.fromCodePoint(code);
    expect(decode(encodeGbk(all))).toBe(all);
  });

  it('reads back punctuation, full-width forms and mixed text', () => {
    const text = '“砚溪县”——〔2025〕18号：１２～２１℃，㈠ ① Ⅳ…… <b>ok</b>\r\n';
    expect(decode(encodeGbk(text))).toBe(text);
  });

  it('names the character that GBK lacks, and where it stands', () => {
    expect(() => encodeGbk('好😀')).toThrow(new RangeError('GBK has no “😀” (U+1F600, at 1): write &#128512; instead'));
  });
});
