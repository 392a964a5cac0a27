// Fetches the product's own classic scripts: import() first, which every policy with Trusted Types lets through, else a <script>
// with the tag's nonce (file://, no CORS header). Not for knowing what a script provides (shared/packs/registry.ts).
import { VERSION } from 'mingdu:rules';

/** A violation is told a moment after what it stopped. */
const TOLD_AFTER_MS = 200;
const VIOLATION = 'securitypolicyviolation';
/** Firefox remembers that an import failed; the fragment is no part of what it asks the server for. */
let fragment = '';

/**
 * @param url the script's address
 * @param nonce the tag's nonce, '' for none
 * @returns when the script has run
 * @throws Error that says what the site owner can do
 */
export function loadScript(document: Document, url: string, nonce: string): Promise<void> {
  let isRefused = false;
  const note = ({ disposition, blockedURI }: SecurityPolicyViolationEvent) => {
    if (disposition === 'enforce' && url.startsWith(blockedURI)) isRefused = true;
  };
  document.addEventListener(VIOLATION, note);
  // What the page's import map holds against a hash must come in no way that passes it by.
  const isHeld = [...document.querySelectorAll('[type=importmap]')].some((map) => /mingdu-/.test(map.textContent as string));
  return import(url + (isHeld ? '' : fragment))
    .catch((error: unknown) => {
      if (isHeld) throw error;
      return insertScript(document, url, nonce);
    })
    .catch(async () => {
      fragment += '#';
      await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
      throw new Error(
        `Mingdu: could not load ${url}. ${isRefused ? `Content-Security-Policy must allow: script-src ${new URL(url).origin}` : `Copy the whole folder of version ${VERSION}; another origin must send Access-Control-Allow-Origin`}`,
      );
    })
    .finally(() => document.removeEventListener(VIOLATION, note));
}

function insertScript(document: Document, url: string, nonce: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = reject;
    script.nonce = nonce;
    script.setAttribute('data-mingdu', '');
    // Throws under Trusted Types; then import() was the only way.
    script.src = url;
    document.documentElement.append(script);
    script.remove();
  });
}
