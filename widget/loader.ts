// All that a page pays for until a reader asks: the whole of `window.Mingdu`, the trigger, the launcher. At load it changes nothing in
// the page. Everything else comes from widget/index.ts at first use.
import { MAIN, OPTIONS } from 'mingdu:files';
import { FIRST, RULES, VERSION } from 'mingdu:rules';
import { adoptConstructed } from '../shared/dom/constructed-sheet';
import { HOLD, firstPaint, FIRST_LIMIT_MS } from '../shared/dom/first-paint';
import { pageLanguage } from '../shared/page/language';
import { take } from '../shared/packs/registry';
import { parseSettings, type Rules } from '../shared/settings/check';
import type { Product } from '../shared/product';
import type { Site } from '../shared/site';
import type { Config } from './config';
import { readConfig } from './config';
import { drawLauncher } from './launcher';
import { loadScript } from './load-script';
import type { OptionsScript, Owner } from './options-script';
import type { OwnStorage } from './storage';
import { localAccess, STORAGE_KEY, type Access } from './stored';

/** What the loader has, and the rest need not bring again. */
export interface Handover extends Access {
  readonly config: Config;
  readonly rules: Rules;
  readonly version: string;
  /** That of the interface, a BCP 47 tag. */
  language(): string;
  /** What the page's address asks for: `on`, `elder`, or nothing. */
  readonly asked: string;
  /** Fetches one of the product's scripts, its hashed name without `.js` (see names.ts). */
  load(file: string): Promise<void>;
  /** Takes away what the loader painted. */
  uncover(): void;
  /** What the site's owner asked for; see options-script.ts, which fills it in, and all that is optional here but the launcher. */
  readonly site: Site;
  /** Whether the product has been made, or is about to be: some options come too late then. */
  isStarted?: boolean;
  /** The launcher's host, once it is drawn. */
  launcher?: Element | undefined;
  owner?: Owner;
  /** Where the reader's choices are kept. */
  storage?: OwnStorage;
  /** Opens the toolbar of a product that has begun. */
  open?(byKeyboard: boolean | undefined, product: Product): Promise<void>;
  /** Draws the launcher where it is wanted; absent before the page is parsed. Instead of one that was drawn before. */
  draw?(): void;
  /** Makes the product, which does what is stored. */
  wake(): Promise<Product>;
}

/** What widget/index.ts registers. */
export interface Main {
  start(handover: Handover): Promise<Product>;
}

/** Paints the remembered scheme's ground at once. @returns takes it away again; see `uncover` of Host */
function cover({ on, settings }: Record<string, unknown>): () => void {
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

const EVENTS = ['open', 'close', 'change', 'speech', 'error'];

function boot(): void {
  // By the getter itself: `document.currentScript` is an image or form of that name where the page holds one, and its `src` no folder of ours.
  const config = readConfig(Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement | null, document);
  let product: Product | null = null;
  let loading: Promise<Product> | null = null;
  let configuring: Promise<unknown> | undefined;
  const fetchFile = (file: string) => loadScript(document, `${config.base}${file}.js`, config.nonce);
  const stored = () => (handover.known() ?? {}) as Record<string, unknown>;
  const handover: Handover = {
    config,
    rules: RULES,
    version: VERSION,
    site: {},
    language: () => config.lang || pageLanguage(document),
    asked: (config.url && /[?&]mingdu=(on|elder)(&|$)/.exec(location.search)?.[1]) || '',
    load: fetchFile,
    ...localAccess(window),
    wake: load,
    uncover: () => uncover(),
  };
  const isOn = () => stored()['on'] === true;
  const uncover = cover(stored());

  function load(): Promise<Product> {
    loading ??= take<Main>('mingdu-main', () => fetchFile(MAIN))
      .then(async (main) => {
        // Bad options, or a file that cannot be had, are no reason to leave a reader without.
        await configuring;
        handover.isStarted = true;
        return main.start(handover);
      })
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

  const warn = console.error;
  const open = (byKeyboard?: boolean) => load().then((made) => (handover.open ?? made.open)(byKeyboard, made));
  // One after the other: browsers do not promise that of two imports of one file the first is done first.
  const configure = (options: unknown) => {
    const done = (async (before) => {
      await before;
      return (await take<OptionsScript>('pack-options', () => fetchFile(OPTIONS))).take(handover, options);
    })(configuring);
    // No `allSettled`: pages of old libraries have a Promise without it.
    configuring = done.catch(() => undefined);
    return done;
  };
  if (config.isOdd) configure(config.tag).catch(warn);
  const speak = (name: string) => () => load().then((made) => made.command('speech', name));

  const api = {
    version: VERSION,
    open: () => open(),
    // Nothing to restore where nothing was ever loaded.
    close: async () => (await loading)?.close(),
    set: (patch: unknown) => load().then((made) => made.set(patch)),
    get: () => (product ? product.get() : { ...parseSettings(RULES, stored()['settings']) }),
    reset: () => load().then((made) => made.choices.reset()),
    configure,
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
      if (typeof run !== 'function') throw new TypeError('Mingdu.on: no function');
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
      handover.keep({ version: 1, ...stored(), launcher });
    } catch (error) {
      // Blocked or full: it stands there on this page.
      warn(error);
    }
  }

  function whenParsed(): void {
    handover.draw = whenParsed;
    handover.launcher?.remove();
    handover.launcher = config.launcher && !document.querySelector(config.trigger) ? drawLauncher(document, handover.language(), stored()['launcher'], keepLauncher, (byKeyboard) => open(byKeyboard).catch(warn)) : undefined;
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', whenParsed, { once: true });
  else whenParsed();

  if (handover.asked || isOn()) load().catch(warn);
  else {
    // Another tab of the site that switches the assist on takes this one with it.
    addEventListener('storage', (event) => {
      if (event.key === STORAGE_KEY && !loading && isOn()) load().catch(warn);
    });
  }
}

// A second tag does nothing; elements and frames called Mingdu are no copy of ours, and the window does not own them.
if (!Object.hasOwn(window, 'Mingdu')) boot();
