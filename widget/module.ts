// The package's entry for bundlers (dist/npm/): puts the tag of the self-hosted loader into the page. Touches no document when it is
// imported, so that pages drawn on a server can import it too. Not the loader itself, and nothing of the product is bundled with it.
import { VERSION } from 'mingdu:rules';

/** What `load` is told: where the files are, and what may stand on the tag as `data-*`. */
export interface LoadOptions {
  /** The folder with the copy of dist/widget/, as an address; `/mingdu/` where nothing is said. */
  readonly base?: string | undefined;
  /** For pages whose policy asks for one. */
  readonly nonce?: string | undefined;
  /** Each of the others becomes the attribute `data-*` of the same name; true is `on`, false is `off`. Objects go to `Mingdu.configure`. */
  readonly [option: string]: unknown;
}

/** What other scripts of a page see once the loader has run; its members are told in mingdu.d.ts. */
interface Loaded {
  open(): Promise<void>;
  configure(options: Readonly<Record<string, unknown>>): Promise<void>;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The name that `trusted-types` has to allow where a page asks for Trusted Types; the voice pack has its own. */
const POLICY = 'mingdu-load';
let loading: Promise<Loaded> | null = null;
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Loads the assist layer: once a page, however often it is called. Resolves to `window.Mingdu`. Only the loader comes; the rest follows
 * when a reader asks.
 * @throws Error outside a browser, and where the loader cannot be had
 */
export function load(options: LoadOptions = {}): Promise<Loaded> {
  if (typeof document === 'undefined') return Promise.reject(new Error('Mingdu: load() needs a page; call it in the browser, e.g. in onMounted or useEffect'));
  const there = present();
  if (there) return Promise.resolve(there);
  loading ??= insertTag(options).catch((error: unknown) => {
    // Forgotten, so that another call tries again.
    loading = null;
    throw error;
  });
  return loading;
}

/** An element with this id would answer to the name too. */
function present(): Loaded | null {
  const found = (globalThis as { Mingdu?: Partial<Loaded> }).Mingdu;
  return typeof found?.open === 'function' ? (found as Loaded) : null;
}

function insertTag({ base = '/mingdu/', nonce, ...rest }: LoadOptions): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    // The version, so that a copy in the browser's cache is never that of another release.
    const url = new URL(`mingdu.js?v=${VERSION}`, new URL(base.replace(/\/?$/, '/'), document.baseURI)).href;
    if (nonce) script.nonce = nonce;
    const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
    const isPlain = ([, value]: [string, unknown]) => typeof value !== 'object' && typeof value !== 'function';
    for (const [name, value] of given.filter(isPlain)) script.dataset[name] = value === true ? 'on' : value === false ? 'off' : String(value);
    const others = Object.fromEntries(given.filter((one) => !isPlain(one)));
    const fail = (cause?: unknown) => {
      script.remove();
      reject(new Error(`Mingdu: could not load ${url}. Copy dist/widget/ of the package there, and allow it in script-src (with Trusted Types also: trusted-types ${POLICY}).`, { cause }));
    };
    script.onerror = () => fail();
    script.onload = () => {
      // It has read its attributes; the page is as it was.
      script.remove();
      const made = present();
      if (!made) fail();
      else if (Object.keys(others).length === 0) resolve(made);
      else made.configure(others).then(() => resolve(made), reject);
    };
    try {
      script.src = trusted(url);
    } catch (error) {
      fail(error);
      return;
    }
    document.head.append(script);
  });
}

/** An address that a page with Trusted Types takes; the plain one where there are none, or where the page lets us make no policy. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return url;
  try {
    // A name may be taken once a page, and a failed load may be tried again.
    policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: (same) => same });
    return policy.createScriptURL(url);
  } catch (error) {
    console.warn(`Mingdu: the page's policy has no trusted-types ${POLICY}`, error);
    return url;
  }
}
