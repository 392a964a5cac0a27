// All that a page pays for until a reader asks: the whole of `window.Mingdu`, the trigger, the launcher. At load it changes nothing in
// the page. Everything else comes from widget/index.ts at first use.
import { MAIN, NAMES } from 'mingdu:files';
import { FIRST, RULES, VERSION } from 'mingdu:rules';
import { adoptConstructed } from '../shared/dom/constructed-sheet';
import { HOLD, firstPaint, FIRST_LIMIT_MS } from '../shared/dom/first-paint';
import { pageLanguage } from '../shared/page/language';
import { take } from '../shared/packs/registry';
import { parseSettings, type Rules } from '../shared/settings/check';
import type { Product } from '../shared/product';
import type { Config } from './config';
import { readConfig } from './config';
import { drawLauncher } from './launcher';
import { loadScript } from './load-script';
import { readStored, STORAGE_KEY, writeStored } from './stored';

/** What the loader has, and the rest need not bring again. */
export interface Handover {
  readonly config: Config;
  readonly rules: Rules;
  readonly version: string;
  /** That of the interface, a BCP 47 tag. */
  readonly language: string;
  /** What the page's address asks for: `on`, `elder`, or nothing. */
  readonly asked: string;
  /** Fetches one of the product's scripts, its hashed name without `.js` (see names.ts). */
  load(file: string): Promise<void>;
  /** Takes away what the loader painted. */
  uncover(): void;
}

/** What widget/index.ts registers. */
export interface Main {
  start(handover: Handover): Promise<Product>;
}

/** Paints the remembered scheme's ground at once. @returns takes it away again; see `uncover` of Host */
function cover(): () => void {
  const { on, settings } = stored();
  const colours = on === true && FIRST[String(parseSettings(RULES, settings)['contrast'])];
  if (!colours) return () => undefined;
  const sheet = adoptConstructed(document, '');
  const show = (css: string) => {
    sheet.replaceSync(HOLD + css);
    void getComputedStyle(document.documentElement).color;
    sheet.replaceSync(css);
  };
  const uncover = () => {
    if (!document.adoptedStyleSheets.includes(sheet)) return;
    show('');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  // Where the extension serves the page it has painted for itself, and reads the page's own colours.
  show(firstPaint(colours, ':root:not([data-mingdu-x-owner^=e])'));
  setTimeout(uncover, FIRST_LIMIT_MS);
  return uncover;
}

function stored(): Record<string, unknown> {
  const value = readStored(window);
  return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
}

const isOn = () => stored()['on'] === true;

const EVENTS = ['open', 'close', 'change', 'speech', 'error'];

function boot(): void {
  const config = readConfig(document.currentScript, document);
  const uncover = cover();
  let product: Product | null = null;
  let loading: Promise<Product> | null = null;
  const version = VERSION;
  const fetchFile = (file: string) => loadScript(document, `${config.base}${file}.js`, config.nonce);
  const asked = (config.url && /[?&]mingdu=(on|elder)(&|$)/.exec(location.search)?.[1]) || '';
  const language = () => config.lang || pageLanguage(document);

  function load(): Promise<Product> {
    loading ??= take<Main>('mingdu-main', () => fetchFile(MAIN))
      .then((main) => main.start({ config, rules: RULES, version, language: language(), asked, load: fetchFile, uncover }))
      .then((made) => (product = made))
      .catch((error: unknown) => {
        // Forgotten, so that the next press tries again.
        loading = null;
        uncover();
        document.dispatchEvent(new CustomEvent('mingdu:error', { detail: { id: 'load-failed', message: (error as Error).message } }));
        throw error;
      });
    return loading;
  }

  const warn = (error: unknown) => console.error(error);
  const open = (byKeyboard = false) => load().then((made) => made.open(byKeyboard));
  const speak = (name: string) => () => load().then((made) => made.command('speech', name));

  const api = {
    version,
    open: () => open(),
    // Nothing to restore where nothing was ever loaded.
    close: async () => (await loading)?.close(),
    set: (patch: unknown) => load().then((made) => made.set(patch)),
    get: () => (product ? product.get() : { ...parseSettings(RULES, stored()['settings']) }),
    reset: () => load().then((made) => made.choices.reset()),
    settled: async () => (await loading)?.settled(),
    speech: {
      play: speak('play'),
      pause: speak('pause'),
      next: speak('next'),
      previous: speak('previous'),
      stop: speak('stop'),
      get state() {
        return product ? product.speaking.value.state : 'idle';
      },
    },
    on(type: string, run: (detail: unknown) => void) {
      if (!EVENTS.includes(type)) throw new TypeError(`Mingdu.on: unknown event '${type}'; allowed: ${EVENTS.join(', ')}`);
      // At once and to the caller: later it would be an error of ours in the page.
      if (typeof run !== 'function') throw new TypeError('Mingdu.on: expected a function');
      const listener = (event: Event) => run((event as CustomEvent<unknown>).detail);
      document.addEventListener(`mingdu:${type}`, listener);
      return () => document.removeEventListener(`mingdu:${type}`, listener);
    },
  };
  // Not by a descriptor: on pages that give all objects a `get` it would be none.
  (window as { Mingdu?: unknown }).Mingdu = api;

  // In capture, because pages stop the bubbling of clicks in their menus.
  document.addEventListener(
    'click',
    (event) => {
      const { target } = event;
      if (event.button !== 0 || !(target instanceof Element) || !target.closest(config.trigger)) return;
      event.preventDefault();
      // Firefox counts Enter on a link as a first press; the empty pointer type (6 where that is not known yet) gives it away.
      const { detail, pointerType, mozInputSource } = event as PointerEvent & { readonly mozInputSource?: number };
      open(detail === 0 || pointerType === '' || mozInputSource === 6).catch(warn);
    },
    true,
  );

  function keepLauncher(launcher: number): void {
    try {
      writeStored(window, { version: 1, ...stored(), launcher });
    } catch (error) {
      // Blocked or full: it stands there on this page.
      warn(error);
    }
  }

  function whenParsed(): void {
    if (config.launcher && !document.querySelector(config.trigger)) {
      drawLauncher(document, language(), stored()['launcher'], keepLauncher, (byKeyboard) => void open(byKeyboard).catch(warn));
    }
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed, { once: true });
  else whenParsed();

  if (asked || isOn()) {
    load().catch(warn);
    // So that the aids need not wait for the table of names; who asks for it tells when it cannot be had.
    fetchFile(NAMES).catch(() => undefined);
  } else {
    // Another tab of the site that switches the assist on takes this one with it.
    addEventListener('storage', (event) => {
      if (event.key === STORAGE_KEY && !loading && isOn()) load().catch(warn);
    });
  }
}

// A second tag does nothing; an element with the id Mingdu is no copy of ours.
if (!(window as { Mingdu?: { version?: unknown } }).Mingdu?.version) boot();
