// Fetches the product's own classic scripts: import() first, which every policy with Trusted Types lets through, else a <script>
// with the tag's nonce (file://, no CORS header). Not for knowing what a script provides (shared/packs/registry.ts).
import { VERSION } from 'mingdu:rules';
import { shelf } from '../shared/packs/registry';

/** A violation is told a moment after what it stopped. */
const TOLD_AFTER_MS = 200;
const VIOLATION = 'securitypolicyviolation';
/** Firefox remembers that an import failed, every browser what ran; the fragment is no part of what is asked of the server. */
let fragment = '';

/**
 * @param url the script's address
 * @param nonce the tag's nonce, '' for none
 * @returns when the script has run and left something on the shelf: what was cut short, or is another file, may run and do nothing
 * @throws Error that says what the site owner can do
 */
export async function loadScript(document: Document, url: string, nonce: string): Promise<void> {
  const before = shelf().size;
  let isRefused = false;
  const note = ({ disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && url.startsWith(blockedURI)) isRefused = true;
  };
  document.addEventListener(VIOLATION, note);
  // What the page's import map holds against a hash must come in no way that passes it by.
  const isHeld = [...document.querySelectorAll<HTMLScriptElement>('[type=importmap]')].some(({ text }) => /mingdu-/.test(text));
  try {
    await import(url + (isHeld ? '' : fragment)).catch(() => {
      if (isHeld) throw 0;
      return insertScript(document, url, nonce);
    });
    if (shelf().size === before) throw 0;
  } catch {
    fragment += '#';
    await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
    throw new Error(
      `Mingdu: could not load ${url}. ${isRefused ? `Content-Security-Policy must allow: script-src ${new URL(url).origin}` : `Copy the whole folder of version ${VERSION}; another origin must send Access-Control-Allow-Origin`}`,
    );
  } finally {
    document.removeEventListener(VIOLATION, note);
  }
}

function insertScript(document: Document, url: string, nonce: string): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = resolve;
    script.onerror = reject;
    script.nonce = nonce;
    script.setAttribute('data-mingdu', '');
    // Throws under Trusted Types; then import() was the only way.
    script.src = url;
    document.documentElement.append(script);
    script.remove();
  });
}
