// The strict content security policy that the product must live under, and the page that records violations of it.
import { fileURLToPath } from 'node:url';
import type { Mount } from './site';

/** As the issue on the first whole product words it. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves `/csp/`; the page has `window.violations` and `window.pageErrors`, both string lists. */
export function strictMount(inject?: Mount['inject']): Mount {
  return {
    at: '/csp/',
    from: fileURLToPath(new URL('../fixtures/csp', import.meta.url)),
    headers: { 'content-security-policy': STRICT_POLICY },
    ...(inject === undefined ? {} : { inject }),
  };
}
