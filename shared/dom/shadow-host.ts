// The one element that holds our interface above the page: layers of overlays below, the toolbar above.
// Not for what is drawn in them.
import { MARKER } from './marker';
import { adoptInto } from './style-sheet';

/** Above everything the page can say: inside a shadow tree important rules beat the page's important rules. */
const HOST_CSS = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;
margin:0!important;padding:0!important;border:0!important;background:none!important;overflow:visible!important;pointer-events:none!important;
z-index:2147483647!important;visibility:visible!important;opacity:1!important;transform:none!important;filter:none!important;color-scheme:light!important;cursor:var(--mingdu-x-cursor,auto)!important}
:host::backdrop{display:none!important}
.layer{position:fixed;inset:0;pointer-events:none;overflow:clip}
.interface{pointer-events:auto;position:relative;z-index:2}
[data-above]{z-index:3}
@media print{:host{display:none!important}}`;

/** The stage: made when the first layer is asked for, gone with the last. */
export interface Stage {
  /** The host element, while there is one. */
  readonly host: HTMLElement | null;
  /** A layer for an aid; never takes a click. `above` puts it over the toolbar too. */
  overlay(css: string, above?: boolean): { readonly root: ShadowRoot; remove(): void };
  /** The layer of the interface. */
  interface(css: string): { readonly root: ShadowRoot; remove(): void };
  /** Puts the host back if the page took it out, and on top again. */
  mend(): void;
}

/**
 * @param document the page; the host becomes a child of <html>, where transforms and filters of <body> do not reach
 * @param mute runs writes that our observer must not see
 */
export function createStage(document: Document, mute: (run: () => void) => void): Stage {
  let host: HTMLElement | null = null;
  let shadow: ShadowRoot | null = null;
  let layers = 0;

  function raise(element: HTMLElement): void {
    if (typeof element.showPopover !== 'function' || !element.isConnected) return;
    element.popover = 'manual';
    if (!element.matches(':popover-open')) element.showPopover();
  }

  function home(): Element {
    // Outside an open modal dialog everything is inert, so the host must stand inside it.
    const modals = document.querySelectorAll('dialog:modal');
    return modals[modals.length - 1] ?? document.documentElement;
  }

  function ensure(): ShadowRoot {
    if (host && shadow) return shadow;
    host = document.createElement('div');
    host.setAttribute(MARKER, '');
    shadow = host.attachShadow({ mode: 'open', delegatesFocus: false });
    adoptInto(shadow, HOST_CSS);
    mend();
    return shadow;
  }

  function mend(): void {
    const element = host;
    if (!element) return;
    mute(() => {
      const place = home();
      if (element.parentNode !== place) place.append(element);
      raise(element);
    });
  }

  function layer(css: string, kind: 'overlay' | 'interface' | 'above'): { readonly root: ShadowRoot; remove(): void } {
    const element = document.createElement('div');
    element.className = kind === 'interface' ? 'interface' : 'layer';
    const inner = element.attachShadow({ mode: 'open' });
    if (css) adoptInto(inner, css);
    layers += 1;
    mute(() => {
      const root = ensure();
      if (kind === 'overlay') root.prepend(element);
      else root.append(element);
      // Layers above the toolbar stay last whatever comes later.
      if (kind === 'above') element.setAttribute('data-above', '');
      else root.querySelectorAll('[data-above]').forEach((one) => root.append(one));
    });
    return {
      root: inner,
      remove() {
        if (!element.isConnected && !element.parentNode) return;
        mute(() => {
          element.remove();
          layers -= 1;
          if (layers > 0) return;
          host?.remove();
          host = null;
          shadow = null;
        });
      },
    };
  }

  return {
    get host() {
      return host;
    },
    overlay: (css, above) => layer(css, above ? 'above' : 'overlay'),
    interface: (css) => layer(css, 'interface'),
    mend,
  };
}
