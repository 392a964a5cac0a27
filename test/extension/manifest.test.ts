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
    expect(firefox['permissions']).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage']);
  });
  it('takes the version of the product', () => {
    expect([chromium['version'], firefox['version']]).toEqual(['1.2.3', '1.2.3']);
  });
  it('suggests at most four keys, and none with Ctrl+Alt, which types letters on many keyboards', () => {
    const keys = Object.values(chromium['commands'] as unknown as Record<string, { suggested_key?: Record<string, string> }>).flatMap((command) => (command.suggested_key ? [Object.values(command.suggested_key)] : []));
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const key of keys.flat()) expect(key).not.toMatch(/(Ctrl|Command|MacCtrl)\+Alt|Alt\+(Ctrl|Command|MacCtrl)/);
  });
  it('asks for the home sites alone, and for all others only when the reader says so', () => {
    expect(chromium['host_permissions']).toEqual(['*://*.gov.cn/*']);
    expect(firefox['host_permissions']).toEqual(['*://*.gov.cn/*']);
    expect(chromium['optional_host_permissions']).toEqual(['*://*/*']);
    expect(firefox['optional_permissions']).toEqual(['*://*/*']);
    for (const manifest of [chromium, firefox]) expect(manifest['permissions']).not.toContain('tabs');
  });
  it('has no popup of its own, with which a press would never reach the page', () => {
    expect(chromium.action).not.toHaveProperty('default_popup');
  });
  it('has no lowest Firefox: any that is named below 140 makes the store warn of data_collection_permissions, and Firefox 115 is still served', () => {
    expect(firefox['browser_specific_settings']).toEqual({ gecko: { id: 'mingdu@mingdu', data_collection_permissions: { required: ['none'] } } });
  });
  it('names icons that are there', () => {
    for (const icon of [...Object.values(chromium.icons), ...Object.values(chromium.action['default_icon'] as Record<string, string>)]) expect(existsSync(root(`extension/${icon}`))).toBe(true);
  });
  it('opens its options in a tab, with a page and scripts that are there', () => {
    expect(chromium['options_ui']).toEqual({ page: 'options/options.html', open_in_tab: true });
    expect(firefox['options_ui']).toEqual(chromium['options_ui']);
    for (const file of ['options.html', 'options.css', 'options.tsx']) expect(existsSync(root(`extension/options/${file}`))).toBe(true);
  });
  it('has words in both languages for every entry of the menu and every page that cannot be reached', () => {
    const keys = ['zh_CN', 'en'].map((locale) => Object.keys(JSON.parse(readFileSync(root(`extension/_locales/${locale}/messages.json`), 'utf8')) as object));
    expect(keys[0]).toEqual(keys[1]);
    for (const [, key] of readFileSync(root('extension/menus.ts'), 'utf8').matchAll(/\{ id: '(\w+)'/g)) expect(keys[0]).toContain(`menu${key}`);
    for (const kind of ['', 'Pdf', 'File', 'Store', 'Frame']) expect(keys[0]).toContain(`unreachable${kind}`);
  });
});
