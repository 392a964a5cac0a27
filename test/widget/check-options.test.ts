// Options of a site's owner: what is taken, what is named, and that nothing that is handed in does harm.
import fc from 'fast-check';
import { OPTIONS, OWNERS, RULES } from 'mingdu:rules';
import { describe, expect, it } from 'vitest';
import { MORE_PRESETS } from '../../shared/settings/more-presets';
import { checkGiven, checkTag, merged, refuseColours, type Options } from '../../widget/check-options';
import { SITE_OPTIONS } from '../../widget/options';

const AIDS = [...new Set(Object.values(OWNERS))];
const colour = (text: string) => (/^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null);
const parts = { document, rules: RULES, aids: AIDS, colour };
const given = (options: object, isLate = false) => checkGiven(options, isLate, parts);
const onTag = (data: Record<string, string>) => checkTag(data, parts);
const thrower = (): never => {
  throw new Error('a getter of the page');
};

const GOOD: Record<string, readonly (readonly [unknown, unknown])[]> = {
  trigger: [['.wza a', '.wza a'], ['', undefined]],
  launcher: [['off', false], ['on', true], [false, false], [true, true]],
  launcherColor: [['#FFFFFF', '#ffffff'], ['', undefined]],
  launcherBackground: [['#9b1c1c', '#9b1c1c']],
  lang: [['zh-TW', 'zh-TW']],
  aids: [['textSize contrast', ['textSize', 'contrast']], ['pinyin,speech', ['pinyin', 'speech']], [['fields', 'media', 'fields'], ['fields', 'media']], [[], undefined], ['', undefined]],
  preset: MORE_PRESETS.map(({ id }) => [id, id] as const),
  article: [['.TRS_Editor', '.TRS_Editor']],
  zones: [
    ['nav: #menu; article: .TRS_Editor', { navigation: '#menu', body: '.TRS_Editor' }],
    ['导航区：#menu；正文: .a, .b;', { navigation: '#menu', body: '.a, .b' }],
    ['list: [data-x="a;b"]; service: a:not(.b)', { list: '[data-x="a;b"]', service: 'a:not(.b)' }],
    [{ window: '.swiper' }, { window: '.swiper' }],
    ['nav: #a; navigation: #b', { navigation: '#a, #b' }],
  ],
  statement: [['/wza.html', new URL('/wza.html', document.baseURI).href], ['https://other.example.gov.cn/a', 'https://other.example.gov.cn/a']],
  feedback: [['mailto:wza@example.gov.cn', 'mailto:wza@example.gov.cn'], ['wza@example.gov.cn', 'mailto:wza@example.gov.cn'], ['', undefined]],
  base: [['https://static.example.gov.cn/m', 'https://static.example.gov.cn/m/']],
  voicePack: [['/v', new URL('/v/', document.baseURI).href]],
  settings: [[{ textSize: 150, contrast: 'off' }, { textSize: 150, contrast: 'off' }], [{}, {}]],
};

const BAD: Record<string, readonly (readonly [unknown, RegExp])[]> = {
  trigger: [['a[', /selector/], [7, /text/], ['x'.repeat(2001), /longer/]],
  launcher: [['no', /on, off/], ['', /on, off/], [null, /on, off/]],
  launcherColor: [['red}*{', /colour/], ['rgba(0,0,0,.5)', /opaque/]],
  launcherBackground: [[{}, /text/]],
  lang: [['fr', /zh-CN, zh-TW, en/]],
  aids: [['speling', /unknown: "speling"/], [[Symbol.iterator], /./], [{ textSize: true }, /text/]],
  preset: [['young', /elder/], ['__proto__', /elder/]],
  article: [['::', /selector/], [/x/, /text/]],
  zones: [['foot: #foot', /unknown zone "foot"/], ['nav', /not a CSS/], ['nav: a[', /not a CSS/], [JSON.parse('{"__proto__":"a"}'), /unknown zone/], [{ body: 5 }, /not a CSS/], [[], /text/], [';;', /no zone/]],
  statement: [['javascript:alert(1)', /http/], [' java\nscript:alert(1)', /http/], ['data:text/html,1', /http/], ['http://[', /http/], ['vbscript:x', /http/], ['blob:http://x/1', /http/]],
  feedback: [['file:///etc/passwd', /http/]],
  base: [['javascript:alert(1)', /folder/]],
  voicePack: [['https://other.example.gov.cn/voice-pack/', new RegExp(`not on the page's own site, ${location.origin}`)], ['javascript:alert(1)', /folder/]],
  settings: [[[], /object/], ['{}', /object/], [null, /object/]],
  store: [[{}, /read and write/], [{ read: 1, write: 2 }, /read and write/], ['localStorage', /read and write/]],
};

describe('an option', () => {
  it('is tried here, whichever the table has, and on the tag alone where it can come from there alone', () => {
    const inCalls = SITE_OPTIONS.filter(({ time }) => time !== 'tag').map(({ name }) => name);
    expect(Object.keys({ ...GOOD, ...BAD }).sort()).toEqual([...inCalls].sort());
    expect(OPTIONS.map(({ name }) => name)).toEqual(SITE_OPTIONS.map(({ name }) => name));
    expect(SITE_OPTIONS.find(({ name }) => name === 'preset')?.words).toEqual(['elder', ...MORE_PRESETS.map(({ id }) => id)]);
    for (const { name, attribute } of SITE_OPTIONS) if (attribute) expect(attribute).toBe(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  });

  it.each(Object.entries(GOOD).flatMap(([name, rows]) => rows.map(([value, taken]) => [name, value, taken] as const)))('is taken: %s, %j', (name, value, taken) => {
    expect(given({ [name]: value })).toEqual({ options: { [name]: taken }, wrong: [] });
    if (typeof value === 'string') expect(onTag({ [name]: value })).toEqual({ options: { [name]: taken }, wrong: [] });
  });

  it.each(Object.entries(BAD).flatMap(([name, rows]) => rows.map(([value, why]) => [name, { value }, why] as const)))('is named and ignored: %s (%#)', (name, { value }, why) => {
    const { options, wrong } = given({ [name]: value });
    expect(options).toEqual({});
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(why);
    expect(wrong[0]).toMatch(new RegExp(`^${name}: `));
    expect(wrong[0]?.length).toBeLessThan(600);
  });

  it('is named by its attribute on the tag', () => {
    const { options, wrong } = onTag({ launcherColor: 'nothing', voicePack: 'javascript:1', lang: 'en' });
    expect(options).toEqual({ lang: 'en' });
    expect(wrong).toEqual([expect.stringContaining('data-launcher-color="nothing" ('), expect.stringContaining('data-voice-pack="javascript:1" (')]);
  });

  it('is taken in part where a part of it is good', () => {
    expect(given({ aids: 'textSize pinyon' })).toEqual({ options: { aids: ['textSize'] }, wrong: [expect.stringContaining('"pinyon"')] });
    expect(given({ zones: 'nav: #menu; foot: #foot' })).toEqual({ options: { zones: { navigation: '#menu' } }, wrong: [expect.stringContaining('"foot"')] });
    const settings = Object.defineProperty({ textSize: 150, contrast: 'pink', zoom: 2 }, 'pinyin', { enumerable: true, get: thrower });
    const { options, wrong } = given({ settings });
    expect(options.settings).toEqual({ textSize: 150 });
    for (const word of ['contrast cannot be "pink"', 'unknown: "zoom"', '"pinyin" cannot be read']) expect(wrong[0]).toContain(word);
  });

  it('that nobody knows is named in a call; on the tag only where it is nearly one of ours', () => {
    expect(given({ colour: 'red', toString: 1 }).wrong).toEqual(['unknown: "colour"', 'unknown: "toString"']);
    expect(onTag({ cfasync: 'false', rocketSrc: 'x', id: '7', trigers: '.a', launcherBackgroundd: '#fff' }).wrong).toEqual(['data-trigers (is data-trigger meant?)', 'data-launcher-backgroundd (is data-launcher-background meant?)']);
    expect(onTag({ settings: '{}', store: 'x' }).options).toEqual({});
  });

  it('that comes too late says so', () => {
    const { options, wrong } = given({ lang: 'en', preset: 'elder', url: 'off', statement: '/a' }, true);
    expect(Object.keys(options)).toEqual(['statement']);
    expect(wrong).toEqual([expect.stringMatching(/^lang: too late/), expect.stringMatching(/^preset: too late/), expect.stringMatching(/^url: too late, only data-url/)]);
  });

  it('calls its store as the object that was given', () => {
    const store = { text: null as string | null, read(): string | null { return this.text; }, write(text: string): void { this.text = text; } };
    const { options } = given({ store });
    options.store?.write('{}');
    expect(options.store?.read()).toBe('{}');
  });
});

describe('what is handed in by anybody', () => {
  it('may be frozen, without a prototype, a proxy that refuses, or throw when it is read', () => {
    expect(given(Object.freeze({ aids: Object.freeze(['textSize']) })).options).toEqual({ aids: ['textSize'] });
    expect(given(Object.assign(Object.create(null) as object, { lang: 'en' })).options).toEqual({ lang: 'en' });
    expect(given(new Proxy({}, { ownKeys: thrower })).wrong).toEqual(['nothing of it can be read']);
    expect(given(new Proxy({ lang: 'en' }, { get: thrower })).wrong).toEqual(['lang: cannot be read']);
    for (const name of ['zones', 'settings', 'store', 'aids']) expect(given({ [name]: new Proxy({}, { get: thrower, ownKeys: thrower }) })).toMatchObject({ options: {}, wrong: [expect.stringContaining(name)] });
    expect(given(Object.defineProperty({}, 'lang', { enumerable: true, get: thrower })).wrong).toEqual(['lang: cannot be read']);
    expect(given({ aids: [{ toString: thrower }] }).wrong).toEqual(['aids: cannot be read']);
  });

  it('reaches no prototype', () => {
    const { options, wrong } = given(JSON.parse('{"__proto__":{"lang":"en"},"settings":{"__proto__":{"textSize":300},"constructor":1}}') as object);
    expect(options.settings).toEqual({});
    expect([Object.getPrototypeOf(options), Object.getPrototypeOf(options.settings), ({} as Record<string, unknown>)['lang']]).toEqual([Object.prototype, Object.prototype, undefined]);
    expect(wrong.join()).toContain('__proto__');
  });

  it('never throws, never gives a value outside the rules, and leaves out what is bad', () => {
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('on', 'off', 'en', 'elder', '#0b4a8f', '.a', 'a[', 'nav: #a; body: b', 'javascript:1', '/a', 'textSize pinyin', '', ' '), fc.string({ minLength: 2001, maxLength: 2100 }));
    const value = fc.oneof(text, fc.anything({ withNullPrototype: true, withDate: true, withMap: true }), fc.record({ textSize: fc.anything(), contrast: text, zoom: fc.anything() }), fc.dictionary(fc.constantFrom('nav', 'body', '__proto__', 'x'), text));
    const names = [...SITE_OPTIONS.map(({ name }) => name), 'zoom', '__proto__', 'constructor', 'Aids'];
    const defaults = JSON.stringify([RULES, SITE_OPTIONS]);
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 12 })), value), fc.boolean(), (options, isLate) => {
        const checked = given(options, isLate);
        checkOptions(checked.options);
        for (const key of Object.keys(options)) {
          if (!SITE_OPTIONS.some(({ name }) => name === key)) expect(key in checked.options && Object.hasOwn(checked.options, key)).toBe(false);
          else if (options[key] !== undefined) expect(Object.hasOwn(checked.options, key) || checked.wrong.some((reason) => reason.startsWith(`${key}: `)), key).toBe(true);
        }
        const strings = Object.fromEntries(Object.entries(options).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
        checkOptions(onTag(strings).options);
      }),
      { numRuns: 400 },
    );
    expect(JSON.stringify([RULES, SITE_OPTIONS])).toBe(defaults);
  });
});

/** Every value is one that the rest may trust. */
function checkOptions({ aids, statement, feedback, article, trigger, preset, lang, zones, settings, launcher, launcherColor }: Options): void {
  for (const aid of aids ?? []) expect(AIDS).toContain(aid);
  for (const link of [statement, feedback]) if (link !== undefined) expect(new URL(link).protocol).toMatch(/^(https?|mailto):$/);
  for (const selector of [article, trigger, ...Object.values(zones ?? {})]) if (selector) document.createDocumentFragment().querySelector(selector);
  expect([undefined, 'elder', 'low-vision', 'keyboard', 'learner']).toContain(preset);
  expect([undefined, 'zh-CN', 'zh-TW', 'en']).toContain(lang);
  expect([undefined, true, false]).toContain(launcher);
  if (launcherColor) expect(launcherColor).toMatch(/^#[0-9a-f]{6}$/);
  for (const key of Object.keys(settings ?? {})) expect(Object.keys(RULES)).toContain(key);
}

describe('the colours of the launcher', () => {
  it.each([
    [{}, { launcherBackground: '#9b1c1c' }, ''],
    [{}, { launcherBackground: '#ffd43b' }, /#ffffff on #ffd43b has a contrast of 1\.4:1, and needs 4\.5:1/],
    [{ launcherBackground: '#9b1c1c' }, { launcherColor: '#14213d' }, /#14213d on #9b1c1c/],
    [{}, { launcherColor: '#14213d', launcherBackground: '#ffd43b' }, ''],
    // 4.48:1 and 4.54:1: the bar is not rounded.
    [{}, { launcherColor: '#777777', launcherBackground: '#ffffff' }, /4\.4:1/],
    [{}, { launcherColor: '#767676', launcherBackground: '#ffffff' }, ''],
  ])('are judged together: before %j, then %j', (before, now, why) => {
    const options: Options = { ...now, lang: 'en' };
    const told = refuseColours(before, options);
    if (why === '') expect([told, options]).toEqual(['', { ...now, lang: 'en' }]);
    else expect([told, options]).toEqual([expect.stringMatching(why), { lang: 'en' }]);
  });

  it('what a call says outranks the tag, and an empty value goes back to the default', () => {
    expect(merged({ lang: 'en', statement: '/a' }, { statement: undefined })).toEqual({ lang: 'en', statement: undefined });
  });
});
