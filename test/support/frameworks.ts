// Bundles the framework pages of test/fixtures/frameworks when a test needs them; nothing is written into the repository.
// What the pages do is in the fixtures themselves.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Answer, Mount } from './site';

export type FrameworkName = 'react-18' | 'react-19' | 'vue-3';

/** For `describe.each`. */
export const FRAMEWORKS: readonly FrameworkName[] = ['react-18', 'react-19', 'vue-3'];

/** What such a page has on `window` (see `exposeControls` in fixtures/frameworks/states.js). */
export interface FrameworkControls {
  readonly ready: boolean;
  readonly pageErrors: readonly string[];
  step(count?: number): Promise<void>;
  expectedText(): string;
  actualText(): string;
  unmount(): Promise<void>;
}

const FIXTURES = fileURLToPath(new URL('../fixtures/frameworks/', import.meta.url));

/** Which package each framework's name stands for at bundling. */
export const ALIASES: Readonly<Record<string, Record<string, string>>> = {
  'react-18': { react: 'react-18', 'react-dom': 'react-dom-18' },
  'react-19': { react: 'react-19', 'react-dom': 'react-dom-19' },
  'vue-3': { vue: 'vue/dist/vue.esm-bundler.js' },
};

/** Development builds: frameworks say more there when something was done behind their back. */
export const DEFINES: Readonly<Record<string, string>> = {
  'process.env.NODE_ENV': '"development"',
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
};

const bundles = new Map<FrameworkName, Promise<string>>();

/** The page's script. */
export function frameworkBundle(name: FrameworkName): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const made = build({
    entryPoints: [`${FIXTURES}${name === 'vue-3' ? 'vue' : 'react'}.js`],
    alias: ALIASES[name] ?? {},
    bundle: true,
    format: 'iife',
    define: DEFINES,
    write: false,
    logLevel: 'error',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  bundles.set(name, made);
  return made;
}

/** Serves `/frameworks/react-18` and so on, each a page of its own; `inject` puts the product's tag in. */
export function frameworksMount(inject?: Mount['inject']): Mount {
  const from = async (path: string): Promise<Answer | undefined> => {
    const name = FRAMEWORKS.find((one) => path === one || path === `${one}.js`);
    if (name === undefined) return undefined;
    if (path.endsWith('.js')) return { type: 'text/javascript; charset=utf-8', body: await frameworkBundle(name) };
    return {
      body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title></head><body><main id="app"></main><aside id="outside"></aside><script src="/frameworks/${name}.js"></script></body></html>`,
    };
  };
  return { at: '/frameworks/', from, ...(inject === undefined ? {} : { inject }) };
}
