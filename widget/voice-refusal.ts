// Why a browser did not start the voice pack's worker, as the one line that the site owner has to add or mend. Browsers tell the page little:
// violation events, the error, and one look at the file.

/** What the browser reported while the worker was started. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
}

/** Collects what the page's policy refuses from now on. @returns ends it */
export function watchPolicy(document: Document, violations: Violation[]): () => void {
  const note = (event: SecurityPolicyViolationEvent) => {
    if (event.disposition === 'enforce') violations.push({ directive: event.effectiveDirective, blocked: event.blockedURI });
  };
  document.addEventListener('securitypolicyviolation', note);
  return () => document.removeEventListener('securitypolicyviolation', note);
}

/** Said at once where the page does not let us make a policy. */
export const TRUSTED_TYPES = "the page's Content-Security-Policy asks for Trusted Types; add the policy's name to it: trusted-types mingdu";
const WORKER = "the page's Content-Security-Policy refuses workers; add: worker-src 'self'";
const WASM = (url: string) => `the policy of ${url} refuses WebAssembly; send that file with Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'`;
/** A violation is reported a moment after what it stopped. */
const REPORT_AFTER_MS = 200;

/**
 * @param url the worker's address
 * @param error what starting it threw
 * @param violations as collected meanwhile, still growing
 * @returns a sentence without a full stop
 */
export async function refusalOf(window: Window, url: string, error: unknown, violations: readonly Violation[]): Promise<string> {
  await new Promise((resolve) => window.setTimeout(resolve, REPORT_AFTER_MS));
  const reason = error instanceof Error ? error.message : String(error);
  const has = (name: RegExp) => violations.some(({ directive, blocked }) => name.test(directive) || name.test(blocked));
  if (has(/^(worker-src|child-src|script-src(-elem)?|default-src)$/) || (error instanceof DOMException && error.name === 'SecurityError')) return WORKER;
  if (/wasm|WebAssembly/i.test(reason)) return WASM(url);
  if (reason) return `the voice pack did not start (${reason}); put the whole folder voice-pack of this version on the site`;
  return lookAt(window, url);
}

/** The worker failed and nobody says why: the answer's head tells whether the file is there and is a script. */
async function lookAt(window: Window, url: string): Promise<string> {
  const answer = await window.fetch(url, { method: 'HEAD' }).catch(() => null);
  if (!answer) return `${url} could not be fetched; is the network there, and does connect-src 'self' allow to look`;
  if (!answer.ok) return `${url} is missing (status ${answer.status}); put the folder voice-pack on the site`;
  const type = answer.headers.get('content-type') ?? 'nothing';
  if (!/(java|ecma)script/.test(type)) return `${url} is sent as ${type}; the server must send .js files with Content-Type: text/javascript`;
  return `${url} did not start as a worker; if the site sends Cross-Origin-Embedder-Policy, send the same with this file`;
}
