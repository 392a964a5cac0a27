// Puts the toolbar into its shadow root and keeps it true: state, focus, keyboard, sizes. Not for its looks (toolbar.tsx, toolbar.css).
import { isOurs } from '../dom/marker';
import type { Room } from '../dom/room';
import { adoptInto } from '../dom/style-sheet';
import type { Words } from '../i18n';
import { say } from '../i18n/say';
import { defaultOf } from '../settings/schema';
import { createActions } from './actions';
import { HELP } from './bar-items';
import { lentPreact } from './drawing';
import { createFit } from './fit';
import { handleKey } from './keyboard';
import type { Toolbar, ToolbarModel } from './model';
import type { PanelScript } from './panel';
import type { Said } from './sentences';
import css from './toolbar.css';
import type { View } from './toolbar';
import { Interface } from './toolbar';

export interface ToolbarOptions {
  /** A shadow root of ours above the page. */
  readonly root: ShadowRoot;
  readonly document: Document;
  readonly model: ToolbarModel;
  readonly messages: Words;
  /** Ends the toolbar. */
  readonly signal: AbortSignal;
  /** By which the page makes room; without it the toolbar lies over the page. */
  readonly room?: Room;
}

/** A run of presses is told once. */
const LIVE_AFTER_MS = 500;

/** Draws the toolbar; focus stays where it is. */
export function mountToolbar({ root, document, model, messages: words, signal, room }: ToolbarOptions): Toolbar {
  const window = document.defaultView as Window & typeof globalThis;
  adoptInto(root, css);
  let view: View = {
    phone: false,
    panel: null,
    strip: null,
    narrow: 0,
    stop: '',
    keys: false,
    said: isChanged(model)
      ? { text: say(words, 'toolbar.restored'), live: '', ...(model.undoable.value && { undo: true }) }
      : { text: say(words, 'toolbar.welcome'), live: '', undo: true },
    live: '',
    low: 0,
    away: false,
    covered: 0,
    above: 0,
    guide: false,
  };
  /** Where Escape leads back to. */
  let origin: Element | null = null;
  /** The button that opened the panel. */
  let opener = '';
  let timer = 0;
  let panel: PanelScript | null = null;
  let isDrawing = false;
  let isStale = false;
  let isHere = false;

  function draw(): void {
    if (signal.aborted) return;
    // A button that goes while it has the focus says so in the midst of drawing; to draw within that would leave half a toolbar for good.
    if (isDrawing) return void (isStale = true);
    const held = root.activeElement?.getAttribute('data-item');
    const hadFocus = root.activeElement !== null;
    isDrawing = true;
    try {
      lentPreact.render(<Interface model={model} words={words} actions={actions} opening={opening} view={view} panel={panel} />, root);
    } finally {
      isDrawing = false;
    }
    // It hands the focus to its neighbour, not to the page.
    if (hadFocus && !root.activeElement) (item(held) ?? item(held?.split('-')[0]) ?? stop())?.focus();
    if (!isStale) return;
    isStale = false;
    draw();
  }

  function update(patch: Partial<View>): void {
    view = { ...view, ...patch };
    draw();
    fit.later();
  }

  function tell(said: Said): void {
    window.clearTimeout(timer);
    update({ said, live: '' });
    if (said.live) {
      timer = window.setTimeout(() => {
        if (model.speaking.value.state !== 'speaking') update({ live: said.live });
      }, LIVE_AFTER_MS);
    }
  }

  function item(id: string | null | undefined): HTMLElement | null {
    return id ? root.querySelector<HTMLElement>(`[data-item="${id}"]`) : null;
  }

  function stop(): HTMLElement | null {
    return root.querySelector<HTMLElement>('.bar [tabindex="0"], .pill [data-item=pill]');
  }

  function row(setting: string | null): HTMLElement | null {
    return setting ? root.querySelector<HTMLElement>(`#panel [data-setting="${setting}"]`) : null;
  }

  /** Fetches the panel when the reader comes near it; a failure is told only to one who pressed. */
  async function loadPanel(): Promise<boolean> {
    if (panel) return true;
    try {
      const loaded = await model.loadPanel();
      if (!panel) adoptInto(root, loaded.css);
      loaded.use?.(lentPreact);
      panel = loaded;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    return panel !== null;
  }

  function showPanel(at: string): void {
    const inside = root.activeElement?.closest('#panel');
    update({ panel: at, strip: null, guide: false });
    const box = root.querySelector<HTMLElement>('#panel');
    // What was pressed in it has made way for what it leads to.
    if (inside) (tabbable(row(at)) ?? box?.querySelector<HTMLElement>('.head button'))?.focus({ preventScroll: true });
    if (box) box.scrollTop = 0;
    const asked = row(at)?.closest<HTMLElement>('.row');
    if (box && asked) box.scrollTop = asked.offsetTop - (box.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0);
  }

  const opening = {
    panel(at: string): void {
      opener = root.activeElement?.getAttribute('data-item') ?? opener;
      if (view.panel === at || (at === '' && view.panel !== null && view.panel !== HELP)) return opening.closePanel();
      if (panel) return showPanel(at);
      void loadPanel().then((isHere) => {
        if (isHere) return showPanel(at);
        const text = say(words, 'toolbar.panel-failed');
        tell({ text, live: text });
      });
    },
    closePanel(): void {
      const inside = root.activeElement?.closest('#panel') ?? null;
      update({ panel: null });
      if (inside) (item(opener) ?? item('more') ?? stop())?.focus();
    },
    strip(id: string): void {
      update({ strip: view.strip === id ? null : id });
    },
    guide(on: boolean): void {
      if (!on) return update({ guide: false });
      opening.closePanel();
      update({ guide: true });
      root.querySelector<HTMLElement>('.guide .button')?.focus();
    },
    unfold(): void {
      fit.unfold();
      model.setState('open');
      update({ away: false });
      stop()?.focus();
    },
  };

  function leave(options?: FocusOptions): void {
    const inside = root.activeElement as HTMLElement | null;
    if (origin?.isConnected && 'focus' in origin) (origin as HTMLElement).focus(options);
    if (root.activeElement) inside?.blur();
  }

  function escape(): void {
    if (root.activeElement?.closest('.guide')) return opening.guide(false);
    if (view.panel !== null) return opening.closePanel();
    if (view.strip !== null) {
      const key = model.descriptors.find((descriptor) => descriptor.id === view.strip)?.main;
      update({ strip: null });
      item(key)?.focus();
      return;
    }
    // What is being read stays where it is.
    leave({ preventScroll: model.speaking.value.state === 'speaking' });
  }

  const actions = createActions(model, words, tell, (said) => view.said === said, signal);
  const fit = createFit({ document, root, model, signal, room: room ?? null, see: () => view, show: (patch) => void ((view = { ...view, ...patch }), draw()) });

  root.addEventListener(
    'keydown',
    (event) => {
      const targets = { escape, open: opening.panel, asked: () => tabbable(row(view.panel)) };
      if (event instanceof window.KeyboardEvent && handleKey(event, targets)) event.preventDefault();
    },
    { signal },
  );
  // The page's shortcuts are not meant for what is typed in our interface.
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, (event) => event.stopPropagation(), { signal });

  root.addEventListener(
    'focusin',
    (event) => {
      const { target, relatedTarget } = event as FocusEvent;
      if (!(target instanceof window.HTMLElement)) return;
      void loadPanel();
      const isFromPage = relatedTarget instanceof window.Element && relatedTarget !== document.body && !relatedTarget.shadowRoot && !isOurs(relatedTarget);
      if (isFromPage) origin = relatedTarget;
      const inBar = target.closest('.bar') !== null;
      const keys = inBar && target.matches(':focus-visible');
      const id = target.dataset['item'];
      if (inBar && id && (id !== view.stop || keys !== view.keys)) update({ stop: id, keys });
      else if (!inBar && view.keys) update({ keys: false });
    },
    { signal },
  );
  root.addEventListener('pointerover', () => void loadPanel(), { signal, once: true });
  root.addEventListener(
    'focusout',
    (event) => {
      if (view.keys && !(event as FocusEvent).relatedTarget) update({ keys: false });
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      window.clearTimeout(timer);
      // 退出 leaves the window where it is.
      if (root.activeElement) leave({ preventScroll: true });
      lentPreact.render(null, root);
    },
    { once: true },
  );

  // Who uses the bar needs no card over the page; its own buttons may be tried one after the other.
  const redraw = (): void => update(model.undoable.value && !root.activeElement?.closest('.guide') ? { guide: false } : {});
  for (const live of [model.settings, model.presets, model.speaking, model.able, model.undoable, model.state]) live.watch(redraw, signal);
  actions.listen();
  model.language.watch(() => isHere && actions.renamed(), signal);
  isHere = true;
  void model.isFirst().then(async (isFirst) => isFirst && (await loadPanel()) && view.panel === null && update({ guide: true }));

  return {
    topInset: () => (view.phone ? 0 : (root.querySelector<HTMLElement>('.toolbar')?.offsetHeight ?? 0)),
    focusFirst() {
      if (!root.activeElement) origin = document.activeElement;
      while (origin?.shadowRoot?.activeElement) origin = origin.shadowRoot.activeElement;
      root.querySelector<HTMLElement>('.bar button, .pill [data-item=pill]')?.focus();
    },
  };
}

/** Whether the reader's choices are in force already when the toolbar comes. */
function isChanged({ descriptors, settings }: ToolbarModel): boolean {
  return descriptors.some((descriptor) =>
    Object.entries(descriptor.settings).some(([key, setting]) => settings.value[key] !== defaultOf(setting)),
  );
}

/** The control of a row that Tab reaches. */
function tabbable(control: HTMLElement | null): HTMLElement | null {
  if (!control) return null;
  return control.matches('button') ? control : control.querySelector<HTMLElement>('button:not([tabindex="-1"])');
}
