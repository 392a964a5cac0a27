// Hostile pages against the widget, and a page's markup against it: the lines of docs/threat-model.md that need a real browser.
// The extension's are in threats-extension.test.ts; policies in policy.test.ts and loading-policies.test.ts, options in site-options.test.ts.
import { describe, expect, it } from 'vitest';
import { BROWSERS } from '../support/browsers';
import { EVIL_ARTICLE, EVIL_MARKUP, HOSTILE_FORM, hostilePage, MARKUP_OF_OURS } from '../support/hostile-page';
import { TOOLBARS } from '../support/interface';
import { expectNoOwnErrors } from '../support/no-own-errors';
import { ask, closeAndForget, frames, set, STRONGEST, visit, widgetMount } from '../support/product';
import { useBrowser } from '../support/use-browser';

const SIZE = `getComputedStyle(document.getElementById('text')).fontSize`;
/** By the platform's own members, which no name in the page stands before. */
const WHOLE = 'new XMLSerializer().serializeToString(document)';

/** Own keys of all that the platform shares, by name; symbols too. */
const SHARED = `(() => Object.fromEntries(Object.getOwnPropertyNames(globalThis).filter((name) => !/ariaQuerySelector/.test(name)).flatMap((name) => {
  const { value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
  const keysOf = (object) => Reflect.ownKeys(object).map(String).sort();
  return typeof value === 'function' ? [[name, [keysOf(value), value.prototype ? keysOf(value.prototype) : []]]] : [];
})))()`;
/** The driver puts four into the page itself. */
const GLOBALS = `Reflect.ownKeys(globalThis).map(String).filter((name) => !/ariaQuerySelector/.test(name))`;

const PAGES: Record<string, string> = {
  image: '<img name="currentScript" src="/evil/x.js" alt="" data-base="/evil/">',
  form: '<form name="currentScript" action="/evil/"></form>',
  frame: '<iframe name="Mingdu" srcdoc="x"></iframe><a id="mingdu"></a><a id="mingdu" name="version"></a>',
  parts: '<form id="Mingdu"><input name="version" value="9"></form>',
  links: '<a id="Mingdu"></a><a id="Mingdu" name="version"></a>',
  framed: '<iframe name="Mingdu" srcdoc="<a id=version></a>"></iframe>',
  sandboxed: '<iframe name="Mingdu" sandbox srcdoc="x"></iframe>',
  text: '<form><input name="textContent"><button type="button">提交申请</button><p id="inside">填写姓名和住址，再按提交。</p></form>',
  fields: HOSTILE_FORM,
  article: EVIL_ARTICLE,
  plain: '',
};

describe.each(BROWSERS)('a hostile page and the widget in %s', (name) => {
  const bench = useBrowser(name, [
    widgetMount(),
    { at: '/', from: (path) => (path in PAGES ? hostilePage(PAGES[path] ?? '') : undefined) },
    { at: '/evil/', from: () => ({ type: 'text/javascript', body: 'pwned()' }) },
  ]);
  expectNoOwnErrors(() => bench.page);
  const open = (path: string) => visit(bench.page, `${bench.site.origin}/${path}`);

  it.each(['image', 'form', 'frame', 'parts', 'links', 'framed', 'sandboxed', 'text'])('names of the page do not say where our files come from, nor who we are: %s', async (path) => {
    bench.site.forget();
    await open(path);
    await set(bench.page, { textSize: 200 });
    expect(await bench.page.evaluate(SIZE)).toBe('32px');
    expect(bench.site.requests.filter((one) => one.startsWith('/evil/') && one !== '/evil/x.js')).toEqual([]);
    expect(bench.site.requests.filter((one) => /^\/mingdu\/mingdu-main/.test(one))).toHaveLength(1);
    await closeAndForget(bench.page);
  });

  it('fields that bear the names of members: all aids work on the text among them, and end exactly', async () => {
    await open('fields');
    const before = await bench.page.evaluate(WHOLE);
    await set(bench.page, STRONGEST);
    expect(await bench.page.evaluate(`document.querySelector('#inside').querySelectorAll('ruby').length`)).toBeGreaterThan(10);
    await closeAndForget(bench.page);
    expect(await bench.page.evaluate(WHOLE)).toBe(before);
  });

  it('a value that an old library put on every object breaks no aid', async () => {
    await open('plain');
    // Not before: the driver's own script would break.
    await bench.page.evaluate('Object.prototype.extra = "x"; void 0');
    await set(bench.page, { ...STRONGEST, toneColors: true });
    expect(await bench.page.evaluate(`document.querySelectorAll('#text ruby[data-mingdu] rt').length`)).toBeGreaterThan(3);
    await closeAndForget(bench.page);
  });

  it('an old library’s Promise without allSettled, and observers whose prototypes are frozen, break no aid', async () => {
    await open('plain');
    await bench.page.evaluate('delete Promise.allSettled; for (const frozen of [IntersectionObserver, ResizeObserver, MutationObserver]) Object.freeze(frozen.prototype); addEventListener("error", ({ message }) => ended.push(message)); ended = []; void 0');
    await ask(bench.page, 'open()');
    await set(bench.page, STRONGEST);
    expect(await bench.page.evaluate(`document.querySelectorAll('#text ruby[data-mingdu] rt').length`)).toBeGreaterThan(3);
    await closeAndForget(bench.page);
    expect(await bench.page.evaluate('ended')).toEqual([]);
  });

  it('events of an old script that are no presses and nowhere end no aid', async () => {
    await open('plain');
    // No machine of tests has a voice.
    await bench.page.evaluate(`ended = []; Mingdu.on('error', ({ id, message }) => /没有普通话声音/.test(message) || ended.push(id + ': ' + message))`);
    await set(bench.page, { ...STRONGEST, readingLine: 'line', speech: 'point', cursor: 'on', shortcuts: 'mingdu' });
    await bench.page.evaluate(`(() => {
      for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousemove', 'pointermove', 'pointerover', 'pointerout', 'pointerdown', 'pointerup', 'focusin', 'wheel', 'touchmove', 'scroll', 'input', 'change'])
        for (const target of [document.getElementById('text'), document.body, document, window]) target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true, composed: true }));
    })()`);
    await frames(bench.page, 3);
    await ask(bench.page, 'settled()');
    expect(await bench.page.evaluate('ended')).toEqual([]);
    await closeAndForget(bench.page);
  });

  it('opened again by the page, it leaves the focus to what the reader writes in', async () => {
    await open('text');
    await ask(bench.page, 'open()');
    await bench.page.evaluate(`document.querySelector('input').focus()`);
    await ask(bench.page, 'open()');
    await frames(bench.page, 2);
    expect(await bench.page.evaluate(`document.activeElement.localName`)).toBe('input');
    await closeAndForget(bench.page);
  });

  it('adds one global that has a name, and nothing to what the platform shares', async () => {
    await open('plain');
    const script = `document.createElement('iframe')`;
    // A frame of the same origin has the platform as it comes.
    const fresh = await bench.page.evaluate(`new Promise((resolve) => { const frame = ${script}; frame.onload = () => { const made = frame.contentWindow.eval(${JSON.stringify(`({ shared: ${SHARED}, globals: ${GLOBALS} })`)}); frame.remove(); resolve(made); }; frame.src = '/evil/empty.js'; document.body.append(frame); })`) as { shared: object; globals: string[] };
    await set(bench.page, STRONGEST);
    await ask(bench.page, 'open()');
    const now = await bench.page.evaluate(`({ shared: ${SHARED}, globals: ${GLOBALS} })`) as { shared: Record<string, unknown>; globals: string[] };
    const { pwned: _, ...shared } = now.shared;
    expect(shared).toEqual(fresh.shared);
    const more = now.globals.filter((one) => !fresh.globals.includes(one) && !/^\d+$/.test(one));
    expect(more.sort()).toEqual(['Mingdu', 'Symbol(mingdu.packs)', 'pwned', 'pwnedTimes']);
    await closeAndForget(bench.page);
  });

  it('text that is markup is shown and read as text, by every aid and panel', async () => {
    const { page } = bench;
    await open('article');
    const before = await page.evaluate(WHOLE);
    await set(page, STRONGEST);
    await ask(page, 'open()');
    expect(await page.evaluate(MARKUP_OF_OURS)).toEqual([]);
    for (const id of ['evil', 'text']) {
      const at = (await page.evaluate(`(() => { const one = document.getElementById('${id}'); one.scrollIntoView({ block: 'center' }); const { x, y, height } = one.getBoundingClientRect(); return [x + 60, y + height / 2]; })()`)) as [number, number];
      await page.mouse.move(...at);
      await frames(page, 4);
    }
    await set(page, { view: 'article' });
    expect(await page.evaluate(MARKUP_OF_OURS)).toEqual([]);
    // The title stands in the article view, as the characters that it is made of.
    expect(await page.evaluate(`document.querySelector('[data-mingdu=article]').shadowRoot.textContent.includes(${JSON.stringify(EVIL_MARKUP)})`)).toBe(true);
    expect(await page.evaluate('pwnedTimes')).toBe(0);
    await closeAndForget(page);
    expect(await page.evaluate(WHOLE)).toBe(before);
  });

  it('a page that takes out our elements and marks as soon as they come stays at work, and all ends', async () => {
    const { page } = bench;
    await open('plain');
    const before = await page.evaluate(WHOLE);
    // Not the readings: they hold the page's words, and a page that takes these out has no more of them than without us.
    await page.evaluate(`taken = 0; war = new MutationObserver(() => {
      for (const one of document.querySelectorAll('[data-mingdu]:not(ruby, mingdu-text)')) { one.remove(); taken += 1; }
      for (const one of document.querySelectorAll('*')) for (const name of one.getAttributeNames()) if (name.startsWith('data-mingdu-x-')) one.removeAttribute(name);
      document.adoptedStyleSheets = [];
    }); war.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });`);
    await page.evaluate(`void Mingdu.set(${JSON.stringify({ textSize: 200, contrast: 'yellow-on-black', pinyin: 'all', spacing: 'wide' })}); void Mingdu.open();`);
    // Frames and timers go on: neither of the two keeps the other in one task for ever.
    await frames(page, 30);
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 500))');
    expect(await page.evaluate('taken')).toBeGreaterThan(0);
    await page.evaluate('war.disconnect()');
    await page.waitForFunction(`${TOOLBARS}.length === 1`, { timeout: 10_000 });
    await closeAndForget(page);
    expect(await page.evaluate(WHOLE)).toBe(before);
  });
});
