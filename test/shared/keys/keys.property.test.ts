// Keys, whatever is pressed and whatever the reader bound: typing, composing and AltGr keep theirs, no chord does two things, clashes are mutual.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, KEYS } from '../../../shared/features/cursor/keys';
import { isFree } from '../../../shared/features/cursor/hearing';
import { heardChord, isSitesKey } from '../../../shared/features/find/heard';
import { actionOf, ACTIONS, keysOf, parseKeys, SETS, type Keys, type KeySet } from '../../../shared/keys/bindings';
import { chordOf, chordText, isChord } from '../../../shared/keys/chords';
import { clashOf } from '../../../shared/keys/clash';
import { takenBy } from '../../../shared/keys/taken';
import { oddJson } from '../../support/odd-values';
import { runs } from '../../support/properties';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = [...LETTERS.map((letter) => `Key${letter}`), ...[...'0123456789'].map((digit) => `Digit${digit}`), ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`), 'Minus', 'Equal', 'BracketLeft', 'BracketRight', 'Semicolon', 'Quote', 'Comma', 'Period', 'Slash', 'Backslash', 'Backquote'];
const OTHERS = ['', 'Tab', 'Enter', 'Escape', 'Space', 'ArrowUp', 'AltLeft', 'Numpad1', 'NumpadAdd', 'F13', 'Digit', 'KeyAA', 'IntlRo', 'Unidentified', 'Lang1', 'toString'];
const code = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...CODES) }, { weight: 1, arbitrary: fc.constantFrom(...OTHERS) });
const held = fc.record({ ctrlKey: fc.boolean(), altKey: fc.boolean(), shiftKey: fc.boolean(), metaKey: fc.boolean() });
const pressed = fc.tuple(code, held).map(([one, more]) => ({ code: one, ...more }));
const chord = pressed.map(chordOf).filter(isChord);
const set = fc.constantFrom<KeySet>('mingdu', 'classic');
const own: fc.Arbitrary<Keys> = fc.array(fc.tuple(fc.constantFrom(...ACTIONS), fc.oneof({ weight: 4, arbitrary: chord }, fc.constant(''), fc.constantFrom(...Object.values(SETS.mingdu)))), { maxLength: 8 }).map((pairs) => parseKeys(Object.fromEntries(pairs)));

/** Elements one in the other, in some of which something is typed. */
const layer = fc.constantFrom('<div>', '<p>', '<span role="button">', '<a href="#">', '<button>', '<div contenteditable>', '<div contenteditable="TRUE">', '<div contenteditable="plaintext-only">', '<div contenteditable="false">', '<div role="textbox">', '<my-field>');
const leaf = fc.constantFrom('<i>', '<input>', '<input type="search">', '<input type="nonsense">', '<input type="checkbox">', '<textarea>', '<select>', '<object>', '<embed>', '<div role="searchbox" tabindex="0">', '<x-box>', '<a href="#">', '<button>');
const TYPED_LEAF = /^<(input>|input type="(search|nonsense)"|textarea|select|object|embed|div role="searchbox"|x-box)/;
const TYPED_LAYER = /contenteditable(?!="false")/;
const target = fc.tuple(fc.array(layer, { maxLength: 4 }), leaf);

function build([layers, last]: readonly [readonly string[], string]): Element {
  document.body.replaceChildren();
  let at: Element = document.body;
  for (const markup of [...layers, last]) {
    const parser = document.createElement('template');
    parser.innerHTML = markup;
    const made = parser.content.firstElementChild;
    if (made) at = at.appendChild(made);
  }
  return at;
}

/** A key as it arrives there. */
function press(at: Element, init: KeyboardEventInit & { keyCode?: number }, altGraph: boolean): KeyboardEvent {
  let heard: KeyboardEvent | null = null;
  const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, modifierAltGraph: altGraph, ...init });
  const path: EventTarget[] = [];
  document.addEventListener('keydown', (one) => { heard = one; path.push(...one.composedPath()); }, { once: true });
  at.dispatchEvent(event);
  expect(heard).toBe(event);
  // The path is there only while it is under way.
  Object.defineProperty(event, 'composedPath', { value: () => path });
  return event;
}

describe('a key in the page', () => {
  it('is ours only where nothing is typed, nothing composed and no AltGr held; and then as it was pressed', () => {
    const event = fc.record({ code, key: fc.constantFrom('a', '1', 'Process', 'Dead', 'Enter'), isComposing: fc.boolean(), repeat: fc.boolean(), keyCode: fc.constantFrom(0, 65, 229) });
    fc.assert(
      fc.property(target, event, held, fc.boolean(), fc.boolean(), fc.boolean(), (place, init, more, altGraph, isMac, isUsed) => {
        const at = build(place);
        const key = press(at, { ...init, ...more }, altGraph);
        if (isUsed) key.preventDefault();
        // In a box to tick nothing is written, wherever it stands.
        const isTyping = TYPED_LEAF.test(place[1]) || (!place[1].includes('checkbox') && place[0].some((one) => TYPED_LAYER.test(one)));
        const isOthers = isUsed || init.repeat || init.isComposing || init.keyCode === 229 || init.key === 'Process' || (!isMac && altGraph) || isTyping;
        const found = heardChord(key, isMac);
        if (isOthers) expect(found).toBe('');
        else if (!place[0].includes('<div contenteditable="false">')) expect(found).toBe(chordOf({ ...init, ...more }));
      }),
      runs(250),
    );
  });

  it('is the cursor’s only if it is in its table, alone or with Shift, and not where keys have work of their own', () => {
    const event = fc.record({ key: fc.oneof(fc.constantFrom(...KEYS.map((row) => row.key)), fc.constantFrom('H', 'L', 'T', 'D', 'x', 'Process', 'Dead', 'toString')), isComposing: fc.boolean(), keyCode: fc.constantFrom(0, 72, 229) });
    fc.assert(
      fc.property(target, event, held, fc.boolean(), (place, init, more, altGraph) => {
        const key = press(build(place), { ...init, ...more }, altGraph);
        const act = actOf(key);
        if (act) {
          expect([more.ctrlKey, more.altKey, more.metaKey, init.isComposing, init.keyCode === 229, altGraph]).not.toContain(true);
          expect(KEYS.find((row) => row.act === act)).toMatchObject({ shift: more.shiftKey });
        }
        if (/^<(input|textarea|select|object|embed|div role="searchbox")/.test(place[1]) || place[0].includes('<div role="textbox">')) expect(isFree(key, null)).toBe(false);
        key.preventDefault();
        expect(isFree(key, null)).toBe(false);
      }),
      runs(150),
    );
  });
});

describe('chords', () => {
  it('are read back as they are written, and printed each in its own way', () => {
    fc.assert(
      fc.property(pressed, pressed, fc.boolean(), (one, other, isMac) => {
        const text = chordOf(one);
        expect(isChord(text)).toBe(text !== '' && (one.ctrlKey || one.altKey || /^F\d/.test(one.code)));
        if (text !== '') {
          const parts = text.split('+');
          expect(chordOf({ code: parts.at(-1) ?? '', ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift'), metaKey: false })).toBe(text);
        }
        const [mine, its] = [text, chordOf(other)];
        expect(chordText(mine, isMac) === chordText(its, isMac)).toBe(mine === its);
      }),
      runs(250),
    );
  });

  it('of any text are only those that can be pressed, and the page’s own keys are told without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom('Ctrl', 'Alt', 'Shift', 'Meta', '+', '++', ...CODES), { maxLength: 5 }).map((parts) => parts.join('+')), fc.anything()), fc.string({ maxLength: 6 }), (text, accesskey) => {
        document.body.innerHTML = '<a href="#">x</a>';
        document.querySelector('a')?.setAttribute('accesskey', accesskey);
        if (!isChord(text)) return;
        const parts = text.split('+');
        expect(chordOf({ code: parts.at(-1) ?? '', ctrlKey: parts.includes('Ctrl'), altKey: parts.includes('Alt'), shiftKey: parts.includes('Shift'), metaKey: false })).toBe(text);
        expect(isSitesKey(document, text)).toBeTypeOf('boolean');
        expect([null, 'browser', 'reader', 'typing', 'system', 'site']).toContain(takenBy(text)?.by ?? null);
      }),
      runs(150),
    );
  });
});

describe('a table of keys', () => {
  const stored = oddJson([...ACTIONS, 'fly'], ['Alt+KeyQ', 'F8', 'KeyA', 'Ctrl+Shift+Digit1', 'Alt+Equal']);

  it('out of anything stored is whole, the same again, and gives no chord twice', () => {
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), set, (value, name) => {
        const keys = parseKeys(value);
        expect(parseKeys(keys)).toEqual(keys);
        for (const made of [keys, keysOf(name, keys)]) {
          const chords = Object.values(made).filter((one) => one !== '');
          expect(new Set(chords).size).toBe(chords.length);
          expect(chords.every(isChord)).toBe(true);
          expect(Object.keys(made).every((action) => (ACTIONS as readonly string[]).includes(action))).toBe(true);
        }
      }),
      runs(250),
    );
  });

  it('says of each chord what it does, and of an action’s own that it clashes with nothing of ours', () => {
    fc.assert(
      fc.property(set, own, chord, (name, mine, any) => {
        const keys = keysOf(name, mine);
        expect(keys).toMatchObject(mine);
        for (const action of ACTIONS) {
          const its = keys[action];
          if (its) expect(actionOf(keys, its)).toBe(action);
          if (its) expect(clashOf(keys, action, its) ?? {}).not.toHaveProperty('action');
        }
        const action = actionOf(keys, any);
        expect(action === null || keys[action] === any).toBe(true);
      }),
      runs(150),
    );
  });

  it('has clashes that are mutual, and none any more once the chord was given away', () => {
    fc.assert(
      fc.property(set, own, fc.constantFrom(...ACTIONS), fc.constantFrom(...ACTIONS), chord, (name, mine, one, other, any) => {
        const keys = keysOf(name, mine);
        const [its, others] = [keys[one] ?? '', keys[other] ?? ''];
        const isMet = (action: (typeof ACTIONS)[number], wanted: string) => JSON.stringify(clashOf(keys, action, wanted));
        if (one !== other && its && others) expect([isMet(one, others), isMet(other, its)]).toEqual([JSON.stringify({ action: other }), JSON.stringify({ action: one })]);
        const given = keysOf(name, parseKeys({ ...Object.fromEntries(Object.entries(mine).filter(([, had]) => had !== any)), [one]: any }));
        expect(actionOf(given, any)).toBe(one);
        expect(clashOf(given, one, any) ?? {}).not.toHaveProperty('action');
      }),
      runs(150),
    );
  });
});
