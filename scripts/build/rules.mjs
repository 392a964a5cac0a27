// Reads the descriptors' settings at build time: the table that the loader carries, and the types of the API.
import { build } from 'esbuild';

/**
 * @returns {Promise<Record<string, false | [number, number, number] | string[]>>} the rules by setting, in the order of the features
 */
export async function readRules(root) {
  const entry = `import { FEATURES } from './shared/features/index'; import { rulesOf } from './shared/settings/check';
    export const features = FEATURES; export const rules = rulesOf(Object.assign({}, ...FEATURES.map((f) => f.settings)));`;
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { rules, features } = await import(`data:text/javascript;base64,${source}`);
  return { rules, ids: features.map((feature) => feature.id) };
}

/** The plugin that serves `mingdu:rules` to the bundles. */
export function rulesPlugin(rules, version) {
  return {
    name: 'mingdu-rules',
    setup(build) {
      build.onResolve({ filter: /^mingdu:rules$/ }, () => ({ path: 'rules', namespace: 'mingdu' }));
      build.onLoad({ filter: /^rules$/, namespace: 'mingdu' }, () => ({
        contents: `export const RULES = ${JSON.stringify(rules)}; export const VERSION = ${JSON.stringify(version)};`,
      }));
    },
  };
}
