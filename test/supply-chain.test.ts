// @vitest-environment node
// What the project is made of: exact versions, a lock with a hash for every package, no other host, install scripts that are known by name.
// That two builds give the same bytes: scripts/pack.test.ts and browser/package.test.ts; what is bundled and its licence: built-files.test.ts.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const read = (path: string) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8')) as Record<string, Record<string, unknown>>;
/** A version, or another name for one of npm's packages; no range, no tag, no address. */
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+$/;
/** May run code while they are installed: esbuild looks whether its program for this machine is there. */
const INSTALL_SCRIPTS = ['node_modules/esbuild'];

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

describe.each(['', 'voice-pack/'])('%spackage.json and its lock', (folder) => {
  const manifest = read(`${folder}package.json`);
  const asked = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] });
  const lock = read(`${folder}package-lock.json`)['packages'] as Record<string, Locked>;
  const locked = Object.entries(lock).filter(([path]) => path !== '');

  it('ask for exact versions', () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, version]) => !EXACT.test(String(version)))).toEqual([]);
    for (const kind of ['peerDependencies', 'optionalDependencies', 'bundledDependencies', 'overrides']) expect(manifest).not.toHaveProperty(kind);
  });

  it('hold those versions, each with its SHA-512', () => {
    for (const [name, version] of asked) expect(lock[`node_modules/${name}`]?.version, name).toBe(/[^@]+$/.exec(String(version))?.[0]);
    expect(locked.filter(([, { integrity, link }]) => link || !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
  });

  it('name no host but npm’s registry, and nothing from git or a file', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')).map(([path, { resolved }]) => `${path}: ${resolved ?? ''}`)).toEqual([]);
  });

  it('let nobody run code at an installation who is not known', () => {
    expect(locked.filter(([path, { hasInstallScript }]) => hasInstallScript && !INSTALL_SCRIPTS.includes(path)).map(([path]) => path)).toEqual([]);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) expect(manifest['scripts'] ?? {}).not.toHaveProperty(script);
  });
});

it('what a range, a tag, an address and another host look like is known', () => {
  for (const version of ['^1.2.3', '~1.2.3', '1.x', 'latest', '*', '>=1.0.0', 'git+https://example.org/a.git', 'file:../a', '1.2.3 || 2.0.0', 'npm:jquery@^1.12.4']) expect(version).not.toMatch(EXACT);
  for (const version of ['1.2.3', 'npm:jquery@1.12.4', 'npm:@scope/name@1.0.0']) expect(version).toMatch(EXACT);
});

it('installing is by the lock alone, and asks nobody for anything else', () => {
  expect(readFileSync(resolve(ROOT, 'scripts/ensure.mjs'), 'utf8')).toMatch(/runNpm\(\['ci',/);
  const npmrc = readFileSync(resolve(ROOT, '.npmrc'), 'utf8');
  expect(npmrc).not.toMatch(/registry|_auth|token/i);
  // What is published brings two programs for the check, and no more.
  expect(Object.keys(read('package.json')['dependencies'] ?? {})).toEqual(['axe-core', 'puppeteer-core']);
});

it('no pages are reached by the extension but those it asks for, and nobody reaches it', () => {
  const manifest = read('manifest.json');
  for (const key of ['web_accessible_resources', 'externally_connectable', 'content_security_policy', 'sandbox', 'devtools_page', 'update_url', 'key']) expect(manifest, key).not.toHaveProperty(key);
  expect(manifest['permissions']).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage', 'tts']);
  for (const script of manifest['content_scripts'] as unknown as { world?: string }[]) expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
});
