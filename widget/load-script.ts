// Fetches the product's own classic scripts: import() first, which every policy with Trusted Types lets through, else a <script>
// with the tag's nonce (file://, no CORS header). Not for knowing what a script provides (shared/packs/registry.ts).

/**
 * @param url the script's address
 * @param nonce the tag's nonce, '' for none
 * @returns when the script has run
 * @throws Error that says what the site owner can do
 */
export async function loadScript(document: Document, url: string, nonce: string): Promise<void> {
  try {
    await import(url);
  } catch (error) {
    await insertScript(document, url, nonce).catch(() => {
      throw new Error(
        `Mingdu: could not load ${url}. Put the whole folder of mingdu.js on the site, allow it in script-src, and let another origin send Access-Control-Allow-Origin.`,
        { cause: error },
      );
    });
  }
}

function insertScript(document: Document, url: string, nonce: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(url));
    if (nonce) script.nonce = nonce;
    script.setAttribute('data-mingdu', '');
    // Throws under Trusted Types; then import() was the only way, and it is blocked too.
    script.src = url;
    (document.head ?? document.documentElement).append(script);
    script.remove();
  });
}
