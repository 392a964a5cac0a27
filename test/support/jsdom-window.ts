// Gives jsdom's window what layout-less code must at least be able to call. Nothing here measures anything.

class StillObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

/** Puts stand-ins on a window where jsdom has nothing; call once. */
export function completeWindow(window: Window & typeof globalThis): void {
  const missing = {
    IntersectionObserver: StillObserver,
    ResizeObserver: StillObserver,
    matchMedia: (media: string) => ({ media, matches: false, onchange: null, ...inertTarget }),
    scrollTo: () => {},
    scrollBy: () => {},
    DOMRectReadOnly: class {
      constructor(readonly x = 0, readonly y = 0, readonly width = 0, readonly height = 0) {}
    },
  };
  for (const [name, value] of Object.entries(missing)) {
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  Object.defineProperty(window.document, 'elementsFromPoint', { value: () => [], configurable: true });
  Object.defineProperty(window.document, 'elementFromPoint', { value: () => null, configurable: true });
  Object.defineProperty(window.document, 'caretPositionFromPoint', { value: () => null, configurable: true });
  Object.defineProperty(window.Range.prototype, 'getClientRects', { value: () => [], configurable: true });
  Object.defineProperty(window.Range.prototype, 'getBoundingClientRect', { value: () => new missing.DOMRectReadOnly(), configurable: true });
}

const inertTarget = {
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => true,
};
