// What the site's tag says: its attributes, checked. A bad one is named in one console warning and ignored.

/** The tag's attributes after the check. */
export interface Config {
  /** The folder of the later files, as an absolute address ending in `/`. */
  readonly base: string;
  readonly nonce: string;
  /** Selector of what opens the toolbar, besides `[data-mingdu-open]`. */
  readonly trigger: string;
  readonly launcher: boolean;
  /** Language of the interface; '' follows the page. */
  readonly lang: string;
  /** Whether `?mingdu=…` in the address opens the toolbar. */
  readonly url: boolean;
  /** The voice pack's folder on the page's own origin, as an absolute address ending in `/`; '' where the site has none. */
  readonly voicePack: string;
}

const OWN_TRIGGER = '[data-mingdu-open]';

/** @param script the tag, taken while it runs: `document.currentScript` is null later */
export function readConfig(script: HTMLOrSVGScriptElement | null, document: Document): Config {
  const data = script?.dataset ?? {};
  const source = script && 'src' in script ? script.src : '';
  const wrong: string[] = [];

  function choice(name: string, allowed: readonly string[]): string {
    const value = data[name];
    if (value === undefined || allowed.includes(value)) return value ?? '';
    wrong.push(`data-${name}="${value}" (allowed: ${allowed.join(', ')})`);
    return '';
  }

  function trigger(): string {
    const selector = data['trigger'];
    if (!selector) return OWN_TRIGGER;
    try {
      document.createDocumentFragment().querySelector(selector);
      return `${OWN_TRIGGER},${selector}`;
    } catch {
      wrong.push(`data-trigger="${selector}" (not a CSS selector)`);
      return OWN_TRIGGER;
    }
  }

  /** The address of a folder that an attribute names; '' without one. @param origin where it has to lie, if not anywhere */
  function folder(name: string, value: string | undefined, origin?: string): string {
    if (!value) return '';
    const ignored = (remedy: string) => {
      wrong.push(`data-${name}="${value}" (${remedy})`);
      return '';
    };
    try {
      const url = new URL(value.replace(/\/?$/, '/'), document.baseURI);
      if (!/^(https?|file):$/.test(url.protocol)) return ignored('not the address of a folder');
      return origin === undefined || url.origin === origin ? url.href : ignored(`not on the page's own site, ${origin}`);
    } catch {
      return ignored('not an address');
    }
  }

  const config: Config = {
    base: folder('base', data['base']) || new URL('.', source || document.baseURI).href,
    nonce: script?.nonce ?? '',
    trigger: trigger(),
    launcher: choice('launcher', ['on', 'off']) !== 'off',
    lang: choice('lang', ['zh-CN', 'zh-TW', 'en']),
    url: choice('url', ['on', 'off']) !== 'off',
    // Browsers start no worker from another origin.
    voicePack: folder('voice-pack', data['voicePack'], document.defaultView?.origin),
  };
  if (wrong.length > 0) console.warn(`Mingdu: ignored on the script tag: ${wrong.join('; ')}`);
  return config;
}
