// Bundles the random pages of test/fixtures/random when a test needs them, and their server-rendered markup; nothing is written into the repository.
// What the pages do is in the fixtures themselves.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { ALIASES, DEFINES } from './frameworks';
import type { Answer, Mount } from './site';

/** For `describe.each`. */
export const RANDOM_PAGES = ['react-18', 'react-19', 'vue-3', 'jquery-1', 'dom'] as const;
export type RandomPage = (typeof RANDOM_PAGES)[number];

/** Pages that come from a server and are hydrated. */
export const HYDRATED = ['react-18', 'react-19', 'vue-3'] as const satisfies readonly RandomPage[];

/** What came of a run so far (fixtures/random/driver.js). */
export interface RandomReport {
  readonly states: number;
  readonly batches: number;
  /** Batches after which everything was waited for and compared. */
  readonly checked: number;
  /** Batches during which no aid was on. */
  readonly withNothing: number;
  readonly problems: readonly string[];
}

/** What such a page has on `window`. */
export interface RandomControls {
  readonly randomPage: {
    begin(seed: number, strongest: object): void;
    run(states: number): Promise<RandomReport>;
    errors(): readonly string[];
    texts(): Promise<readonly (readonly [string, string])[]>;
    unmount(): void;
    rest(): string;
  };
}

const FIXTURES = fileURLToPath(new URL('../fixtures/random/', import.meta.url));

const SOURCES: Record<RandomPage, string> = { 'react-18': 'react', 'react-19': 'react', 'vue-3': 'vue', 'jquery-1': 'jquery', dom: 'dom' };

const bundles = new Map<string, Promise<string>>();

function bundle(page: RandomPage, kind: '' | '-server', options: BuildOptions): Promise<string> {
  const known = bundles.get(page + kind);
  if (known !== undefined) return known;
  const made = build({ entryPoints: [`${FIXTURES}${SOURCES[page]}${kind}.js`], alias: ALIASES[page] ?? {}, bundle: true, define: DEFINES, write: false, logLevel: 'error', ...options }).then(
    (result) => result.outputFiles?.[0]?.text ?? '',
  );
  bundles.set(page + kind, made);
  return made;
}

/** Markup that the page's server sends inside `#app`. */
async function serverMarkup(page: RandomPage, seed: number): Promise<string> {
  if (!HYDRATED.some((one) => one === page)) return '';
  const code = await bundle(page, '-server', { format: 'cjs', platform: 'node' });
  const module = { exports: {} as { markupOf(seed: number): string | Promise<string> } };
  new Function('module', 'exports', 'require', code)(module, module.exports, createRequire(import.meta.url));
  return module.exports.markupOf(seed);
}

/** Serves `/random/react-18?seed=1&late=200` and so on; the page's script comes `late` ms after it was asked for. */
export function randomMount(inject: Mount['inject']): Mount {
  const from = async (path: string, query: URLSearchParams): Promise<Answer | undefined> => {
    const page = RANDOM_PAGES.find((one) => path === one || path === `${one}.js`);
    if (page === undefined) return undefined;
    const late = Number(query.get('late') ?? 0);
    if (path.endsWith('.js')) {
      const body = await bundle(page, '', { format: 'iife' });
      await new Promise((resolve) => setTimeout(resolve, late));
      return { type: 'text/javascript; charset=utf-8', body };
    }
    const markup = await serverMarkup(page, Number(query.get('seed') ?? 1));
    return {
      body: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${page}</title><link rel="icon" href="data:,"></head><body><main id="app">${markup}</main><aside id="outside"></aside><script async src="/random/${page}.js?late=${late}"></script></body></html>`,
    };
  };
  return { at: '/random/', from, ...(inject === undefined ? {} : { inject }) };
}
