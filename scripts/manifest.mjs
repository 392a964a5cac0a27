// Makes the manifest of one browser from the one at the root. Not for copying files (esbuild.config.mjs).
import { readFileSync } from 'node:fs';

/** Firefox has no such interface, and warns of a permission that it does not know. */
const CHROMIUM_PERMISSIONS = new Set(['tts']);
const SOURCE = new URL('../manifest.json', import.meta.url);

/**
 * @param {'chromium' | 'firefox'} browser
 * @param {string} version the product's version, which package.json keeps
 * @returns {Record<string, unknown>} the manifest to write into the extension's folder
 */
export function manifestFor(browser, version) {
  const source = JSON.parse(readFileSync(SOURCE, 'utf8'));
  const { background, browser_specific_settings, minimum_chrome_version, optional_host_permissions, content_scripts, ...common } = source;
  if (browser === 'chromium') {
    // match_origin_as_fallback includes about:blank; Chromium warns of a key that it does not need.
    return { ...common, version, minimum_chrome_version, background: { service_worker: background.service_worker }, content_scripts, optional_host_permissions };
  }
  return {
    ...common,
    permissions: common.permissions.filter((permission) => !CHROMIUM_PERMISSIONS.has(permission)),
    version,
    browser_specific_settings,
    background: { scripts: background.scripts },
    content_scripts,
    // Firefox knows optional_host_permissions from 128 on; before, and still, it takes hosts here.
    optional_permissions: optional_host_permissions,
  };
}
