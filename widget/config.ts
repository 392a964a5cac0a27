// What of the site's tag the loader needs itself, in the fewest bytes. It names nothing: whatever is odd, or is no business of the loader, is for
// options-script.ts, which checks the whole tag and says what is bad. Not for the table of options (options.ts).

/** The tag's attributes as the loader takes them; `Mingdu.configure` may write to it later. */
export interface Config {
  /** The folder of the later files, as an absolute address ending in `/`. */
  base: string;
  /** The same as it is unless somebody says otherwise. */
  readonly home: string;
  readonly nonce: string;
  /** Selector of what opens the toolbar. */
  trigger: string;
  launcher: boolean;
  /** Language of the interface; '' follows the page. */
  lang: string;
  /** Whether `?mingdu=…` in the address opens the toolbar. */
  readonly url: boolean;
  /** The voice pack's folder on the page's own origin, as an absolute address ending in `/`; '' where the site has none. */
  voicePack: string;
  /** All attributes `data-*` of the tag. */
  readonly tag: DOMStringMap;
  /** Whether the tag says anything that has to be looked at more closely. */
  readonly isOdd: boolean;
}

const OWN_TRIGGER = '[data-mingdu-open]';

/** @param script the tag, taken while it runs: it is null later. One in an SVG has no `src`. */
export function readConfig(script: HTMLScriptElement | null, document: Document): Config {
  const tag = script?.dataset ?? {};
  const { trigger, launcher, lang, url, base, ...others } = tag;
  let isOdd = Object.keys(others).length > 0 || !/^((on|off|undefined),){2}(zh-CN|zh-TW|en|undefined)$/.test(`${launcher},${url},${lang}`);
  const tried = (run: () => string, fallback: string): string => {
    try {
      return run();
    } catch {
      // Named with all else that is odd.
      isOdd = true;
      return fallback;
    }
  };
  const home = new URL('.', script?.src || document.baseURI).href;
  return {
    home,
    base: tried(() => {
      const { href, protocol } = new URL(base ? base.replace(/\/?$/, '/') : home, document.baseURI);
      if (!/^(http|file)/.test(protocol)) throw 0;
      return href;
    }, home),
    nonce: script?.nonce ?? '',
    trigger: tried(() => {
      if (!trigger) return OWN_TRIGGER;
      document.createDocumentFragment().querySelector(trigger);
      return `${OWN_TRIGGER},${trigger}`;
    }, OWN_TRIGGER),
    launcher: launcher !== 'off',
    lang: /^(zh-CN|zh-TW|en)$/.exec(lang as string)?.[0] || '',
    url: url !== 'off',
    voicePack: '',
    tag,
    isOdd,
  };
}
