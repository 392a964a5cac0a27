// Texts and stored values as nobody would write them but somebody's page or file has them. For properties; no expectations in here.
import fc from 'fast-check';
import { TOKENS } from './whole-tokens';

const HALVES = ['\ud842', '\udfb7', '\ud83d', '\udc68'];
const JOINED = ['👨\u200d👩\u200d👧', '\u200d', '\ufe0f', '字\u0301', '\u0300', '\u0323', 'e\u0301', '\u3099', '𠮷', '𰻞', '\u{e0100}', '🇨🇳'];
const DIRECTED = ['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u061c', '\u200b', '\ufeff', '\u00ad', '\u2028'];
const BLANKS = [' ', '\u3000', '\u00a0', '\t', '\n', '\r\n', '   '];
const MARKS = [...'。！？；…，、：“”‘’（）《》「」【】〔〕—～-–~.．,;:!?/／·•%％‰℃¥￥$&<>≥×+=*#@|→①Ⅲ½√■()[]"\''];
const WIDE = ['１２３', 'ＡＢＣ', '２０２４年', '％', '３．５', '：', '（１）', '｡'];
const FIGURES = ['0', '1', '12', '2024', '007', '1,234', '3.14', '1/3', '9:30', '12345678901234567890', '9'.repeat(120), '1-', '零一二', '三千', '万亿', '两'];
const WORDS = ['民政', '县长', '的', '重庆市', '关于进一步做好有关工作的通知', '养老', '银行', '一', '不', '○', '〇', '々', '通　知', 'a', 'Wi-Fi', 'No.5', 'www.mca.gov.cn', 'abc@mca.gov.cn', '？id=1', 'العربية', 'ไทย', '한국'];

/** A small part of a text. */
export const oddPart: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...TOKENS) },
  { weight: 2, arbitrary: fc.constantFrom(...FIGURES, ...WIDE) },
  { weight: 2, arbitrary: fc.constantFrom(...JOINED, ...DIRECTED) },
  { weight: 1, arbitrary: fc.constantFrom(...HALVES) },
  { weight: 1, arbitrary: fc.constantFrom(...BLANKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);

/** A text of such parts, some of them many times over. */
export const oddText: fc.Arbitrary<string> = fc
  .array(fc.tuple(oddPart, fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 60 }) })), { maxLength: 14 })
  .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(''));

/** Names that stand for something in every object. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'length', ''];

/**
 * Anything that JSON can say.
 * @param names keys that mean something to who reads it
 * @param values values that do
 */
export function oddJson(names: readonly string[], values: readonly unknown[] = []): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 150, 1e21, '', 'on', 'off', 'open', ...values) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  );
  const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, { weight: 2, arbitrary: fc.constantFrom(...INHERITED) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) });
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      // Own keys, as JSON.parse makes them, `__proto__` too.
      fc.array(fc.tuple(name, tie('value')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries) as unknown),
    ),
  }));
  return value;
}

/** A record whose values under the given names are of the shapes that are given for them, or anything. */
export function oddRecord(shapes: Readonly<Record<string, fc.Arbitrary<unknown>>>, anything: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(shapes).map(([key, shape]) =>
    fc.oneof({ weight: 6, arbitrary: shape.map((value) => [[key, value]]) }, { weight: 1, arbitrary: anything.map((value) => [[key, value]]) }, { weight: 2, arbitrary: fc.constant([]) }),
  );
  const more = fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(fc.constantFrom('later', 'toString', '__proto__'), anything).map((pair) => [pair]) });
  return fc.tuple(...entries, more).map((lists) => Object.fromEntries(lists.flat() as [string, unknown][]));
}
