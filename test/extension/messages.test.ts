// What arrives between content script and background is checked, whoever sent it.
import { describe, expect, it } from 'vitest';
import { parseLoadAnswer, parseMessage } from '../../extension/messages';

describe('parseMessage', () => {
  it('takes our own messages, and nothing more of them than is known', () => {
    expect(parseMessage({ type: 'load', file: 'mingdu-aid-text-size', more: 1 })).toEqual({ type: 'load', file: 'mingdu-aid-text-size' });
    expect(parseMessage({ type: 'load', file: 'mingdu-panel-image' })).toEqual({ type: 'load', file: 'mingdu-panel-image' });
    expect(parseMessage({ type: 'press', act: 'focus' })).toEqual({ type: 'press', act: 'focus' });
    expect(parseMessage({ type: 'turn', by: '1-2' })).toEqual({ type: 'turn', by: '1-2' });
    expect(parseMessage({ type: 'turn' })).toBeNull();
  });
  it('refuses what could run another file', () => {
    for (const file of ['../mingdu-main', 'mingdu-main.js', 'background', 'mingdu-aid-', 'https://example.com/mingdu-main', 3]) {
      expect(parseMessage({ type: 'load', file })).toBeNull();
    }
  });
  it('refuses what is none of ours', () => {
    for (const value of [null, undefined, 'press', [], {}, { type: 'press' }, { type: 'press', act: 'close' }, { type: 'constructor' }]) {
      expect(parseMessage(value)).toBeNull();
    }
  });
});

describe('parseLoadAnswer', () => {
  it('keeps the reason of a refusal, and takes silence for one', () => {
    expect(parseLoadAnswer({ ok: true })).toEqual({ ok: true });
    expect(parseLoadAnswer({ ok: false, reason: 'no file' })).toEqual({ ok: false, reason: 'no file' });
    expect(parseLoadAnswer(undefined)).toEqual({ ok: false, reason: 'no answer' });
  });
});
