// What shortcuts do: as a press on the bar would; and which keys are not ours to hear.
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../../shared/features/index';
import { createActs, isKnown, STEPS, SWITCHES } from '../../../../shared/features/find/acts';
import { heardChord, isSitesKey, isTypedIn } from '../../../../shared/features/find/heard';
import { createLive } from '../../../../shared/live';
import type { Patch, Settings } from '../../../../shared/settings/schema';
import { defaultOf } from '../../../../shared/settings/schema';

function stand(first: Settings) {
  const all = createLive<Settings>(first);
  const told: string[] = [];
  const speaking = createLive<{ state: 'idle' | 'speaking' | 'paused'; text: string }>({ state: 'idle', text: '' });
  const context = {
    all, speaking, focusBar: () => true,
    choose: (patch: Patch) => all.set({ ...all.value, ...patch }),
    speaker: { command: (name: string) => void told.push(name) } as never,
  };
  return { all, told, speaking, context, act: createActs(context, { top: () => true, back: () => false }) };
}

describe('acts', () => {
  it('go by the steps and values of the aids’ own descriptors', () => {
    const settings = Object.assign({}, ...FEATURES.map((feature) => feature.settings));
    expect(settings[STEPS.setting]).toMatchObject({ min: STEPS.min, max: STEPS.max, step: STEPS.step });
    for (const { setting, off, first } of Object.values(SWITCHES)) {
      // The reading cursor may be missing from a build.
      if (!(setting in settings)) continue;
      expect([defaultOf(settings[setting]), settings[setting].options.includes(first)]).toEqual([off, true]);
    }
  });

  it('step the text and stop at its limits', () => {
    const { act, all } = stand({ textSize: 260 });
    expect([act('larger'), all.value['textSize']]).toEqual([true, 275]);
    act('larger');
    expect([act('larger'), all.value['textSize']]).toEqual([true, 300]);
    all.set({ textSize: 110 });
    act('smaller');
    expect([act('smaller'), all.value['textSize']]).toEqual([true, 100]);
  });

  it('switch to the value used last and off', () => {
    const { act, all } = stand({ contrast: 'off' });
    act('contrast');
    expect(all.value['contrast']).toBe('yellow-on-black');
    all.set({ contrast: 'black-on-cream' });
    act('contrast');
    expect(all.value['contrast']).toBe('off');
    act('contrast');
    expect(all.value['contrast']).toBe('black-on-cream');
  });

  it('leave what this build has not, and what has nothing to do, to the page', () => {
    const { act, context, told, speaking } = stand({ contrast: 'off', speech: 'off' });
    expect([isKnown(context, 'pinyin'), isKnown(context, 'contrast'), isKnown(context, 'top')]).toEqual([false, true, true]);
    expect([act('pinyin'), act('stop'), act('back'), act('links'), act('top'), act('toolbar')]).toEqual([false, false, false, false, true, true]);
    act('play');
    speaking.set({ state: 'speaking', text: '一' });
    act('play');
    act('stop');
    expect(told).toEqual(['play', 'pause', 'stop']);
  });

  it('do nothing for an aid that the site does not offer, and leave its key to the page', () => {
    const { act, context, told, speaking, all } = stand({ contrast: 'off' });
    speaking.set({ state: 'speaking', text: '一' });
    expect((['larger', 'smaller', 'play', 'stop', 'pinyin'] as const).map((action) => [isKnown(context, action), act(action)])).toEqual(Array.from({ length: 5 }, () => [false, false]));
    expect([told, all.value]).toEqual([[], { contrast: 'off' }]);
  });
});

describe('keys that are not ours', () => {
  function heard(html: string, init: KeyboardEventInit & { keyCode?: number } = {}, change?: (event: KeyboardEvent) => void, isMac = false): string {
    document.body.innerHTML = html;
    let chord = '?';
    const event = new KeyboardEvent('keydown', { code: 'Digit1', altKey: true, bubbles: true, cancelable: true, composed: true, ...init });
    change?.(event);
    document.body.addEventListener('keydown', () => (chord = heardChord(event, isMac)), { once: true });
    document.querySelector('#at')?.dispatchEvent(event);
    return chord;
  }

  it('hears a key in a link, a button, a check box', () => {
    for (const html of ['<a id="at" href="#">看</a>', '<button id="at">看</button>', '<input id="at" type="checkbox">', '<div id="at"></div>']) expect(heard(html), html).toBe('Alt+Digit1');
  });

  it.each(['<input id="at">', '<input id="at" type="search">', '<textarea id="at"></textarea>', '<select id="at"></select>', '<div contenteditable><b id="at"></b></div>', '<div id="at" role="textbox"></div>', '<x-field id="at"></x-field>'])(
    'not while one types: %s',
    (html) => expect(heard(html)).toBe(''),
  );

  it('not composing, not AltGr, not twice, not what the page has taken', () => {
    const html = '<a id="at" href="#">看</a>';
    expect(heard(html, { isComposing: true })).toBe('');
    expect(heard(html, { keyCode: 229 })).toBe('');
    expect(heard(html, { repeat: true })).toBe('');
    expect(heard(html, { modifierAltGraph: true })).toBe('');
    expect(heard(html, { modifierAltGraph: true }, undefined, true)).toBe('Alt+Digit1');
    expect(heard(html, {}, (event) => event.preventDefault())).toBe('');
    expect(isTypedIn(null)).toBe(false);
  });

  it('not an access key of the site', () => {
    document.body.innerHTML = '<a href="#" accesskey="1 s">首页</a>';
    expect([isSitesKey(document, 'Alt+Digit1'), isSitesKey(document, 'Alt+Shift+KeyS'), isSitesKey(document, 'Alt+Digit2'), isSitesKey(document, 'F8')]).toEqual([true, true, false, false]);
  });
});
