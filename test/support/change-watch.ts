// Sees all that the product does to a page: attributes, inline styles, elements, rules of style sheets, highlights, listeners and observers, and
// by which of its scripts. Runs in the page before anything else; no expectations in here.

/** What was seen since the last `take`. */
export interface Seen {
  /** Attributes on the page's own elements but `style`, by name. */
  readonly attributes: readonly string[];
  /** Properties in the page's own `style` attributes. */
  readonly inline: readonly string[];
  /** Elements put into the page, the outermost each; those in shadow trees of ours belong to their host. */
  readonly nodes: readonly string[];
  /** Properties that rules of ours set. */
  readonly css: readonly string[];
  readonly highlights: readonly string[];
  /** `script: what on target`, of all that is still alive: `aid-focus: focusin on document`. */
  readonly alive: readonly string[];
}

interface Watch {
  begin(): void;
  take(): Seen;
}
declare global {
  // eslint-disable-next-line no-var
  var watchOfChanges: Watch;
}

/** Put it in with `evaluateOnNewDocument`; it uses nothing from outside itself. */
export function watchChanges(): void {
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 60;
  interface Held {
    readonly what: string;
    isAlive(): boolean;
  }
  const held: Held[] = [];
  /** The script of ours that acts now: an aid or an extra of it before what it runs on. */
  const script = (): string => {
    const files = [...(new Error().stack ?? '').matchAll(/\/mingdu(?:-(aid|pack|panel|main)(?:-([a-z-]+?))?)?(?:[.-][0-9A-Za-z_]{8,16})?\.js/g)].map(([, kind, name]) => (kind ? `${kind}${name ? `-${name}` : ''}` : 'loader'));
    return files.find((file) => file.startsWith('aid-')) ?? files.find((file) => file !== 'loader') ?? files[0] ?? '';
  };
  const isOurs = (node: Node): boolean => {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    if (element?.closest('[data-mingdu]')) return true;
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? isOurs(root.host) : false;
  };
  /** Null for what is ours or nobody's yet. */
  const nameOf = (target: EventTarget): string | null => {
    if (target === window) return 'window';
    if (target === document) return 'document';
    if (target instanceof Document) return 'document of a frame';
    if (target instanceof ShadowRoot) return isOurs(target.host) || !target.host.isConnected ? null : 'shadow root';
    if (target instanceof Element) return target.isConnected && !isOurs(target) ? 'element' : null;
    if (target instanceof MediaQueryList) return 'media query';
    if (typeof VisualViewport !== 'undefined' && target instanceof VisualViewport) return 'viewport';
    // Another frame's window, or something that is no part of the page.
    return 'document' in target ? 'window of a frame' : null;
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const keyOf = (options: unknown) => (typeof options === 'object' && options ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options));
  const entries: { target: EventTarget; type: string; run: unknown; capture: boolean; gone: boolean }[] = [];
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type: string, run: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) {
    const target = this ?? window;
    const by = script();
    const on = by ? nameOf(target) : null;
    if (on) {
      const entry = { target, type, run, capture: keyOf(options), gone: false };
      entries.push(entry);
      const { signal, once } = typeof options === 'object' ? options : {};
      if (once) add.call(target, type, () => (entry.gone = true), { once: true, capture: entry.capture });
      const { passive } = typeof options === 'object' ? options : {};
      held.push({ what: `${by}: ${type}${passive === false ? ' (may prevent)' : ''} on ${on}`, isAlive: () => !entry.gone && !signal?.aborted });
    }
    return add.call(target, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type: string, run: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) {
    const target = this ?? window;
    for (const entry of entries) if (entry.target === target && entry.type === type && entry.run === run && entry.capture === keyOf(options)) entry.gone = true;
    return remove.call(target, type, run, options);
  };
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const Real = window[name] as unknown as new (...words: unknown[]) => { observe(...words: unknown[]): void; disconnect(): void };
    const Watched = class extends Real {
      constructor(...words: unknown[]) {
        super(...words);
        const by = script();
        const state = { isOn: false };
        const { observe, disconnect } = this;
        this.observe = (target, ...rest) => {
          if (by && nameOf(target as EventTarget)) state.isOn = true;
          observe.call(this, target, ...rest);
        };
        this.disconnect = () => {
          state.isOn = false;
          disconnect.call(this);
        };
        if (by) held.push({ what: `${by}: ${name}`, isAlive: () => state.isOn });
      }
    };
    Object.defineProperty(window, name, { value: Watched, configurable: true, writable: true });
  }

  const Observer = Object.getPrototypeOf(MutationObserver) as typeof MutationObserver;
  const attributes = new Set<string>();
  const inline = new Set<string>();
  const nodes = new Set<string>();
  /** As the browser reads it: it writes the whole attribute anew when one property changes. */
  const propertiesOf = (text: string | null) => {
    const { style } = document.createElement('i');
    style.cssText = text ?? '';
    return new Map([...style].map((name) => [name, `${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`]));
  };
  const observer = new Observer((records) => note(records));
  const nameOfNode = (one: Element) => one.localName + (one.getAttribute('data-mingdu') ? `[${one.getAttribute('data-mingdu')}]` : '');
  const note = (records: readonly MutationRecord[]) => {
    for (const { type, target, attributeName, oldValue, addedNodes } of records) {
      if (type === 'attributes' && attributeName && !isOurs(target)) {
        if (attributeName !== 'style') attributes.add(attributeName);
        else {
          const [before, now] = [propertiesOf(oldValue), propertiesOf((target as Element).getAttribute('style'))];
          for (const name of [...before.keys(), ...now.keys()]) if (before.get(name) !== now.get(name)) inline.add(name);
        }
      }
      if (type === 'childList' && !(target.nodeType === 1 && isOurs(target))) {
        for (const node of addedNodes) if (node.nodeType === 1 && ((node as Element).hasAttribute('data-mingdu') || (node as Element).localName.startsWith('mingdu-'))) nodes.add(nameOfNode(node as Element));
      }
    }
  };
  const roots = (): (Document | ShadowRoot)[] => {
    const of = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [root, ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot && !one.closest('[data-mingdu]') ? of(one.shadowRoot) : []))];
    return of(document);
  };
  /** What rules of ours say: they stand in a cascade layer of ours. */
  const declared = (): string[] => {
    const found = new Set<string>();
    const read = (rules: CSSRuleList, inLayer: boolean) => {
      for (const rule of rules) {
        const here = inLayer || (rule as { name?: unknown }).name === 'mingdu-x';
        if (here && 'style' in rule) for (const name of (rule as CSSStyleRule).style) found.add(name);
        if ('cssRules' in rule) read((rule as CSSGroupingRule).cssRules, here);
      }
    };
    for (const root of roots()) for (const sheet of root.adoptedStyleSheets) read(sheet.cssRules, false);
    return [...found];
  };
  window.watchOfChanges = {
    begin() {
      observer.takeRecords();
      for (const set of [attributes, inline, nodes]) set.clear();
      for (const root of roots()) observer.observe(root, { attributes: true, attributeOldValue: true, childList: true, subtree: true });
    },
    take() {
      note(observer.takeRecords());
      const sorted = (list: Iterable<string>) => [...new Set(list)].sort();
      const highlights = (CSS as { highlights?: Map<string, { size: number }> }).highlights;
      return {
        attributes: sorted(attributes),
        inline: sorted(inline),
        nodes: sorted(nodes),
        css: sorted(declared()),
        highlights: sorted([...(highlights ?? [])].filter(([name, { size }]) => name.startsWith('mingdu-') && size > 0).map(([name]) => name)),
        alive: sorted(held.filter(({ isAlive }) => isAlive()).map(({ what }) => what)),
      };
    },
  };
}
