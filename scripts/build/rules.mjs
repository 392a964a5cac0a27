// Reads the descriptors at build time: the table of settings that the loader carries, and the types of the API; what the bar must know of the
// aids, so that the rest can come with the panel; and the schemes' first colours.
import { build } from 'esbuild';

/**
 * @returns the rules by setting, the ids and the aids in short, in the order of the features, and by scheme what is painted first
 * (shared/dom/first-paint.ts); what a site's owner can set, and by each setting its aid's main one, by each aid without a setting itself
 */
export async function readRules(root) {
  const entry = `import { SCHEMES } from './shared/features/contrast/schemes';
    export const first = Object.fromEntries(Object.entries(SCHEMES).map(([name, { ground, ink, native }]) => [name, [ground, ink].map((c) => c.replace(/^#(.)\\1(.)\\2(.)\\3$/, '#$1$2$3')).concat(native)]));
    import { FEATURES } from './shared/features/index'; import { rulesOf } from './shared/settings/check';
    import { inShort } from './shared/settings/aids-in-short'; export const aids = FEATURES.map(inShort);
    export { SITE_OPTIONS as options } from './widget/options';
    export const owners = Object.fromEntries(FEATURES.flatMap(({ id, main, settings }) => (main ? Object.entries(settings).flatMap(([key, { at }]) => (at && key !== main ? [] : [[key, main]])) : [[id, id]])));
    export const features = FEATURES; export const rules = rulesOf(Object.assign({}, ...FEATURES.map((f) => f.settings)));`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { rules, features, aids, first, options, owners } = await import(`data:text/javascript;base64,${source}`);
  return { rules, first, aids, options, owners, ids: features.map((feature) => feature.id) };
}

/** The text of the module `mingdu:rules`; bundles keep what they use of it. */
export function rulesModule({ rules, first, aids, owners, options }, version) {
  // What is said of them is for the documentation.
  const checked = options.map(({ name, attribute, kind, words, time }) => ({ name, attribute, kind, words, time }));
  return `export const RULES = ${JSON.stringify(rules)}; export const AIDS = ${JSON.stringify(aids)}; export const OPTIONS = ${JSON.stringify(checked)}; export const OWNERS = ${JSON.stringify(owners)}; export const FIRST = ${JSON.stringify(first)}; export const VERSION = ${JSON.stringify(version)};`;
}

/** The plugin that serves `mingdu:rules` to the bundles. */
export function rulesPlugin(made, version) {
  return {
    name: 'mingdu-rules',
    setup(build) {
      build.onResolve({ filter: /^mingdu:rules$/ }, () => ({ path: 'rules', namespace: 'mingdu' }));
      build.onLoad({ filter: /^rules$/, namespace: 'mingdu' }, () => ({
        contents: rulesModule(made, version),
      }));
    },
  };
}

/**
 * The plugin that serves `mingdu:files`: what the widget's own first three files are called, for those that fetch them. Each bundle may ask for
 * those alone that were made before it.
 * @param {Readonly<Record<string, string>>} named hashed names by plain ones, without `.js`
 */
export function filesPlugin(named) {
  return {
    name: 'mingdu-files',
    setup(build) {
      build.onResolve({ filter: /^mingdu:files$/ }, () => ({ path: 'files', namespace: 'mingdu-files' }));
      build.onLoad({ filter: /.*/, namespace: 'mingdu-files' }, () => ({
        contents: `export const MAIN = ${JSON.stringify(named['mingdu-main'])}; export const NAMES = ${JSON.stringify(named['mingdu-files'])}; export const OPTIONS = ${JSON.stringify(named['mingdu-pack-options'])};`,
      }));
    },
  };
}
