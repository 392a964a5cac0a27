// @vitest-environment node
// The laws of the tree, each row with its reason: who may import whom, how long a file may be, what is forbidden in code.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = normalize(join(dirname(fileURLToPath(import.meta.url)), '..'));
const MAX_LINES = 300;

/** A row of the import law: the first that fits a file holds for it. `own` is the file's own folder. */
interface Law {
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  /** What only types may be taken from. */
  readonly types?: readonly RegExp[];
  readonly why: string;
}

const LEAVES = [/^shared\/live$/, /^shared\/as-it-is$/, /^shared\/wholes$/, /^shared\/fence$/, /^shared\/dom\/(marker|editor|text-in)$/];
const LAWS: readonly Law[] = [
  {
    files: /^extension\/options\//,
    may: [/^extension\//, /^shared\//, /^webextension-polyfill$/, /^mingdu:rules$/, /^preact(\/hooks|\/jsx-runtime)?$/],
    why: 'the one page of ours that is drawn by us from its first element: it brings its own Preact',
  },
  {
    files: /^extension\//,
    may: [/^extension\//, /^shared\//, /^webextension-polyfill$/, /^mingdu:rules$/, /^preact(\/hooks|\/jsx-runtime)?$/],
    why: 'a host knows the shared code, never the other host',
  },
  { files: /^widget\//, may: [/^widget\//, /^shared\//, /^mingdu:(rules|files)$/], why: 'a host knows the shared code, never the other host; the polyfill throws outside an extension' },
  { files: /^shared\/packs\/registry$/, may: [], why: 'the registry goes into every script, so it stands alone' },
  {
    files: /^shared\/packs\//,
    may: [/^shared\/packs\/registry$/, /^shared\/packs\/[\w-]+\//],
    types: [/^shared\//],
    why: 'a pack is a leaf: its own folder and its data; pinyin-pro is a source of the tables, read by scripts/pinyin alone',
  },
  { files: /^shared\/features\/index$/, may: [/^shared\/features\/[\w-]+\/descriptor$/], types: [/^shared\/feature$/], why: 'the list of aids names descriptors and nothing else' },
  { files: /^shared\/features\/[\w-]+\/descriptor$/, may: [/^shared\/feature$/, /^shared\/features\/OWN\//], why: 'a descriptor is pure data, loaded with the toolbar' },
  {
    files: /^shared\/features\//,
    may: [/^shared\/features\/OWN\//, /^shared\/(page|dom|speech|typography|marking)\//, /^shared\/feature$/, /^shared\/readings\/syllables$/, /^shared\/keys\//],
    types: [/^shared\/(live|position|host|panel|changes)$/, /^shared\/settings\//, /^shared\/readings\/port$/],
    why: 'an aid touches the world through its context alone, and never another aid, the toolbar, messages or a host',
  },
  {
    files: /^shared\/panels\/mount$/,
    may: [/^shared\/(dom|packs\/registry)/],
    types: [/^preact$/, /^shared\/(live|fence|panel|toolbar\/panel)$/],
    why: 'what mounts panels comes with the aids: Preact is lent to it, and it knows no panel',
  },
  {
    files: /^shared\/panels\/[\w-]+\//,
    may: [/^preact(\/hooks|\/jsx-runtime)?$/, /^shared\/panels\/([\w-]+\/|keys$)/, /^shared\/i18n\/say$/],
    types: [/^shared\/panel$/, /^shared\/panels\/mount$/],
    why: 'a panel is a picture of its props, with its own words; it knows neither aid nor page',
  },
  {
    files: /^shared\/(toolbar|panels)\//,
    may: [/^preact(\/hooks|\/jsx-runtime)?$/, /^shared\/(toolbar|panels|settings|dom)\//, /^shared\/i18n(\/|$)/, /^shared\/live$/],
    types: [/^shared\/(feature|site)$/, /^shared\/page\//],
    why: 'the interface is drawn from descriptors that are handed in; it knows no aid by name',
  },
  { files: /^shared\/settings\//, may: [/^shared\/settings\//, ...LEAVES], types: [/^shared\/host$/, /^shared\/feature$/], why: 'settings are data, known to all and knowing nobody' },
  { files: /^shared\/i18n\//, may: [/^shared\/i18n\//], why: 'messages are data' },
  { files: /^shared\/page\//, may: [/^shared\/page\//, ...LEAVES], why: 'the page model reads, and needs to know only what is ours' },
  { files: /^shared\/dom\//, may: [/^shared\/dom\//, ...LEAVES], types: [/^shared\/page\//], why: 'the ledger writes, and knows no aid' },
  { files: /^shared\/typography\//, may: [/^shared\/typography\//, ...LEAVES], types: [/^shared\/(page|dom)\//, /^shared\/feature$/], why: 'what enlargement and spacing share; it knows neither' },
  { files: /^shared\/marking\//, may: [/^shared\/(marking|dom)\//], types: [/^shared\/(page|dom)\//], why: 'how speech and the reading cursor mark text; it knows neither' },
  { files: /^shared\/readings\//, may: [/^shared\/readings\//, /^shared\/page\//, ...LEAVES], types: [/^shared\/host$/], why: 'readings are put together for all aids alike, and know none' },
  { files: /^shared\/speech\//, may: [/^shared\/speech\//, /^shared\/(live|wholes)$/], types: [/^shared\/page\//, /^shared\/feature$/], why: 'the engine speaks sentences and knows no page' },
  { files: /^shared\/keys\//, may: [/^shared\/keys\//], types: [/^shared\/page\/zones$/], why: 'tables of keys are data' },
  { files: /^shared\/wholes$/, may: [], why: 'it looks at strings alone, so that page and speech may both ask it' },
  { files: /^shared\/as-it-is$/, may: [], why: 'the loader carries it too' },
  { files: /^shared\/changes$/, may: [], why: 'what is said of changes is data, for documents and tests; nothing runs by it' },
  { files: /^shared\/site$/, may: [], types: [/^shared\/page\/hints$/], why: 'what a site asks for is types alone: hosts fill it in' },
  { files: /^shared\/panel-lists$/, may: [], why: 'types alone, as panel.ts' },
  { files: /^shared\/panel$/, may: [], types: [/^shared\/panel-lists$/], why: 'what aid and panel say to one another is types alone' },
  {
    files: /^scripts\/(check\/look\/in-page|instrument\/page-side)$/,
    may: [/^shared\/(page|settings)\//, /^scripts\/instrument\//],
    types: [/^scripts\/check\/types$/],
    why: 'what runs in a page under measurement reads it with the product\u2019s own code, and needs nothing of the machine',
  },
  {
    files: /^scripts\/instrument\//,
    may: [/^scripts\/instrument\//, /^node:/, /^mingdu:in-page\/probe$/],
    types: [/^puppeteer-core$/],
    why: 'the instrument measures any page, ours or not; it knows neither product nor test runner nor command',
  },
  {
    files: /^scripts\/check\/(rules|report)\//,
    may: [/^scripts\/check\/(rules|report|types$|in-time$|store\/rows$|command\/arguments$)/, /^node:/, /^axe-core$/, /^preact(\/hooks|\/jsx-runtime|-render-to-string)?$/],
    types: [/^puppeteer-core$/, /^shared\//],
    why: 'rules judge what was measured, the report tells it; neither opens a page',
  },
  {
    files: /^scripts\/check\//,
    may: [/^scripts\/(check|instrument)\//, /^shared\/settings\//, /^node:/, /^puppeteer-core$/, /^mingdu:(rules|in-page\/facts)$/],
    why: 'the command works from outside: of the product it knows the settings\u2019 names and the built files',
  },
  { files: /^shared\/(live|fence|feature|host|claim|position|choices|run-feature|aids|aid-kit|session|assist|product)$/, may: [/^shared\//, /^mingdu:rules$/], why: 'the runtime puts the parts together' },
];

/** Folders whose code an aid's own callbacks must not reach around: the context's are fenced and end by themselves. */
const RAW_CALLBACKS = /(?<!signal\.)\b(addEventListener|setTimeout|setInterval|requestAnimationFrame|requestIdleCallback)\s*\(|new\s+(?:[\w.]+\.)?(MutationObserver|IntersectionObserver|ResizeObserver)\b/;
const GLOBALS_OF_A_PAGE = /(?<![\w.$'"`-])(browser|chrome|localStorage|sessionStorage|window)\s*[.[(]|(?<![\w.$?'"`-])document\.(?!\.)/;

interface SourceFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly code: string;
}

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    if (!/\.(tsx?|css|mjs)$/.test(entry.name)) return [];
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [{ path, name: path.replace(/\.(d\.)?tsx?$/, ''), text, code: withoutComments(text) }];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function importsOf(file: SourceFile): { target: string; typeOnly: boolean }[] {
  const found = file.code.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g);
  return [...found].map((match) => {
    const target = match[3] ?? match[4] ?? '';
    const resolved = target.startsWith('.') ? relative(ROOT, normalize(join(ROOT, dirname(file.path), target))) : target;
    return { target: resolved.replace(/\.tsx?$/, ''), typeOnly: match[2] !== undefined || (match[1] === undefined && match[4] !== undefined) };
  });
}

const sources = ['shared', 'widget', 'extension', 'scripts/check', 'scripts/instrument'].flatMap(filesBelow);
const code = sources.filter((file) => /\.tsx?$/.test(file.path) && !file.path.endsWith('.d.ts'));

describe('the import law', () => {
  it.each(code.map((file) => [file.path, file] as const))('%s imports what it may', (_, file) => {
    const law = LAWS.find((row) => row.files.test(file.name));
    expect(law, `${file.path} stands in no folder that the law knows`).toBeDefined();
    if (!law) return;
    const own = /^shared\/features\/([\w-]+)\//.exec(file.name)?.[1] ?? '-';
    const fits = (rows: readonly RegExp[], target: string) => rows.some((row) => new RegExp(row.source.replace('OWN', own)).test(target));
    const wrong = importsOf(file).filter(
      ({ target, typeOnly }) => !target.endsWith('.css') && !fits(law.may, target) && !(typeOnly && fits(law.types ?? [], target)),
    );
    expect(wrong.map(({ target }) => target), law.why).toEqual([]);
  });

  it('reads imports at all', () => {
    const assist = sources.find((file) => file.path === 'shared/assist.ts');
    expect(assist && importsOf(assist).map(({ target }) => target)).toContain('shared/session');
  });
});

describe('the shape of files', () => {
  it.each([...sources, ...filesBelow('test'), ...filesBelow('scripts').filter((file) => !sources.some(({ path }) => path === file.path))].map((file) => [file.path, file] as const))(
    `%s is at most ${MAX_LINES} lines`,
    (path, file) => {
      // Tables of data are as long as the data: fixtures, and packed data of a pack.
      if (/^test\/fixtures\/|^shared\/packs\/[\w-]+\/.*data/.test(path)) return;
      expect(file.text.split('\n').length - 1).toBeLessThanOrEqual(MAX_LINES);
    },
  );

  it.each(code.map((file) => [file.path, file] as const))('%s says first what it is for', (_, file) => {
    expect(file.text).toMatch(/^(\/\/|\/\*\*?) ?\S/);
  });
});

describe('what code must not do', () => {
  it.each(code.map((file) => [file.path, file] as const))('%s keeps the rules', (path, file) => {
    const rules: [RegExp, string][] = [
      [/catch\s*(\([^)]*\))?\s*\{\s*\}/, 'no empty catch: absence is a return value, an error is told'],
      [/:\s*any\b(?!-)|\bas any\b|<any>/, 'no any'],
      [/@ts-(ignore|expect-error|nocheck)/, 'no silenced types'],
      [/\binnerHTML\s*=|\.insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/, 'no markup from strings: Trusted Types'],
      [/setAttribute\(\s*['"]style['"]/, 'no style attribute: a strict policy reports it'],
      [/for \((const|let|var) \w+ in /, 'no loop over keys that a page may have added to every object (Object.keys)'],
      [/(?<!\bObject)\.entries\(\)|\.bind\(/, 'no entries() of a list, no bind(): libraries of 2007 put others in their place'],
      [/^export default/m, 'no default export'],
      [/^\s*(export\s+)?(declare\s+)?enum\s/m, 'no enum'],
    ];
    for (const [pattern, why] of rules) {
      // The exact return of the page's own style attribute is the one exception, and says why there.
      if (path === 'shared/dom/inline-styles.ts' && pattern.source.includes('setAttribute')) continue;
      // The extension's world is its own; no page's library reaches it.
      if (path.startsWith('extension/') && /entries|in $/.test(pattern.source)) continue;
      expect(pattern.exec(file.code)?.[0], why).toBeUndefined();
    }
  });

  it.each(code.filter((file) => file.path.startsWith('shared/')).map((file) => [file.path, file] as const))('%s uses no global of a page or host', (_, file) => {
    const withoutStrings = file.code.replace(/'[^'\n]*'|`[^`]*`/g, "''");
    const found = GLOBALS_OF_A_PAGE.exec(withoutStrings)?.[0];
    // A parameter or a constant of the name is no global.
    const given = (name: string) => new RegExp(`\\b${name}\\b\\s*(?:[,:})=]|\\?:)`).test(withoutStrings);
    const isGlobal = found !== undefined && !['document', 'window'].some((name) => found.startsWith(name) && given(name));
    expect(isGlobal ? found : undefined, 'shared code is handed its document').toBeUndefined();
  });

  it.each(code.filter((file) => file.path.startsWith('shared/features/')).map((file) => [file.path, file] as const))('%s takes callbacks from its context', (_, file) => {
    expect(RAW_CALLBACKS.exec(file.code)?.[0], 'context.listen, later, frame, observe… are fenced and end with the aid').toBeUndefined();
  });
});
