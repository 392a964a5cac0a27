// What is put into a page before anything of its own runs, so that candidates are asked the same in the same way: longest task, violations of the
// policy, key listeners, and what can be seen of the page's own texts. Runs in the page; not for what is made of it.

/** Sets `mingduBench`. Self-contained: it is handed to the browser as text. */
export function preparePage() {
  const BLOCKS = 'p,td,h1,h3,li';
  const SAMPLES = 8;
  const HAN = /\p{Script=Han}/u;
  const bench = { longest: 0, violations: [], keyListeners: [], blocks: [] };
  globalThis.mingduBench = bench;

  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes('longtask')) {
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (bench.longest = Math.max(bench.longest, duration)))).observe({ type: 'longtask', buffered: true });
  }
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => bench.violations.push(`${effectiveDirective} ${blockedURI}`));
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/^key/.test(type) && [window, document, document.documentElement, document.body].includes(this)) bench.keyListeners.push(type);
    return addEventListener.call(this, type, ...rest);
  };
  // The page's own, before anybody adds a menu with items of its own.
  document.addEventListener('DOMContentLoaded', () => (bench.blocks = [...document.querySelectorAll(BLOCKS)].slice(0, 400)), { capture: true, once: true });

  const hanTexts = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (HAN.test(walker.currentNode.data)) found.push(walker.currentNode);
    return found;
  };
  const isAnnotated = (text) => text.parentElement?.closest('ruby')?.querySelector('rt') != null;
  /** Samples from the first to the last text in view. */
  const inView = () => {
    const all = bench.blocks.filter((block) => {
      const { top, bottom, height } = block.getBoundingClientRect();
      return height > 0 && bottom > 0 && top < innerHeight;
    });
    const count = Math.min(SAMPLES, all.length);
    let before = -1;
    return Array.from({ length: count }, (_, at) => {
      const index = Math.round((at * (all.length - 1)) / Math.max(1, count - 1));
      // A row of two cells would else give the same one each time.
      before = at > 0 && at < count - 1 && index % 2 === before % 2 ? index + 1 : index;
      return all[before];
    });
  };
  const looksOf = (block) => {
    const texts = hanTexts(block);
    const range = document.createRange();
    let width = 0;
    if (texts[0]) {
      const at = texts[0].data.search(HAN);
      range.setStart(texts[0], at);
      range.setEnd(texts[0], at + 1);
      width = range.getBoundingClientRect().width;
    }
    const { color } = getComputedStyle(texts[0]?.parentElement ?? block);
    return { width, color, ground: getComputedStyle(block).backgroundColor, annotated: texts.length > 0 && texts.every(isAnnotated) };
  };
  /** What of the samples can be seen now. */
  bench.look = () => {
    const blocks = inView();
    const looks = blocks.map(looksOf);
    const { filter, backgroundColor } = getComputedStyle(document.documentElement);
    return { looks, blocks, root: `${filter} ${backgroundColor} ${getComputedStyle(document.body).backgroundColor}` };
  };
  const signature = () => {
    const { looks, root } = bench.look();
    return `${root}${looks.map(({ width, color, ground, annotated }) => `${width.toFixed(1)} ${color} ${ground} ${annotated}`).join()}`;
  };
  /** Looks at the samples in every second frame; `ended()` says when the last change was seen, in ms from `press()` on. */
  bench.watch = () => {
    let last = signature();
    let changed = 0;
    let pressed = performance.now();
    let going = true;
    const step = () => {
      if (!going) return;
      const now = signature();
      if (now !== last) [last, changed] = [now, performance.now()];
      // Every second frame: looking shall not be what is measured.
      requestAnimationFrame(() => requestAnimationFrame(step));
    };
    requestAnimationFrame(step);
    bench.press = () => {
      bench.before = bench.look();
      bench.longest = 0;
      [pressed, changed] = [performance.now(), 0];
    };
    bench.sinceChange = () => performance.now() - Math.max(changed, pressed);
    bench.ended = () => {
      going = false;
      const first = bench.before;
      const now = bench.look();
      // The same block, wherever it has gone meanwhile.
      const pairs = now.blocks.map((block, at) => [first.looks[first.blocks.indexOf(block)], now.looks[at]]).filter(([then]) => then);
      const share = (holds) => (pairs.length === 0 ? 0 : pairs.filter(([then, is]) => holds(then, is)).length / pairs.length);
      return {
        longest: bench.longest,
        view: changed === 0 ? null : changed - pressed,
        grown: share((then, is) => is.width > then.width * 1.03),
        coloured: now.root.split(' ')[0] !== first.root.split(' ')[0] ? 1 : share((then, is) => then.color !== is.color || then.ground !== is.ground),
        annotated: now.looks.length === 0 ? 0 : now.looks.filter(({ annotated }) => annotated).length / now.looks.length,
      };
    };
  };

  /** The page's own elements, each with what it says and where it stands, by the numbers that the site gave them. */
  bench.own = () => ({
    elements: Object.fromEntries(
      [...document.querySelectorAll('[data-n]')].map((element) => [
        element.getAttribute('data-n'),
        [
          [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(' '),
          [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('|'),
          element.parentElement?.getAttribute('data-n') ?? '',
        ].join('\n'),
      ]),
    ),
    strangers: document.querySelectorAll(':not([data-n],script)').length,
    sheets: document.styleSheets.length + (document.adoptedStyleSheets?.length ?? 0),
    kept: Object.keys(localStorage).length,
  });

  /** Presses each key, alone and with others held, at several places, as events of the page. @returns how many were refused */
  bench.pressKeys = () => {
    const KEYS = [...'abcdefghijklmnopqrstuvwxyz0123456789', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'Enter', ' ', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete', 'Backspace', 'F1', 'F2', 'F3', 'F6', 'F7', 'F9', 'F12', '+', '-', '/', '?'];
    const HELD = ['', 'shift', 'alt', 'ctrl', 'ctrl alt', 'alt shift', 'ctrl shift'];
    const refused = new Set();
    let pressed = 0;
    for (const place of [document.body, ...document.querySelectorAll('[data-n]:is(a,input,button)')].slice(0, 4)) {
      for (const held of HELD) {
        for (const key of KEYS) {
          const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^[0-9]$/.test(key) ? `Digit${key}` : key;
          for (const type of ['keydown', 'keypress', 'keyup']) {
            const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, composed: true, shiftKey: held.includes('shift'), altKey: held.includes('alt'), ctrlKey: held.includes('ctrl') });
            pressed += 1;
            if (!place.dispatchEvent(event)) refused.add(`${held} ${key}`.trim());
          }
        }
      }
    }
    return { pressed, refused: [...refused] };
  };
}
