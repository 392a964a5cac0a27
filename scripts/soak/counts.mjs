// Counts what a page's scripts hold on to: listeners on window, document and media queries, and observers. Runs in the page before anything else.
// Not for whose they are (test/support/change-watch.ts): a page that holds none by itself shows what the product leaves.

/** Puts `mingduCounts` on `window`. Give it to `evaluateOnNewDocument`; it uses nothing from outside itself. */
export function countHolds() {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  /** By target: `type capture` to the callbacks that are in. @type {WeakMap<EventTarget, Map<string, Set<unknown>>>} */
  const held = new WeakMap();
  /** All targets; weakly, or this would keep what everybody else has let go. @type {WeakRef<EventTarget>[]} */
  const targets = [];
  const entries = () => targets.flatMap((weak) => (weak.deref() ? [[weak.deref(), held.get(weak.deref())]] : []));
  const isCapture = (options) => (typeof options === 'object' && options ? Boolean(options.capture) : Boolean(options));
  const nameOf = (target) => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (typeof MediaQueryList !== 'undefined' && target instanceof MediaQueryList) return 'media query';
    return typeof VisualViewport !== 'undefined' && target instanceof VisualViewport ? 'viewport' : null;
  };
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const target = this ?? window;
    const signal = typeof options === 'object' ? options?.signal : undefined;
    if (nameOf(target) && run && !signal?.aborted) {
      const key = `${type} ${isCapture(options)}`;
      if (!held.has(target)) targets.push(new WeakRef(target));
      const types = held.get(target) ?? new Map();
      held.set(target, types);
      const runs = types.get(key) ?? new Set();
      types.set(key, runs);
      runs.add(run);
      const gone = () => runs.delete(run);
      if (signal) add.call(signal, 'abort', gone, { once: true });
      if (typeof options === 'object' && options?.once) add.call(target, type, gone, { once: true, capture: isCapture(options) });
    }
    return add.call(target, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    const target = this ?? window;
    held.get(target)?.get(`${type} ${isCapture(options)}`)?.delete(run);
    return remove.call(target, type, run, options);
  };
  /** Observers to what they look at. @type {Map<object, Set<unknown>>} */
  const observing = new Map();
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const Counted = class extends window[name] {
      observe(target, ...rest) {
        const targets = observing.get(this) ?? new Set();
        observing.set(this, targets);
        targets.add(target);
        return super.observe(target, ...rest);
      }
      unobserve(target) {
        const targets = observing.get(this);
        targets?.delete(target);
        if (targets?.size === 0) observing.delete(this);
        return super.unobserve(target);
      }
      disconnect() {
        observing.delete(this);
        return super.disconnect();
      }
    };
    Object.defineProperty(Counted, 'name', { value: name });
    Object.defineProperty(window, name, { value: Counted, configurable: true, writable: true });
  }
  window.mingduCounts = {
    /** `click on document ×2`, sorted. */
    listeners: () =>
      entries().flatMap(([target, types]) => [...types].flatMap(([key, runs]) => (runs.size > 0 ? [`${key.split(' ')[0]} on ${nameOf(target)} ×${runs.size}`] : []))).sort(),
    listenerCount: () => entries().reduce((sum, [, types]) => sum + [...types.values()].reduce((all, runs) => all + runs.size, 0), 0),
    observers: () => [...observing.keys()].map((one) => one.constructor.name).sort(),
    sheets: () => document.adoptedStyleSheets.length + document.styleSheets.length,
    highlights: () => (typeof CSS === 'object' && CSS.highlights ? CSS.highlights.size : 0),
    nodes: () => {
      const walker = document.createTreeWalker(document);
      let count = 1;
      while (walker.nextNode()) count += 1;
      return count;
    },
  };
}
