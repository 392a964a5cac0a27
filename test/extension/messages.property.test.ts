// Whatever arrives between the parts of the extension is one of ours, and then of the right types, or it is refused; never an error.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLoadAnswer, parseMessage } from '../../extension/messages';
import { parseNews, parseOrder } from '../../extension/speech-messages';
import { runs } from '../support/properties';

const anything = fc.anything({ withNullPrototype: true, withMap: true, withDate: true, withBigInt: true, withTypedArray: true });
const words = ['load', 'style', 'press', 'turn', 'voices', 'speak', 'cancel', 'start', 'end', 'word', 'failure', 'interrupted', 'failed', 'toggle', 'leave', 'mingdu-main', 'mingdu-aid-lens', 'mingdu-aid-../x', 'mingdu-main\n', '__proto__', 'toString'];
const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...words, true, false, 0, 1, 1.5, '', null, undefined) }, { weight: 1, arbitrary: anything });
const FIELDS = ['type', 'file', 'act', 'css', 'on', 'by', 'id', 'text', 'rate', 'volume', 'voice', 'unit', 'length', 'failure', 'ok', 'reason', 'name', 'lang', 'voiceURI', 'localService', 'more'];
const shaped = fc.array(fc.tuple(fc.constantFrom(...FIELDS), value), { maxLength: 14 }).map((pairs) => Object.fromEntries(pairs));
const GOOD = { file: 'mingdu-aid-lens', act: 'leave', css: 'a{}', on: true, by: '1-2', id: 1, text: '字', rate: 1, volume: 0.5, voice: 'v', unit: 3, length: 2, failure: 'failed', name: 'n', lang: 'zh-CN', voiceURI: 'u' };
const voice = fc.oneof(shaped.map((more) => ({ ...GOOD, ...more })), anything);
const typed = fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...words.slice(0, 11)) }, fc.constantFrom(...words)), fc.oneof({ weight: 4, arbitrary: shaped }, fc.constant({})), fc.array(voice, { maxLength: 4 })).map(([type, more, voices]) => ({ ...GOOD, voices, ...more, type }));
const message = fc.oneof({ weight: 4, arbitrary: typed }, { weight: 1, arbitrary: anything });

/** Of every field that may come out of a check, its type. */
const TYPES: Readonly<Record<string, string>> = { type: 'string', file: 'string', act: 'string', css: 'string', on: 'boolean', by: 'string', id: 'number', text: 'string', rate: 'number', volume: 'number', voice: 'string', unit: 'number', length: 'number', failure: 'string', name: 'string', lang: 'string', voiceURI: 'string', localService: 'boolean' };
/** What each message has to have, and may not have more than that. */
const SHAPES: Readonly<Record<string, readonly string[]>> = { load: ['type', 'file'], style: ['type', 'css', 'on'], press: ['type', 'act'], turn: ['type', 'by'], voices: ['type'], cancel: ['type'], speak: ['type', 'id', 'text', 'rate', 'volume', 'voice'] };
const NEWS: Readonly<Record<string, readonly string[]>> = { voices: ['type', 'voices'], start: ['type', 'id'], end: ['type', 'id'], word: ['type', 'id', 'unit', 'length'], failure: ['type', 'id', 'failure'] };

function check(found: object | null, shapes: Readonly<Record<string, readonly string[]>>): void {
  if (found === null) return;
  const record = found as Readonly<Record<string, unknown>>;
  const fields = shapes[String(record['type'])];
  expect(fields).toBeDefined();
  expect(Object.keys(record).sort()).toEqual([...(fields ?? [])].sort());
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  for (const [key, one] of Object.entries(record)) {
    if (key !== 'voices') expect(typeof one, key).toBe(TYPES[key]);
    else for (const voice of one as Record<string, unknown>[]) for (const [name, told] of Object.entries(voice)) expect(typeof told, name).toBe(TYPES[name]);
  }
}

describe('what arrives', () => {
  it.each([
    ['a message', parseMessage, SHAPES],
    ['an order to speak', parseOrder, SHAPES],
    ['news of what is spoken', parseNews, NEWS],
  ] as const)('%s is refused or of the right types, and the same again', (_, parse, shapes) => {
    let taken = 0;
    fc.assert(
      fc.property(message, (given) => {
        const found = parse(given);
        check(found, shapes);
        if (found === null) return;
        taken += 1;
        expect(parse(structuredClone(found))).toEqual(found);
      }),
      runs(600),
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('no file is run but what the build names so', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 12 }).map((end) => `mingdu-aid-${end}`), fc.string({ maxLength: 12 }).map((end) => `mingdu-main${end}`), fc.string({ unit: 'binary' })), (file) => {
        const found = parseMessage({ type: 'load', file });
        if (found !== null) expect(file).toMatch(/^mingdu-(main|[a-z0-9-]+)$(?!\n)/);
        expect(found !== null && /[^a-z0-9-]/.test(file)).toBe(false);
      }),
      runs(250),
    );
  });

  it('an answer is yes, or a refusal with words', () => {
    fc.assert(
      fc.property(fc.oneof(shaped, anything), (given) => {
        const answer = parseLoadAnswer(given);
        if (answer.ok) expect((given as { ok?: unknown }).ok).toBe(true);
        else expect(answer.reason).toBeTypeOf('string');
      }),
      runs(250),
    );
  });
});
