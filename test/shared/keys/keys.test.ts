// The tables of keys: nothing of the set `mingdu` is anybody's, what is stored is checked, clashes are named.
import { describe, expect, it } from 'vitest';
import { actionOf, ACTIONS, keysOf, parseKeys, SETS } from '../../../shared/keys/bindings';
import { chordOf, chordText, isChord } from '../../../shared/keys/chords';
import { clashOf } from '../../../shared/keys/clash';
import { takenBy } from '../../../shared/keys/taken';

const pressed = (code: string, held = '') => ({ code, ctrlKey: held.includes('c'), altKey: held.includes('a'), shiftKey: held.includes('s'), metaKey: held.includes('m') });

describe('chords', () => {
  it('are the place of a key and what is held', () => {
    expect(chordOf(pressed('Digit1', 'a'))).toBe('Alt+Digit1');
    expect(chordOf(pressed('Minus', 'sca'))).toBe('Ctrl+Alt+Shift+Minus');
    expect([chordOf(pressed('AltLeft', 'a')), chordOf(pressed('ArrowUp', 'a')), chordOf(pressed('Numpad1', 'a')), chordOf(pressed('KeyA', 'am'))]).toEqual(['', '', '', '']);
  });

  it('need a key beside them that writes nothing', () => {
    expect(['Alt+KeyA', 'Ctrl+Shift+Digit2', 'F8', 'Shift+F8'].every(isChord)).toBe(true);
    expect(['KeyA', 'Shift+KeyA', 'Alt+', 'Alt+Tab', 'Shift+Alt+KeyA', 'alt+keya', 'Alt+KeyAA', '', 7, null, ['Alt+KeyA']].some(isChord)).toBe(false);
  });

  it('are said as they are printed, on a Mac as there', () => {
    expect(chordText('Alt+Shift+Digit7')).toBe('Alt + Shift + 7');
    expect(chordText('Ctrl+Alt+BracketLeft', true)).toBe('Control + Option + [');
    expect(chordText('')).toBe('');
  });
});

describe('the sets', () => {
  it('mingdu takes nobody’s key', () => {
    const taken = Object.values(SETS.mingdu).filter((chord) => takenBy(chord) !== null);
    expect(taken).toEqual([]);
  });

  it('classic has the known numbers, and besides them no key of anybody’s', () => {
    expect(Object.entries(SETS.classic).filter(([, chord]) => takenBy(chord)).map(([action, chord]) => `${action} ${chord}`)).toEqual([
      'zone-navigation Alt+Digit1', 'zone-window Alt+Digit2', 'zone-interaction Alt+Digit3', 'zone-service Alt+Digit4', 'zone-list Alt+Digit5', 'zone-body Alt+Digit6',
    ]);
  });

  it.each(Object.entries(SETS))('%s gives each action a key of its own', (_, set) => {
    const chords = Object.values(set);
    expect(new Set(chords).size).toBe(chords.length);
    expect(chords.filter((chord) => !isChord(chord))).toEqual([]);
  });

  it('mingdu has a key for all but the ends of the page', () => {
    expect(ACTIONS.filter((action) => !SETS.mingdu[action])).toEqual(['body', 'top', 'bottom']);
  });

  it.each([
    ['Ctrl+Alt+KeyN', 'reader'], ['Ctrl+Alt+ArrowRight', 'reader'], ['Alt+KeyD', 'browser'], ['Alt+Digit1', 'browser'], ['Alt+Shift+Digit6', 'reader'],
    ['Alt+Shift+KeyH', 'browser'], ['Ctrl+KeyP', 'browser'], ['Shift+KeyH', 'reader'], ['KeyH', 'reader'], ['Ctrl+Period', 'typing'], ['F7', 'browser'], ['Alt+F4', 'system'],
  ])('%s is taken by the %s', (chord, by) => expect(takenBy(chord)?.by).toBe(by));

  it.each(['Alt+Digit0', 'Alt+Shift+Digit7', 'F8', 'F2'])('%s is free', (chord) => expect(takenBy(chord)).toBeNull());
});

describe('keys of one’s own', () => {
  it.each([null, undefined, 7, 'Alt+KeyA', ['Alt+KeyA'], { larger: 7, nothing: 'Alt+KeyQ', __proto__: { stop: 'Alt+KeyA' } }])('what is broken counts as not there: %j', (stored) => {
    expect(parseKeys(stored)).toEqual({});
  });

  it('are checked key by key, and no key does two things', () => {
    expect(parseKeys({ larger: 'F8', smaller: 'F8', stop: '', links: 'KeyA', zones: 'Ctrl+Shift+Digit1' })).toEqual({ larger: 'F8', stop: '', zones: 'Ctrl+Shift+Digit1' });
  });

  it('stand over those of the set, and take a key from who had it', () => {
    const keys = keysOf('mingdu', { stop: 'Alt+Equal', zones: '' });
    expect(actionOf(keys, 'Alt+Equal')).toBe('stop');
    expect(keys.larger).toBeUndefined();
    expect(actionOf(keys, 'Alt+Quote')).toBeNull();
    expect(actionOf(keys, 'Alt+Minus')).toBe('smaller');
    expect(actionOf(keys, '')).toBeNull();
  });

  it('clash with an action of ours, with somebody else, or with nobody', () => {
    const keys = keysOf('mingdu', {});
    expect(clashOf(keys, 'stop', 'Alt+Equal')).toEqual({ action: 'larger' });
    expect(clashOf(keys, 'larger', 'Alt+Equal')).toBeNull();
    expect(clashOf(keys, 'stop', 'Alt+KeyD')).toEqual({ by: 'browser' });
    expect(clashOf(keys, 'stop', 'F8')).toBeNull();
  });
});
