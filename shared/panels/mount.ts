// Mounts the panels of aids: fetches the script, draws it into a layer of ours with the toolbar's Preact, keeps its keys from the page, gives
// the focus back. Comes with what aids run on; not for what a panel looks like (panels/<name>/) nor for its state, which its aid keeps.
import type { ComponentChildren, ContainerNode, VNode } from 'preact';
import { isOurs } from '../dom/marker';
import type { Room } from '../dom/room';
import type { Stage } from '../dom/shadow-host';
import type { Fence } from '../fence';
import type { Live } from '../live';
import { take } from '../packs/registry';
import type { PanelName, Panels } from '../panel';
import type { JsxRuntime } from '../toolbar/panel';

/** A panel's words, filled in by `say`. */
export type PanelWords = Readonly<Record<string, string>>;

/** What a panel's script registers as `panel-<name>`. */
export interface PanelScript<N extends PanelName> {
  /** A picture of the props alone. */
  Panel(props: Panels[N] & { readonly words: PanelWords }): VNode | null;
  /** Its sheet, after `look.css`. */
  readonly css: string;
  readonly words: Readonly<Record<'zh-CN' | 'en', PanelWords>>;
  /** Takes the functions that make elements; absent unbuilt, where each file has the one Preact. */
  use?(runtime: JsxRuntime): void;
  /** Of a panel that lies along an edge of the window: it decides how much of itself there is room for. Escape leaves such a panel as it is. */
  stand?(parts: StandParts): Stand<N>;
}

export interface StandParts {
  readonly root: ShadowRoot;
  /** Where our bars say what they take. */
  readonly room: Room;
  readonly signal: AbortSignal;
  /** Draws anew with the same props. */
  redraw(): void;
}

/** How a panel stands along an edge. */
export interface Stand<N extends PanelName> {
  /** Handed to the panel beside its props. */
  props(): object;
  /** Called after each drawing. @param paint draws at once with what `props` says then */
  settle(props: Panels[N], paint: () => void): void;
  /** What takes the focus when the button went that had it. */
  heir(): HTMLElement | null;
  /** The panel goes. */
  leave(): void;
}

/** What the product lends for drawing: its Preact, its language, its colours. */
export interface Drawing extends JsxRuntime {
  render(what: ComponentChildren, where: ContainerNode): void;
  /** The language of the interface, a BCP 47 tag; when it changes, its words are at hand. */
  readonly language: Live<string>;
  /** Turns Chinese words of a panel's own into the reader's script. */
  turn<T>(words: T): T;
  /** The size of what we draw, as the class by which sheets know it. */
  size(): string;
  /** Whether the page has light text on a dark ground by a scheme of ours. */
  isDark(): boolean;
}

export interface PanelsParts {
  readonly document: Document;
  readonly stage: Stage;
  readonly room: Room;
  readonly drawing: Drawing;
  /** Redrawn at each change: the colours follow. */
  readonly settings: Live<unknown>;
  readonly fence: Fence;
  loadScript(file: string): Promise<void>;
}

/** Draws a panel while its props are not null, until the signal aborts. */
export type ShowPanel = <N extends PanelName>(name: N, props: Live<Panels[N] | null>, signal: AbortSignal) => Promise<void>;

/** An element of a panel with this attribute takes the focus when it comes. */
const TAKES_FOCUS = '[data-focus]';

/** What has the focus, inside shadow roots too. */
function focused(document: Document): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

export function createPanels({ document, stage, room, drawing, settings, fence, loadScript }: PanelsParts): ShowPanel {
  const { render, jsx } = drawing;

  return async (name, props, signal) => {
    const script = await take<PanelScript<typeof name>>(`panel-${name}`, () => loadScript(`mingdu-panel-${name}`));
    if (signal.aborted) return;
    script.use?.(drawing);
    let layer: ReturnType<Stage['interface']> | null = null;
    /** Where the focus was before it came here. */
    let origin: Element | null = null;
    let taker: Element | null = null;
    let stand: Stand<typeof name> | null = null;

    /** @param inside what had the focus in the panel */
    function giveBack(inside: Element): void {
      if (origin?.isConnected && 'focus' in origin) (origin as HTMLElement).focus({ preventScroll: true });
      if (layer?.root.activeElement) (inside as HTMLElement).blur();
    }

    function open(): ReturnType<Stage['interface']> {
      const made = stage.interface(script.css);
      const { root } = made;
      root.addEventListener('focusin', fence((event: Event) => {
        const from = (event as FocusEvent).relatedTarget as Element | null;
        // A press of a button of ours takes the focus out of the page by itself. Of another part of ours its host alone is told.
        if (from && !isOurs(from)) origin = from;
      }), { signal });
      root.addEventListener('keydown', fence((event: Event) => {
        const { key, isComposing } = event as KeyboardEvent;
        if (key !== 'Escape' || isComposing || event.defaultPrevented) return;
        event.preventDefault();
        if (stand && root.activeElement) giveBack(root.activeElement);
        else props.value?.close();
      }), { signal });
      // The page's shortcuts are not meant for what is typed in our interface.
      for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
      stand = script.stand?.({ root, room, signal, redraw: fence(draw) }) ?? null;
      return made;
    }

    function end(): void {
      if (!layer) return;
      const inside = layer.root.activeElement;
      if (inside) giveBack(inside);
      render(null, layer.root);
      layer.remove();
      stand?.leave();
      layer = taker = stand = null;
    }

    function draw(): void {
      const now = props.value;
      if (!now || signal.aborted) return end();
      layer ??= open();
      const { root } = layer;
      const inside = root.activeElement;
      const paint = (): void => {
        const lang = drawing.language.value;
        const words = lang === 'en' ? script.words.en : drawing.turn(script.words['zh-CN']);
        const children = jsx(script.Panel as never, { ...now, ...stand?.props(), words } as never);
        render(jsx('div', { class: `panel ${drawing.size()}${drawing.isDark() ? ' dark' : ''}`, lang, children }), root);
      };
      paint();
      stand?.settle(now, paint);
      const wanted = root.querySelector<HTMLElement>(TAKES_FOCUS);
      // With the button that went, the focus; it goes to what takes it rather than to the page.
      const isLost = inside && !root.activeElement;
      if (wanted && (wanted !== taker || isLost)) {
        if (!inside) origin = focused(document);
        wanted.focus({ preventScroll: true });
      } else if (isLost) {
        const heir = stand?.heir();
        if (heir) heir.focus({ preventScroll: true });
        else giveBack(inside);
      }
      taker = wanted;
    }

    signal.addEventListener('abort', end, { once: true });
    props.watch(draw, signal);
    settings.watch(fence(draw), signal);
    let lang = drawing.language.value;
    drawing.language.watch(fence((next: string) => next !== lang && ((lang = next), draw())), signal);
  };
}
