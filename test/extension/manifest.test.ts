// @vitest-environment node
// The manifest of each browser, made from the one at the root.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a plain script of the build
import { manifestFor } from '../../scripts/manifest.mjs';

const root = (path: string) => new URL(`../../${path}`, import.meta.url);
type Manifest = Record<string, never> & { readonly action: Record<string, unknown>; readonly icons: Record<string, string> };
const chromium = manifestFor('chromium', '1.2.3') as Manifest;
const firefox = manifestFor('firefox', '1.2.3') as Manifest;

describe('manifestFor', () => {
  it('gives each browser only the background that it knows', () => {
    expect(chromium['background']).toEqual({ service_worker: 'background.js' });
    expect(firefox['background']).toEqual({ scripts: ['background.js'] });
    expect(chromium).not.toHaveProperty('browser_specific_settings');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
  });
  it('asks for `tts` where there is one', () => {
    expect(chromium['permissions']).toContain('tts');
    expect(firefox['permissions']).toEqual(['activeTab', 'scripting', 'storage']);
  });
  it('takes the version of the product', () => {
    expect([chromium['version'], firefox['version']]).toEqual(['1.2.3', '1.2.3']);
  });
  it('has no popup of its own, with which a press would never reach the page', () => {
    expect(chromium.action).not.toHaveProperty('default_popup');
  });
  it('names icons that are there, and words that both languages have', () => {
    for (const icon of Object.values(chromium.icons)) expect(existsSync(root(`extension/${icon}`))).toBe(true);
    const keys = ['zh_CN', 'en'].map((locale) => Object.keys(JSON.parse(readFileSync(root(`extension/_locales/${locale}/messages.json`), 'utf8')) as object));
    expect(keys[0]).toEqual(keys[1]);
    for (const [, key] of JSON.stringify(chromium).matchAll(/__MSG_(\w+)__/g)) expect(keys[0]).toContain(key);
    for (const [, key] of readFileSync(root('extension/popup/popup.html'), 'utf8').matchAll(/data-text="(\w+)"/g)) expect(keys[0]).toContain(key);
  });
});
